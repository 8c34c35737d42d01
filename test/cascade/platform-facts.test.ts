import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDocumentStore } from '../../src/cascade/index.ts';
import { openPlatformFacts } from '../../src/cascade/platform-facts.ts';
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
    await here.record('meta-whatsapp', news('PAUSED', 'en'));
    expect(here.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused' });
    expect(there.variantState('spring-sale', variant('en'))).toBeUndefined();
    await there.refresh();
    expect(there.variantState('spring-sale', variant('en'))).toEqual({ state: 'paused' });
    expect(there.variantState('spring-sale', variant('ru'))).toBeUndefined();
    await here.record('meta-whatsapp', news('APPROVED', 'en'));
    await there.refresh();
    expect(there.variantState('spring-sale', variant('en'))).toEqual({ state: 'approved' });
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
