import type { Charge, CounterStore, TakenCharge, TakeResult } from 'licet/limits';
import * as scripts from './scripts.ts';

/** What is needed of a Redis client: `ioredis` has it as it is. */
export interface RedisClient {
  eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown>;
}

export interface RedisCounterStoreOptions {
  readonly client: RedisClient;
  /** One per tenant. In braces, so that a cluster keeps all its keys on one node: a script may not reach further. */
  readonly tenant: string;
  /** `caller`: the worker's own clock decides, for tests. @default 'redis', one clock for all workers */
  readonly time?: 'redis' | 'caller' | undefined;
}

/**
 * Counters in Redis: every call is one script, so that it happens whole or not at all beside every other. Passes `counterStoreContract`.
 * Redis forgets what it had not written down when it dies: with `appendfsync always` nothing, otherwise up to a second of caps and money.
 */
export function redisCounterStore({ client, tenant, time = 'redis' }: RedisCounterStoreOptions): CounterStore {
  const run = (script: string, input: unknown, now: Date | undefined): Promise<unknown> => {
    const clock = time === 'caller' && now !== undefined ? now.getTime() : '';
    return client.eval(script, 0, `licet:{${tenant}}:`, clock, JSON.stringify(input));
  };
  return {
    async take(groups, now) {
      const [decidedAt, answers] = (await run(scripts.take, groups.map(plainGroup), now)) as [string, string[][]];
      return { now: new Date(Number(decidedAt)), results: groups.map((charges, index) => readAnswer(charges, answers[index]!)) };
    },
    async giveBack(charges) {
      await run(
        scripts.giveBack,
        charges.map((charge) => ({ ...charge, key: keyOf(charge) })),
        undefined,
      );
    },
    async hold(holds, now) {
      await run(
        scripts.hold,
        holds.map(({ key, until, rampMs }) => ({ key: `rate:${key}`, untilMs: until.getTime(), rampMs })),
        now,
      );
    },
    async tally(tallies, now) {
      const asked = tallies.map((one) => ({ ...one, key: `tally:${one.key}` }));
      const totals = (await run(scripts.tally, asked, now)) as [string, string][];
      return totals.map(([ok, failed]) => ({ ok: Number(ok), failed: Number(failed) }));
    },
    sweep: async (now) => Number(await run(scripts.sweep, null, now)),
  };
}

/** Keys of different kinds never meet. */
function keyOf({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind}:${key}`;
}

function plainGroup(charges: readonly Charge[]): readonly object[] {
  return charges.map((charge) => ({ ...charge, key: keyOf(charge), ...(charge.kind === 'sum' ? { expiresMs: charge.expiresAt.getTime() } : {}) }));
}

function readAnswer(charges: readonly Charge[], [taken, ...rest]: readonly string[]): TakeResult {
  if (taken !== '1') {
    const [charge, cause, retry] = rest as [string, 'full' | 'closed', string];
    return { taken: false, charge: Number(charge), cause, retryAt: retry === '' ? null : new Date(Math.ceil(Number(retry))) };
  }
  const [at, ...marks] = rest as [string, ...string[]];
  return { taken: true, at: new Date(Math.ceil(Number(at))), charges: charges.flatMap((charge, index) => takenOf(charge, Number(at), marks[index])) };
}

function takenOf(charge: Charge, atMs: number, mark: string | undefined): readonly TakenCharge[] {
  const { key } = charge;
  if (charge.kind === 'log') return [{ kind: 'log', key, atMs }];
  if (charge.kind === 'sum') return [{ kind: 'sum', key, amount: charge.amount }];
  return charge.kind === 'unique' && mark === 'new' ? [{ kind: 'unique', key, member: charge.member }] : [];
}
