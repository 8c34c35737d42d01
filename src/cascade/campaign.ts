import type { SubjectRef } from '../consent/record.ts';
import { InvalidOptionsError } from '../errors.ts';
import type { Channel, MessageKind } from '../law/vocabulary.ts';
import { changeDocument } from './change-document.ts';
import type { ControlState } from './controls.ts';
import type { DeliveryRequest } from './delivery.ts';
import type { DeliveryStore, NewDelivery } from './delivery-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { PlanBook } from './plan-book.ts';

/** One person of an audience, as the host has them. */
export interface AudienceRow {
  /** The host's own name of the row; makes a repeated start exact even when the order changed. @default its place in the audience */
  readonly key?: string;
  /** Phone number in any spelling. */
  readonly to: string;
  readonly country?: string;
  readonly region?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly addresses?: Readonly<Partial<Record<Channel, string>>>;
}

/** Who a row turned out to be. */
export type ResolvedRecipient =
  | {
      readonly ok: true;
      readonly phone: string;
      readonly country: string;
      readonly subject: SubjectRef;
      readonly region?: string;
      readonly timeZone?: string;
    }
  | { readonly ok: false };

/** What a campaign sends to everybody. */
export interface CampaignOptions {
  readonly id: string;
  readonly audience: AsyncIterable<AudienceRow> | Iterable<AudienceRow>;
  readonly kind: MessageKind;
  readonly purpose?: string | undefined;
  readonly sender: string;
  readonly template: string;
  /** Plan for everybody, or by country with one for the rest. */
  readonly plan: string | { readonly default: string; readonly byCountry: Readonly<Record<string, string>> };
  /** Latest useful moment of every message. */
  readonly validUntil: Date;
  readonly startAt?: Date | undefined;
  /** Aborted: what was read is stored, the rest is left for the next start. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every batch. */
  readonly onProgress?: ((progress: CampaignProgress) => void) | undefined;
}

/** How far the audience has been taken over. */
export interface CampaignProgress {
  readonly rows: number;
  /** New deliveries of this start. */
  readonly planned: number;
  /** Rows an earlier start had stored. */
  readonly already: number;
  /** Rows whose number another row of the campaign has. */
  readonly duplicates: number;
  /** Rows with a broken number: stored as refused. */
  readonly invalid: number;
}

export interface CampaignStart extends CampaignProgress {
  /** `complete`: the whole audience is stored. `stopped`: the campaign was stopped. `aborted`: start again to go on. */
  readonly outcome: 'complete' | 'stopped' | 'aborted';
}

export interface CampaignDeps {
  readonly store: DeliveryStore;
  readonly documents: DocumentStore;
  readonly plans: PlanBook;
  /** Reads a row's number. */
  readonly resolve: (row: AudienceRow) => ResolvedRecipient;
  /** Subject of people without a readable number, from the row's own name. */
  readonly subjectOfRow: (name: string) => SubjectRef;
  readonly newId: () => string;
}

/** Rows per store call; the next ones are read when these are stored, so memory does not depend on the audience's size. */
const BATCH = 500;

/**
 * Stores one delivery per person of an audience. Starting again with the same id and audience adds nobody twice: after a crash it goes on
 * where it was. Deliveries begin at once; nothing waits for the end of the audience.
 * @throws {InvalidOptionsError} for a plan nobody defined.
 */
export async function startCampaign(deps: CampaignDeps, options: CampaignOptions): Promise<CampaignStart> {
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/u.test(options.id))
    throw new InvalidOptionsError('This campaign cannot be started.', [{ path: 'id', expected: 'lower-case letters, digits, dots and dashes' }]);
  const planOf = planChooser(deps.plans, options.plan);
  const key = `campaign/${options.id}`;
  const { id, template, sender, kind, validUntil } = options;
  await changeDocument(deps.documents, key, (before) =>
    before === undefined ? { id, template, sender, kind, validUntil: validUntil.toISOString(), audience: 'open' } : undefined,
  );
  const progress = { rows: 0, planned: 0, already: 0, duplicates: 0, invalid: 0 };
  let batch: NewDelivery[] = [];
  const flush = async (): Promise<CampaignStart['outcome'] | undefined> => {
    if (batch.length > 0) {
      const results = await deps.store.insert(batch);
      for (const [index, { outcome }] of results.entries()) {
        const broken = batch[index]?.refused !== undefined;
        if (broken) progress.invalid++;
        else progress[outcome === 'inserted' ? 'planned' : outcome === 'duplicate' ? 'already' : 'duplicates']++;
      }
      batch = [];
      options.onProgress?.({ ...progress });
    }
    if (options.signal?.aborted) return 'aborted';
    const control = await deps.documents.get(`control/campaign/${id}`);
    return control?.value === ('stopped' satisfies ControlState) ? 'stopped' : undefined;
  };
  for await (const row of options.audience) {
    progress.rows++;
    batch.push(deliveryOf(deps, options, planOf, row, progress.rows));
    const end = batch.length >= BATCH ? await flush() : undefined;
    if (end !== undefined) return { ...progress, outcome: end };
  }
  const end = await flush();
  if (end !== undefined) return { ...progress, outcome: end };
  await changeDocument(deps.documents, key, (before) => ({
    ...(typeof before?.value === 'object' && before.value !== null && !Array.isArray(before.value) ? before.value : {}),
    audience: 'complete',
    rows: progress.rows,
    duplicates: progress.duplicates,
    invalid: progress.invalid,
  }));
  return { ...progress, outcome: 'complete' };
}

function deliveryOf(
  deps: CampaignDeps,
  options: CampaignOptions,
  planOf: (country: string) => DeliveryRequest['plan'],
  row: AudienceRow,
  place: number,
): NewDelivery {
  const name = row.key ?? `#${place}`;
  const recipient = deps.resolve(row);
  const country = recipient.ok ? recipient.country : (row.country ?? '');
  const region = recipient.ok ? (row.region ?? recipient.region) : row.region;
  const timeZone = row.timeZone ?? (recipient.ok ? recipient.timeZone : undefined);
  const request: DeliveryRequest = {
    id: deps.newId(),
    campaignId: options.id,
    idempotencyKey: `${options.id}/${name}`,
    subject: recipient.ok ? recipient.subject : deps.subjectOfRow(`${options.id}/${name}`),
    phone: recipient.ok ? recipient.phone : null,
    country,
    ...(region === undefined ? {} : { region }),
    ...(timeZone === undefined ? {} : { timeZone }),
    kind: options.kind,
    ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
    sender: options.sender,
    template: options.template,
    values: row.values ?? {},
    ...(row.locale === undefined ? {} : { locale: row.locale }),
    ...(row.addresses === undefined ? {} : { addresses: row.addresses }),
    plan: planOf(country),
    validUntil: options.validUntil,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
  };
  return recipient.ok ? { request } : { request, refused: 'invalid-recipient' };
}

function planChooser(plans: PlanBook, plan: CampaignOptions['plan']): (country: string) => DeliveryRequest['plan'] {
  const refOf = (id: string) => {
    const { version } = plans.current(id);
    return { id, version };
  };
  if (typeof plan === 'string') {
    const ref = refOf(plan);
    return () => ref;
  }
  const rest = refOf(plan.default);
  const byCountry = new Map(Object.entries(plan.byCountry).map(([country, id]) => [country, refOf(id)]));
  return (country) => byCountry.get(country) ?? rest;
}
