import {
  type Claimed,
  type Delivery,
  type DeliveryEvent,
  type DeliveryStore,
  deliveryStates,
  type HaltReason,
  type InsertResult,
  type Receipt,
  type ReceiptFolder,
  type StartOutcome,
  stepKeyOf,
} from '../cascade/index.ts';
import type { Clock } from '../clock.ts';
import type { InFlightCall } from '../consent/fence.ts';
import {
  endedColumns,
  endedOf,
  type FoldedStanding,
  foldedColumns,
  insertColumns,
  intentColumns,
  namedReceipt,
  ownerColumns,
  receiptColumns,
  writeColumns,
} from './delivery-columns.ts';
import { decodeAttempt, decodeDelivery, decodeReceipt } from './delivery-store-codec.ts';
import { countsOf } from './delivery-store-counts.ts';
import { functionCalls, sql, wakeStatement } from './delivery-store-sql.ts';
import { sqlRunner } from './named-query.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresDeliveryStoreOptions {
  /** Must reach the primary; never a connection inside a transaction of its own: intents have to be committed when a call resolves. */
  readonly client: SqlClient;
  readonly tenant: string;
  /** For tests, simulations and demos with a time of their own. @default the database's clock, one for all workers */
  readonly clock?: Pick<Clock, 'now'> | undefined;
  /** Whether connections of `pg` keep the statements by name, so that the server reads each once. @default true */
  readonly namedStatements?: boolean | undefined;
}

/** The functions' calls, by text; what else is asked gets a plan of its own each time, by the size of the tables then. */
const names: ReadonlyMap<string, string> = new Map(functionCalls.map((name) => [sql[name], `licet-delivery-${name}`]));

/** Deliveries in PostgreSQL or PGlite: one round trip per batch, durable before it resolves. Needs `deliveryMigrations`. */
export function postgresDeliveryStore({ client, tenant, clock, namedStatements = true }: PostgresDeliveryStoreOptions): DeliveryStore {
  const runNamed = sqlRunner(client, { named: namedStatements });
  const run = async <Row>(text: string, params: readonly unknown[]): Promise<readonly Row[]> => {
    const name = names.get(text);
    const given = [tenant, ...params];
    try {
      return (name === undefined ? (await client.query(text, given)).rows : await runNamed(name, text, given)) as readonly Row[];
    } catch (error) {
      throw storeError(error);
    }
  };
  const nowMs = (): number | null => clock?.now().getTime() ?? null;
  return {
    async insert(deliveries) {
      if (deliveries.length === 0) return [];
      const rows = await run<InsertResult>(sql.insert, [nowMs(), ...insertColumns(deliveries, clock?.now() ?? new Date(0))]);
      if (rows.length === 0) return deliveries.map(({ request }) => ({ outcome: 'inserted', id: request.id }));
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
      const rows = await run<{ outcome: StartOutcome }>(sql.start, intentColumns(intents));
      return rows.length === 0 ? intents.map(() => 'started') : rows.map(({ outcome }) => outcome);
    },
    async write(writes) {
      if (writes.length === 0) return [];
      const ended = writes.flatMap(endedOf);
      const rows = await run<{ lost: string }>(sql.write, [nowMs(), ...writeColumns(writes, ended)]);
      if (rows.length === 0) return writes.map(() => 'written');
      const lost = new Set(rows.map((row) => row.lost));
      const kept = ended.filter(({ id }) => lost.has(id));
      if (kept.length > 0) await run(sql.keepEnded, [nowMs(), ...endedColumns(kept)]);
      return writes.map(({ lease }) => (lost.has(lease.id) ? 'lost' : 'written'));
    },
    async release(leases) {
      if (leases.length > 0) await run(sql.release, [leases.map(({ id }) => id), leases.map(({ fence }) => fence)]);
    },
    async recordReceipts(receipts, folder) {
      if (receipts.length === 0) return { recorded: 0, duplicates: 0, unmatched: 0 };
      const named = receipts.map(namedReceipt);
      const owners = await run<OwnerRow>(sql.owners, [nowMs(), ...ownerColumns(named)]);
      for (const { place, id, step } of owners) named[Number(place) - 1] = { receipt: receipts[Number(place) - 1]!, deliveryId: id, step };
      const folded = folder === undefined ? [] : foldAll(owners, receipts, folder);
      const ids = new Set(folded.map(({ delivery }) => delivery.request.id));
      const all = named.every(({ deliveryId }) => deliveryId !== null && ids.has(deliveryId));
      const rows = await run<RecordedRow>(sql.record, [nowMs(), ...receiptColumns(named), all, ...foldedColumns(folded)]);
      for (const id of new Set(rows.map((row) => row.folded))) if (id !== null) folder?.folded(id);
      const unmatched = rows.filter(({ matched }) => !matched).length;
      return { recorded: rows.length, duplicates: receipts.length - rows.length, unmatched };
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
      const rows = await run<DeliveryRow>(sql.load, [ids]);
      const found = new Map(rows.map((row) => [row.id, deliveryOf(row)]));
      return ids.map((id) => found.get(id));
    },
    async counts(campaignId) {
      return countsOf(await run(sql.counts, [campaignId ?? null]), deliveryStates);
    },
    async nextDue() {
      const [row] = await run<Pick<ClaimRow, 'now_ms' | 'next_due_ms'>>(sql.nextDue, [nowMs()]);
      return { now: new Date(row!.now_ms), nextDueAt: row!.next_due_ms === null ? null : new Date(row!.next_due_ms) };
    },
    async scan({ campaignId, subject, after, limit }) {
      const page = [after ?? '', campaignId ?? null, limit];
      const rows = await (subject === undefined ? run<DeliveryRow>(sql.scan, page) : run<DeliveryRow>(sql.scanSubject, [subject, ...page]));
      return rows.map(deliveryOf);
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

interface OwnerRow extends DeliveryRow {
  /** PostgreSQL clients give a bigint as text, PGlite as a number. */
  readonly place: string | number;
  readonly now_ms: number;
  readonly step: number;
  readonly fence: number;
  readonly wake: number;
  readonly idle: boolean;
}

interface RecordedRow {
  readonly hash: string;
  readonly matched: boolean;
  /** The delivery that holds it already. */
  readonly folded: string | null;
}

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

/** Folds each idle delivery's receipts into it, where the folder can finish with them. */
function foldAll(owners: readonly OwnerRow[], receipts: readonly Receipt[], folder: ReceiptFolder): readonly FoldedStanding[] {
  const idle = new Map<string, { readonly row: OwnerRow; readonly events: DeliveryEvent[] }>();
  for (const row of owners) {
    if (!row.idle) continue;
    const entry = idle.get(row.id) ?? { row, events: [] };
    idle.set(row.id, entry);
    entry.events.push({ type: 'receipt', step: row.step, report: receipts[Number(row.place) - 1]! });
  }
  return [...idle.values()].flatMap(({ row, events }) => {
    const { fence, wake, now_ms } = row;
    const found = folder.fold(deliveryOf(row), events, new Date(now_ms));
    return found === undefined ? [] : [{ ...found, fence, wake }];
  });
}

function callOf({ delivery_id, step, channel, provider, started_ms }: CallRow): InFlightCall {
  return { deliveryId: delivery_id, stepKey: stepKeyOf(delivery_id, step), channel, provider, startedAt: new Date(started_ms) };
}
