import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudienceRow, MessengerOptions } from '../../src/index.ts';
import { memoryStores } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { type ManualClock, manualClock, memoryProvider } from '../../src/testing/index.ts';
import { type House, house, message, people, settle, start } from '../campaign/house.ts';

let database: PGlite;
let tenants = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** People of a site's form and people of a list that nobody remembers agreeing to. */
const site = people(0, 400);
const bought = people(400, 600);

async function consents({ messenger }: House): Promise<void> {
  const act = ({ to }: AudienceRow, actor: string, method: 'web-form' | 'import') => ({
    address: to,
    sender: 'acme',
    purposes: ['offers'],
    channels: ['sms' as const, 'whatsapp' as const],
    evidence: { method, grade: 'B' as const, actor },
    occurredAt: new Date('2026-01-10T09:00:00Z'),
  });
  await messenger.consent.grantMany([...site.map((row) => act(row, 'site', 'web-form')), ...bought.map((row) => act(row, 'spring-list', 'import'))]);
}

const stop = ({ messenger }: House, { to }: AudienceRow, text = 'STOP') =>
  messenger.webhook(
    'sms',
    new Request('https://hooks.example.test/hooks/sms', {
      method: 'POST',
      body: JSON.stringify({
        events: [
          { provider: 'sms', kind: 'inbound', status: null, errorClass: null, messageId: `in-${to}`, recipient: to, providerCode: null, text },
        ],
      }),
      headers: { 'content-type': 'application/json' },
    }),
  );

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `monitoring-${tenants++}`, clock }) },
])('monitoring on $name', ({ open }) => {
  const opened = async (over: Partial<MessengerOptions> = {}) => {
    const clock = manualClock(start);
    const stores = open(clock);
    const home = house(stores, clock, over);
    await consents(home);
    const campaign = (audience: readonly AudienceRow[]) => home.messenger.campaign({ ...message, plan: 'sms-only', audience });
    const look = async () => {
      clock.advance(MINUTE_MS + 1_000);
      await home.messenger.tick();
    };
    return { clock, home, stores, campaign, look };
  };
  const sentTo = ({ sms }: House, rows: readonly AudienceRow[]): number => {
    const numbers = new Set(rows.map(({ to }) => to));
    return sms.accepted.filter((one) => numbers.has(one.message.to)).length;
  };
  const firstHalf = [...site.slice(0, 200), ...bought.slice(0, 100)];

  it('finds the list behind the opt-outs, holds back its people only, and lets them go slowly after a day', async () => {
    const { clock, home, campaign, look } = await opened();
    const heard: object[] = [];
    home.messenger.events.on('quality-decided', (event) => heard.push(event));
    await campaign(firstHalf);
    await settle(home);
    clock.advance(20 * MINUTE_MS);
    for (const row of bought.slice(0, 45)) await stop(home, row);
    for (const row of site.slice(0, 3)) await stop(home, row);
    await look();

    expect(heard).toEqual([
      { decisionId: expect.stringMatching(/^[0-9a-f]{16}$/u), channel: 'sms', by: 'source', action: 'pause', why: 'opt-outs', sent: 100, bad: 45 },
    ]);
    const [decision] = await home.messenger.monitor.decisions();
    expect(decision).toMatchObject({
      slice: { channel: 'sms', by: 'source', name: 'import:spring-list' },
      numbers: { measure: 'opt-outs', sent: 100, bad: 45, verdict: 'above-pause', limit: { slowAbove: 0.05, pauseAbove: 0.1 } },
      until: new Date(clock.now().getTime() + 24 * HOUR_MS),
      by: null,
    });
    expect(decision!.numbers!.evidence).toBeGreaterThan(decision!.numbers!.needed);
    expect(decision!.causes[0]).toMatchObject({ slice: { by: 'source', name: 'import:spring-list' }, sent: 100, bad: 45 });
    expect(decision!.causes[0]!.lift).toBeGreaterThan(20);
    expect(decision!.causes).toHaveLength(1);
    expect(JSON.stringify(heard)).not.toContain('spring-list');

    // the rest of the audience: the site's people get theirs, the list's wait
    await campaign([...firstHalf, ...site.slice(200), ...bought.slice(100)]);
    await settle(home);
    expect(sentTo(home, site)).toBe(400);
    expect(sentTo(home, bought)).toBe(100);
    expect((await home.messenger.counts('spring')).reasons).toContainEqual({ state: 'deferred', reason: 'quality-hold', count: 100 });

    // after a day they go slowly, on trial
    clock.advance(24 * HOUR_MS);
    await look();
    clock.advance(10 * MINUTE_MS);
    await settle(home);
    expect(heard.at(-1)).toMatchObject({ by: 'source', action: 'trial', why: 'time-over' });
    const before = sentTo(home, bought);
    for (let minute = 0; minute < 10; minute++) {
      clock.advance(MINUTE_MS + 10_000);
      await settle(home);
    }
    const slowly = sentTo(home, bought) - before;
    expect(slowly).toBeGreaterThanOrEqual(5);
    expect(slowly).toBeLessThanOrEqual(11);
  }, 60_000);

  it('does nothing for a handful of opt-outs, and says that there is not enough data', async () => {
    const { clock, home, campaign, look } = await opened();
    await campaign(people(0, 20));
    await settle(home);
    clock.advance(20 * MINUTE_MS);
    for (const row of people(0, 2)) await stop(home, row);
    await look();
    expect(await home.messenger.monitor.decisions()).toEqual([]);
    const readings = await home.messenger.monitor.readings();
    expect(readings.find(({ slice, measure }) => slice.by === 'template' && measure === 'opt-outs')).toMatchObject({
      verdict: 'not-enough-data',
      sent: 20,
      bad: 2,
    });
  });

  it('counts a refusal once, whoever tells it and however often; complaints among them; never an imported list', async () => {
    const { clock, home, stores, campaign, look } = await opened();
    const second = house(stores, clock);
    await campaign(site.slice(0, 30));
    await settle(home);
    clock.advance(20 * MINUTE_MS);
    for (let times = 0; times < 3; times++) await stop(home, site[0]!);
    await stop(second, site[0]!);
    await stop(second, site[1]!, 'This is spam, I will report you to the ICO');
    await home.messenger.consent.withdraw({ address: site[2]!.to, evidence: { method: 'import', grade: 'C' } });
    await look();
    await second.messenger.tick();
    await second.messenger.monitor.readings();
    const readings = await home.messenger.monitor.readings();
    const of = (measure: string) => readings.find((one) => one.slice.by === 'sender' && one.measure === measure);
    expect(of('opt-outs')).toMatchObject({ sent: 30, bad: 2 });
    expect(of('complaints')).toMatchObject({ sent: 30, bad: 1 });
  });

  it('slows down what does not arrive, finds the template, and a person lets it go', async () => {
    const sms = memoryProvider({
      id: 'sms',
      channels: ['sms'],
      script: (one) =>
        Number(one.to.slice(-2)) % 10 < 4 ? { outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: '1' } : undefined,
    });
    const { clock, home, campaign, look } = await opened({ channels: [memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] }), sms] });
    await campaign(site);
    await settle(home);
    clock.advance(20 * MINUTE_MS);
    await look();
    const [hold] = await home.messenger.monitor.holds();
    expect(hold).toMatchObject({ slice: { by: 'template', name: 'sale' }, state: 'slowed', why: 'undelivered', perSecond: expect.any(Number) });
    clock.advance(1_000);
    const decision = await home.messenger.monitor.set(hold!.slice, 'resume', { name: 'Anna, operations' });
    expect(decision).toMatchObject({ action: 'resume', why: 'person', by: 'Anna, operations' });
    expect((await home.messenger.monitor.holds())[0]).toMatchObject({ state: 'running' });
    await look();
    // what was let go is not held again for the same messages
    expect((await home.messenger.monitor.decisions()).map(({ action }) => action)).toEqual(['slow', 'resume']);
  });

  it('only tells where it is asked to', async () => {
    const { clock, home, campaign, look } = await opened({ monitor: { act: 'tell' } });
    await campaign(firstHalf);
    await settle(home);
    clock.advance(20 * MINUTE_MS);
    for (const row of bought.slice(0, 45)) await stop(home, row);
    await look();
    await look();
    expect((await home.messenger.monitor.decisions()).map(({ action, why }) => [action, why])).toEqual([['tell', 'opt-outs']]);
    await campaign([...firstHalf, ...bought.slice(100)]);
    await settle(home);
    expect(sentTo(home, bought)).toBe(200);
  });
});
