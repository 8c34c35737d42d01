import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { smsc } from '../../src/channels/smsc/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { noBrowser, openBrowser } from '../web/consent-browser.ts';
import { createHost, fastClock, type Host, until } from './town.ts';

const clock = fastClock(60);
const secrets = { 'meta-whatsapp': 'app-secret', smsc: 's', 'viber-bot': 'viber-token' };
let host: Host;
let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let providers: Readonly<Record<'wa' | 'sms' | 'viber', ChannelProvider>>;
const complaints: string[] = [];

describe.skipIf(noBrowser !== null)(`the inbox in a browser${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  beforeAll(async () => {
    host = await createHost(clock);
    const webhooks = Object.fromEntries(Object.keys(secrets).map((id) => [id, `${host.url}/hooks/${id}?token=mine`]));
    // Nothing happens by itself: what is seen was pressed.
    sandbox = await createSandbox({ clock, secrets, webhooks, behaviour: { neverDelivered: 1 } });
    const at = (id: string) => ({ baseUrl: sandbox.baseUrl(id), clock, timeoutMs: 2_000 });
    providers = {
      wa: whatsappCloud({ ...at('meta-whatsapp'), phoneNumberId: '106300000000001', accessToken: 't', appSecret: 'app-secret' }),
      sms: smsc({ ...at('smsc'), apiKey: 'k', callbackSecret: 's', webhookToken: 'mine' }),
      viber: viberBot({ ...at('viber-bot'), authToken: 'viber-token', senderName: 'Acme' }),
    };
    for (const provider of Object.values(providers)) host.mount(provider);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(sandbox.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    await host?.close();
  });

  async function send(to: string, over: Parameters<typeof clearedMessage>[0] = {}, provider: ChannelProvider = providers.sms): Promise<Locator> {
    const validUntil = new Date(clock.now().getTime() + 3_600_000);
    const message = clearedMessage({ channel: provider.channels[0]!, to, validUntil, ...over, stepKey: `step ${to}` });
    await provider.submit(message, { attempt: { stepKey: `step ${to}`, number: 1 }, signal: new AbortController().signal });
    const card = page.locator('.message', { hasText: to });
    await card.waitFor();
    await card.locator('summary').click();
    return card;
  }
  const told = (to: string, part: object) =>
    until(() =>
      host.events.some(
        (event) => event.recipient === to && Object.entries(part).every(([name, value]) => event[name as keyof typeof event] === value),
      ),
    );

  it('shows a message as its recipient would, the moment it is taken: markup is text, segments and buttons are there', async () => {
    const card = await send('+79000000011', { from: 'АКМЕ', content: { type: 'text', text: `<b>не разметка</b> ${'ё'.repeat(70)}` } });
    expect(await card.locator('.text').textContent()).toContain('<b>не разметка</b>');
    expect(await card.locator('.text b').count()).toBe(0);
    expect(await card.locator('.billing').textContent()).toBe('2 segments to pay');
    expect(await card.locator('.channel').textContent()).toBe('sms');
    const person = '+447700900511';
    sandbox.script(person, { delivery: 'delivered', reply: { text: 'hello', afterMs: 1 } });
    const template = { type: 'template', name: 'sale', language: 'en', body: [{ value: 'Ann' }], text: 'x' } as const;
    const first = await send(person, { from: '106300000000001', content: template }, providers.wa);
    expect(await first.locator('.billing').textContent()).toContain('template sale (en)');
    await first.locator('.history', { hasText: 'hello' }).waitFor();
    const buttons = [
      { text: 'Yes', payload: 'y' },
      { text: 'Stop', payload: 's' },
    ];
    const message = clearedMessage({
      channel: 'whatsapp',
      to: person,
      content: { type: 'text', text: 'Come on Friday?', buttons },
      stepKey: 'buttons',
    });
    await providers.wa.submit(message, { attempt: { stepKey: 'buttons', number: 1 }, signal: new AbortController().signal });
    const second = page.locator('.message', { hasText: 'Come on Friday?' });
    await second.waitFor();
    expect(await second.locator('.buttons li').allTextContents()).toEqual(['Yes', 'Stop']);
  });

  it('presses Delivered, then Read, and the host hears both', async () => {
    const card = await send('viber-person-1==', {}, providers.viber);
    await card.getByRole('button', { name: 'Delivered' }).click();
    await told('viber-person-1==', { status: 'delivered' });
    await card.getByRole('button', { name: 'Read' }).click();
    await told('viber-person-1==', { status: 'read' });
    await card.locator('.state', { hasText: 'read' }).waitFor();
    const happened = (await card.locator('.history li').allTextContents()).map((line) => line.split(' ').at(-1));
    expect(happened.filter((word) => word !== 'sent')).toEqual(['delivered', 'read']);
  });

  it('fails a message with the code that was typed', async () => {
    const card = await send('+79000000012');
    await card.getByLabel('Code').fill('246');
    await card.getByRole('button', { name: 'Fail' }).click();
    await told('+79000000012', { status: 'undelivered', providerCode: '246' });
    await card.locator('.state[data-bad="true"]').waitFor();
    await card.locator('.history', { hasText: 'failed with code 246' }).waitFor();
  });

  it('replies, complains and blocks', async () => {
    const card = await send('+79000000013');
    await card.getByLabel('Text').fill('Больше не пишите 🛑');
    await card.getByLabel('Text').press('Enter');
    await told('+79000000013', { kind: 'inbound', text: 'Больше не пишите 🛑' });
    await card.getByRole('button', { name: 'Complain' }).click();
    await told('+79000000013', { kind: 'inbound', text: 'This is spam, I will complain' });
    await card.locator('.history', { hasText: '(complaint)' }).waitFor();
    const blocked = await send('viber-person-2==', {}, providers.viber);
    await blocked.getByRole('button', { name: 'Block the sender' }).click();
    await told('viber-person-2==', { kind: 'preference', preference: 'opted-out' });
    await blocked.locator('.state', { hasText: 'answered' }).waitFor();
    expect(sandbox.acts.map(({ meaning }) => meaning)).toEqual(expect.arrayContaining(['other', 'complaint', 'opt-out']));
  });

  it('filters by channel, state and words, alone and together', async () => {
    const shown = () => page.locator('.message:visible').count();
    const all = await shown();
    await page.getByLabel('Channel').selectOption('viber');
    expect(await shown()).toBe(2);
    await page.getByLabel('State').selectOption('read');
    expect(await shown()).toBe(1);
    await page.getByLabel('Channel').selectOption('');
    await page.getByLabel('State').selectOption('failed');
    await page.locator('.message:visible', { hasText: '+79000000012' }).waitFor();
    await page.getByLabel('State').selectOption('');
    await page.getByLabel('Person or text').fill('FRIDAY');
    expect(await shown()).toBe(1);
    await page.getByText(/^1 of \d+ messages$/u).waitFor();
    await page.getByLabel('Person or text').fill('');
    expect(await shown()).toBe(all);
  });

  it('keeps a filter while new messages come, and is whole again after its connection was lost', async () => {
    await page.getByLabel('Person or text').fill('nobody of that name');
    await providers.sms.submit(clearedMessage({ to: '+79000000014', stepKey: 'late' }), {
      attempt: { stepKey: 'late', number: 1 },
      signal: new AbortController().signal,
    });
    await page.getByText(/^0 of \d+ messages$/u).waitFor();
    await page.getByLabel('Person or text').fill('');
    const before = await page.locator('.message').count();
    await page.reload();
    await page.getByText(`${before} messages`).waitFor();
    expect(await page.locator('.message').count()).toBe(before);
  });

  it('fits a phone: nothing runs out of the side, every button can be hit, and the keyboard reaches all', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const card = page.locator('.message').first();
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Delivered' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const outside = await card.evaluate((item) => {
      const { right } = item.getBoundingClientRect();
      return [...item.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right).map((part) => part.className);
    });
    expect(outside).toEqual([]);
    for (const button of await card.locator('button').all()) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Delivered');
    expect(complaints).toEqual([]);
  });
});
