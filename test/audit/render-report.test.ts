import { beforeAll, describe, expect, it } from 'vitest';
import { collectReport, type ReportData, renderReport } from '../../src/audit/index.ts';
import { openDraughtsman } from '../../src/audit/report/draw.ts';
import { phrasingIn } from '../../src/audit/report/phrasing.ts';
import { words } from '../../src/audit/report/words.ts';
import type { Delivery } from '../../src/cascade/index.ts';
import { delivery, fellBack, minute, receipt, settled, submit, withdrawal } from './crowd.ts';

const campaign = {
  id: 'spring-2026',
  template: 'spring <sale> & "more"',
  sender: 'acme',
  kind: 'marketing',
  validUntil: minute(2_880),
  audience: { rows: 42, duplicates: 2 },
} as const;

function* crowd(): Generator<Delivery> {
  for (let index = 0; index < 30; index++) {
    const id = `p${index}`;
    yield delivery(id, [
      ...submit(id, { at: index * 40, channel: 'whatsapp', provider: 'meta-whatsapp' }),
      receipt(id, index * 40 + 2),
      settled('reached', null),
    ]);
  }
  yield delivery('q', [...submit('q', { channel: 'whatsapp' }), fellBack(0, 'not-in-time', 9), ...submit('q', { step: 1, at: 10, segments: 2 })], {
    country: 'DE',
  });
  yield delivery('r', [settled('refused', 'consent-other-sender')]);
  yield delivery('s', [...submit('s', { outcome: 'unknown' }), settled('validity-over', 'no-answer')]);
  yield delivery('t', [{ type: 'deferred', reason: 'quiet-hours', until: minute(700), at: minute(1) }]);
}

const collect = (deliveries: Iterable<Delivery>, given: typeof campaign | null = campaign): Promise<ReportData> =>
  collectReport(deliveries, {
    asOf: minute(3_000),
    campaign: given,
    currency: 'EUR',
    consents: async (subjects) => new Map(subjects.map((subject) => [subject, subject === 'subject-p3' ? [withdrawal('p3', 200)] : []])),
  });

let pages: Readonly<Record<'en' | 'ru', string>>;

beforeAll(async () => {
  const data = await collect(crowd());
  pages = { en: await renderReport(data, { language: 'en' }), ru: await renderReport(data, { language: 'ru' }) };
});

describe.each(['en', 'ru'] as const)('a report in %s', (language) => {
  it('needs nothing but itself, and a policy that lets nothing else in', () => {
    const page = pages[language];
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='/u);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|javascript:/iu);
    expect(page).not.toMatch(/ style="/u);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(/u);
  });

  it('has no number, name or reference of a person', () => {
    expect(pages[language]).not.toMatch(/447700|subject-|Anna/u);
  });

  it('has a table behind every chart, in two sizes of it', () => {
    const count = (pattern: RegExp) => pages[language].match(pattern)?.length ?? 0;
    expect(count(/<figure>/gu)).toBeGreaterThan(8);
    expect(count(/<details>/gu)).toBe(count(/<figure>/gu));
    expect(count(/<svg /gu)).toBe(2 * count(/<figure>/gu));
  });

  it('is well-formed where it counts: every text escaped, every element closed', () => {
    const page = pages[language];
    expect(page).toContain('spring &lt;sale&gt; &amp; &quot;more&quot;');
    for (const name of ['section', 'figure', 'svg', 'g', 'text', 'table', 'tr', 'details', 'dl', 'div'])
      expect(page.match(new RegExp(`<${name}[ >]`, 'gu'))?.length ?? 0, name).toBe(page.match(new RegExp(`</${name}>`, 'gu'))?.length ?? 0);
  });

  it('speaks one language only', () => {
    const text = pages[language].replace(/<style>.*?<\/style>/su, '').replace(/<[^>]*>/gu, ' ');
    if (language === 'en') expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
    else expect(text).toContain('согласие дано другому отправителю');
  });
});

describe('renderReport', () => {
  it('gives the same bytes for the same data, after other charts too', async () => {
    const data = await collect(crowd());
    await renderReport(await collect([delivery('x', submit('x'))]), { language: 'ru' });
    expect(await renderReport(data)).toBe(pages.en);
  });

  it('names no campaign when it is about all messages', async () => {
    const page = await renderReport(await collect(crowd(), null));
    expect(page).toContain(words.titleAll.en);
    expect(page).not.toContain('spring-2026');
  });

  it('is readable when nothing has happened', async () => {
    const page = await renderReport(await collect([]));
    expect(page).toContain(words.nothing.en);
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/u);
  });

  it('says so when the ledger was not read', async () => {
    expect(await renderReport(await collectReport(crowd(), { asOf: minute(1) }))).toContain(words.reactionsUnread.en);
  });

  it('names the package to install when the charting library is missing', async () => {
    const missing = openDraughtsman(() => Promise.reject(new Error('Cannot find package')));
    await expect(missing).rejects.toMatchObject({ code: 'package-missing', message: expect.stringContaining('npm install echarts') });
  });
});

describe('numbers in words', () => {
  it('follows each language', () => {
    expect(phrasingIn('en').money(98_730_000, 'EUR')).toBe('98.73 EUR');
    expect(phrasingIn('ru').money(98_730_000, 'EUR')).toBe('98,73 EUR');
    expect(phrasingIn('en').money(67_400, null)).toBe('0.0674');
    expect(phrasingIn('en').percent(0.0012)).toBe('0.12%');
    expect(phrasingIn('en').percent(0.733)).toBe('73.3%');
    expect(phrasingIn('en').percent(0)).toBe('0%');
  });

  it.each([
    [250, '250 ms'],
    [4_210, '4.2 s'],
    [61_000, '61 s'],
    [40 * 60_000, '40 min'],
    [5 * 3_600_000, '5 h'],
    [72 * 3_600_000, '3 d'],
  ])('%i ms is %s', (ms, text) => {
    expect(phrasingIn('en').duration(ms)).toBe(text);
  });
});
