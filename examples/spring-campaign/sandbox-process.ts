/** The providers, as a process of their own: it keeps its own ledger file, and dies with the campaign's process. */
import { createSandbox, lifelike } from 'licet/sandbox';
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
process.on('message', (order: SandboxOrder) => void open(order));

async function open({ anchor, ledgerFile, hooks }: SandboxOrder): Promise<void> {
  const sandbox = await createSandbox({
    port: 0,
    ledgerFile,
    clock: storyClock(anchor),
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
    pauseTemplate: { name: 'spring_sale_2026', afterAccepted: 330 },
  });
  process.send?.({ url: sandbox.url });
}
