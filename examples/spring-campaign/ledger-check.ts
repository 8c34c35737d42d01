import type { Channel, Delivery, Messenger } from 'licet';
import type { CampaignConfig } from 'licet/cli';
import type { LedgerEntry, PersonAct } from 'licet/sandbox';

/** What the providers themselves have on their books. */
export interface SandboxBooks {
  readonly entries: readonly LedgerEntry[];
  readonly acts: readonly PersonAct[];
}

const channelOf: Readonly<Record<string, Channel>> = { 'meta-whatsapp': 'whatsapp', 'max-bot': 'max', smsc: 'sms', twilio: 'sms' };
const terminal = new Set(['reached', 'undelivered', 'refused', 'expired', 'cancelled', 'unknown', 'parked']);

/** Holds the sandbox's ledger, which nobody but the sandbox writes, against what licet says it did. */
export async function checkLedger(
  messenger: Messenger,
  books: SandboxBooks,
  config: CampaignConfig,
): Promise<{ readonly ok: boolean; readonly lines: readonly string[] }> {
  const deliveries: Delivery[] = [];
  for await (const delivery of messenger.deliveries({ campaignId: config.campaign.id })) deliveries.push(delivery);
  const byAddress = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    if (delivery.request.phone !== null) byAddress.set(delivery.request.phone, delivery);
    for (const [channel, id] of Object.entries(delivery.request.addresses ?? {})) byAddress.set(`${channel}:${id}`, delivery);
  }
  const owner = (entry: { readonly provider: string; readonly to: string }): Delivery | undefined =>
    byAddress.get(entry.to) ?? byAddress.get(`${channelOf[entry.provider]}:${entry.to}`);

  let strangers = 0;
  let withoutConsent = 0;
  let afterOptOut = 0;
  const steps = new Map<string, number>();
  const histories = await messenger.consent.load([...new Set(deliveries.map(({ request }) => request.subject))]);
  for (const entry of books.entries) {
    const delivery = owner(entry);
    if (delivery === undefined) {
      strangers++;
      continue;
    }
    const at = new Date(entry.at);
    const channel = channelOf[entry.provider]!;
    const records = histories.get(delivery.request.subject) ?? [];
    // an own reading of the ledger, simpler than licet's: some grant before the send, and no withdrawal recorded before it
    const granted = records.some(
      (record) =>
        (record.kind === 'granted' || record.kind === 'imported') &&
        record.sender === 'vesna' &&
        record.occurredAt <= at &&
        (record.validUntil === undefined || record.validUntil > at) &&
        record.purposes.includes('offers') &&
        record.channels.includes(channel as never),
    );
    const withdrawn = records.some((record) => record.kind === 'withdrawn' && record.recordedAt < at);
    // and the people's own word: an act whose webhook was answered with success before the provider took the message
    const refused = books.acts.some((act) => act.meaning !== 'other' && act.ackedAt !== null && act.ackedAt < entry.at && owner(act) === delivery);
    if (!granted) withoutConsent++;
    if (withdrawn || refused) afterOptOut++;
    const step = `${delivery.request.id}/${channel}`;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const duplicates = [...steps.values()].filter((count) => count > 1).length;
  const open = deliveries.filter((delivery) => !terminal.has(delivery.state)).length;
  const known = new Set(books.entries.map((entry) => owner(entry)?.request.id));
  const claimed = deliveries.filter((delivery) => delivery.state === 'reached' && !known.has(delivery.request.id)).length;
  const results: readonly (readonly [string, number])[] = [
    ['sent to somebody not in the campaign', strangers],
    ['sent without consent', withoutConsent],
    ['sent after an opt-out was acknowledged', afterOptOut],
    ['step accepted twice', duplicates],
    ['people not in a terminal state', open],
    ['called reached though the sandbox never had a message', claimed],
  ];
  const ok = results.every(([, count]) => count === 0);
  return {
    ok,
    lines: [
      `Sandbox ledger (${books.entries.length} messages, ${books.acts.length} acts of people) against licet's records: ${ok ? 'clean' : 'NOT CLEAN'}`,
      ...results.map(([what, count]) => `  ${count === 0 ? 'ok ' : 'BAD'} ${count} ${what}`),
    ],
  };
}
