import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeListener, preferenceWords } from '../../src/web/index.ts';
import { noBrowser, openBrowser } from './consent-browser.ts';
import { type OptOutScene, openOptOut } from './opt-out-support.ts';

const anna = '+447700900123';
const screenshots = process.env.LICET_SCREENSHOTS;

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(noBrowser !== null)(`unsubscribe and preferences in Chromium${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  let scene: OptOutScene;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = createServer((incoming, outgoing) => {
      const handler = incoming.url?.startsWith('/stop') === true ? scene.unsubscribe : scene.preferences;
      nodeListener(handler, { publicUrl: base })(incoming, outgoing);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    scene = openOptOut({}, base);
    await scene.grant(anna);
  });
  afterEach(() => new Promise((closed) => server.close(closed)));

  const open = async (options: BrowserContextOptions): Promise<{ readonly page: Page; close(): Promise<void> }> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    return { page: await context.newPage(), close: () => context.close() };
  };
  const links = () => {
    const about = { subject: scene.book.subject(anna), sender: 'acme' };
    const now = scene.clock.now();
    return { stop: scene.links.unsubscribe(about, now), preferences: scene.links.preferences(about, now)! };
  };

  it('stops by one button, without script', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, locale: 'ru-RU' });
    await page.goto(links().stop);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(preferenceWords.ru.unsubscribeTitle);
    expect(await scene.history(anna)).toHaveLength(1);
    await page.getByRole('button', { name: preferenceWords.ru.unsubscribeSubmit }).click();
    expect(await page.getByRole('status').textContent()).toBe(preferenceWords.ru.stopped);
    expect((await scene.history(anna)).at(-1)?.kind).toBe('withdrawn');
    await close();
  });

  it('changes what is got by ticking, without script, and shows it again', async () => {
    const { page, close } = await open({ javaScriptEnabled: false, locale: 'en-GB' });
    await page.goto(links().stop);
    await page.getByRole('link', { name: preferenceWords.en.manage }).click();
    const offers = page.getByRole('group', { name: 'Offers of the Blue Kettle' });
    expect(await offers.getByRole('checkbox', { name: 'SMS' }).isChecked()).toBe(true);
    await offers.getByRole('checkbox', { name: 'SMS' }).uncheck();
    await page.getByRole('button', { name: preferenceWords.en.save }).click();
    expect(await page.getByRole('status').textContent()).toBe(preferenceWords.en.saved);
    await page.goto(links().preferences);
    expect(await offers.getByRole('checkbox', { name: 'SMS' }).isChecked()).toBe(false);
    expect(await offers.getByRole('checkbox', { name: 'WhatsApp' }).isChecked()).toBe(true);
    await close();
  });

  it.each([
    { scheme: 'light', width: 390, language: 'en' },
    { scheme: 'dark', width: 390, language: 'ru' },
    { scheme: 'dark', width: 1280, language: 'kk' },
    { scheme: 'light', width: 1280, language: 'ar' },
    { scheme: 'dark', width: 390, language: 'ar' },
  ] as const)('has nothing for axe to find: $scheme, $width wide, $language', async ({ scheme, width, language }) => {
    // the page's own policy allows no script: axe is let in by the browser, not by the page
    const { page, close } = await open({ colorScheme: scheme, viewport: { width, height: 844 }, bypassCSP: true });
    for (const [name, url] of Object.entries(links())) {
      await page.goto(`${url}&lang=${language}`);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : null);
      if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/${name}-${language}-${scheme}-${width}.png`, fullPage: true });
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
    await page.goto(`${links().stop}&lang=${language}`);
    await page.getByRole('button').first().click();
    expect(await findings(page)).toEqual([]);
    await close();
  });

  it('gives fingers room', async () => {
    const { page, close } = await open({});
    await page.goto(links().preferences);
    for (const target of [...(await page.getByRole('button').all()), ...(await page.locator('.topic label').all())])
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await close();
  });
});

async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly Finding[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
