import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessenger,
  type Delivery,
  definePlan,
  type Messenger,
  type MessengerStores,
  memoryStores,
  type ReplyAnswers,
} from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { us } from '../../src/law/packs/us.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { type ManualClock, type MemoryProvider, manualClock, memoryProvider } from '../../src/testing/index.ts';
import { keepNotices } from '../../src/web/index.ts';

const start = new Date('2026-11-23T16:00:00Z');
/** New York, so that a country with a confirmation is meant; London has none. */
const american = '+12125550123';
const briton = '+447700900123';

const answers: ReplyAnswers = {
  optOut: { template: 'stopped' },
  help: { template: 'help', values: { contact: '800 555 0143' } },
};
const variant = (text: string) => [{ channel: 'sms', locale: 'en', text } as const];
const templates = [
  { id: 'sale', kind: 'marketing', purpose: 'offers', variants: variant('ACME: teapots 20% off. Reply STOP to opt out, HELP for help.') },
  { id: 'stopped', kind: 'transactional', variants: variant('ACME: you are unsubscribed and will get no more texts.') },
  { id: 'before-you-go', kind: 'transactional', variants: variant('ACME: you are unsubscribed. Before you go: 20% off with code STAY20') },
  { id: 'help', kind: 'transactional', variants: variant('ACME alerts. Questions: {{contact}}. Reply STOP to opt out.') },
  { id: 'question', kind: 'transactional', variants: variant('ACME: reply YES to get our texts, up to 4 a month. HELP for help, STOP to opt out.') },
] as const;

interface Desk {
  readonly messenger: Messenger;
  readonly stores: MessengerStores;
  readonly clock: ManualClock;
  readonly sms: MemoryProvider;
  write(text: string, more?: Readonly<Record<string, unknown>>): Promise<Response>;
  /** Texts that went out since the last look. */
  out(): Promise<readonly string[]>;
  grant(): Promise<void>;
  kinds(): Promise<readonly string[]>;
}

let count = 0;
function openDesk(
  given: {
    readonly answers?: ReplyAnswers;
    readonly stores?: MessengerStores;
    readonly person?: string;
    readonly from?: Date;
    readonly writtenAt?: Date;
  } = {},
): Desk {
  const clock = manualClock(given.from ?? start);
  const stores = given.stores ?? memoryStores({ clock });
  const person = given.person ?? american;
  const memory = memoryProvider({ id: 'sms', channels: ['sms'] });
  const sms: MemoryProvider = {
    ...memory,
    async parseWebhook(request, now) {
      const verdict = await memory.parseWebhook(request, now);
      return verdict.ok
        ? { ...verdict, events: verdict.events.map((event) => (given.writtenAt === undefined ? event : { ...event, at: given.writtenAt })) }
        : verdict;
    },
  };
  const messenger = createMessenger({
    ...stores,
    secret: Buffer.alloc(32, 9),
    law: [gb(), us()],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: '+12125550199' }],
    channels: [sms],
    templates,
    plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    answers: given.answers ?? answers,
    clock,
  });
  let seen = 0;
  return {
    messenger,
    stores,
    clock,
    sms,
    write(text, more = {}) {
      count += 1;
      const event = { kind: 'inbound', recipient: person, messageId: `in-${count}`, text, ...more };
      return messenger.webhook(
        'sms',
        new Request('https://hooks.example.test/hooks/sms', {
          method: 'POST',
          body: JSON.stringify({ events: [event] }),
          headers: { 'content-type': 'application/json' },
        }),
      );
    },
    async out() {
      for (let i = 0; i < 5; i++) await messenger.tick();
      const fresh = sms.accepted.slice(seen);
      seen = sms.accepted.length;
      return fresh.map(({ message }) => ('text' in message.content ? message.content.text : message.content.type));
    },
    async grant() {
      await messenger.consent.grant({
        address: person,
        sender: 'acme',
        channels: ['sms'],
        purposes: ['offers'],
        evidence: { method: 'web-form', grade: 'B' },
      });
    },
    async kinds() {
      const subject = messenger.consent.subject(person);
      return (await messenger.consent.history(subject)).map(({ kind }) => kind);
    },
  };
}

async function deliveriesOf({ messenger }: Desk): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for await (const delivery of messenger.deliveries()) found.push(delivery);
  return found;
}

describe('a reply that says stop', () => {
  it('is recorded with its words and proof, ends what is planned, and is confirmed once', async () => {
    const desk = openDesk();
    await desk.grant();
    const sale = await desk.messenger.send(
      {
        to: american,
        kind: 'marketing',
        purpose: 'offers',
        sender: 'acme',
        template: 'sale',
        plan: 'promo',
        startAt: new Date(start.getTime() + 60_000),
      },
      { idempotencyKey: 'sale-1' },
    );
    desk.clock.advance(1_000);
    expect((await desk.write('STOP')).status).toBe(200);
    desk.clock.advance(1_000);
    await desk.write('stop');
    expect(await desk.out()).toEqual(['ACME: you are unsubscribed and will get no more texts.']);
    desk.clock.advance(60_000);
    expect(await desk.out()).toEqual([]);
    if (!('deliveryId' in sale)) throw new Error('The sale was not stored.');
    expect(await desk.messenger.delivery(sale.deliveryId)).toMatchObject({ state: 'refused', reason: 'consent-withdrawn' });
    const history = await desk.messenger.consent.history(desk.messenger.consent.subject(american));
    expect(history[1]).toMatchObject({ kind: 'withdrawn', sender: 'acme', channels: '*', purposes: '*', personal: { note: 'STOP' } });
    expect(history[1]?.evidence.proofHash).toMatch(/^[0-9a-f]{64}$/u);
    const ground = (await deliveriesOf(desk)).find(({ request }) => request.template === 'stopped')!;
    expect(ground.steps[0]?.attempts[0]?.evidence.ground).toMatchObject({ basis: 'opt-out-confirmation', recordId: history[1]?.id });
  });

  it('is confirmed again only after the person has said yes again', async () => {
    const desk = openDesk();
    await desk.grant();
    desk.clock.advance(1_000);
    await desk.write('STOP');
    expect(await desk.out()).toHaveLength(1);
    desk.clock.advance(60_000);
    await desk.grant();
    desk.clock.advance(1_000);
    await desk.write('STOP');
    expect(await desk.out()).toHaveLength(1);
  });

  it('is confirmed in time or not at all', async () => {
    for (const [agoMs, texts] of [
      [299_000, 1],
      [301_000, 0],
    ] as const) {
      const desk = openDesk({ writtenAt: new Date(start.getTime() - agoMs) });
      await desk.write('STOP');
      expect(await desk.out()).toHaveLength(texts);
    }
    const late = openDesk();
    await late.write('STOP');
    late.clock.advance(301_000);
    expect(await late.out()).toEqual([]);
  });

  it('is not confirmed where no law allows it, by whom the provider has answered, or to a stranger', async () => {
    const british = openDesk({ person: briton });
    await british.write('STOP');
    expect(await british.out()).toEqual([]);
    const answered = openDesk();
    await answered.write('STOP', { preference: 'opted-out' });
    expect(await answered.out()).toEqual([]);
    const named = openDesk({ answers: { ...answers, confirmedByProvider: ['sms'] } });
    await named.write('STOP');
    expect(await named.out()).toEqual([]);
    const stranger = openDesk();
    await stranger.write('Wrong number, this is not me');
    expect(await stranger.out()).toEqual([]);
    expect(await stranger.kinds()).toEqual(['withdrawn', 'suppressed']);
    for (const desk of [british, answered, named]) expect(await desk.kinds()).toEqual(['withdrawn']);
  });

  it('is not confirmed with an offer', async () => {
    const desk = openDesk({ answers: { optOut: { template: 'before-you-go' } } });
    await desk.write('STOP');
    expect(await desk.out()).toEqual([]);
    const [delivery] = await deliveriesOf(desk);
    expect(delivery).toMatchObject({ state: 'refused', reason: 'content-refused' });
  });

  it('makes a 503 when the confirmation could not be stored, and both once when it comes again', async () => {
    const desk = openDesk();
    const { deliveryStore } = desk.stores;
    const insert = deliveryStore.insert.bind(deliveryStore);
    Object.assign(deliveryStore, { insert: () => Promise.reject(new Error('down')) });
    expect((await desk.write('STOP', { messageId: 'same' })).status).toBe(503);
    Object.assign(deliveryStore, { insert });
    expect((await desk.write('STOP', { messageId: 'same' })).status).toBe(200);
    expect((await desk.write('STOP', { messageId: 'same' })).status).toBe(200);
    expect(await desk.out()).toHaveLength(1);
    expect(await desk.kinds()).toEqual(['withdrawn']);
  });
});

describe('other replies', () => {
  it('help is answered once an hour and changes no consent', async () => {
    const desk = openDesk();
    await desk.grant();
    for (const text of ['HELP', 'help', 'INFO']) await desk.write(text);
    expect(await desk.out()).toEqual(['ACME alerts. Questions: 800 555 0143. Reply STOP to opt out.']);
    desk.clock.advance(3_600_000);
    await desk.write('HELP');
    expect(await desk.out()).toHaveLength(1);
    expect(await desk.kinds()).toEqual(['granted']);
  });

  it('a word that asks for messages is a question first, and a consent by the yes', async () => {
    const opening = openDesk();
    const [notice] = await keepNotices(opening.stores.documentStore, [{ version: '1', language: 'en', text: templates[4].variants[0]!.text }]);
    const desk = openDesk({ answers: { ...answers, optIn: { template: 'question', purposes: ['offers'], notice: notice! } } });
    await desk.write('START', { messageId: 'first' });
    await desk.write('START', { messageId: 'first' });
    expect(await desk.out()).toEqual([templates[4].variants[0]!.text]);
    expect(await desk.kinds()).toEqual(['requested']);
    desk.clock.advance(60_000);
    await desk.write('YES', { messageId: 'second' });
    await desk.write('YES', { messageId: 'second' });
    expect(await desk.kinds()).toEqual(['requested', 'confirmed']);
    const last = (await desk.messenger.consent.history(desk.messenger.consent.subject(american))).at(-1);
    expect(last).toMatchObject({ channels: ['sms'], purposes: ['offers'], evidence: { grade: 'A', notice } });
  });

  it('a yes after the question has lapsed, and a start without a question to ask, grant nothing', async () => {
    const notice = { hash: 'a'.repeat(64), version: '1', language: 'en' };
    const desk = openDesk({ answers: { optIn: { template: 'question', purposes: ['offers'], notice } } });
    await desk.write('START');
    desk.clock.advance(49 * 3_600_000);
    await desk.write('YES');
    expect(await desk.kinds()).toEqual(['requested']);
    const silent = openDesk();
    await silent.write('START');
    expect(await silent.kinds()).toEqual([]);
    expect(await silent.out()).toEqual([]);
  });

  it('the word alone is enough only where the host says that the law is content with it', async () => {
    const notice = { hash: 'a'.repeat(64), version: '1', language: 'en' };
    const optIn = { template: 'question', purposes: ['offers'], notice, wordSufficesIn: ['US'] };
    const desk = openDesk({ answers: { optIn } });
    await desk.write('START');
    expect(await desk.kinds()).toEqual(['granted']);
    const british = openDesk({ answers: { optIn }, person: briton });
    await british.write('START');
    expect(await british.kinds()).toEqual(['requested']);
  });
});

describe('the review queue', () => {
  const likely = 'please take my number off this list of yours';

  it('holds what was only probably meant, with its words, and stops at once all the same', async () => {
    const desk = openDesk();
    await desk.grant();
    desk.clock.advance(1_000);
    await desk.write(likely);
    expect(await desk.kinds()).toEqual(['granted', 'withdrawn']);
    const [item, ...more] = await desk.messenger.reviews.list();
    expect(more).toEqual([]);
    expect(item).toMatchObject({ intent: 'opt-out', provider: 'sms', state: 'open' });
    expect(JSON.stringify(item)).not.toContain('number off');
    expect(await desk.messenger.reviews.textOf(item!.id)).toBe(likely);
  });

  it('gives back what a misreading took, once, and nothing when the person has said no since', async () => {
    const desk = openDesk();
    await desk.grant();
    desk.clock.advance(1_000);
    await desk.write(likely);
    desk.clock.advance(60_000);
    const { reviews, consent } = desk.messenger;
    const [item] = await reviews.list();
    const decision = { by: 'desk-1', at: desk.clock.now() };
    await reviews.decide(item!.id, 'misread', decision);
    await reviews.decide(item!.id, 'misread', decision);
    expect(await desk.kinds()).toEqual(['granted', 'withdrawn', 'granted']);
    const [before, , after] = await consent.history(consent.subject(american));
    expect(after).toMatchObject({
      purposes: ['offers'],
      channels: ['sms'],
      evidence: { method: 'staff', grade: 'B', actor: 'desk-1', proofHash: before?.hash },
    });
    expect(await reviews.list()).toEqual([]);
    expect(await reviews.list('misread')).toHaveLength(1);
    await expect(reviews.decide('nothing', 'upheld', decision)).rejects.toThrow(/no such reply/u);

    const firm = openDesk();
    await firm.grant();
    firm.clock.advance(1_000);
    await firm.write(likely);
    firm.clock.advance(1_000);
    await firm.write('STOP');
    const [doubtful] = await firm.messenger.reviews.list();
    await firm.messenger.reviews.decide(doubtful!.id, 'misread', { by: 'desk-1', at: firm.clock.now() });
    expect(await firm.kinds()).toEqual(['granted', 'withdrawn', 'withdrawn']);
  });

  it('holds nothing that was certain', async () => {
    const desk = openDesk();
    await desk.write('STOP');
    await desk.write('HELP');
    expect(await desk.messenger.reviews.list()).toEqual([]);
  });
});

describe('on a database', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
    await migrateStores(database);
  });
  afterAll(() => database?.close());

  it('keeps the confirmation and what it rests on', async () => {
    // the database tells the time there: the reply is written now
    const desk = openDesk({ stores: postgresStores({ client: database, tenant: 'replies' }), from: new Date() });
    await desk.write('STOP');
    const [delivery] = await deliveriesOf(desk);
    expect(delivery?.request.confirms?.withdrawnAt).toBeInstanceOf(Date);
    expect(await desk.out()).toEqual(['ACME: you are unsubscribed and will get no more texts.']);
  });
});
