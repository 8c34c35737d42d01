/** The providers, as a process of their own: it keeps its own ledger file, and dies with the campaign's process. */
import { readFileSync } from 'node:fs';
import type { MessageTemplate } from 'licet';
import { createSandbox, lifelike } from 'licet/sandbox';
import { parse } from 'yaml';
import { type Anchor, storyClock } from './clock.ts';
import { accounts } from './licet.config.ts';

export interface SandboxOrder {
  readonly anchor: Anchor;
  readonly ledgerFile: string;
  /** Origin of the campaign's webhooks. */
  readonly hooks: string;
}

process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches both processes; this one goes when the campaign does.
process.on('SIGINT', () => {});
process.on('message', (order: SandboxOrder | { readonly anchor: Anchor }) => {
  current = order.anchor;
  if ('ledgerFile' in order) void open(order);
});

let current: Anchor;

/** The wordings the platform has approved: with them the inbox page shows what people read. */
const { variants } = parse(readFileSync(new URL('templates/spring-sale.yaml', import.meta.url), 'utf8')) as MessageTemplate;
const approved = variants.flatMap(({ whatsapp, text }) =>
  whatsapp === undefined ? [] : [{ name: whatsapp.name, language: whatsapp.language, body: text }],
);

async function open({ ledgerFile, hooks }: SandboxOrder): Promise<void> {
  const sandbox = await createSandbox({
    port: 0,
    ledgerFile,
    clock: storyClock(() => current),
    seed: 'spring-2026',
    behaviour: lifelike,
    webhooks: {
      'meta-whatsapp': `${hooks}/hooks/meta-whatsapp`,
      'max-bot': `${hooks}/hooks/max-bot`,
      smsc: `${hooks}/hooks/smsc?token=${accounts.smsc.webhookToken}`,
      twilio: `${hooks}/hooks/twilio`,
    },
    secrets: {
      'meta-whatsapp': accounts.whatsapp.appSecret,
      'max-bot': accounts.max.webhookSecret,
      smsc: accounts.smsc.callbackSecret,
      twilio: accounts.twilio.authToken,
    },
    templates: approved,
    pauseTemplate: { name: 'spring_sale_2026', afterAccepted: 330 },
  });
  process.send?.({ url: sandbox.url });
}
