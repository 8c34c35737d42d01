import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStores } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { type ManualClock, manualClock, memoryProvider } from '../../src/testing/index.ts';
import { grantAll, type House, house, message, people, settle, start } from './house.ts';

let database: PGlite;
let tenants = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const gate = { watchMs: HOUR_MS, leastSettled: 10, maxUndelivered: 0.2 };

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `waves-${tenants++}`, clock }) },
])('a campaign in waves on $name', ({ open }) => {
  const opened = async (over: Parameters<typeof house>[2] = {}) => {
    const clock = manualClock(start);
    const stores = open(clock);
    const home = house(stores, clock, over);
    const audience = people(0, 200);
    await grantAll(home, audience);
    return { clock, stores, home, audience };
  };
  const sent = ({ sms }: House) => sms.accepted.length;

  it('sends to the first part only, watches it, then goes on to everybody', async () => {
    const { clock, home, audience } = await opened();
    const heard: object[] = [];
    home.messenger.events.on('campaign-wave', (event) => heard.push(event));
    await home.messenger.campaign({
      ...message,
      plan: 'sms-only',
      audience,
      waves: [
        { share: 0.1, gate },
        { share: 0.5, gate },
      ],
    });
    await settle(home);
    const first = sent(home);
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThan(40);
    clock.advance(HOUR_MS / 2);
    await settle(home);
    expect(sent(home)).toBe(first);
    clock.advance(HOUR_MS);
    await settle(home);
    const second = sent(home);
    expect(second).toBeGreaterThan(70);
    expect(second).toBeLessThan(130);
    clock.advance(2 * HOUR_MS);
    await settle(home);
    expect(sent(home)).toBe(200);
    expect(heard).toMatchObject([
      { campaignId: 'spring', wave: 0, verdict: 'go-on', next: 1 },
      { wave: 1, verdict: 'go-on', next: 2 },
    ]);
    expect((await home.messenger.counts('spring')).states.reached).toBe(200);
  });

  it('holds when too few arrive, uses nobody up, and goes on when a person says so', async () => {
    const broken = memoryProvider({
      id: 'sms',
      channels: ['sms'],
      script: (one) =>
        Number(one.to.slice(-2)) % 2 === 0 ? { outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: '1' } : undefined,
    });
    const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
    const { clock, home, audience } = await opened({ channels: [whatsapp, broken] });
    const heard: object[] = [];
    home.messenger.events.on('campaign-wave', (event) => heard.push(event));
    await home.messenger.campaign({ ...message, plan: 'sms-only', audience, waves: [{ share: 0.2, gate }] });
    await settle(home);
    const tried = broken.submits;
    clock.advance(30 * 60_000);
    await settle(home);
    expect(heard).toMatchObject([{ verdict: 'hold', because: 'undelivered', wave: 0, next: 0 }]);
    clock.advance(7 * HOUR_MS);
    await settle(home);
    expect(broken.submits).toBe(tried);
    expect(await home.messenger.campaigns.openNextWave('spring', { name: 'Anna Petrova' })).toMatchObject({
      open: 1,
      state: 'done',
      because: 'approved',
      by: 'Anna Petrova',
    });
    await settle(home);
    expect(broken.submits).toBe(200);
  });

  it('counts refusals that only the host knows', async () => {
    const { clock, home, audience } = await opened({ campaignRefusals: async () => 3 });
    await home.messenger.campaign({ ...message, plan: 'sms-only', audience, waves: [{ share: 0.2, gate }] });
    await settle(home);
    clock.advance(2 * HOUR_MS);
    await settle(home);
    expect(sent(home)).toBeLessThan(70);
    let waves: unknown;
    const abort = new AbortController();
    for await (const status of home.messenger.campaigns.progress('spring', { signal: abort.signal })) {
      waves = status.waves;
      abort.abort();
    }
    expect(waves).toMatchObject({ state: 'held', because: 'refusals', open: 0 });
  });

  it('is the same for every worker and every start', async () => {
    const { clock, stores, home, audience } = await opened();
    const twin = house(stores, clock);
    const options = { ...message, plan: 'sms-only', waves: [{ share: 0.3, gate }] } as const;
    await home.messenger.campaign({ ...options, audience });
    await twin.messenger.campaign({ ...options, audience: audience.toReversed() });
    await settle(home);
    await settle(twin);
    const both = [...home.sms.accepted, ...twin.sms.accepted].map((one) => one.message.to);
    expect(new Set(both).size).toBe(both.length);
    expect(both.length).toBeLessThan(100);
    expect(both.length).toBeGreaterThan(30);
  });

  it.each(['global', 'all', 'sender', 'template', 'campaign'] as const)(
    'a pause at %s holds everything not yet called within one batch',
    async (level) => {
      const clock = manualClock(start);
      const stores = open(clock);
      const home = house(stores, clock, { installationStore: memoryStores({ clock }).documentStore });
      const audience = people(0, 200);
      await grantAll(home, audience);
      await home.messenger.campaign({ ...message, plan: 'sms-only', audience });
      await home.messenger.tick({ limit: 50 });
      expect(sent(home)).toBe(50);
      const scope =
        level === 'global' || level === 'all' ? { level } : { level, id: { sender: 'acme', template: 'sale', campaign: 'spring' }[level] };
      await home.messenger.control(scope, 'paused');
      await settle(home);
      expect(sent(home)).toBe(50);
      await home.messenger.control(scope, 'running');
      clock.advance(11 * 60_000);
      await home.messenger.tick({ limit: 50 });
      expect(sent(home)).toBe(100);
      await home.messenger.control(scope, 'stopped');
      await settle(home);
      expect(sent(home)).toBe(100);
      expect((await home.messenger.counts('spring')).states).toMatchObject({ reached: 100, cancelled: 100 });
    },
  );
});

describe('a gate', () => {
  it('is refused when its parts are none', async () => {
    const clock = manualClock(start);
    const { messenger } = house(memoryStores({ clock }), clock);
    await expect(messenger.campaign({ ...message, audience: [], waves: [{ share: 0.5 }, { share: 0.2 }] })).rejects.toThrow('waves.1.share');
    await expect(messenger.campaign({ ...message, audience: [], waves: [{ share: 1 }] })).rejects.toThrow('waves.0.share');
    await expect(messenger.control({ level: 'global' }, 'paused')).rejects.toThrow('installationStore');
  });
});
