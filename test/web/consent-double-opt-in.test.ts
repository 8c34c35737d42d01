import { describe, expect, it } from 'vitest';
import { consentWords } from '../../src/web/index.ts';
import { type FormScene, fillIn, openForm, origin } from './consent-support.ts';

const anna = '+79990000041';
const url = `${origin}/consent?lang=ru`;
const both = ['personal-data', 'offers'];
const submit = (scene: FormScene): Promise<Response> => fillIn(scene.form, url, { phone: anna, agree: both });
const kinds = async (scene: FormScene): Promise<readonly string[]> => (await scene.history(anna)).map(({ kind }) => kind);
const allowed = async (scene: FormScene): Promise<boolean> =>
  (
    await scene.book.decide([
      { subject: scene.book.subject(anna), kind: 'marketing', sender: 'acme', channel: 'max', purpose: 'offers', at: scene.clock.now() },
    ])
  )[0]!.allowed;

describe('double opt-in by code', () => {
  it('leads to the code page, and one code confirms every document of the form', async () => {
    const scene = openForm('code');
    const response = await submit(scene);
    const next = response.headers.get('location')!;
    expect(response.status).toBe(303);
    expect(next).not.toContain('9990000041');
    expect(scene.sent).toMatchObject([{ address: anna, language: 'ru', secret: expect.stringMatching(/^\d{6}$/u) }]);
    expect(await allowed(scene)).toBe(false);
    const done = await fillIn(scene.page, next, { code: ` ${scene.sent[0]!.secret.replace(/^.../u, '$& ')}` });
    expect([done.status, (await done.text()).includes(consentWords.ru.confirmed)]).toEqual([200, true]);
    expect(await kinds(scene)).toEqual(['requested', 'requested', 'confirmed', 'confirmed']);
    const [, , first, second] = await scene.history(anna);
    expect(first).toMatchObject({ purposes: ['personal-data'], evidence: { method: 'double-opt-in', grade: 'A', notice: { version: '4' } } });
    expect(second).toMatchObject({ purposes: ['offers'], evidence: { grade: 'A', notice: { version: '7' }, proofHash: first!.hash } });
    expect(await allowed(scene)).toBe(true);
  });

  it('says that a code is wrong, and after five wrong ones takes none', async () => {
    const scene = openForm('code');
    const next = (await submit(scene)).headers.get('location')!;
    const wrong = scene.sent[0]!.secret === '000000' ? '111111' : '000000';
    for (let i = 0; i < 5; i += 1) {
      const answer = await fillIn(scene.page, next, { code: wrong });
      expect([answer.status, (await answer.text()).includes(consentWords.ru.codeWrong)]).toEqual([422, true]);
    }
    expect((await fillIn(scene.page, next, { code: scene.sent[0]!.secret })).status).toBe(410);
    expect(await allowed(scene)).toBe(false);
  });

  it('sends no second message for the same form, and three an hour at most', async () => {
    const scene = openForm('code');
    const shown = await scene.form(new Request(url));
    const token = /name="token" value="([^"]+)"/u.exec(await shown.text())![1]!;
    const cookie = shown.headers.get('set-cookie')!.split(';', 1)[0]!;
    const body = (): URLSearchParams => new URLSearchParams([['token', token], ['phone', anna], ...both.map((id) => ['agree', id])]);
    const post = (): Promise<Response> => scene.form(new Request(url, { method: 'POST', headers: { cookie }, body: body() }));
    const [first, again] = [await post(), await post()];
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(scene.sent).toHaveLength(1);
    expect([(await submit(scene)).status, (await submit(scene)).status, (await submit(scene)).status]).toEqual([303, 303, 429]);
    expect(scene.sent).toHaveLength(3);
    scene.clock.set(new Date(scene.clock.now().getTime() + 3_600_000));
    expect((await submit(scene)).status).toBe(303);
  });

  it('tells the person when nothing could be sent', async () => {
    const deliver = async (): Promise<void> => {
      throw new Error('gateway down');
    };
    const scene = openForm(null, { doubleOptIn: { by: 'code', pageUrl: `${origin}/confirm`, deliver } });
    const response = await submit(scene);
    expect([response.status, (await response.text()).includes(consentWords.ru.unavailable)]).toEqual([503, true]);
    expect(await allowed(scene)).toBe(false);
  });
});

describe('double opt-in by link', () => {
  const opened = async (): Promise<{ scene: FormScene; link: string }> => {
    const scene = openForm('link');
    expect((await submit(scene)).headers.get('location')).toBe(`${origin}/consent?done=sent&lang=ru`);
    return { scene, link: scene.sent[0]!.secret };
  };

  it('confirms by the button, never by opening the link', async () => {
    const { scene, link } = await opened();
    expect(link).not.toContain('9990000041');
    for (const method of ['GET', 'HEAD']) expect((await scene.page(new Request(link, { method }))).status).toBe(200);
    expect((await scene.page(new Request(link, { method: 'OPTIONS' }))).status).toBe(405);
    expect(await kinds(scene)).toEqual(['requested', 'requested']);
    expect((await fillIn(scene.page, link, {})).status).toBe(200);
    expect(await kinds(scene)).toEqual(['requested', 'requested', 'confirmed', 'confirmed']);
    expect(await allowed(scene)).toBe(true);
  });

  it('may be pressed twice, but not after a withdrawal', async () => {
    const { scene, link } = await opened();
    expect((await Promise.all([fillIn(scene.page, link, {}), fillIn(scene.page, link, {})])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await kinds(scene)).toHaveLength(4);
    await scene.book.withdraw({ address: anna, evidence: { method: 'reply', grade: 'A' } });
    expect((await fillIn(scene.page, link, {})).status).toBe(410);
    expect(await allowed(scene)).toBe(false);
  });

  it('goes on where a crash left the other documents', async () => {
    const { scene, link } = await opened();
    const token = new URL(link).searchParams.get('token')!;
    await scene.book.confirm({ token });
    expect(await allowed(scene)).toBe(false);
    expect((await fillIn(scene.page, link, {})).status).toBe(200);
    expect(await allowed(scene)).toBe(true);
  });

  it('gives one answer to forged, expired, withdrawn and erased links', async () => {
    const answers: string[] = [];
    const press = async (scene: FormScene, link: string): Promise<void> => {
      const response = await fillIn(scene.page, link, {});
      answers.push(`${response.status} ${await response.text()}`);
    };
    const forged = await opened();
    const withToken = (token: string): string => `${origin}/confirm?lang=ru&token=${encodeURIComponent(token)}`;
    const token = new URL(forged.link).searchParams.get('token')!;
    await press(forged.scene, withToken(`${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`));
    await press(forged.scene, withToken('x'));
    const expired = await opened();
    expired.scene.clock.set(new Date(expired.scene.clock.now().getTime() + 172_800_000));
    await press(expired.scene, expired.link);
    const withdrawn = await opened();
    await withdrawn.scene.book.withdraw({ address: anna, evidence: { method: 'reply', grade: 'A' } });
    await press(withdrawn.scene, withdrawn.link);
    const erased = await opened();
    await erased.scene.book.erase({ address: anna, reason: 'request', evidence: { method: 'staff', grade: 'B' } });
    await press(erased.scene, erased.link);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^410 .*Ссылка больше не действует/su);
  });

  it('takes no press from another origin', async () => {
    const { scene, link } = await opened();
    const body = new URLSearchParams({ token: new URL(link).searchParams.get('token')! });
    const response = await scene.page(new Request(`${origin}/confirm`, { method: 'POST', headers: { origin: 'https://evil.example.test' }, body }));
    expect(response.status).toBe(403);
    expect(await kinds(scene)).toEqual(['requested', 'requested']);
  });
});

describe('consentWords', () => {
  it.each(Object.entries(consentWords))('has every sentence, none of them twice the English one (%s)', (language, words) => {
    expect(Object.keys(words)).toEqual(Object.keys(consentWords.en));
    for (const [name, sentence] of Object.entries(words)) {
      expect(sentence.trim(), name).not.toBe('');
      if (language !== 'en') expect(sentence, name).not.toBe(consentWords.en[name as keyof typeof words]);
    }
  });
});
