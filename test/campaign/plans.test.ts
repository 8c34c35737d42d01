import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SubmitResult } from '../../src/channels/port.ts';
import type { ErrorClass } from '../../src/channels/taxonomy.ts';
import { definePlan, memoryStores, type PlanOptions } from '../../src/index.ts';
import type { ClearedMessage } from '../../src/message/cleared.ts';
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
const openMemory = (clock: ManualClock) => memoryStores({ clock });
const openPglite = (clock: ManualClock) => postgresStores({ client: database, tenant: `plans-${tenants++}`, clock });
const stores = [
  { name: 'memory', open: openMemory },
  { name: 'PGlite', open: openPglite },
];
const rejected = (errorClass: ErrorClass): SubmitResult => ({ outcome: 'rejected', errorClass, providerCode: 'x' });

describe.each(stores)('providers of one channel on $name', ({ open }) => {
  async function scene(answer: SubmitResult | 'lost' | undefined, given: PlanOptions = { onUnknown: 'wait' }) {
    const clock = manualClock(start);
    const first = memoryProvider({ id: 'first', channels: ['sms'], capabilities: { dedup: { by: 'none' }, lookup: 'none' }, script: () => answer });
    const second = memoryProvider({ id: 'second', channels: ['sms'] });
    const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
    const plan = definePlan(
      'both',
      [
        { channel: 'sms', providers: ['first', 'second'], waitFor: 'accepted', fallBackAfterMs: 20 * 60_000 },
        { channel: 'whatsapp', waitFor: 'accepted' },
      ],
      given,
    );
    const home = house(open(clock), clock, { channels: [first, second, whatsapp], plans: [plan] });
    const audience = people(0, 3);
    await grantAll(home, audience);
    await home.messenger.campaign({ ...message, plan: 'both', audience });
    await settle(home);
    clock.advance(25 * 60_000);
    await settle(home);
    return { first, second, whatsapp, home };
  }

  it.each(['auth', 'insufficient-funds', 'sender-blocked', 'retryable-transient'] as const)(
    'the next one sends when the first is in trouble: %s',
    async (errorClass) => {
      const { second, whatsapp, home } = await scene(rejected(errorClass));
      expect([second.accepted.length, whatsapp.accepted.length]).toEqual([3, 0]);
      expect((await home.messenger.counts('spring')).states.reached).toBe(3);
    },
  );

  it.each(['recipient-unreachable', 'not-on-channel'] as const)('the next one is not tried for what is the person’s: %s', async (errorClass) => {
    const { second, whatsapp } = await scene(rejected(errorClass));
    expect([second.submits, whatsapp.accepted.length]).toEqual([0, 3]);
  });

  it('the next one never follows an outcome nobody knows, whether the plan waits or goes on', async () => {
    const waiting = await scene('lost');
    expect([waiting.first.accepted.length, waiting.second.submits, waiting.whatsapp.submits]).toEqual([3, 0, 0]);
    const going = await scene('lost', { onUnknown: 'next' });
    expect([going.first.accepted.length, going.second.submits, going.whatsapp.accepted.length]).toEqual([3, 0, 3]);
  });
});

describe.each(stores)('the cheapest channel first on $name', ({ open }) => {
  const plan = definePlan(
    'cheap',
    [
      { channel: 'whatsapp', waitFor: 'accepted', fallBackAfterMs: 15 * 60_000 },
      { channel: 'sms', waitFor: 'accepted', fallBackAfterMs: 15 * 60_000 },
    ],
    { onUnknown: 'wait', order: 'cheapest-first' },
  );

  it('goes by the segments of each person’s text, and by law and consent at its time', async () => {
    const clock = manualClock(start);
    const home = house(open(clock), clock, { plans: [plan] });
    const long = 'a name that is so very long that the text of the message no longer fits into one single segment of SMS at all';
    const audience = [
      { to: phone(1), locale: 'en', values: { name: 'Emma' } },
      { to: phone(2), locale: 'en', values: { name: long } },
      { to: phone(3), locale: 'en', values: { name: 'Liam' } },
    ];
    await grantAll(home, audience.slice(0, 2));
    await grantAll(home, audience.slice(2), ['whatsapp']);
    const forecast = await home.messenger.campaigns.forecast({ ...message, plan: 'cheap', audience });
    await home.messenger.campaign({ ...message, plan: 'cheap', audience });
    await settle(home);
    const to = (provider: House['sms']) => provider.accepted.map((one) => one.message.to).sort();
    expect(to(home.sms)).toEqual([phone(1)]);
    expect(to(home.whatsapp)).toEqual([phone(2), phone(3)]);
    expect(Object.fromEntries(forecast.channels.map(({ channel, first }) => [channel, first]))).toEqual({ whatsapp: 2, sms: 1 });
  });

  it('another worker that never saw the audience follows the same order', async () => {
    const clock = manualClock(start);
    const shared = open(clock);
    const home = house(shared, clock, { plans: [plan] });
    const audience = people(0, 4);
    await grantAll(home, audience);
    await home.messenger.campaign({ ...message, plan: 'cheap', audience });
    const other = house(shared, clock, { plans: [definePlan('cheap', [{ channel: 'whatsapp', waitFor: 'accepted' }], { onUnknown: 'wait' })] });
    await settle(other);
    expect([other.sms.accepted.length, other.whatsapp.accepted.length]).toEqual([4, 0]);
  });
});

describe.each(stores)('one-time codes on $name', ({ open }) => {
  const code = definePlan(
    'code',
    [
      { channel: 'sms', waitFor: 'delivered', fallBackAfterMs: 20_000 },
      { channel: 'whatsapp', waitFor: 'accepted' },
    ],
    { onUnknown: 'next', validForMs: 60_000 },
  );
  const ask = ({ messenger, clock }: House, seconds: number) =>
    messenger.send(
      {
        to: phone(1),
        kind: 'auth',
        sender: 'acme',
        template: 'code',
        plan: 'code',
        values: { code: '4711' },
        locale: 'en',
        validUntil: new Date(clock.now().getTime() + seconds * 1_000),
      },
      { idempotencyKey: 'login/1' },
    );

  it('fall over to another channel after seconds, and never after their end', async () => {
    const clock = manualClock(start);
    const home = house(open(clock), clock, { plans: [code] });
    await ask(home, 60);
    await settle(home);
    clock.advance(19_000);
    await settle(home);
    expect([home.sms.accepted.length, home.whatsapp.accepted.length]).toEqual([1, 0]);
    clock.advance(2_000);
    await settle(home);
    expect(home.whatsapp.accepted.map((one) => text(one.message))).toEqual(['Your Acme code is 4711']);
    const late = house(open(clock), clock, { plans: [code] });
    await ask(late, 15);
    clock.advance(16_000);
    await settle(late);
    expect(late.sms.submits + late.whatsapp.submits).toBe(0);
    expect((await late.messenger.counts()).states.expired).toBe(1);
  });

  it('a provider that refuses or keeps silent costs no twenty seconds twice', async () => {
    const clock = manualClock(start);
    const sms = memoryProvider({ id: 'sms', channels: ['sms'], script: () => rejected('auth') });
    const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
    const home = house(open(clock), clock, { plans: [code], channels: [sms, whatsapp] });
    await ask(home, 60);
    await settle(home);
    expect(whatsapp.accepted).toHaveLength(1);
  });
});

describe('a message in the host’s transaction', () => {
  const order = (home: House, transaction: Parameters<House['messenger']['send']>[1]['transaction'], key = 'order/1') =>
    home.messenger.send(
      { to: phone(1), kind: 'transactional', sender: 'acme', template: 'parcel', plan: 'promo', locale: 'en' },
      { idempotencyKey: key, transaction },
    );

  it('is planned exactly when the transaction commits', async () => {
    const clock = manualClock(start);
    const home = house(openPglite(clock), clock);
    await database.exec('create table if not exists orders (id text primary key)');
    await expect(
      database.transaction(async (tx) => {
        await tx.query("insert into orders values ('1')");
        expect(await order(home, tx)).toMatchObject({ state: 'planned' });
        throw new Error('the host thinks better of it');
      }),
    ).rejects.toThrow('better');
    await settle(home);
    expect((await home.messenger.counts()).total).toBe(0);
    expect(home.whatsapp.submits).toBe(0);
    await database.transaction(async (tx) => {
      await tx.query("insert into orders values ('1')");
      const [once, again] = [await order(home, tx), await order(home, tx)];
      expect(again).toMatchObject({ state: 'planned', deliveryId: 'deliveryId' in once ? once.deliveryId : '' });
    });
    await settle(home);
    expect(home.whatsapp.accepted).toHaveLength(1);
  });

  it('is refused by stores that have none to join', async () => {
    const clock = manualClock(start);
    await expect(order(house(openMemory(clock), clock), database)).rejects.toThrow('postgresStores');
  });
});

describe('a plan that cannot mean what it says', () => {
  it('is refused at definition', () => {
    const wait = { onUnknown: 'wait' } as const;
    expect(() => definePlan('p', [{ channel: 'sms', provider: 'a', providers: ['b'] }], wait)).toThrow('steps.0.provider');
    expect(() => definePlan('p', [{ channel: 'sms', providers: ['a', 'a'] }], wait)).toThrow('each provider once');
    expect(() => definePlan('p', [{ channel: 'sms', providers: [] }], wait)).toThrow('steps.0.providers');
    expect(() => definePlan('p', [{ channel: 'sms', providers: ['a', 'b'], fallBackAfterMs: 1_000 }], wait)).toThrow('last step');
  });
});

function text({ content }: ClearedMessage): string {
  return 'text' in content ? content.text : '';
}
