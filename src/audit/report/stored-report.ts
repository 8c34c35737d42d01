import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { scanDeliveries } from '../../cascade/stores/scan-deliveries.ts';
import { openRecord } from '../../consent/record/open-record.ts';
import { InvalidOptionsError } from '../../errors.ts';
import { type MessageKind, messageKinds } from '../../law/vocabulary.ts';
import { collectReport } from './collect-report.ts';
import { qualityHistory } from './quality-history.ts';
import type { CampaignFacts, ReportData } from './report-data.ts';

export interface StoredReportOptions {
  /** @default everything the stores hold */
  readonly campaignId?: string | undefined;
  readonly asOf: Date;
  /** ISO 4217; prices are stored without one. */
  readonly currency?: string | undefined;
  /** How long after a person's last message a withdrawal counts as its effect, in days. @default 7 */
  readonly reactionDays?: number | undefined;
}

/** What a report reads; nothing is written. */
export type ReportStores = Pick<MessengerStores, 'tenant' | 'deliveryStore' | 'consentStore' | 'documentStore'>;

/**
 * Collects a report from what a messenger has stored, page by page.
 * @throws {InvalidOptionsError} for a campaign the stores do not have.
 */
export async function reportFromStores(stores: ReportStores, options: StoredReportOptions): Promise<ReportData> {
  const { campaignId, asOf, currency, reactionDays } = options;
  const campaign = campaignId === undefined ? null : await campaignFacts(stores.documentStore, campaignId);
  return collectReport(scanDeliveries(stores.deliveryStore, campaignId === undefined ? {} : { campaignId }), {
    asOf,
    campaign,
    currency,
    reactionDays,
    quality: await qualityHistory(stores.documentStore, campaign),
    async consents(subjects) {
      const chains = await stores.consentStore.load(subjects);
      return new Map([...chains].map(([subject, chain]) => [subject, chain.map((sealed) => openRecord(stores.tenant, sealed))]));
    },
  });
}

/** Ids of the campaigns that were ever started, in alphabetical order. */
export async function campaignIds(documents: DocumentStore): Promise<readonly string[]> {
  return (await documents.list(PREFIX)).map(({ key }) => key.slice(PREFIX.length)).toSorted();
}

const PREFIX = 'campaign/';

async function campaignFacts(documents: DocumentStore, id: string): Promise<CampaignFacts> {
  const found = (await documents.get(`${PREFIX}${id}`))?.value;
  if (found === undefined) {
    const known = await campaignIds(documents);
    throw new InvalidOptionsError(`There is no campaign "${id}" in this store.`, [
      { path: 'campaignId', expected: known.length === 0 ? 'a started campaign; there is none' : `one of ${known.join(', ')}` },
    ]);
  }
  const field = (name: string): unknown => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined);
  const text = (name: string): string | null => (typeof field(name) === 'string' ? String(field(name)) : null);
  const validUntil = new Date(text('validUntil') ?? Number.NaN);
  return {
    id,
    template: text('template'),
    sender: text('sender'),
    kind: messageKinds.find((kind: MessageKind) => kind === field('kind')) ?? null,
    validUntil: Number.isNaN(validUntil.getTime()) ? null : validUntil,
    audience: field('audience') === 'complete' ? { rows: Number(field('rows')), duplicates: Number(field('duplicates')) } : null,
  };
}
