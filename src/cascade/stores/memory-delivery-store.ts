import { type Clock, systemClock } from '../../clock.ts';
import type { InFlightCall } from '../../consent/fence.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import { type Attempt, type Delivery, type DeliveryRequest, newDelivery, parseStepKey, stepKeyOf } from '../delivery/delivery.ts';
import { countDeliveries } from '../delivery/delivery-counts.ts';
import type { DeliveryEvent } from '../delivery/delivery-event.ts';
import { isTerminal } from '../delivery/delivery-state.ts';
import { certainty, evolve } from '../delivery/evolve.ts';
import type { Receipt } from '../delivery/receipt.ts';
import type { WaitFor } from '../plan/plan.ts';
import type { AttemptIntent, Claimed, ClaimOptions, DeliveryScope, DeliveryStore, Lease, NewDelivery } from './delivery-store.ts';
import { priorityOf, shareOf } from './delivery-store.ts';
import { createDueQueue, type DueQueue } from './due-queue.ts';

interface AttemptRow {
  readonly step: number;
  readonly waitFor: WaitFor;
  readonly attempt: Attempt;
}

interface Row {
  delivery: Delivery;
  readonly share: number;
  dueMs: number | null;
  leasedUntilMs: number;
  fence: number;
  strikes: number;
  wake: number;
  /** Attempts the delivery does not hold yet, by step and number. */
  readonly unfolded: Map<string, AttemptRow>;
  readonly receipts: Map<string, DeliveryEvent>;
  halt: Extract<DeliveryEvent, { type: 'halted' }> | undefined;
}

/** Receipts nobody claims are forgotten beyond this many, oldest first. */
const MAX_UNMATCHED = 10_000;

/** Deliveries in this process, for tests, the simulation and programs that may forget. Same law as the durable stores. */
export function memoryDeliveryStore(options: { readonly clock?: Clock | undefined } = {}): DeliveryStore {
  const clock = options.clock ?? systemClock;
  const rows = new Map<string, Row>();
  const byKey = new Map<string, string>();
  const recipients = new Set<string>();
  const bySubject = new Map<SubjectRef, Row[]>();
  const epochs = new Map<SubjectRef, number>();
  const open = new Map<SubjectRef, Map<string, InFlightCall>>();
  const messages = new Map<string, { readonly row: Row; readonly step: number }>();
  const hashes = new Set<string>();
  const unmatched = new Map<string, Receipt>();
  const queues: readonly DueQueue<Row>[] = [createDueQueue<Row>(), createDueQueue<Row>(), createDueQueue<Row>()];

  const setDue = (row: Row, dueMs: number | null) => {
    row.dueMs = dueMs;
    if (dueMs !== null) queues[priorityOf(row.delivery.request.kind)]?.push(row, dueMs);
  };
  const wakeRow = (row: Row, nowMs: number) => {
    row.wake++;
    if (row.leasedUntilMs <= nowMs && (row.dueMs === null || row.dueMs > nowMs)) setDue(row, nowMs);
  };

  const insertOne = ({ request, refused }: NewDelivery, now: Date) => {
    const holder = byKey.get(request.idempotencyKey);
    if (holder !== undefined) return { outcome: 'duplicate', id: holder } as const;
    const recipient = request.campaignId === undefined || request.phone === null ? undefined : `${request.campaignId}\n${request.phone}`;
    if (recipient !== undefined && recipients.has(recipient)) return { outcome: 'duplicate-recipient', id: request.id } as const;
    const fresh = newDelivery(request, now);
    const delivery = refused === undefined ? fresh : evolve(fresh, { type: 'settled', cause: 'refused', reason: refused, at: now });
    const row: Row = {
      delivery,
      share: shareOf(request.subject),
      dueMs: null,
      leasedUntilMs: 0,
      fence: 0,
      strikes: 0,
      wake: 0,
      unfolded: new Map(),
      receipts: new Map(),
      halt: undefined,
    };
    rows.set(request.id, row);
    byKey.set(request.idempotencyKey, request.id);
    if (recipient !== undefined) recipients.add(recipient);
    const theirs = bySubject.get(request.subject);
    if (theirs === undefined) bySubject.set(request.subject, [row]);
    else theirs.push(row);
    if (!isTerminal(delivery.state)) setDue(row, Math.max(now.getTime(), request.startAt?.getTime() ?? 0));
    return { outcome: 'inserted', id: request.id } as const;
  };

  const take = (nowMs: number, { limit, shard }: ClaimOptions): Row[] => {
    const taken: Row[] = [];
    for (const queue of queues) {
      const passedOver: Row[] = [];
      for (let next = queue.peek(); next !== undefined && taken.length < limit && next.dueMs <= nowMs; next = queue.peek()) {
        queue.pop();
        const row = next.item;
        if (row.dueMs !== next.dueMs) continue;
        const elsewhere = shard !== undefined && row.share % shard.count !== shard.index;
        if (elsewhere || (row.strikes >= 2 && taken.length > 0)) passedOver.push(row);
        else {
          // Claimed once and never again before its lease ends: a second entry with the same due time must not count.
          row.dueMs = Number.NaN;
          taken.push(row);
          if (row.strikes >= 2) break;
        }
      }
      for (const row of passedOver) queue.push(row, row.dueMs as number);
      if (taken.some(({ strikes }) => strikes >= 2)) break;
    }
    return taken;
  };

  const claimRow = (row: Row, nowMs: number, leaseMs: number): Claimed => {
    const strikes = row.strikes++;
    row.fence++;
    row.leasedUntilMs = nowMs + leaseMs;
    setDue(row, row.leasedUntilMs);
    const attempts = [...row.unfolded.values()].map(
      ({ step, waitFor, attempt }): DeliveryEvent => ({
        type: attempt.result === undefined ? 'attempt-started' : 'attempt-ended',
        step,
        waitFor,
        attempt,
      }),
    );
    return {
      lease: { id: row.delivery.request.id, fence: row.fence },
      delivery: row.delivery,
      pending: [...attempts, ...row.receipts.values(), ...(row.halt === undefined ? [] : [row.halt])],
      receipts: [...row.receipts.keys()],
      wake: row.wake,
      epoch: epochs.get(row.delivery.request.subject) ?? 0,
      strikes,
    };
  };

  const start = ({ lease, subject, epoch, step, waitFor, attempt }: AttemptIntent) => {
    const row = rows.get(lease.id);
    const name = `${step}.${attempt.number}`;
    if (row === undefined || row.fence !== lease.fence || row.unfolded.has(name)) return 'lost';
    if (row.delivery.steps[step]?.attempts.some(({ number }) => number === attempt.number)) return 'lost';
    if ((epochs.get(subject) ?? 0) !== epoch) return 'fenced';
    row.unfolded.set(name, { step, waitFor, attempt });
    const { channel, provider, startedAt } = attempt;
    const calls = open.get(subject) ?? new Map<string, InFlightCall>();
    calls.set(`${lease.id}.${name}`, { deliveryId: lease.id, stepKey: stepKeyOf(lease.id, step), channel, provider, startedAt });
    open.set(subject, calls);
    return 'started';
  };

  /** Keeps how an attempt ended. Answers whether its writer knows all there is to know about it. */
  const end = (row: Row, step: number, attempt: Attempt, owned: boolean): boolean => {
    const { subject, id } = row.delivery.request;
    const name = `${step}.${attempt.number}`;
    const calls = open.get(subject);
    calls?.delete(`${id}.${name}`);
    if (calls?.size === 0) open.delete(subject);
    if (attempt.result?.outcome === 'accepted') {
      const key = messageKey(attempt.provider, attempt.result.providerMessageId);
      messages.set(key, { row, step });
      for (const receipt of unmatched.values())
        if (receipt.messageId !== null && messageKey(receipt.provider, receipt.messageId) === key) {
          unmatched.delete(receipt.hash);
          deliverReceipt(receipt, row, step, clock.now().getTime());
        }
    }
    const progress = row.delivery.steps[step];
    const known = row.unfolded.get(name)?.attempt ?? progress?.attempts.find(({ number }) => number === attempt.number);
    if (known !== undefined && certainty(attempt.result) < certainty(known.result)) return false;
    if (owned) row.unfolded.delete(name);
    else row.unfolded.set(name, { step, waitFor: row.unfolded.get(name)?.waitFor ?? progress?.waitFor ?? 'delivered', attempt });
    return true;
  };

  const deliverReceipt = (receipt: Receipt, row: Row, step: number, nowMs: number) => {
    row.receipts.set(receipt.hash, { type: 'receipt', step, report: receipt });
    wakeRow(row, nowMs);
  };

  const ownerOf = (receipt: Receipt): { readonly row: Row; readonly step: number } | undefined => {
    const known = receipt.messageId === null ? undefined : messages.get(messageKey(receipt.provider, receipt.messageId));
    const named = receipt.clientRef === undefined ? undefined : parseStepKey(receipt.clientRef);
    const row = named === undefined ? undefined : rows.get(named.deliveryId);
    return known ?? (row === undefined || named === undefined ? undefined : { row, step: named.step });
  };

  const inScope = ({ delivery }: Row, scope: DeliveryScope) =>
    !isTerminal(delivery.state) &&
    (['subject', 'sender', 'purpose', 'campaignId'] as const).every(
      (field) => scope[field] === undefined || scope[field] === delivery.request[field],
    );

  const held = (lease: Lease) => {
    const row = rows.get(lease.id);
    return row?.fence === lease.fence ? row : undefined;
  };

  const nextDueAt = (): Date | null => {
    const dues = queues.map((queue) => {
      for (let top = queue.peek(); top !== undefined; top = queue.peek()) {
        if (top.item.dueMs === top.dueMs) return top.dueMs;
        queue.pop();
      }
      return Number.POSITIVE_INFINITY;
    });
    const nextMs = Math.min(...dues);
    return Number.isFinite(nextMs) ? new Date(nextMs) : null;
  };

  const inFlight = (subject: SubjectRef): readonly InFlightCall[] => [...(open.get(subject)?.values() ?? [])];

  return {
    async insert(deliveries) {
      const now = clock.now();
      return deliveries.map((delivery) => insertOne(delivery, now));
    },
    async claim(claimOptions) {
      const now = clock.now();
      const nowMs = now.getTime();
      const taken = take(nowMs, claimOptions);
      const claimed = taken.map((row) => claimRow(row, nowMs, claimOptions.leaseMs));
      return { now, claimed, nextDueAt: nextDueAt() };
    },
    async startAttempts(intents) {
      return intents.map(start);
    },
    async write(writes) {
      const nowMs = clock.now().getTime();
      return writes.map(({ lease, delivery, dueAt, ended, receipts, wake, keep = false }) => {
        const row = rows.get(lease.id);
        const owned = row !== undefined && row.fence === lease.fence;
        let upToDate = true;
        if (row !== undefined) for (const { step, attempt } of ended) upToDate = end(row, step, attempt, owned) && upToDate;
        if (row === undefined || !owned) {
          if (row !== undefined && ended.length > 0) wakeRow(row, nowMs);
          return 'lost';
        }
        row.delivery = delivery;
        row.strikes = 0;
        for (const hash of receipts) row.receipts.delete(hash);
        if (delivery.halted !== undefined) row.halt = undefined;
        if (keep) return 'written';
        row.leasedUntilMs = 0;
        setDue(row, upToDate && row.wake === wake ? (dueAt?.getTime() ?? null) : nowMs);
        return 'written';
      });
    },
    async release(leases) {
      const nowMs = clock.now().getTime();
      for (const row of leases.map(held)) {
        if (row === undefined || row.leasedUntilMs === 0) continue;
        row.strikes = Math.max(0, row.strikes - 1);
        row.leasedUntilMs = 0;
        setDue(row, nowMs);
      }
    },
    async recordReceipts(receipts, folder) {
      const now = clock.now();
      const nowMs = now.getTime();
      const recorded = { recorded: 0, duplicates: 0, unmatched: 0 };
      const fold = ({ row, step }: { readonly row: Row; readonly step: number }, receipt: Receipt): boolean => {
        const isIdle = row.leasedUntilMs === 0 && row.unfolded.size === 0 && row.receipts.size === 0 && row.halt === undefined;
        const found = isIdle ? folder?.fold(row.delivery, [{ type: 'receipt', step, report: receipt }], now) : undefined;
        if (found === undefined) return false;
        row.delivery = found.delivery;
        // A new fence: a write that is repeated because its answer was lost must not undo this one.
        row.fence++;
        setDue(row, found.dueAt?.getTime() ?? null);
        folder?.folded(row.delivery.request.id);
        return true;
      };
      for (const receipt of receipts) {
        if (hashes.has(receipt.hash)) {
          recorded.duplicates++;
          continue;
        }
        hashes.add(receipt.hash);
        recorded.recorded++;
        const owner = ownerOf(receipt);
        if (owner !== undefined) {
          if (!fold(owner, receipt)) deliverReceipt(receipt, owner.row, owner.step, nowMs);
        } else {
          recorded.unmatched++;
          unmatched.set(receipt.hash, receipt);
          if (unmatched.size > MAX_UNMATCHED) unmatched.delete(unmatched.keys().next().value as string);
        }
      }
      return recorded;
    },
    async closeSubject(subject) {
      epochs.set(subject, (epochs.get(subject) ?? 0) + 1);
      return inFlight(subject);
    },
    async openAttempts(subject) {
      return inFlight(subject);
    },
    async wake(scope, halt) {
      const now = clock.now();
      const candidates = scope.subject === undefined ? rows.values() : (bySubject.get(scope.subject) ?? []);
      let woken = 0;
      for (const row of candidates) {
        if (!inScope(row, scope)) continue;
        if (halt !== undefined) row.halt ??= { type: 'halted', reason: halt, at: now };
        wakeRow(row, now.getTime());
        woken++;
      }
      return woken;
    },
    async forget(subject) {
      const now = clock.now();
      const theirs = bySubject.get(subject) ?? [];
      for (const row of theirs) {
        const { request } = row.delivery;
        if (request.campaignId !== undefined && request.phone !== null) recipients.delete(`${request.campaignId}\n${request.phone}`);
        row.delivery = { ...row.delivery, request: forgotten(request) };
        if (isTerminal(row.delivery.state)) continue;
        row.halt ??= { type: 'halted', reason: 'erased', at: now };
        wakeRow(row, now.getTime());
      }
      return theirs.length;
    },
    async load(ids) {
      return ids.map((id) => rows.get(id)?.delivery);
    },
    async counts(campaignId) {
      return countDeliveries(deliveriesOf(rows.values(), campaignId));
    },
    nextDue: async () => ({ now: clock.now(), nextDueAt: nextDueAt() }),
    async scan({ campaignId, subject, after, limit }) {
      const among = subject === undefined ? rows.values() : (bySubject.get(subject) ?? []);
      const all = [...deliveriesOf(among, campaignId)].filter(({ request }) => after === undefined || request.id > after);
      return all.sort((a, b) => (a.request.id < b.request.id ? -1 : 1)).slice(0, limit);
    },
  };
}

function messageKey(provider: string, messageId: string): string {
  return `${provider}\n${messageId}`;
}

function* deliveriesOf(rows: Iterable<Row>, campaignId: string | undefined): Generator<Delivery> {
  for (const { delivery } of rows) if (campaignId === undefined || delivery.request.campaignId === campaignId) yield delivery;
}

/** The request without what names the person. */
function forgotten({ addresses: _, ...request }: DeliveryRequest): DeliveryRequest {
  return { ...request, phone: null, values: {} };
}
