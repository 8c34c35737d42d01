import type { Charge, CounterStore, TakenCharge, TakeResult } from '../limits/index.ts';
import { sqlRunner } from './named-query.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresCounterStoreOptions {
  readonly client: SqlClient;
  /** Part of every key: tenants never share a counter. */
  readonly tenant: string;
  /**
   * Whose time counts. `database`: one clock for all workers, whatever theirs show. `caller`: the `now` of each call, for tests,
   * simulations and demos with a clock of their own.
   * @default 'database'
   */
  readonly time?: 'database' | 'caller' | undefined;
  /** Whether connections of `pg` keep the statements by name, so that the server reads each once. @default true */
  readonly namedStatements?: boolean | undefined;
}

const kindNumber = { rate: 1, log: 2, unique: 3, sum: 4 } as const;

/** Counters in PostgreSQL or PGlite, shared by every process on the database: one round trip per call. Needs the schema (`migrate`). @throws {StoreUnavailableError} */
export function postgresCounterStore({ client, tenant, time = 'database', namedStatements = true }: PostgresCounterStoreOptions): CounterStore {
  const query = (text: string, params: unknown[]): Promise<{ rows: unknown[] }> =>
    client.query(text, params).catch((error: unknown) => {
      throw storeError(error);
    });
  const runNamed = sqlRunner(client, { named: namedStatements });
  const call = (name: string, text: string, params: unknown[]): Promise<readonly unknown[]> =>
    runNamed(name, text, params).catch((error: unknown) => {
      throw storeError(error);
    });
  const nowMs = (now: Date): number | null => (time === 'caller' ? now.getTime() : null);
  const takeAll = async (groups: readonly (readonly Charge[])[], now: Date) => {
    const charges = groups.flat();
    // Locks are taken in this order by everyone, so no two calls wait for each other.
    const keys = [...new Set(charges.map((charge) => charge.key))].sort();
    const place = new Map(keys.map((key, index) => [key, index + 1]));
    const [row] = await call('licet-take', 'select * from licet_take($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      tenant,
      keys,
      groups.flatMap((group, index) => group.map(() => index)),
      charges.map((charge) => place.get(charge.key)!),
      charges.map((charge) => kindNumber[charge.kind]),
      charges.map(amountOf),
      charges.map((charge) => (charge.kind === 'rate' ? charge.horizonMs : charge.max)),
      charges.map(spanOf),
      charges.map((charge) => (charge.kind === 'unique' ? charge.member : null)),
      nowMs(now),
    ]);
    return readAnswer(groups, row as TakeRow, now);
  };
  const takeLogs = async ({ senders, keys, max, windowMs }: PlainLogs, now: Date): Promise<LogsRow> => {
    const [row] = await call('licet-take-logs', 'select * from licet_take_logs($1, $2, $3, $4, $5, $6)', [
      tenant,
      senders,
      keys.filter((key) => key !== null).toSorted(),
      max,
      windowMs,
      nowMs(now),
    ]);
    return row as LogsRow;
  };
  return {
    async take(groups, now) {
      if (groups.every((group) => group.length === 0)) return { now, results: groups.map(() => ({ taken: true, at: now, charges: [] })) };
      const logs = plainLogs(groups);
      const quick = logs === undefined ? undefined : await takeLogs(logs, now);
      if (logs === undefined || quick?.is_open !== true) return takeAll(groups, now);
      const full = new Set(quick.full_keys);
      const storeNow = new Date(quick.now_ms);
      const at = new Date(Math.ceil(quick.now_ms));
      const results: TakeResult[] = logs.keys.map((key) => ({
        taken: true,
        at,
        charges: key === null ? [] : [{ kind: 'log', key, atMs: quick.now_ms }],
      }));
      if (full.size === 0) return { now: storeNow, results };
      // Who has had their share is told when to come again; another's message may have aged out meanwhile.
      const places = [...logs.keys.keys()].filter((place) => full.has(logs.keys[place] ?? ''));
      const rest = await takeAll(
        places.map((place) => groups[place]!),
        now,
      );
      for (const [index, place] of places.entries()) results[place] = rest.results[index]!;
      return { now: rest.now, results };
    },

    async giveBack(charges) {
      if (charges.length === 0) return;
      await query('select licet_give_back($1, $2, $3, $4, $5)', [
        tenant,
        charges.map((charge) => kindNumber[charge.kind]),
        charges.map((charge) => charge.key),
        charges.map((charge) => (charge.kind === 'sum' ? charge.amount : charge.kind === 'log' ? charge.atMs : 0)),
        charges.map((charge) => (charge.kind === 'unique' ? charge.member : null)),
      ]);
    },

    async hold(holds) {
      if (holds.length === 0) return;
      const longest = new Map(holds.toSorted((a, b) => a.until.getTime() - b.until.getTime()).map((hold) => [hold.key, hold]));
      const unique = [...longest.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
      await query(
        `insert into licet_counters as c (tenant, key, closed_ms, ramp_ms, expires_ms)
         select $1, h.key, h.until_ms, h.ramp_ms, h.until_ms + h.ramp_ms
           from unnest($2::text[], $3::float8[], $4::float8[]) with ordinality as h(key, until_ms, ramp_ms, place) order by h.place
         on conflict (tenant, key) do update set closed_ms = excluded.closed_ms, ramp_ms = excluded.ramp_ms,
           expires_ms = greatest(c.expires_ms, excluded.expires_ms)
         where excluded.closed_ms > c.closed_ms`,
        [tenant, unique.map((hold) => hold.key), unique.map((hold) => hold.until.getTime()), unique.map((hold) => hold.rampMs)],
      );
    },

    async tally(tallies, now) {
      if (tallies.length === 0) return [];
      const order = [...tallies.keys()].sort((a, b) => (tallies[a]!.key < tallies[b]!.key ? -1 : 1));
      const sorted = order.map((index) => tallies[index]!);
      const { rows } = await query('select * from licet_tally($1, $2, $3, $4, $5, $6)', [
        tenant,
        sorted.map((tally) => tally.key),
        sorted.map((tally) => tally.ok),
        sorted.map((tally) => tally.failed),
        sorted.map((tally) => tally.windowMs),
        nowMs(now),
      ]);
      const totals = new Map(order.map((index, at) => [index, rows[at] as { ok: number; failed: number }]));
      return tallies.map((_, index) => ({ ok: totals.get(index)!.ok, failed: totals.get(index)!.failed }));
    },

    async sweep(now) {
      const { rows } = await query(
        `with stale as (select coalesce($2::float8, extract(epoch from clock_timestamp()) * 1000) as now_ms),
           gone as (select key from licet_counters, stale where tenant = $1 and expires_ms <= now_ms for update of licet_counters skip locked),
           members as (delete from licet_counter_members m using gone where m.tenant = $1 and m.key = gone.key returning 1),
           counters as (delete from licet_counters c using gone where c.tenant = $1 and c.key = gone.key returning 1),
           histories as (delete from licet_outcome_histories h using stale where h.tenant = $1 and h.start_ms <= now_ms - 2 * h.window_ms returning 1)
         select (select count(*) from members) + (select count(*) from counters) + (select count(*) from histories) as removed`,
        [tenant, nowMs(now)],
      );
      return Number((rows[0] as { removed: number | string }).removed);
    },
  };
}

/** At most one count of each person under one cap, by senders without a pace. */
interface PlainLogs {
  readonly senders: readonly string[];
  /** One a group, all different; `null` where nothing is counted. */
  readonly keys: readonly (string | null)[];
  readonly max: number;
  readonly windowMs: number;
}

/** The charges as plain logs; `undefined` when they are anything else. */
function plainLogs(groups: readonly (readonly Charge[])[]): PlainLogs | undefined {
  const senders = new Set<string>();
  const keys: (string | null)[] = [];
  let cap: Extract<Charge, { kind: 'log' }> | undefined;
  for (const group of groups) {
    let own: Extract<Charge, { kind: 'log' }> | undefined;
    for (const charge of group) {
      if (charge.kind === 'rate' && charge.everyMs === 0) senders.add(charge.key);
      else if (charge.kind === 'log' && own === undefined) own = charge;
      else return undefined;
    }
    keys.push(own?.key ?? null);
    if (own === undefined) continue;
    cap ??= own;
    if (own.max < 1 || own.max !== cap.max || own.windowMs !== cap.windowMs) return undefined;
  }
  const counted = keys.filter((key) => key !== null);
  if (new Set(counted).size < counted.length) return undefined;
  return { senders: [...senders], keys, max: cap?.max ?? 0, windowMs: cap?.windowMs ?? 0 };
}

interface LogsRow {
  readonly now_ms: number;
  readonly is_open: boolean;
  /** Those who have had their share. */
  readonly full_keys: readonly string[];
}

interface TakeRow {
  readonly now_ms: number;
  /** Per group: index of the charge in the way, or -1. */
  readonly denied: readonly number[];
  readonly closed: readonly boolean[];
  /** Per group: the slot, or when to come again. */
  readonly at_ms: readonly number[];
  /** Per charge: whether a unique member was not counted before. */
  readonly fresh: readonly boolean[];
}

function readAnswer(groups: readonly (readonly Charge[])[], row: TakeRow, now: Date): { now: Date; results: readonly TakeResult[] } {
  let answered = 0;
  let passed = 0;
  const results = groups.map((group): TakeResult => {
    if (group.length === 0) return { taken: true, at: now, charges: [] };
    const [denied, atMs, first] = [row.denied[answered]!, row.at_ms[answered]!, passed];
    const cause = row.closed[answered] === true ? 'closed' : 'full';
    answered += 1;
    passed += group.length;
    if (denied >= 0) return { taken: false, charge: denied, cause, retryAt: Number.isFinite(atMs) ? new Date(Math.ceil(atMs)) : null };
    const charges = group.flatMap((charge, index): TakenCharge[] => taken(charge, atMs, row.fresh[first + index] === true));
    return { taken: true, at: new Date(Math.ceil(atMs)), charges };
  });
  return { now: new Date(row.now_ms), results };
}

function taken(charge: Charge, atMs: number, fresh: boolean): TakenCharge[] {
  switch (charge.kind) {
    case 'rate':
      return [];
    case 'log':
      return [{ kind: 'log', key: charge.key, atMs }];
    case 'unique':
      return fresh ? [{ kind: 'unique', key: charge.key, member: charge.member }] : [];
    case 'sum':
      return [{ kind: 'sum', key: charge.key, amount: charge.amount }];
  }
}

function amountOf(charge: Charge): number {
  return charge.kind === 'rate' ? charge.everyMs : charge.kind === 'sum' ? charge.amount : 1;
}

function spanOf(charge: Charge): number {
  return charge.kind === 'sum' ? charge.expiresAt.getTime() : charge.kind === 'rate' ? (charge.leadMs ?? 0) : charge.windowMs;
}
