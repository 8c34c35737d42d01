import { figuresOf } from '../cascade/delivery-counts.ts';
import { priorityOf, shareOf } from '../cascade/delivery-store.ts';
import { certainty, evolve } from '../cascade/evolve.ts';
import {
  type AttemptIntent,
  type Claimed,
  type Delivery,
  type DeliveryEvent,
  type DeliveryStore,
  type DeliveryWrite,
  deliveryStates,
  type HaltReason,
  type InsertResult,
  type NewDelivery,
  newDelivery,
  parseStepKey,
  type Receipt,
  stepKeyOf,
} from '../cascade/index.ts';
import type { Clock } from '../clock.ts';
import type { InFlightCall } from '../consent/fence.ts';
import { decodeAttempt, decodeDelivery, decodeReceipt, encodeAttempt, encodeProgress, encodeReceipt } from './delivery-store-codec.ts';
import { countsOf } from './delivery-store-counts.ts';
import { sql, wakeStatement } from './delivery-store-sql.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresDeliveryStoreOptions {
  /** Must reach the primary; never a connection inside a transaction of its own: intents have to be committed when a call resolves. */
  readonly client: SqlClient;
  readonly tenant: string;
  /** For tests, simulations and demos with a time of their own. @default the database's clock, one for all workers */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/** Deliveries in PostgreSQL or PGlite: one round trip per batch, durable before it resolves. Needs `deliveryMigrations`. */
export function postgresDeliveryStore({ client, tenant, clock }: PostgresDeliveryStoreOptions): DeliveryStore {
  const run = async <Row>(text: string, params: readonly unknown[]): Promise<readonly Row[]> => {
    try {
      return (await client.query(text, [tenant, ...params])).rows as Row[];
    } catch (error) {
      throw storeError(error);
    }
  };
  const nowMs = (): number | null => clock?.now().getTime() ?? null;
  return {
    async insert(deliveries) {
      if (deliveries.length === 0) return [];
      const now = clock?.now() ?? new Date(0);
      const rows = await run<InsertResult>(sql.insert, [nowMs(), JSON.stringify(deliveries.map((one, place) => insertRow(one, place, now)))]);
      return rows.map(({ outcome, id }) => ({ outcome, id }));
    },
    async claim({ limit, leaseMs, worker, shard }) {
      const rows = await run<ClaimRow>(sql.claim, [nowMs(), limit, leaseMs, worker, shard?.index ?? null, shard?.count ?? null]);
      const head = rows.find(({ id }) => id === null);
      if (head === undefined) throw new Error('The claim gave no time. This is a bug in licet.');
      return {
        now: new Date(head.now_ms),
        claimed: rows.filter(isTaken).map(claimedOf),
        nextDueAt: head.next_due_ms === null ? null : new Date(head.next_due_ms),
      };
    },
    async startAttempts(intents) {
      if (intents.length === 0) return [];
      const rows = await run<{ outcome: 'started' | 'lost' | 'fenced' }>(sql.start, [JSON.stringify(intents.map(intentRow))]);
      return rows.map(({ outcome }) => outcome);
    },
    async write(writes) {
      if (writes.length === 0) return [];
      const ended = writes.flatMap(endedRows);
      const receipts = writes.flatMap(({ lease, receipts: hashes }) => hashes.map((hash) => ({ id: lease.id, hash })));
      const rows = await run<{ outcome: 'written' | 'lost' }>(sql.write, [
        nowMs(),
        JSON.stringify(writes.map(({ lease }, place) => ({ place, ...lease }))),
        JSON.stringify(writes.map(writeRow)),
        JSON.stringify(ended),
        JSON.stringify(receipts),
      ]);
      const named = [...new Set(ended.filter(({ messageId }) => messageId !== null).map(({ id }) => id))];
      if (named.length > 0) await run(sql.match, [nowMs(), null, JSON.stringify(named)]);
      return rows.map(({ outcome }) => outcome);
    },
    async release(leases) {
      if (leases.length > 0) await run(sql.release, [nowMs(), JSON.stringify(leases)]);
    },
    async recordReceipts(receipts) {
      if (receipts.length === 0) return { recorded: 0, duplicates: 0, unmatched: 0 };
      const rows = await run<{ hash: string; matched: boolean }>(sql.record, [nowMs(), JSON.stringify(receipts.map(receiptRow))]);
      const unmatched = rows.filter(({ matched }) => !matched).map(({ hash }) => hash);
      if (unmatched.length > 0) await run(sql.match, [nowMs(), JSON.stringify(unmatched), null]);
      return { recorded: rows.length, duplicates: receipts.length - rows.length, unmatched: unmatched.length };
    },
    async closeSubject(subject) {
      return (await run<CallRow>(sql.close, [subject])).map(callOf);
    },
    async openAttempts(subject) {
      return (await run<CallRow>(sql.open, [subject])).map(callOf);
    },
    async wake({ subject, sender, purpose, campaignId }, halt) {
      const given = Object.entries({ subject, sender, purpose, campaign_id: campaignId }).filter(([, value]) => value !== undefined);
      const statement = wakeStatement(given.map(([column]) => column));
      let woken = 0;
      for (let last: string | null = ''; last !== null; ) {
        const [row]: readonly { woken: number; last: string | null }[] = await run(statement, [
          last,
          nowMs(),
          halt ?? null,
          ...given.map(([, value]) => value),
        ]);
        woken += row?.woken ?? 0;
        last = row?.last ?? null;
      }
      return woken;
    },
    async forget(subject) {
      await this.wake({ subject }, 'erased');
      const [row] = await run<{ readonly n: number }>(sql.forget, [subject]);
      return row?.n ?? 0;
    },
    async load(ids) {
      if (ids.length === 0) return [];
      const rows = await run<DeliveryRow>(sql.load, [JSON.stringify(ids)]);
      const found = new Map(rows.map((row) => [row.id, deliveryOf(row)]));
      return ids.map((id) => found.get(id));
    },
    async counts(campaignId) {
      return countsOf(await run(sql.counts, [campaignId ?? null]), deliveryStates);
    },
    async scan({ campaignId, after, limit }) {
      return (await run<DeliveryRow>(sql.scan, [after ?? '', campaignId ?? null, limit])).map(deliveryOf);
    },
  };
}

interface DeliveryRow {
  readonly id: string;
  readonly request: string;
  readonly progress: string;
  readonly created_ms: number;
}

interface ClaimRow extends Omit<DeliveryRow, 'id'> {
  readonly id: string | null;
  readonly now_ms: number;
  readonly next_due_ms: number | null;
  readonly fence: number;
  readonly wake: number;
  readonly strikes: number;
  readonly epoch: number;
  readonly attempts: string | null;
  readonly receipts: string | null;
  readonly halt: HaltReason | null;
  readonly halted_ms: number | null;
}

type TakenRow = ClaimRow & { readonly id: string };

interface CallRow {
  readonly delivery_id: string;
  readonly step: number;
  readonly channel: string;
  readonly provider: string;
  readonly started_ms: number;
}

function isTaken(row: ClaimRow): row is TakenRow {
  return row.id !== null;
}

function deliveryOf({ request, progress, created_ms }: DeliveryRow): Delivery {
  return decodeDelivery(request, progress, created_ms);
}

function claimedOf(row: TakenRow): Claimed {
  const delivery = deliveryOf(row);
  const attempts: readonly { step: number; waitFor: 'delivered'; attempt: string }[] = JSON.parse(row.attempts ?? '[]');
  const receipts: readonly { hash: string; step: number; body: string }[] = JSON.parse(row.receipts ?? '[]');
  const pending: DeliveryEvent[] = attempts.map(({ step, waitFor, attempt: text }) => {
    const attempt = decodeAttempt(text);
    return { type: attempt.result === undefined ? 'attempt-started' : 'attempt-ended', step, waitFor, attempt };
  });
  for (const { step, body } of receipts) pending.push({ type: 'receipt', step, report: decodeReceipt(body) });
  if (row.halt !== null && delivery.halted === undefined)
    pending.push({ type: 'halted', reason: row.halt, at: new Date(row.halted_ms ?? row.now_ms) });
  return {
    lease: { id: row.id, fence: row.fence },
    delivery,
    pending,
    receipts: receipts.map(({ hash }) => hash),
    wake: row.wake,
    epoch: row.epoch,
    strikes: row.strikes,
  };
}

function insertRow({ request, refused }: NewDelivery, place: number, now: Date) {
  const fresh = newDelivery(request, now);
  const delivery = refused === undefined ? fresh : evolve(fresh, { type: 'settled', cause: 'refused', reason: refused, at: now });
  return {
    place,
    id: request.id,
    campaign: request.campaignId,
    key: request.idempotencyKey,
    subject: request.subject,
    phone: request.phone,
    sender: request.sender,
    purpose: request.purpose,
    priority: priorityOf(request.kind),
    share: shareOf(request.subject),
    request: JSON.stringify(request),
    progress: encodeProgress(delivery),
    state: delivery.state,
    reason: delivery.reason,
    due: refused === undefined ? (request.startAt?.getTime() ?? 0) : null,
  };
}

function intentRow({ lease, subject, epoch, step, waitFor, attempt }: AttemptIntent, place: number) {
  const { number, channel, provider, startedAt } = attempt;
  const body = encodeAttempt(attempt);
  return { place, id: lease.id, fence: lease.fence, subject, epoch, step, number, channel, provider, waitFor, body, started: startedAt.getTime() };
}

function endedRows({ lease, ended }: DeliveryWrite) {
  return ended.map(({ step, attempt }) => ({
    id: lease.id,
    step,
    number: attempt.number,
    body: encodeAttempt(attempt),
    certainty: certainty(attempt.result),
    messageId: attempt.result?.outcome === 'accepted' ? attempt.result.providerMessageId : null,
  }));
}

function writeRow({ lease, delivery, dueAt, wake }: DeliveryWrite) {
  const { state, reason } = delivery;
  return {
    id: lease.id,
    fence: lease.fence,
    progress: encodeProgress(delivery),
    state,
    reason,
    ...figuresOf(delivery),
    due: dueAt?.getTime() ?? null,
    wake,
  };
}

function receiptRow(receipt: Receipt) {
  const named = receipt.clientRef === undefined ? undefined : parseStepKey(receipt.clientRef);
  const { hash, provider, messageId } = receipt;
  return { hash, provider, message: messageId, delivery: named?.deliveryId ?? null, step: named?.step ?? null, body: encodeReceipt(receipt) };
}

function callOf({ delivery_id, step, channel, provider, started_ms }: CallRow): InFlightCall {
  return { deliveryId: delivery_id, stepKey: stepKeyOf(delivery_id, step), channel, provider, startedAt: new Date(started_ms) };
}
