import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDocumentStore } from '../../src/cascade/index.ts';
import { openPlatformFacts } from '../../src/cascade/platform/platform-facts.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';
import { createConsentBook, memoryConsentStore, memoryKeyStore, noFence } from '../../src/consent/index.ts';
import type { TemplateVariant } from '../../src/template/index.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const variant = (language: string): TemplateVariant => ({
  channel: 'whatsapp',
  locale: language,
  text: 'x',
  whatsapp: { name: 'spring', language, category: 'MARKETING' },
});
const news = (state: string, language?: string): ChannelEvent => ({
  provider: 'meta-whatsapp',
  kind: 'template',
  status: null,
  errorClass: null,
  messageId: null,
  recipient: null,
  providerCode: null,
  subject: { type: 'template-status', name: 'spring', state, ...(language === undefined ? {} : { language }) },
});
const at = (minutes: number) => new Date(Date.parse('2026-04-13T10:00:00Z') + minutes * 60_000);
const told = (kind: 'template' | 'quality', subject: ChannelEvent['subject'], when?: Date): ChannelEvent => ({
  ...news(''),
  kind,
  ...(subject === undefined ? {} : { subject }),
  ...(when === undefined ? {} : { at: when }),
});
const book = () => {
  let id = 0;
  const clock = manualClock(new Date('2026-04-13T10:00:00Z'));
  return createConsentBook({
    store: memoryConsentStore(),
    keys: memoryKeyStore(),
    tenant: 'acme',
    secret: createSecretKey(Buffer.alloc(32, 7)),
    clock,
    newId: () => `id-${id++}`,
    fence: noFence,
  });
};

describe('platform facts', () => {
  it('a paused template is paused in its language only, for every worker after its next look, until it is approved again', async () => {
    const documents = memoryDocumentStore();
    const [here, there] = [openPlatformFacts(documents), openPlatformFacts(documents)];
    await here.record('meta-whatsapp', news('PAUSED', 'en'), at(0));
    expect(here.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused' });
    expect(there.variantState('spring-sale', variant('en'))).toBeUndefined();
    await there.refresh();
    expect(there.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused' });
    expect(there.variantState('spring-sale', variant('ru'))).toBeUndefined();
    await here.record('meta-whatsapp', news('APPROVED', 'en'), at(1));
    await there.refresh();
    expect(there.variantState('spring-sale', variant('en'))).toEqual({ state: 'approved' });
  });

  it('a pause has the length the platform gives it', async () => {
    const facts = openPlatformFacts(memoryDocumentStore());
    const paused = (reason: string) => told('template', { type: 'template-status', name: 'spring', language: 'en', state: 'PAUSED', reason });
    await facts.record('meta-whatsapp', paused('FIRST_PAUSE'), at(0));
    expect(facts.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused', resumesAt: at(180) });
    await facts.record('meta-whatsapp', paused('SECOND_PAUSE'), at(1));
    expect(facts.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused', resumesAt: at(361) });
  });

  it('a category moves with its announcement, apart from the state, and older news change nothing', async () => {
    const facts = openPlatformFacts(memoryDocumentStore());
    const moved = (state: string, reason: string, when: Date) =>
      facts.record('meta-whatsapp', told('template', { type: 'template-category', name: 'spring', language: 'en', state, reason }, when), at(60));
    await facts.record('meta-whatsapp', news('APPROVED', 'en'), at(0));
    expect(await moved('MARKETING', 'announced', at(10))).toEqual({
      on: 'template',
      news: { about: 'category', category: 'MARKETING', announced: true },
    });
    expect(facts.variantState('spring-sale', variant('en'))).toEqual({ state: 'approved', category: 'MARKETING' });
    await moved('UTILITY', 'changed', at(5));
    expect(facts.variantState('spring-sale', variant('en'))?.category).toBe('MARKETING');
    await moved('UTILITY', 'changed', at(20));
    expect(facts.variantState('spring-sale', variant('en'))?.category).toBe('UTILITY');
    expect(await moved('SOMETHING', 'changed', at(30))).toBeUndefined();
  });

  describe.each([
    ['a ban', { type: 'account', state: 'DISABLE' }, 'all', 30 * 1440],
    ['a deletion', { type: 'account', state: 'ACCOUNT_DELETED' }, 'all', 30 * 1440],
    ['a ban to come', { type: 'account', state: 'SCHEDULE_FOR_DISABLE' }, 'marketing', 30 * 1440],
    ['a warning', { type: 'account', state: 'ACCOUNT_VIOLATION', reason: 'SPAM' }, 'marketing', 1440],
    ['a restriction without an end', { type: 'account', state: 'ACCOUNT_RESTRICTION' }, 'all', 1440],
    [
      'a restriction with one',
      { type: 'account', state: 'ACCOUNT_RESTRICTION', reason: 'X,RESTRICTED_ADD_PHONE_NUMBER_ACTION', until: at(4_320) },
      'all',
      4_320,
    ],
    ['a failed review', { type: 'account-review', state: 'REJECTED' }, 'all', 30 * 1440],
    ['a flagged number', { type: 'number-quality', name: '447700900900', state: 'FLAGGED' }, 'marketing', 7 * 1440],
  ] as const)('%s', (_name, subject, halted, minutes) => {
    it(`halts ${halted} at every worker, and ends by itself`, async () => {
      const documents = memoryDocumentStore();
      const there = openPlatformFacts(documents);
      expect(await openPlatformFacts(documents).record('wa', told('quality', subject), at(0))).toMatchObject({ on: 'account' });
      await there.refresh();
      expect(there.accountState('wa', at(1))).toEqual({ halted, until: at(minutes) });
      expect(there.accountState('wa', at(minutes))).toEqual({});
      expect(there.accountState('other', at(1))).toBeUndefined();
    });
  });

  it('an end lifts the halt of its own source only; the widest that is left holds', async () => {
    const facts = openPlatformFacts(memoryDocumentStore());
    const hear = (subject: ChannelEvent['subject'], minute: number) => facts.record('wa', told('quality', subject, at(minute)), at(100));
    await hear({ type: 'number-quality', state: 'FLAGGED' }, 0);
    await hear({ type: 'account', state: 'DISABLE' }, 1);
    expect(facts.accountState('wa', at(2))?.halted).toBe('all');
    await hear({ type: 'account', state: 'REINSTATE' }, 3);
    expect(facts.accountState('wa', at(4))?.halted).toBe('marketing');
    await hear({ type: 'account', state: 'DISABLE' }, 2);
    expect(facts.accountState('wa', at(4))?.halted).toBe('marketing');
    await hear({ type: 'number-quality', state: 'UNFLAGGED' }, 5);
    expect(facts.accountState('wa', at(6))).toEqual({});
  });

  it.each([
    ['TIER_250', 250],
    ['TIER_2K', 2_000],
    ['TIER_100K', 100_000],
    ['TIER_UNLIMITED', undefined],
    ['-1', undefined],
    ['1000', 1_000],
  ])('reads %s as the people a day', async (state, people) => {
    const facts = openPlatformFacts(memoryDocumentStore());
    expect(await facts.record('wa', told('quality', { type: 'capability', state }), at(0))).toBeDefined();
    expect(facts.accountState('wa', at(1))?.dailyReach).toBe(people);
  });

  it.each([
    { type: 'account', state: 'PARTNER_ADDED' },
    { type: 'account', state: 'ACCOUNT_RESTRICTION', reason: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
    { type: 'account-alert', state: 'OPEN' },
    { type: 'capability', state: 'MANY' },
    { type: 'number-name', state: 'APPROVED' },
    { type: 'template-quality', name: 'spring', state: 'RED' },
  ])('lets $type $state stand for the host to look at', async (subject) => {
    expect(await openPlatformFacts(memoryDocumentStore()).record('wa', told('quality', subject), at(0))).toBeUndefined();
  });

  it('finds the person behind a channel’s own id, and keeps neither id nor number in clear', async () => {
    const documents = memoryDocumentStore();
    const ledger = book();
    const facts = openPlatformFacts(documents);
    const emma = ledger.subject('+447700900123');
    await facts.rememberAddresses(ledger, emma, { max: '5000001' });
    expect(await openPlatformFacts(documents).personBehind(ledger)('max:5000001')).toBe(emma);
    expect(await facts.personBehind(ledger)('max:5000002')).toBeUndefined();
    expect(JSON.stringify(await documents.list(''))).not.toMatch(/5000001|7700900123/u);
  });
});
