import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentWords, nodeListener } from '../../src/web/index.ts';
import { noBrowser, openBrowser } from './consent-browser.ts';
import { type FormScene, openForm } from './consent-support.ts';

const anna = '+79990000041';
const screenshots = process.env.LICET_SCREENSHOTS;

describe.skipIf(noBrowser !== null)(`consent pages in Chromium without scripts${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let server: Server;
  let base: string;
  let scene: FormScene;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = createServer((incoming, outgoing) => {
      const handler = incoming.url?.startsWith('/consent') === true ? scene.form : scene.page;
      nodeListener(handler, { publicUrl: base })(incoming, outgoing);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    scene = openForm('code', {}, base);
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'ru-RU', viewport: { width: 390, height: 844 } });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await new Promise((closed) => server.close(closed));
  });

  const picture = async (name: string): Promise<void> => {
    if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
  };

  it('takes a consent from the first page to the confirmation', async () => {
    await page.goto(`${base}/consent`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(consentWords.ru.title);
    for (const box of await page.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
    await picture('form');
    await page.getByLabel(consentWords.ru.phone).fill('8 999 000-00-41');
    await page.getByLabel('Даю согласие на обработку').check();
    await page.getByLabel('Хочу получать рекламу').check();
    await page.getByRole('button', { name: consentWords.ru.submit }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(consentWords.ru.codeTitle);
    await page.getByLabel(consentWords.ru.code).fill('1');
    await page.getByRole('button').click();
    expect(await page.getByRole('alert').textContent()).toContain(consentWords.ru.codeWrong);
    await picture('code-wrong');
    await page.getByLabel(consentWords.ru.code).fill(scene.sent[0]!.secret);
    await page.getByRole('button').click();
    expect(await page.getByRole('status').textContent()).toBe(consentWords.ru.confirmed);
    await picture('confirmed');
    expect((await scene.history(anna)).map(({ kind }) => kind)).toEqual(['requested', 'requested', 'challenge-failed', 'confirmed', 'confirmed']);
  });

  it('leads back to each field that is wrong, with no box ticked', async () => {
    await page.goto(`${base}/consent?lang=en`);
    await page.getByLabel(consentWords.en.phone).fill('12');
    await page.getByLabel('I want offers').check();
    await page.getByRole('button').click();
    expect(await page.getByRole('alert').textContent()).toContain(consentWords.en.requiredMissing);
    await picture('problems');
    for (const box of await page.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
    await page.getByRole('link', { name: consentWords.en.phoneWrong }).click();
    expect(new URL(page.url()).hash).toBe('#phone');
    expect(await page.getByLabel(consentWords.en.phone).getAttribute('aria-invalid')).toBe('true');
  });

  it('is styled, and by the brand', async () => {
    await page.goto(`${base}/consent`);
    const button = await page.getByRole('button').boundingBox();
    expect(button!.height).toBeGreaterThanOrEqual(44);
    const box = await page.getByRole('checkbox').first().boundingBox();
    expect(box!.width).toBeGreaterThanOrEqual(20);
    expect((await page.locator('main').boundingBox())!.width).toBeLessThanOrEqual(390);
  });
});
