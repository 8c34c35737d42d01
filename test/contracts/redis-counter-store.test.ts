import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisCounterStore } from '../../examples/redis-counters/redis-counter-store.ts';
import { type Charge, memoryCounterStore } from '../../src/limits/index.ts';
import { describeContract } from '../../src/testing/contract.ts';
import { counterStoreContract } from '../../src/testing/counter-store-contract.ts';
import { missingRedis, redisServer } from '../drivers/redis-server.ts';

const missing = missingRedis();

describe.skipIf(missing !== undefined)(`the recipe for Redis${missing === undefined ? '' : `: ${missing}`}`, () => {
  const redis = redisServer();
  let client: Redis;
  let tenants = 0;
  const open = () => redisCounterStore({ client, tenant: `tenant-${++tenants}`, time: 'caller' });
  beforeAll(async () => {
    await redis.start();
    client = new Redis({ path: redis.path });
  });
  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  describeContract({ describe, it }, 'Redis', counterStoreContract, open);

  it('answers what the memory store answers, over thousands of random calls', async () => {
    let seed = 20_261_124;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const charge = (key: number, nowMs: number): Charge => {
      const at = { key: `k${key}` };
      if (key < 3) return { kind: 'rate', ...at, everyMs: [0, 12.5, 40][key]!, horizonMs: next(200) };
      if (key < 5) return { kind: 'log', ...at, max: 1 + next(4), windowMs: 100 + key * 50 };
      if (key < 7) return { kind: 'unique', ...at, member: `m${next(5)}`, max: 1 + next(4), windowMs: 150 };
      return { kind: 'sum', ...at, amount: next(9), max: 30, expiresAt: new Date(nowMs + 500) };
    };
    const [theirs, ours] = [memoryCounterStore(), open()];
    let nowMs = Date.UTC(2026, 10, 24);
    for (let call = 0; call < 1_500; call += 1) {
      nowMs += next(30);
      const now = new Date(nowMs);
      // A slot ahead of its time would put members out of their order, which the memory store reads a little more strictly.
      const keys = () => (next(2) === 0 ? [next(5), next(5), 7 + next(2)] : [3 + next(6), 3 + next(6)]);
      const groups = Array.from({ length: 1 + next(3) }, () => [...new Set(keys())].map((key) => charge(key, nowMs)));
      const [expected, got] = [await theirs.take(groups, now), await ours.take(groups, now)];
      expect(got).toEqual(expected);
      const back = expected.results.flatMap((result) => (result.taken && next(4) === 0 ? result.charges : []));
      await Promise.all([theirs.giveBack(back), ours.giveBack(back)]);
      if (next(40) === 0) {
        const holds = [{ key: `k${next(3)}`, until: new Date(nowMs + next(300)), rampMs: next(400) }];
        await Promise.all([theirs.hold(holds, now), ours.hold(holds, now)]);
      }
      const tallies = [{ key: `t${next(3)}`, ok: next(4), failed: next(2), windowMs: 1_000 }];
      expect(await ours.tally(tallies, now)).toEqual(await theirs.tally(tallies, now));
    }
  });

  it('goes by the clock of Redis unless told otherwise, and keeps tenants apart', async () => {
    const charge = { kind: 'sum', key: 'k', amount: 1, max: 1, expiresAt: new Date(1e13) } as const;
    for (const tenant of ['one', 'other']) {
      const answer = await redisCounterStore({ client, tenant }).take([[charge]], new Date(0));
      expect(answer.results[0]).toMatchObject({ taken: true });
      expect(answer.now.getUTCFullYear()).toBeGreaterThan(2025);
    }
  });
});
