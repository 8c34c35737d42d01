import { describe, expect, it } from 'vitest';
import { type PreferenceWords, preferenceWords } from '../../src/web/index.ts';
import { arabic, oneClick, openOptOut, origin, topics } from './opt-out-support.ts';

const anna = '+447700900123';
const boris = '+79990000011';

describe('the unsubscribe page', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('changes nothing on %s', async (method) => {
    const scene = openOptOut();
    await scene.grant(anna);
    const link = scene.links.unsubscribe({ subject: scene.book.subject(anna), sender: 'acme' }, scene.clock.now());
    const response = await scene.unsubscribe(new Request(link, { method }));
    expect(response.ok).toBe(true);
    expect(await scene.history(anna)).toHaveLength(1);
  });

  it.each(['urlencoded', 'multipart'] as const)('withdraws by the one-click post, %s', async (form) => {
    const scene = openOptOut();
    await scene.grant(anna);
    const link = scene.links.unsubscribe({ subject: scene.book.subject(anna), sender: 'acme' }, scene.clock.now());
    const response = await scene.unsubscribe(oneClick(link, form));
    expect(response.status).toBe(200);
    const last = (await scene.history(anna)).at(-1);
    expect(last).toMatchObject({ kind: 'withdrawn', sender: 'acme', channels: '*', purposes: '*', evidence: { method: 'link' } });
    expect(last?.evidence.proofHash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('withdraws no more than the link speaks for', async () => {
    const scene = openOptOut();
    await scene.grant(anna);
    const about = { subject: scene.book.subject(anna), sender: 'acme', purposes: ['news'], channels: ['sms'] } as const;
    await scene.unsubscribe(oneClick(scene.links.unsubscribe(about, scene.clock.now())));
    expect((await scene.history(anna)).at(-1)).toMatchObject({ kind: 'withdrawn', purposes: ['news'], channels: ['sms'] });
  });

  it('is one act however often it is pressed, and a new one after a new consent', async () => {
    const scene = openOptOut();
    await scene.grant(anna);
    const link = scene.links.unsubscribe({ subject: scene.book.subject(anna) }, scene.clock.now());
    await Promise.all([1, 2, 3].map(() => scene.unsubscribe(oneClick(link))));
    expect((await scene.history(anna)).map(({ kind }) => kind)).toEqual(['granted', 'withdrawn']);
    scene.clock.set(new Date(scene.clock.now().getTime() + 1_000));
    await scene.grant(anna);
    await scene.unsubscribe(oneClick(link));
    expect((await scene.history(anna)).map(({ kind }) => kind)).toEqual(['granted', 'withdrawn', 'granted', 'withdrawn']);
  });

  it('answers a forged, a used and an erased link alike', async () => {
    const scene = openOptOut();
    const link = async (phone: string): Promise<string> => {
      await scene.grant(phone);
      return scene.links.unsubscribe({ subject: scene.book.subject(phone) }, scene.clock.now());
    };
    const [used, erased] = [await link(anna), await link(boris)];
    await scene.unsubscribe(oneClick(used));
    await scene.book.erase({ address: boris, reason: 'asked', evidence: { method: 'staff', grade: 'B' } });
    const before = await scene.history(boris);
    const answers = await Promise.all(
      [used, erased, `${origin}/stop?t=${'A'.repeat(50)}`, `${origin}/stop?t=nothing`].map(async (url) => {
        const response = await scene.unsubscribe(oneClick(url));
        return { status: response.status, body: await response.text(), headers: [...response.headers] };
      }),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await scene.history(boris)).toEqual(before);
  });

  it('never says done when the ledger did not answer, whatever the link', async () => {
    const scene = openOptOut();
    const down = openOptOut({
      consent: {
        ...scene.book,
        load: async () => {
          throw new Error('down');
        },
      },
    });
    const good = down.links.unsubscribe({ subject: scene.book.subject(anna) }, scene.clock.now());
    for (const url of [good, `${origin}/stop?t=${'A'.repeat(50)}`]) {
      const response = await down.unsubscribe(oneClick(url));
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('30');
    }
  });

  it('wants the words of RFC 8058 and a token', async () => {
    const scene = openOptOut();
    const link = scene.links.unsubscribe({ subject: scene.book.subject(anna) }, scene.clock.now());
    const bare = await scene.unsubscribe(new Request(link, { method: 'POST' }));
    const other = await scene.unsubscribe(new Request(link, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }));
    expect([bare.status, other.status]).toEqual([400, 400]);
    expect((await scene.unsubscribe(oneClick(`${origin}/stop`))).status).toBe(400);
    expect((await scene.unsubscribe(new Request(link, { method: 'PUT' }))).status).toBe(405);
    expect(await scene.history(anna)).toEqual([]);
  });

  it('turns away a client that guesses, and no good link with it', async () => {
    const scene = openOptOut({ guessesPerMinute: 5, clientOf: (request) => request.headers.get('x-client') ?? undefined });
    await scene.grant(anna);
    const guess = (client: string): Promise<Response> => {
      const request = oneClick(`${origin}/stop?t=${'B'.repeat(50)}`);
      request.headers.set('x-client', client);
      return scene.unsubscribe(request);
    };
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await guess('one')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await guess('two')).status).toBe(200);
    const good = oneClick(scene.links.unsubscribe({ subject: scene.book.subject(anna) }, scene.clock.now()));
    good.headers.set('x-client', 'one');
    expect((await scene.unsubscribe(good)).status).toBe(200);
    expect((await scene.history(anna)).at(-1)?.kind).toBe('withdrawn');
  });
});

describe('the preference page', () => {
  const open = async (given: Parameters<typeof openOptOut>[0] = {}) => {
    const scene = openOptOut(given);
    await scene.grant(anna);
    const link = scene.links.preferences({ subject: scene.book.subject(anna), sender: 'acme' }, scene.clock.now())!;
    const html = async (url = link): Promise<string> => (await scene.preferences(new Request(url))).text();
    const post = (want: readonly string[], shown: readonly string[], more: Record<string, string> = {}, url = link): Promise<Response> =>
      scene.preferences(
        new Request(url, {
          method: 'POST',
          headers: { origin },
          body: new URLSearchParams([...want.map((box) => ['want', box]), ...shown.map((box) => ['shown', box]), ...Object.entries(more)]),
        }),
      );
    return { ...scene, link, html, post };
  };
  const ticked = (html: string): string[] => [...html.matchAll(/value="([\w-]+\/\w+)" checked/gu)].map(([, box]) => box!);
  const all = ['offers/sms', 'offers/whatsapp', 'news/sms', 'news/max'];

  it('shows what stands and changes nothing by it', async () => {
    const { html, history } = await open();
    expect(ticked(await html())).toEqual(all);
    expect(await history(anna)).toHaveLength(1);
  });

  it('takes back what is no longer ticked, and only that', async () => {
    const { html, post, history } = await open();
    expect((await post(['offers/whatsapp', 'news/sms', 'news/max'], all)).status).toBe(200);
    expect(ticked(await html())).toEqual(['offers/whatsapp', 'news/sms', 'news/max']);
    expect((await history(anna)).at(-1)).toMatchObject({ kind: 'withdrawn', channels: ['sms'], purposes: ['offers'] });
  });

  it('takes a topic back everywhere when no channel of it is left', async () => {
    const { post, history } = await open();
    await post(['news/sms', 'news/max'], all);
    expect((await history(anna)).at(-1)).toMatchObject({ kind: 'withdrawn', channels: '*', purposes: ['offers'] });
  });

  it('records a new consent with the text that was shown', async () => {
    const { post, history, html, clock, notices } = await open();
    await post([], all, { act: 'stop-all' });
    expect(ticked(await html())).toEqual([]);
    clock.set(new Date(clock.now().getTime() + 60_000));
    await post(['offers/sms'], []);
    const last = (await history(anna)).at(-1)!;
    expect(last).toMatchObject({ kind: 'granted', channels: ['sms'], purposes: ['offers'], evidence: { notice: { version: '3', language: 'en' } } });
    const kept = await notices.list('notice/');
    expect(kept.map(({ key }) => key)).toEqual([expect.stringContaining(last.evidence.notice!.hash)]);
    expect(ticked(await html())).toEqual(['offers/sms']);
  });

  it('revives nothing from a page that was made before an opt-out', async () => {
    const { book, post, history, clock } = await open();
    clock.set(new Date(clock.now().getTime() + 60_000));
    await book.withdraw({ address: anna, evidence: { method: 'reply', grade: 'A' } });
    await post(all, all);
    expect((await history(anna)).map(({ kind }) => kind)).toEqual(['granted', 'withdrawn']);
  });

  it('is one act when it is sent twice at once', async () => {
    const { post, history } = await open();
    await Promise.all([post(['news/sms', 'news/max'], all), post(['news/sms', 'news/max'], all)]);
    expect((await history(anna)).map(({ kind }) => kind)).toEqual(['granted', 'withdrawn']);
  });

  it('takes no post from another site, and bounds new consents in a day', async () => {
    const { preferences, link, post, history, clock } = await open({ grantsPerDay: 2 });
    const foreign = new Request(link, {
      method: 'POST',
      headers: { origin: 'https://evil.example.test' },
      body: new URLSearchParams({ act: 'stop-all' }),
    });
    expect((await preferences(foreign)).status).toBe(403);
    for (let i = 0; i < 3; i++) {
      clock.set(new Date(clock.now().getTime() + 60_000));
      await post([], all, { act: 'stop-all' });
      clock.set(new Date(clock.now().getTime() + 60_000));
      await post(['offers/sms'], []);
    }
    expect((await history(anna)).filter(({ kind }) => kind === 'granted')).toHaveLength(2);
    expect((await history(anna)).filter(({ kind }) => kind === 'withdrawn')).toHaveLength(3);
  });

  it('shows and answers an unknown, a used and an erased link alike', async () => {
    const scene = await open();
    await scene.grant(boris);
    const erased = scene.links.preferences({ subject: scene.book.subject(boris), sender: 'acme' }, scene.clock.now())!;
    await scene.post([], all, { act: 'stop-all' });
    await scene.book.erase({ address: boris, reason: 'asked', evidence: { method: 'staff', grade: 'B' } });
    const unknown = `${origin}/preferences?t=${'C'.repeat(erased.split('t=')[1]!.length)}`;
    const seen = await Promise.all(
      [scene.link, erased, unknown].map(async (url) => {
        const [, token] = url.split('t=');
        const shown = (await scene.html(url)).replaceAll(token!, 'TOKEN');
        const answer = await scene.post([], [], { act: 'stop-all' }, url);
        return JSON.stringify([shown, answer.status, await answer.text()]);
      }),
    );
    expect(new Set(seen).size).toBe(1);
  });

  it('grants nothing to a link that is none, or to somebody erased', async () => {
    const scene = await open();
    await scene.book.erase({ address: anna, reason: 'asked', evidence: { method: 'staff', grade: 'B' } });
    const before = await scene.history(anna);
    await scene.post(['offers/sms'], []);
    await scene.post(['offers/sms'], [], {}, `${origin}/preferences?t=${'C'.repeat(60)}`);
    expect(await scene.history(anna)).toEqual(before);
  });
});

describe('the words of the pages', () => {
  const languages: Readonly<Record<string, PreferenceWords>> = { ...preferenceWords, ar: arabic };

  it.each(Object.keys(languages))('are whole in %s', (language) => {
    const flat = (words: PreferenceWords): [string, unknown][] => [...Object.entries(words), ...Object.entries(words.channels)];
    const keys = (words: PreferenceWords): string[] =>
      flat(words)
        .map(([key]) => key)
        .toSorted();
    expect(keys(languages[language]!)).toEqual(keys(preferenceWords.en));
    for (const [, text] of flat(languages[language]!).filter(([, value]) => typeof value === 'string')) expect(text).not.toBe('');
  });

  it.each(Object.keys(preferenceWords))('of %s are nowhere those of another language', (language) => {
    const { channels: _own, ...words } = languages[language]!;
    for (const [other, { channels: _theirs, ...theirs }] of Object.entries(languages))
      if (other !== language) for (const [key, text] of Object.entries(words)) expect(text).not.toBe(theirs[key as keyof typeof theirs]);
  });

  it('turn the page round where the language runs from right to left', async () => {
    const { unsubscribe } = openOptOut();
    const html = async (language: string) => (await unsubscribe(new Request(`${origin}/stop?t=x&lang=${language}`))).text();
    expect(await html('ar')).toContain('<html lang="ar" dir="rtl">');
    expect(await html('kk')).toContain('<html lang="kk">');
    expect(topics.every(({ texts }) => 'ar' in texts)).toBe(true);
  });
});
