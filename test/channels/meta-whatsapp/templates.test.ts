import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareTemplates, whatsappTemplates } from '../../../src/channels/meta-whatsapp/index.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import type { WhatsAppTemplate } from '../../../src/template/index.ts';
import { json, tenOClock, wire } from '../provider-bench.ts';

const businessAccountId = '102900000000001';
const order: WhatsAppTemplate = {
  name: 'order_ready',
  language: 'en',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Your order {{1}} is ready at the shop in Mill Lane.', example: { body_text: [['4471']] } }],
};
const withBody = (text: string, over: Partial<WhatsAppTemplate> = {}): WhatsAppTemplate => ({
  ...order,
  ...over,
  components: [{ type: 'BODY', text, example: { body_text: [['4471']] } }],
});

describe('templates at a platform that keeps them', () => {
  let sandbox: Sandbox;
  const open = () =>
    whatsappTemplates({ businessAccountId, accessToken: 'token', baseUrl: sandbox.baseUrl('meta-whatsapp'), pageSize: 2, clock: tenOClock });
  beforeAll(async () => {
    const bodies = Array.from({ length: 5 }, (_, index) => ({
      name: `sale_${index}`,
      language: 'en',
      body: 'Sale {{1}} today. Reply STOP to opt out.',
    }));
    sandbox = await createSandbox({ credentials: { 'meta-whatsapp': 'token' }, templates: bodies });
  });
  afterAll(() => sandbox.close());

  it('lists page after page, submits, changes and deletes', async () => {
    const sheet = open();
    const first = await sheet.list();
    expect(first.ok && first.templates.map(({ name, state }) => [name, state])).toEqual(
      Array.from({ length: 5 }, (_, index) => [`sale_${index}`, 'approved']),
    );
    const made = await sheet.create(order);
    expect(made).toMatchObject({ ok: true, status: 'PENDING', category: 'UTILITY' });
    const again = await sheet.create(order);
    expect(again).toMatchObject({ ok: false, outcome: 'rejected', errorClass: 'invalid-request', providerCode: '100' });
    const id = made.ok ? made.id : '';
    expect(await sheet.edit(id, withBody('Your order {{1}} waits for you at the shop in Mill Lane.'))).toMatchObject({ ok: true, id });
    const list = await sheet.list();
    const theirs = list.ok ? list.templates : [];
    expect(theirs.find((one) => one.id === id)).toMatchObject({ state: 'pending', category: 'UTILITY' });
    expect(compareTemplates([order], theirs).map((one) => [one.kind, one.name, 'parts' in one ? one.parts : null])).toEqual([
      ['changed', 'order_ready', ['BODY']],
      ['unsendable', 'order_ready', null],
      ...Array.from({ length: 5 }, (_, index) => ['missing', `sale_${index}`, null]),
    ]);
    expect(await sheet.remove({ name: 'order_ready' })).toEqual({ ok: true });
    expect(await sheet.remove({ name: 'order_ready' })).toMatchObject({ ok: false, outcome: 'rejected' });
  });

  it('does not submit what our own rules find wrong', async () => {
    const before = await open().list();
    const result = await open().create(withBody('{{1}}'));
    expect(result).toMatchObject({ ok: false, outcome: 'lint-errors' });
    expect('diagnostics' in result && result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(await open().list()).toEqual(before);
  });

  it('refuses a wrong token as such', async () => {
    const stranger = whatsappTemplates({ businessAccountId, accessToken: 'other', baseUrl: sandbox.baseUrl('meta-whatsapp') });
    expect(await stranger.list()).toMatchObject({ ok: false, outcome: 'rejected', errorClass: 'auth', providerCode: '190' });
  });
});

describe('calls about templates', () => {
  const net = wire();
  const sheet = whatsappTemplates({ businessAccountId, accessToken: 'token', clock: tenOClock, timeoutMs: 1_000 });

  it('carry the token to the configured host only, whatever `paging.next` says', async () => {
    const entry = { id: '1', name: 'a', language: 'en', status: 'APPROVED', category: 'UTILITY', components: [] };
    const first = { data: [entry], paging: { cursors: { after: 'c1' }, next: 'http://169.254.169.254/latest' } };
    net.answer(json(first), json({ data: [{ ...entry, id: '2', name: 'b' }], paging: { cursors: { after: 'c2' } } }));
    const list = await sheet.list();
    expect(list.ok && list.templates.map(({ id }) => id)).toEqual(['1', '2']);
    expect(net.seen.map(({ url }) => new URL(url).origin)).toEqual(['https://graph.facebook.com', 'https://graph.facebook.com']);
    expect(new URL(net.seen[1]!.url).searchParams.get('after')).toBe('c1');
  });

  it('stop at a cursor that does not move', async () => {
    net.answer(json({ data: [], paging: { cursors: { after: 'same' }, next: 'x' } }));
    expect(await sheet.list()).toEqual({ ok: true, templates: [] });
    expect(net.seen).toHaveLength(2);
  });

  it('leave a lost answer unknown and keep code, subcode and wait of a refusal', async () => {
    net.answer('cut');
    expect(await sheet.create(order)).toMatchObject({ ok: false, outcome: 'unknown' });
    net.answer(json({ error: { code: 100, error_subcode: 2388299 } }, 400));
    expect(await sheet.create(order)).toMatchObject({ outcome: 'rejected', errorClass: 'invalid-request', subcode: '2388299' });
    net.answer(json({ error: { code: 80007 } }, 400, { 'retry-after': '90' }));
    expect(await sheet.list()).toMatchObject({ outcome: 'rejected', errorClass: 'rate-limited', retryAfterMs: 90_000 });
    net.answer(json({ error: { code: 2 } }, 503));
    expect(await sheet.remove({ name: 'a', id: '7' })).toMatchObject({ outcome: 'unknown', errorClass: 'retryable-transient' });
    expect(new URL(net.seen.at(-1)!.url).search).toBe('?hsm_id=7&name=a');
    net.answer(json('what'));
    expect(await sheet.list()).toMatchObject({ outcome: 'unknown' });
  });
});

describe('comparing with the platform', () => {
  const there = (over: object = {}) => {
    const { example: _example, ...body } = order.components[0] as { example?: unknown; type: 'BODY'; text: string };
    const base = { id: '9', comingCategory: null, status: 'APPROVED', state: 'approved', quality: 'GREEN', rejectedReason: null } as const;
    return { ...base, name: order.name, language: 'en', category: 'UTILITY', parameterFormat: 'positional' as const, components: [body], ...over };
  };

  it('finds nothing where spelling, samples and key order alone differ', () => {
    const buttons = (keys: 'ours' | 'theirs') =>
      keys === 'ours'
        ? [{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example.test/{{1}}', example: ['x'] }] }]
        : [{ buttons: [{ url: 'https://shop.example.test/{{1}}', text: 'Track', type: 'url' }], type: 'buttons' }];
    const ours = { ...order, components: [...order.components, ...buttons('ours')] } as WhatsAppTemplate;
    expect(compareTemplates([ours], [there({ components: [...there().components, ...buttons('theirs')] })])).toEqual([]);
  });

  it('names what is new, gone, moved to another category, announced to move, and paused', () => {
    expect(compareTemplates([order], []).map(({ kind }) => kind)).toEqual(['added']);
    expect(compareTemplates([], [there(), there({ name: 'old', state: 'archived' })]).map(({ kind, name }) => [kind, name])).toEqual([
      ['missing', 'order_ready'],
    ]);
    expect(compareTemplates([order], [there({ category: 'MARKETING' })])).toMatchObject([
      { kind: 'recategorised', to: 'MARKETING', announced: false },
    ]);
    expect(compareTemplates([order], [there({ comingCategory: 'MARKETING' })])).toMatchObject([{ kind: 'recategorised', announced: true }]);
    expect(compareTemplates([order], [there({ status: 'PAUSED', state: 'paused' })])).toMatchObject([{ kind: 'unsendable' }]);
    expect(compareTemplates([order], [there({ parameterFormat: 'named' })])).toMatchObject([{ kind: 'changed', parts: ['parameter_format'] }]);
  });
});
