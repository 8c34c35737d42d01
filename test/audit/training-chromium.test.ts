import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectHandbook, createQuiz, gradeSheet, handbookPage, quizPage } from '../../src/audit/index.ts';
import { kz } from '../../src/law/packs/kz.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { sms } from '../../src/law/packs/sms.ts';
import { whatsapp } from '../../src/law/packs/whatsapp.ts';
import { noBrowser, openBrowser } from '../web/consent-browser.ts';

const screenshots = process.env.LICET_SCREENSHOTS;
const packs = [ru(), kz(), sms(), whatsapp()];
const scope = { packs, on: '2026-11-24' };

describe.skipIf(noBrowser !== null)(`handbook and quiz in Chromium${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
    if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  });
  afterAll(() => browser?.close());

  const open = async (
    html: string,
    width: number,
    scheme: 'light' | 'dark',
    javaScriptEnabled = true,
  ): Promise<{ readonly page: Page; readonly faults: string[] }> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('request', (request) => void (request.url().startsWith('http') && faults.push(request.url())));
    await page.setContent(html);
    return { page, faults };
  };
  /** Asks axe in the page, as a tool outside its policy would. */
  const violations = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () =>
        (await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run())
          .violations,
    );
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .slice(0, 2)
          .join(' ')}`,
    );
  };

  it.each([
    { width: 390, scheme: 'light', language: 'ru' },
    { width: 390, scheme: 'dark', language: 'en' },
    { width: 1280, scheme: 'dark', language: 'ru' },
    { width: 1280, scheme: 'light', language: 'en' },
  ] as const)(
    'at $width px, $scheme, $language: nothing overflows, nothing is fetched, axe finds nothing',
    async ({ width, scheme, language }) => {
      const pages = {
        handbook: handbookPage(collectHandbook({ ...scope, countries: ['RU', 'KZ'] }), { language, company: 'Acme Garden' }),
        quiz: quizPage(createQuiz({ ...scope, language, seed: 7, questions: 12 })),
      };
      for (const [name, html] of Object.entries(pages)) {
        const { page, faults } = await open(html, width, scheme);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        expect(await violations(page)).toEqual([]);
        if (screenshots !== undefined) {
          await page.screenshot({ path: `${screenshots}/${name}-${width}-${scheme}-${language}.png`, fullPage: name === 'quiz' });
          if (name === 'handbook') {
            await page.evaluate(() => document.getElementById('law')?.scrollIntoView());
            await page.screenshot({ path: `${screenshots}/${name}-law-${width}-${scheme}-${language}.png` });
            await page.evaluate(() => document.querySelectorAll('article')[3]?.scrollIntoView());
            await page.screenshot({ path: `${screenshots}/${name}-rules-${width}-${scheme}-${language}.png` });
          }
        }
        expect(faults).toEqual([]);
        await page.context().close();
      }
    },
    60_000,
  );

  it('counts the first choice of each question and gives a line that grades as shown', async () => {
    const quiz = createQuiz({ ...scope, language: 'ru', seed: 11, questions: 6 });
    const { page, faults } = await open(quizPage(quiz), 390, 'light');
    for (const [place, { right, options }] of quiz.questions.entries()) {
      const chosen = place === 2 ? (right + 1) % options.length : right;
      await page.locator(`input[name=q${place}]`).nth(chosen).check();
      expect(await page.locator('details').nth(place).getAttribute('open')).not.toBeNull();
      expect(await page.locator(`input[name=q${place}]`).first().isDisabled()).toBe(true);
    }
    expect(await page.locator('[data-right]').last().textContent()).toBe('верно: 5 / 6');
    const sheet = (await page.locator('output code').textContent())!;
    expect(gradeSheet(sheet, packs)).toMatchObject({
      right: 5,
      total: 6,
      missed: quiz.questions[2]!.rule === undefined ? [] : [quiz.questions[2]!.rule],
    });
    expect(await violations(page)).toEqual([]);
    if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/quiz-answered-390.png`, fullPage: true });
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('shows its answers without script too', async () => {
    const quiz = createQuiz({ ...scope, language: 'en', seed: 3, questions: 4 });
    const { page } = await open(quizPage(quiz), 390, 'light', false);
    const first = page.locator('details').first();
    await first.locator('summary').click();
    expect(await first.locator('strong').isVisible()).toBe(true);
    expect(await first.locator('strong').textContent()).toBe(quiz.questions[0]!.options[quiz.questions[0]!.right]);
    await page.context().close();
  });
});
