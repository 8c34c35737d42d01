import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AudienceRow, memoryStores } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { type ManualClock, manualClock, memoryProvider } from '../../src/testing/index.ts';
import { grantAll, type House, house, message, people, phone, settle, start } from './house.ts';

let database: PGlite;
let tenants = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

/** Everybody a forecast has to tell apart. */
async function mixed(home: House): Promise<AudienceRow[]> {
  const both = people(0, 30);
  const smsOnly = people(30, 40);
  const nobody = people(40, 47);
  const withdrawn = people(47, 50);
  await grantAll(home, [...both, ...withdrawn]);
  await grantAll(home, smsOnly, ['sms']);
  for (const { to } of withdrawn)
    await home.messenger.consent.withdraw({
      address: to,
      sender: 'acme',
      evidence: { method: 'web-form', grade: 'B' },
      occurredAt: new Date('2026-02-10T09:00:00Z'),
    });
  return [
    ...both,
    ...smsOnly,
    ...nobody,
    ...withdrawn,
    { to: phone(3), locale: 'en', values: { name: 'Twice' } },
    { to: '12' },
    { to: '+1 212 555 0123', locale: 'en', values: { name: 'Ann' } },
  ];
}

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `forecast-${tenants++}`, clock }) },
])('a forecast on $name', ({ open }) => {
  it('says what the campaign then does, to the person, and stores and sends nothing', async () => {
    const clock = manualClock(start);
    const home = house(open(clock), clock);
    const audience = await mixed(home);
    const forecast = await home.messenger.campaigns.forecast({ ...message, audience });
    expect((await home.messenger.counts()).total).toBe(0);
    expect(home.whatsapp.submits + home.sms.submits).toBe(0);
    expect(forecast).toMatchObject({ rows: 53, invalid: 1, duplicates: 1, heldOut: 0, goes: 40, control: null });

    await home.messenger.campaign({ ...message, audience });
    await settle(home);
    const counts = await home.messenger.counts('spring');
    const first = Object.fromEntries(forecast.channels.map((one) => [one.channel, one.first]));
    expect(first).toEqual(counts.byChannel);
    expect(counts.byChannel).toEqual({ whatsapp: 30, sms: 10 });
    const refused = Object.fromEntries(forecast.refusals.map(({ reason, people: count }) => [reason, count]));
    const actual = Object.fromEntries(
      counts.reasons.filter(({ reason }) => reason !== 'invalid-recipient').map(({ reason, count }) => [reason, count]),
    );
    expect(refused).toEqual(actual);
    expect(forecast.costMicros.least).toBe(counts.priceMicros);
    expect(forecast.segments.least).toBe(counts.segments);
    expect(forecast.costMicros.most).toBe(30 * (60_000 + 40_000) + 10 * 40_000);
    expect(forecast.rows).toBe(forecast.invalid + forecast.duplicates + forecast.goes + forecast.refusals.reduce((sum, one) => sum + one.people, 0));
  });

  it('keeps to the budget that is left, and takes nothing from it', async () => {
    const clock = manualClock(start);
    const budgets = () => [{ key: 'budget/all', maxMicros: 10 * 40_000, expiresAt: new Date('2027-01-01T00:00:00Z') }];
    const home = house(open(clock), clock, { budgets });
    const audience = people(0, 25);
    await grantAll(home, audience);
    await home.messenger.campaign({ ...message, id: 'before', plan: 'sms-only', audience: audience.slice(0, 4) });
    await settle(home);
    const options = { ...message, plan: 'sms-only', audience: audience.slice(4) };
    const [once, again] = [await home.messenger.campaigns.forecast(options), await home.messenger.campaigns.forecast(options)];
    expect(once.goes).toBe(6);
    expect(once.refusals).toEqual([{ outcome: 'expires', reason: 'budget', people: 15, rules: {} }]);
    expect(again).toEqual(once);
    await home.messenger.campaign(options);
    await settle(home);
    expect((await home.messenger.counts('spring')).states.reached).toBe(6);
  });

  it('knows the caps that are used up already', async () => {
    const clock = manualClock(start);
    const home = house(open(clock), clock, { caps: [{ id: 'week', kinds: ['marketing'], max: 1, per: { hours: 24 * 7 } }] });
    const audience = people(0, 12);
    await grantAll(home, audience);
    await home.messenger.campaign({ ...message, id: 'before', audience: audience.slice(0, 5) });
    await settle(home);
    const forecast = await home.messenger.campaigns.forecast({ ...message, audience });
    expect(forecast.goes).toBe(7);
    expect(forecast.refusals).toMatchObject([{ outcome: 'refused', reason: 'frequency-cap', people: 5 }]);
  });
});

describe('a forecast', () => {
  const clock = () => manualClock(start);
  const home = (over: Parameters<typeof house>[2] = {}, at = clock()): House => house(memoryStores({ clock: at }), at, over);

  it('waits for lawful hours and says from when on', async () => {
    const night = manualClock(new Date('2026-04-13T22:30:00Z'));
    const day = [['09:00', '20:00']] as const;
    const quiet = home({ hostWindows: [{ weekdays: day, saturday: day, sunday: day, holidays: day }] }, night);
    const audience = people(0, 5);
    await grantAll(quiet, audience);
    const forecast = await quiet.messenger.campaigns.forecast({ ...message, audience });
    expect(forecast.waits).toEqual({ 'quiet-hours': 5 });
    expect(forecast.duration.startsAt).toEqual(new Date('2026-04-14T08:00:00Z'));
  });

  it('paces people out under the sender’s rate, and counts who would come too late', async () => {
    const slow = home({ limits: () => ({ perSecond: 0.01 }) });
    const audience = people(0, 30);
    await grantAll(slow, audience);
    const { duration } = await slow.messenger.campaigns.forecast({ ...message, plan: 'sms-only', audience });
    expect(duration.pacedBy).toBe('sender/sms/acme');
    const everyMs = 1_100 / 0.01;
    expect(duration.leastUntil).toEqual(new Date(start.getTime() + 30 * everyMs));
    expect(duration.tooLate).toBe(0);
    const short = await slow.messenger.campaigns.forecast({
      ...message,
      plan: 'sms-only',
      audience,
      validUntil: new Date(start.getTime() + 10 * everyMs),
    });
    expect(short.duration.tooLate).toBe(20);
  });

  it('tells each person’s lot to who asks, and why a text is refused', async () => {
    const one = home();
    const audience = people(0, 3);
    await grantAll(one, audience.slice(0, 2));
    const told: string[] = [];
    await one.messenger.campaigns.forecast({
      ...message,
      audience,
      onPerson: (row, person) => told.push(`${row.to.slice(-1)} ${person.outcome === 'goes' ? person.first.channel : person.reason}`),
    });
    expect(told).toEqual(['0 whatsapp', '1 whatsapp', '2 no-consent']);
    const late = home({
      templates: [
        {
          id: 'sale',
          kind: 'marketing',
          purpose: 'offers',
          variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: bulbs are 20% off until Friday.' }],
        },
      ],
    });
    await grantAll(late, audience);
    const forecast = await late.messenger.campaigns.forecast({ ...message, plan: 'sms-only', audience });
    expect(forecast.goes).toBe(0);
    expect(forecast.refusals[0]).toMatchObject({ reason: 'content-refused', people: 3 });
    expect(Object.values(forecast.refusals[0]!.rules)).toContain(3);
  });

  it('warns of service messages by a channel that is blocked in the country', async () => {
    const one = home();
    const audience = [{ to: '+7 900 000-00-01', locale: 'en' }];
    const forecast = await one.messenger.campaigns.forecast({ ...message, kind: 'transactional', template: 'parcel', audience });
    expect(forecast.risks).toContainEqual(expect.objectContaining({ warning: 'channel-unreliable', country: 'RU', channel: 'whatsapp' }));
    const advertising = await one.messenger.campaigns.forecast({ ...message, audience });
    expect(advertising.risks).toContainEqual(expect.objectContaining({ warning: 'channel-barred', country: 'RU', channel: 'whatsapp' }));
  });

  it('warns of double reach with the numbers when the channel goes on trying after the fall-back', async () => {
    const endless = [
      memoryProvider({ id: 'whatsapp', channels: ['whatsapp'], capabilities: { validity: null } }),
      memoryProvider({ id: 'sms', channels: ['sms'] }),
    ];
    const { risks } = await home({ channels: endless }).messenger.campaigns.forecast({ ...message, audience: people(0, 1) });
    expect(risks).toContainEqual(
      expect.objectContaining({ warning: 'double-reach', path: 'steps.0', fallBackAfterMs: 900_000, channelGoesOnMs: null }),
    );
  });

  it('refuses a campaign that has no lawful hour anywhere', async () => {
    const never = [] as const;
    const closed = home({ hostWindows: [{ weekdays: never, saturday: never, sunday: never, holidays: never }] });
    await expect(closed.messenger.campaigns.forecast({ ...message, audience: [] })).rejects.toThrow('reach nobody');
    await expect(closed.messenger.campaign({ ...message, audience: [] })).rejects.toThrow('reach nobody');
  });

  it('counts every row once, however many there are', async () => {
    const one = home();
    async function* crowd(count: number): AsyncGenerator<AudienceRow> {
      for (let place = 0; place < count; place++)
        yield { to: `+44770090${String(place % 10_000).padStart(4, '0')}`, locale: 'en', values: { name: 'Emma' } };
    }
    let most = 0;
    const forecast = await one.messenger.campaigns.forecast({ ...message, audience: crowd(3_000), onPerson: () => most++ });
    expect(forecast.rows).toBe(3_000);
    expect(most + forecast.duplicates + forecast.invalid).toBe(3_000);
  });
});
