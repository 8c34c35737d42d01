import { ok } from 'node:assert/strict';
import {
  type Attempt,
  type AttemptResult,
  type Claimed,
  type Delivery,
  type DeliveryRequest,
  type DeliveryStore,
  evolve,
  type Receipt,
  type StartOutcome,
} from '../cascade/index.ts';
import type { SubjectRef } from '../consent/record/record.ts';

/** A fresh, empty store that goes by a clock the contract can move. */
export interface DeliveryStoreSubject {
  readonly store: DeliveryStore;
  /** The clock the store goes by. */
  now(): Date;
  advance(ms: number): void;
}

/** How long the contract's workers own what they claim. */
export const leaseMs = 60_000;
/** An hour in milliseconds. */
export const hour = 3_600_000;

/** A request by name, to a number reserved for fiction. */
export function requestOf(name: string, change: Partial<DeliveryRequest> = {}): DeliveryRequest {
  return {
    id: `delivery-${name}`,
    idempotencyKey: `key-${name}`,
    subject: `subject-${name}` as SubjectRef,
    phone: `+447700900${name}`,
    country: 'GB',
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'autumn',
    values: { name: 'A "quoted" {{value}} с кириллицей' },
    plan: { id: 'promo', version: '1' },
    validUntil: new Date(Date.UTC(2030, 0, 1)),
    ...change,
  };
}

/** An attempt of the first step that has just started. */
export function attemptOf(startedAt: Date, number = 1): Attempt {
  return {
    number,
    channel: 'sms',
    provider: 'sms-1',
    startedAt,
    evidence: {
      clearanceId: `clearance-${number}`,
      contentHash: 'c0ffee',
      packs: ['gb@1'],
      ground: { basis: 'consent', recordId: 'record', sequence: 1 },
      segments: 2,
      priceMicros: 70_000,
    },
  };
}

/** The provider took it. */
export const accepted = (providerMessageId: string): AttemptResult => ({ outcome: 'accepted', providerMessageId, status: 'accepted' });
/** Nobody knows. */
export const timedOut: AttemptResult = { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };

/** A report that a message was delivered. */
export function receiptOf(hash: string, change: Partial<Receipt> = {}): Receipt {
  const at = new Date(Date.UTC(2026, 10, 23, 9));
  return { hash, provider: 'sms-1', messageId: 'm-1', status: 'delivered', errorClass: null, providerCode: null, at, ...change };
}

/** Claims what is due. */
export async function claim(store: DeliveryStore, limit = 10): Promise<readonly Claimed[]> {
  return (await store.claim({ limit, leaseMs, worker: 'worker-1' })).claimed;
}

/** Claims what must be exactly one delivery. */
export async function claimOne(store: DeliveryStore): Promise<Claimed> {
  const [claimed, ...others] = await claim(store);
  ok(claimed !== undefined && others.length === 0, 'exactly one delivery is due');
  return claimed;
}

/** Starts an attempt of a claimed delivery's first step. */
export async function start(store: DeliveryStore, { lease, delivery, epoch }: Claimed, attempt: Attempt): Promise<StartOutcome | undefined> {
  const { subject } = delivery.request;
  const [outcome] = await store.startAttempts([{ lease, subject, epoch, step: 0, waitFor: 'delivered', attempt }]);
  return outcome;
}

/** The delivery after an attempt of its first step ended. */
export function ended(delivery: Delivery, attempt: Attempt): Delivery {
  return evolve(delivery, { type: 'attempt-ended', step: 0, waitFor: 'delivered', attempt });
}

/** Writes a claimed delivery back. */
export async function write(
  store: DeliveryStore,
  claimed: Claimed,
  change: { readonly delivery?: Delivery; readonly dueAt: Date | null; readonly attempts?: readonly Attempt[] },
): Promise<'written' | 'lost' | undefined> {
  const { lease, delivery, receipts, wake } = claimed;
  const [outcome] = await store.write([
    {
      lease,
      delivery: change.delivery ?? delivery,
      dueAt: change.dueAt,
      ended: (change.attempts ?? []).map((attempt) => ({ step: 0, attempt })),
      receipts,
      wake,
    },
  ]);
  return outcome;
}
