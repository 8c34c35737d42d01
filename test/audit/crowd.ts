import type { Delivery, DeliveryEvent, StepProgress } from '../../src/cascade/index.ts';
import { evolve, newDelivery } from '../../src/cascade/index.ts';
import type { ErrorClass } from '../../src/channels/taxonomy.ts';
import type { ConsentRecord, SubjectRef } from '../../src/consent/record/record.ts';
import type { Channel } from '../../src/law/vocabulary.ts';

const start: Date = new Date('2026-04-13T06:00:00Z');
const MINUTE_MS = 60_000;

/** So many minutes after the start. */
export function minute(minutes: number): Date {
  return new Date(start.getTime() + minutes * MINUTE_MS);
}

/** A delivery to a number reserved for fiction, with what happened to it folded in by the cascade's own code. */
export function delivery(id: string, events: readonly DeliveryEvent[] = [], change: Partial<Delivery['request']> = {}): Delivery {
  const planned = newDelivery(
    {
      id,
      campaignId: 'spring',
      idempotencyKey: `spring/${id}`,
      subject: `subject-${id}` as SubjectRef,
      phone: '+447700900123',
      country: 'GB',
      kind: 'marketing',
      purpose: 'offers',
      sender: 'acme',
      template: 'spring-sale',
      values: { name: 'Anna' },
      plan: { id: 'promo', version: '1' },
      validUntil: minute(2 * 24 * 60),
      ...change,
    },
    start,
  );
  return events.reduce(evolve, planned);
}

interface Submit {
  readonly step?: number;
  readonly channel?: Channel;
  readonly provider?: string;
  readonly at?: number;
  readonly outcome?: 'accepted' | 'unknown' | ErrorClass;
  readonly segments?: number;
  readonly priceMicros?: number;
  readonly waitFor?: StepProgress['waitFor'];
}

/** One submit and its answer. A failure class as outcome is a definite refusal. */
export function submit(id: string, given: Submit = {}): DeliveryEvent[] {
  const {
    step = 0,
    channel = 'sms',
    provider = 'smsc',
    at = 0,
    outcome = 'accepted',
    segments = 1,
    priceMicros = 50_000,
    waitFor = 'delivered',
  } = given;
  const evidence = { clearanceId: `c-${id}`, contentHash: 'c0ffee', packs: ['gb@1'], ground: { basis: 'contract' }, segments, priceMicros } as const;
  const started = { number: 1, channel, provider, startedAt: minute(at), evidence } as const;
  const result =
    outcome === 'accepted'
      ? ({ outcome, providerMessageId: `m-${id}-${step}`, status: 'accepted' } as const)
      : outcome === 'unknown'
        ? ({ outcome, errorClass: 'unknown', reason: 'timeout', providerCode: null } as const)
        : ({ outcome: 'rejected', errorClass: outcome, permanent: true, providerCode: '1' } as const);
  return [
    { type: 'attempt-started', step, waitFor, attempt: started },
    { type: 'attempt-ended', step, waitFor, attempt: { ...started, endedAt: minute(at + 0.01), result } },
  ];
}

export function receipt(id: string, at: number, status: 'delivered' | 'read' | 'undelivered' = 'delivered', step = 0): DeliveryEvent {
  return {
    type: 'receipt',
    step,
    report: {
      messageId: `m-${id}-${step}`,
      status,
      errorClass: status === 'undelivered' ? 'recipient-unreachable' : null,
      providerCode: null,
      at: minute(at),
    },
  };
}

export function settled(
  cause: 'reached' | 'exhausted' | 'refused' | 'validity-over',
  reason: Extract<DeliveryEvent, { type: 'settled' }>['reason'],
  at = 1,
): DeliveryEvent {
  return { type: 'settled', cause, reason, at: minute(at) };
}

export function fellBack(from: number, reason: Extract<DeliveryEvent, { type: 'fell-back' }>['reason'], at: number): DeliveryEvent {
  return { type: 'fell-back', from, waitFor: 'delivered', reason, at: minute(at) };
}

/** A withdrawal as the ledger gives it back. */
export function withdrawal(id: string, at: number, change: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    kind: 'withdrawn',
    id: `w-${id}-${at}`,
    tenant: 'acme',
    subject: `subject-${id}` as SubjectRef,
    sender: 'acme',
    channels: '*',
    purposes: '*',
    evidence: { method: 'reply', grade: 'A' },
    occurredAt: minute(at),
    recordedAt: minute(at),
    sequence: 2,
    previousHash: null,
    hash: '00',
    ...change,
  };
}
