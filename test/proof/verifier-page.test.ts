import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifierKeyText } from '../../src/proof/note-key.ts';
import { verifierPage, verifierScript } from '../../src/proof/verifier-page.ts';
import { faultsInRussian } from '../../src/proof/verifier-page-words.ts';
import { noBrowser, openBrowser } from '../web/consent-browser.ts';
import { anna, fixedSigner, notice, openScene } from './support.ts';

const source = readFileSync('src/proof/standalone/verify.mjs', 'utf8');

describe('verifierScript', () => {
  it('is the stand-alone verifier, word for word', () => {
    expect(verifierScript === source, 'verify.mjs was changed: generate verifier-page-script.ts anew').toBe(true);
  });

  it('has each of its sentences in Russian', () => {
    const sentences = [...source.matchAll(/['"]((?:not|the|this|a) [a-zA-Z0-9+' -]+)['"]/gu)].map(([, sentence]) => sentence);
    expect(sentences.length).toBeGreaterThan(25);
    expect(sentences.filter((sentence) => !Object.hasOwn(faultsInRussian, sentence!))).toEqual([]);
  });
});

describe('verifierPage', () => {
  it('can load and run nothing but its own script', () => {
    const page = verifierPage({ language: 'en', publicKey: 'a"><script>alert(1)</script>' });
    expect(page).toMatch(/default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; style-src/u);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toMatch(/(?:src|href)="/u);
  });
});

describe.skipIf(noBrowser !== null)(`verifierPage in Chromium${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  let browser: Browser;
  let key: string;
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    const scene = await openScene();
    key = scene.publicKey;
    const sound = await scene.bundle();
    file('sound.json', sound);
    const body = sound.records[1]!.body.replace('"withdrawn"', '"granted"');
    file('changed.json', { ...sound, records: sound.records.with(1, { ...sound.records[1]!, body }) });
    file('text.json', 'hello');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (language: 'en' | 'ru', publicKey: string): Promise<{ page: Page; troubles: string[] }> => {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(pathToFileURL(file(`${language}.html`, verifierPage({ language, publicKey }))).href);
    return { page, troubles };
  };

  it('shows what a chosen bundle proves', async () => {
    const { page, troubles } = await open('ru', key);
    await page.setInputFiles('#file', join(folder, 'sound.json'));
    await page.waitForSelector('#verdict article >> nth=2');
    const text = await page.textContent('#verdict');
    expect(text).toContain('Пакет сходится');
    expect(text).toContain(anna);
    expect(text).toContain(notice.text);
    expect(text).toContain('Согласие отозвано');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('judges a dropped bundle, and again when the key is corrected', async () => {
    const { page } = await open('en', '');
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'bundle.json', { type: 'application/json' }));
        return transfer;
      },
      readFileSync(join(folder, 'sound.json'), 'utf8'),
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await page.waitForSelector('.bad');
    expect(await page.textContent('#verdict')).toContain('the key is not of the form');
    await page.fill('#key', key);
    await page.waitForSelector('.good');
    await page.close();
  });

  it('names what was changed, a foreign key and a file that is no bundle', async () => {
    const { page } = await open('ru', key);
    await page.setInputFiles('#file', join(folder, 'changed.json'));
    await page.waitForSelector('article .bad');
    expect(await page.textContent('article:has(.bad) >> nth=0')).toContain('записи нет в журнале');
    await page.fill('#key', verifierKeyText(fixedSigner('acme.example/consent', 4)));
    await page.waitForFunction(() => document.querySelector('#verdict')?.textContent?.includes('другому ключу'));
    await page.setInputFiles('#file', join(folder, 'text.json'));
    await page.waitForFunction(() => document.querySelector('#verdict')?.textContent?.includes('не является пакетом'));
    await page.close();
  });
});
