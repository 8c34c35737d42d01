import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/ledger/hash.ts';
import { consentForm, consentWords, keptNotices } from '../../src/web/index.ts';
import { documents, fillIn, openForm, origin } from './consent-support.ts';

const anna = '+79990000041';
const url = `${origin}/consent?lang=ru`;
const both = ['personal-data', 'offers'];
const text = async (response: Response): Promise<string> => response.text();

describe('consentForm', () => {
  it('shows every document with a box of its own that nobody has ticked, and loads nothing', async () => {
    const { form } = openForm(null);
    const response = await form(new Request(url));
    const html = await text(response);
    expect(html.match(/type="checkbox"/gu)).toHaveLength(2);
    expect(html).not.toMatch(/\bchecked\b|<script|\bsrc=/u);
    expect(html).toContain('<html lang="ru">');
    expect(html).toContain('ООО «Слон» (ИНН 0000000000) хранит номер');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/u);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-licet-form=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax; Secure$/u);
  });

  it('records one consent per document with the exact text shown, and thanks on a page of its own', async () => {
    const { form, history, options } = openForm(null, { details: () => ({ ip: '192.0.2.1' }) });
    const response = await fillIn(form, url, { phone: '8 (999) 000-00-41', agree: both }, { 'user-agent': 'Probe/1' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${origin}/consent?done=thanks&lang=ru`]);
    const records = await history(anna);
    const label = documents[1]!.texts.ru!.label;
    expect(records).toMatchObject([
      { kind: 'granted', purposes: ['personal-data'], channels: [], evidence: { notice: { version: '4', language: 'ru' } } },
      {
        kind: 'granted',
        sender: 'acme',
        purposes: ['offers'],
        channels: ['sms', 'max'],
        jurisdiction: 'RU',
        evidence: { method: 'web-form', grade: 'B', notice: { version: '7', language: 'ru', hash: sha256Hex(label) } },
        personal: { address: anna, sourceUrl: `${origin}/consent`, details: { userAgent: 'Probe/1', ip: '192.0.2.1' } },
      },
    ]);
    const kept = await keptNotices(options.notices);
    expect(kept.map((notice) => sha256Hex(notice.text)).toSorted()).toEqual(records.map((record) => record.evidence.notice?.hash).toSorted());
    expect(await text(await form(new Request(`${origin}/consent?done=thanks&lang=ru`)))).toContain('Ваш выбор записан');
  });

  it('records only what was ticked, and one act when the browser sends it twice', async () => {
    const { form, history } = openForm(null);
    const shown = await form(new Request(url));
    const token = /name="token" value="([^"]+)"/u.exec(await text(shown))![1]!;
    const cookie = shown.headers.get('set-cookie')!.split(';', 1)[0]!;
    const post = (): Promise<Response> =>
      form(new Request(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ token, phone: anna, agree: 'personal-data' }) }));
    expect((await Promise.all([post(), post()])).map(({ status }) => status)).toEqual([303, 303]);
    await post();
    expect(await history(anna)).toMatchObject([{ purposes: ['personal-data'] }]);
  });

  it.each([
    ['no number', { phone: '12', agree: both }, 'phoneWrong'],
    ['nothing ticked', { phone: anna }, 'nothingTicked'],
    ['the required box left out', { phone: anna, agree: 'offers' }, 'requiredMissing'],
    ['a document that is not on the form', { phone: anna, agree: 'everything' }, 'nothingTicked'],
  ] as const)('says what is wrong: %s', async (_, typed, word) => {
    const { form, history } = openForm(null);
    const response = await fillIn(form, url, typed);
    const html = await text(response);
    expect(response.status).toBe(422);
    expect(html).toContain(consentWords.ru[word]);
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toMatch(/\bchecked\b/u);
    expect(await history(anna)).toEqual([]);
  });

  it('takes numbers of named countries only', async () => {
    const { form } = openForm(null, { countries: ['RU'] });
    expect(await text(await fillIn(form, url, { phone: '+447700900123', agree: both }))).toContain(consentWords.ru.phoneForeign);
  });

  it('escapes what was typed', async () => {
    const { form } = openForm(null);
    const html = await text(await fillIn(form, url, { phone: '"><script>x</script>', agree: both }));
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    expect(html).not.toContain('<script>');
  });

  it.each([
    ['another origin', { origin: 'https://evil.example.test' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
    ['another site by the browser’s word', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no cookie of the form', { cookie: 'other=1' }, 403],
    ['another browser’s cookie', { cookie: `__Host-licet-form=${'A'.repeat(24)}`, 'x-late': '1' }, 403],
    ['another kind of body', { 'content-type': 'text/plain' }, 415],
  ])('takes no consent from %s', async (name, headers, status) => {
    const { form, history } = openForm(null);
    const shown = await form(new Request(url));
    const token = /name="token" value="([^"]+)"/u.exec(await text(shown))![1]!;
    const cookie = shown.headers.get('set-cookie')!.split(';', 1)[0]!;
    const body = new URLSearchParams([['token', token], ['phone', anna], ...both.map((id) => ['agree', id])]);
    const response = await form(new Request(url, { method: 'POST', headers: { cookie, ...headers }, body: body.toString().length > 0 ? body : '' }));
    expect([name, response.status]).toEqual([name, status]);
    expect(await history(anna)).toEqual([]);
  });

  it('wants a form that is neither too old nor about other texts', async () => {
    const { form, clock, options, history } = openForm(null);
    const shown = await form(new Request(url));
    const token = /name="token" value="([^"]+)"/u.exec(await text(shown))![1]!;
    const cookie = shown.headers.get('set-cookie')!.split(';', 1)[0]!;
    const request = (): Request =>
      new Request(url, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams([['token', token], ['phone', anna], ...both.map((id) => ['agree', id])]),
      });
    const changed = documents.map((one) => ({ ...one, texts: { ru: { ...one.texts.ru!, label: `${one.texts.ru!.label}!` } } }));
    const reworded = await consentForm({ ...options, documents: changed })(request());
    expect([reworded.status, (await text(reworded)).includes(consentWords.ru.stale)]).toEqual([403, true]);
    clock.set(new Date(clock.now().getTime() + 7_200_001));
    expect((await form(request())).status).toBe(403);
    expect(await history(anna)).toEqual([]);
  });

  it('reads no more than a form', async () => {
    const { form } = openForm(null);
    const body = new URLSearchParams({ phone: 'x'.repeat(70_000) });
    expect((await form(new Request(url, { method: 'POST', body }))).status).toBe(415);
  });

  it('speaks the language asked for, then the browser’s, then its first', async () => {
    const { form } = openForm(null);
    const lang = async (address: string, wish?: string): Promise<string | undefined> =>
      /<html lang="([^"]+)"/u.exec(
        await text(await form(new Request(address, wish === undefined ? {} : { headers: { 'accept-language': wish } }))),
      )?.[1];
    expect(await lang(`${origin}/consent?lang=en`, 'ru')).toBe('en');
    expect(await lang(`${origin}/consent`, 'de, en-GB;q=0.8, ru;q=0.3')).toBe('en');
    expect(await lang(`${origin}/consent?lang=kk`, 'fr')).toBe('ru');
  });

  it('answers HEAD and refuses other methods', async () => {
    const { form } = openForm(null);
    expect((await form(new Request(url, { method: 'HEAD' }))).status).toBe(200);
    expect((await form(new Request(url, { method: 'PUT', body: 'x' }))).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each([
    ['no documents', { documents: [] }, /documents/u],
    [
      'no language for all',
      { documents: [{ ...documents[0]!, texts: { fr: { version: '1', label: 'Oui' } } }] },
      /a language that all documents have/u,
    ],
    ['two documents of one name', { documents: [documents[0]!, documents[0]!] }, /a name of its own/u],
    ['data and advertising in one document', { documents: [{ ...documents[0]!, purposes: ['personal-data', 'offers'] }] }, /document of its own/u],
    ['a short secret', { secret: Buffer.alloc(8) }, /at least 32/u],
    ['a brand that breaks out of its rule', { brand: { accent: 'red}body{display:none' } }, /plain CSS value/u],
    ['a brand that loads', { brand: { background: 'url(x)' } }, /plain CSS value/u],
  ])('refuses %s at once', (_, more, message) => {
    expect(() => openForm(null, more)).toThrow(message);
  });
});
