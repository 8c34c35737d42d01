import { InvalidOptionsError, type OptionIssue } from '../../errors.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { CascadePlan } from '../plan/plan.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DeliveryStore, NewDelivery } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import type { ControlState } from '../work/controls.ts';
import { approvalOf, type CampaignApproval, campaignTerms, type TermsDeps } from './approval.ts';
import { deliveryOf, planChooser, type RowReader } from './campaign-delivery.ts';
import type { Holdout } from './stable-share.ts';
import { openWaves, type Wave, waveIssues } from './waves.ts';

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

/** What a campaign sends to everybody. */
export interface CampaignMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly purpose?: string | undefined;
  readonly sender: string;
  readonly template: string;
  /** Plan for everybody, or by country with one for the rest. */
  readonly plan: string | { readonly default: string; readonly byCountry: Readonly<Record<string, string>> };
  /** Latest useful moment of every message. */
  readonly validUntil: Date;
  readonly startAt?: Date | undefined;
  /** People who get nothing, to compare with: chosen by a stable hash, stored as refused with the reason `held-out`. */
  readonly holdout?: Holdout | undefined;
  /** Parts of the audience that go first, each let on by its gate. Everybody else goes when the last gate has opened. */
  readonly waves?: readonly Wave[] | undefined;
}

export interface CampaignOptions extends CampaignMessage {
  readonly audience: AsyncIterable<AudienceRow> | Iterable<AudienceRow>;
  /** Nothing starts, and nobody beyond the forecast's number is added, unless a named person approved these very terms. @default false */
  readonly requireApproval?: boolean | undefined;
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
  /** People of the group that gets nothing: stored as refused. */
  readonly heldOut: number;
}

export interface CampaignStart extends CampaignProgress {
  /**
   * `complete`: the whole audience is stored. `stopped`: the campaign was stopped. `aborted`: start again to go on. `not-approved`: nobody
   * approved these terms, or more rows came than were approved.
   */
  readonly outcome: 'complete' | 'stopped' | 'aborted' | 'not-approved';
}

export interface CampaignDeps extends RowReader, TermsDeps {
  readonly store: DeliveryStore;
  readonly documents: DocumentStore;
  readonly plans: PlanBook;
  /** The store's or the machine's time, for when a wave is opened. */
  readonly now: () => Date;
}

/** Rows per store call; the next ones are read when these are stored, so memory does not depend on the audience's size. */
export const CAMPAIGN_BATCH = 500;

/**
 * Stores one delivery per person of an audience. Starting again with the same id and audience adds nobody twice: after a crash it goes on
 * where it was. Deliveries begin at once; nothing waits for the end of the audience.
 * @throws {InvalidOptionsError} for a plan nobody defined, a name that cannot be one, parts that are none.
 */
export async function startCampaign(deps: CampaignDeps, options: CampaignOptions): Promise<CampaignStart> {
  refuseNonsense(options);
  const planOf = planChooser(deps.plans, options.plan);
  const key = `campaign/${options.id}`;
  const { id, template, sender, kind, validUntil, holdout } = options;
  const progress = { rows: 0, planned: 0, already: 0, duplicates: 0, invalid: 0, heldOut: 0 };
  const approval = options.requireApproval === true ? await approvalFor(deps, options) : undefined;
  if (approval === null) return { ...progress, outcome: 'not-approved' };
  await changeDocument(deps.documents, key, (before) =>
    before === undefined
      ? {
          id,
          template,
          sender,
          kind,
          validUntil: validUntil.toISOString(),
          audience: 'open',
          channel: planOf('').steps[0]?.channel,
          ...(holdout === undefined ? {} : { holdout: holdout.share }),
          ...(approval === undefined ? {} : { approvedBy: approval.by, forecast: approval.forecast }),
        }
      : undefined,
  );
  await openWaves(deps.documents, id, options.waves ?? [], deps.now());
  let batch: NewDelivery[] = [];
  let plans = new Map<string, CascadePlan>();
  const flush = async (): Promise<CampaignStart['outcome'] | undefined> => {
    if (batch.length > 0) {
      await deps.plans.keep([...plans.values()]);
      const results = await deps.store.insert(batch);
      for (const [index, { outcome }] of results.entries()) progress[tallyOf(batch[index], outcome)]++;
      [batch, plans] = [[], new Map()];
      options.onProgress?.({ ...progress });
    }
    if (options.signal?.aborted) return 'aborted';
    const control = await deps.documents.get(`control/campaign/${id}`);
    return control?.value === ('stopped' satisfies ControlState) ? 'stopped' : undefined;
  };
  for await (const row of options.audience) {
    if (approval !== undefined && progress.rows >= approval.rows) {
      const end = await flush();
      return { ...progress, outcome: end ?? 'not-approved' };
    }
    progress.rows++;
    const { delivery, plan } = deliveryOf(deps, options, planOf, row, progress.rows);
    batch.push(delivery);
    plans.set(`${plan.id}/${plan.version}`, plan);
    const end = batch.length >= CAMPAIGN_BATCH ? await flush() : undefined;
    if (end !== undefined) return { ...progress, outcome: end };
  }
  const end = await flush();
  if (end !== undefined) return { ...progress, outcome: end };
  const { rows, duplicates, invalid, heldOut } = progress;
  await changeDocument(deps.documents, key, (before) => ({
    ...(typeof before?.value === 'object' && before.value !== null && !Array.isArray(before.value) ? before.value : {}),
    audience: 'complete',
    rows,
    duplicates,
    invalid,
    heldOut,
  }));
  return { ...progress, outcome: 'complete' };
}

/** The approval of these very terms; `null` when there is none. */
async function approvalFor(deps: CampaignDeps, options: CampaignOptions): Promise<CampaignApproval | null> {
  const approval = await approvalOf(deps.documents, options.id);
  return approval?.terms === campaignTerms(deps, options) ? approval : null;
}

function tallyOf(delivery: NewDelivery | undefined, outcome: 'inserted' | 'duplicate' | 'duplicate-recipient'): keyof Omit<CampaignProgress, 'rows'> {
  if (delivery?.refused === 'invalid-recipient') return 'invalid';
  if (delivery?.refused === 'held-out' && outcome !== 'duplicate-recipient') return 'heldOut';
  return outcome === 'inserted' ? 'planned' : outcome === 'duplicate' ? 'already' : 'duplicates';
}

/** @throws {InvalidOptionsError} */
export function refuseNonsense({ id, holdout, waves = [] }: CampaignMessage): void {
  const issues: OptionIssue[] = waveIssues(waves).slice();
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/u.test(id)) issues.push({ path: 'id', expected: 'lower-case letters, digits, dots and dashes' });
  if (holdout !== undefined && !(holdout.share > 0 && holdout.share < 1)) issues.push({ path: 'holdout.share', expected: 'a part between 0 and 1' });
  if (issues.length > 0) throw new InvalidOptionsError('This campaign cannot be started.', issues);
}
