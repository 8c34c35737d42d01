import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStores } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { type ManualClock, manualClock, memoryProvider } from '../../src/testing/index.ts';
import { grantAll, house, message, people, start } from './house.ts';

let database: PGlite;
let tenants = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `closing-${tenants++}`, clock }) },
])('two workers at one provider, on $name', ({ open }) => {
  /** Two workers; both providers stand for one account, which is limited or dead while `trouble` says so. */
  async function scene(trouble: () => 'limited' | 'dead' | undefined) {
    const clock = manualClock(start);
    const stores = open(clock);
    const calls: Date[] = [];
    const channels = () => [
      memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] }),
      memoryProvider({
        id: 'sms',
        channels: ['sms'],
        capabilities: { limits: { concurrency: 4 }, dedup: { by: 'none' }, lookup: 'none' },
        script() {
          calls.push(clock.now());
          const now = trouble();
          if (now === 'limited') return { outcome: 'rejected', errorClass: 'rate-limited', providerCode: '429', retryAfterMs: 30_000 };
          return now === 'dead' ? 'lost' : undefined;
        },
      }),
    ];
    const one = house(stores, clock, { channels: channels() });
    const two = house(stores, clock, { channels: channels() });
    const audience = people(0, 120);
    await grantAll(one, audience);
    await one.messenger.campaign({ ...message, plan: 'sms-only', audience });
    const work = async (limit: number): Promise<void> => {
      await one.messenger.tick({ limit });
      await two.messenger.tick({ limit });
    };
    return { clock, one, two, calls, work };
  }

  it('a 429 to one closes the sender for both until Retry-After, and everybody is reached after', async () => {
    let limited = true;
    const { clock, one, calls, work } = await scene(() => (limited ? 'limited' : undefined));
    await one.messenger.tick({ limit: 4 });
    limited = false;
    const closed = calls.length;
    expect(closed).toBeGreaterThan(0);
    for (let second = 0; second < 29; second++) {
      await work(20);
      clock.advance(1_000);
    }
    expect(calls.length).toBe(closed);
    for (let minute = 0; minute < 40 && (await one.messenger.counts('spring')).states.reached < 120; minute++) {
      clock.advance(15_000);
      await work(200);
    }
    expect((await one.messenger.counts('spring')).states.reached).toBe(120);
    expect(calls.slice(closed).every((at) => at.getTime() >= start.getTime() + 30_000)).toBe(true);
    expect(calls.length).toBe(120 + closed);
  });

  it('a provider that answers nobody is closed before it has used up the campaign', async () => {
    const { one, two, calls, work } = await scene(() => 'dead');
    const heard: string[] = [];
    // Whose call is the one too many tells.
    for (const { messenger } of [one, two]) messenger.events.on('sender-paused', ({ reason }) => heard.push(reason));
    for (let turn = 0; turn < 12; turn++) await work(10);
    expect(calls.length).toBeGreaterThanOrEqual(20);
    expect(calls.length).toBeLessThan(60);
    expect(heard).toContain('failing');
    const { states } = await one.messenger.counts('spring');
    expect(states['in-progress']).toBe(calls.length);
  });
});

it('counters are swept every ten minutes of work', async () => {
  const clock = manualClock(start);
  const stores = memoryStores({ clock });
  let swept = 0;
  const counterStore = {
    ...stores.counterStore,
    sweep(now: Date) {
      swept++;
      return stores.counterStore.sweep(now);
    },
  };
  const { messenger } = house({ ...stores, counterStore }, clock);
  for (let minute = 0; minute < 60; minute++) {
    await messenger.tick();
    clock.advance(60_000);
  }
  expect(swept).toBe(5);
});
