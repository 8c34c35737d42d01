import { appendFileSync, readFileSync } from 'node:fs';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import { type ChannelProvider, createMessenger, definePlan, type LawPack, type Messenger } from '../../src/index.ts';
import { postgresStores, type SqlClient } from '../../src/postgres/index.ts';

const day = '2026-01-01';
const plainLaw: LawPack = {
  id: 'gb',
  country: 'GB',
  name: { en: 'Test', ru: 'Тест' },
  version: day,
  rules: [],
  windows: [],
  caps: [],
  channels: [],
  optOut: [],
  deadlines: [],
  consent: [],
  holidays: [],
  holidayYears: [],
};

/** How long the first step waits for a receipt that never comes. */
export const FALL_BACK_MS = 1_500;

/** A provider that takes everything, tells nothing and keeps its ledger in a file that all processes share. */
function paperProvider(id: string, channel: 'whatsapp' | 'sms', ledger: string): ChannelProvider {
  const memory = memoryProvider({ id, channels: [channel], capabilities: { reaches: 'delivered' } });
  return {
    ...memory,
    async submit(message, context) {
      appendFileSync(ledger, `${context.attempt.stepKey} ${id} ${process.pid}\n`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return memory.submit(message, context);
    },
  };
}

export function openWorld(client: SqlClient, ledger: string): Messenger {
  return createMessenger({
    ...postgresStores({ client, tenant: 'drivers' }),
    secret: Buffer.alloc(32, 7),
    law: [plainLaw],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '1550001' }],
    channels: [paperProvider('wa', 'whatsapp', ledger), paperProvider('gateway', 'sms', ledger)],
    templates: [
      {
        id: 'parcel',
        kind: 'transactional',
        variants: [
          { channel: 'whatsapp', locale: 'en', text: 'Acme Garden: your parcel is on its way.' },
          { channel: 'sms', locale: 'en', text: 'Acme Garden: your parcel is on its way.' },
        ],
      },
    ],
    plans: [
      definePlan(
        'parcel',
        [
          { channel: 'whatsapp', fallBackAfterMs: FALL_BACK_MS },
          { channel: 'sms', waitFor: 'accepted' },
        ],
        { onUnknown: 'wait' },
      ),
    ],
    fallbackLocale: 'en',
  });
}

/** Plans one message to each of so many people. */
export async function planParcels(messenger: Messenger, from: number, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => from + index);
  await Promise.all(
    people.map((number) =>
      messenger.send(
        {
          to: `+447700900${String(number % 1_000).padStart(3, '0')}`,
          kind: 'transactional',
          sender: 'acme',
          template: 'parcel',
          plan: 'parcel',
        },
        { idempotencyKey: `parcel-${number}` },
      ),
    ),
  );
}

/** What the providers were asked: calls by provider, steps that were asked for twice, and the processes that called. */
export function readLedger(ledger: string): { readonly wa: number; readonly gateway: number; readonly twice: number; readonly processes: number } {
  const calls = readFileSync(ledger, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ') as [string, string, string]);
  const by = (id: string) => calls.filter(([, provider]) => provider === id).length;
  const steps = new Set(calls.map(([step]) => step));
  return { wa: by('wa'), gateway: by('gateway'), twice: calls.length - steps.size, processes: new Set(calls.map(([, , pid]) => pid)).size };
}
