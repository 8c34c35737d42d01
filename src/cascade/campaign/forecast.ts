import type { ChannelProvider } from '../../channels/port.ts';
import type { ClearancePort } from '../../clearance/clearance.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import { type CounterStore, dryCounters } from '../../limits/index.ts';
import type { PlanRisk } from '../plan/plan-risks.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { type ControlState, type Controls, loadControls } from '../work/controls.ts';
import { campaignTerms, hashOf, type TermsDeps } from './approval.ts';
import { type AudienceRow, CAMPAIGN_BATCH, type CampaignMessage, refuseNonsense } from './campaign.ts';
import { deliveryOf, planChooser, type RowReader } from './campaign-delivery.ts';
import { type ForecastDuration, mergePaces, paceOut } from './forecast-duration.ts';
import { type ForecastFigures, forecastTally } from './forecast-tally.ts';
import { type PersonForecast, startWalk, type Walker, walkAll } from './forecast-walk.ts';
import { seenPeople } from './seen-people.ts';

/** What a campaign would do, decided as if it were sent and without sending. Holds no number, name or text. */
export interface Forecast extends ForecastFigures {
  readonly campaignId: string;
  /** The moment it was made for. */
  readonly asOf: Date;
  readonly validUntil: Date;
  readonly rows: number;
  readonly invalid: number;
  /** Rows whose person another row has. */
  readonly duplicates: number;
  readonly heldOut: number;
  readonly duration: ForecastDuration;
  /** A switch that stands against it right now. */
  readonly control: Exclude<ControlState, 'running'> | null;
  /** What works and should be looked at: double reach, channels that are unreliable in a country. */
  readonly risks: readonly PlanRisk[];
  /** Hash of the terms an approval is for. */
  readonly terms: string;
  /** Hash of this whole forecast. */
  readonly hash: string;
}

export interface ForecastOptions extends CampaignMessage {
  readonly audience: AsyncIterable<AudienceRow> | Iterable<AudienceRow>;
  readonly signal?: AbortSignal | undefined;
  /** Told about every row that has a person of its own, in order of batches: who, why not, when, by which channel. */
  readonly onPerson?: ((row: AudienceRow, forecast: PersonForecast) => void) | undefined;
}

export interface ForecastDeps extends RowReader, TermsDeps {
  readonly providers: readonly ChannelProvider[];
  readonly counters: CounterStore;
  readonly documents: DocumentStore;
  readonly installation?: DocumentStore | undefined;
  /** The gate of every message, on counters of one's choice. */
  readonly clearanceOn: (counters: CounterStore) => ClearancePort;
  readonly risksOf: (plans: ReadonlySet<string>, countries: readonly string[]) => readonly PlanRisk[];
}

/**
 * Runs the decisions of a campaign over its whole audience: the same plans, the same gate with its consents, hours, texts, caps and budgets, at
 * the moments at which a worker would ask. Nothing is stored, taken or sent; memory does not grow with the audience.
 * @throws {InvalidOptionsError} as a start would.
 */
export async function forecastCampaign(deps: ForecastDeps, options: ForecastOptions, now: Date): Promise<Forecast> {
  refuseNonsense(options);
  const planOf = planChooser(deps.plans, options.plan);
  const [first, further] = [dryCounters(deps.counters, now), dryCounters(deps.counters, now)];
  const walk = { providers: deps.providers, first: deps.clearanceOn(first.counters), further: deps.clearanceOn(further.counters) };
  const isKnown = seenPeople();
  const tally = forecastTally();
  const counts = { rows: 0, invalid: 0, duplicates: 0, heldOut: 0 };
  const plans = new Set<string>();
  let startsAt: Date | null = null;
  let batch: { readonly row: AudienceRow; readonly walker: Walker }[] = [];

  const flush = async (): Promise<void> => {
    const walking = batch;
    batch = [];
    await walkAll(
      walk,
      walking.map(({ walker }) => walker),
    );
    for (const { row, walker } of walking) {
      const person = walker.done!;
      if (person.outcome === 'goes' && (startsAt === null || person.first.at < startsAt)) startsAt = person.first.at;
      tally.add(person, walker.request.country);
      options.onPerson?.(row, person);
    }
  };

  for await (const row of options.audience) {
    counts.rows++;
    const { delivery, plan } = deliveryOf(deps, options, planOf, row, counts.rows);
    const { request, refused } = delivery;
    if (refused === 'invalid-recipient') counts.invalid++;
    else if (isKnown(request.subject)) counts.duplicates++;
    else if (refused === 'held-out') {
      counts.heldOut++;
      options.onPerson?.(row, { outcome: 'refused', reason: 'held-out', rules: [] });
    } else {
      plans.add(plan.id);
      batch.push({ row, walker: startWalk(request, plan, now) });
    }
    if (batch.length >= CAMPAIGN_BATCH) await flush();
    if (options.signal?.aborted) break;
  }
  await flush();

  const { id, sender, template, validUntil } = options;
  const figures = tally.figures();
  const least = paceOut(first.paces(), validUntil);
  const most = paceOut(mergePaces(first.paces(), further.paces()), validUntil);
  const controls = await loadControls(deps.documents, deps.installation);
  const forecast = {
    campaignId: id,
    asOf: now,
    validUntil,
    ...counts,
    ...figures,
    duration: { startsAt, leastUntil: least.until, mostUntil: most.until, pacedBy: least.pacedBy, tooLate: least.tooLate },
    control: switchOf(controls({ sender, template, campaignId: id, subject: '' as SubjectRef })),
    risks: deps.risksOf(plans, Object.keys(figures.countries)),
    terms: campaignTerms(deps, options),
  };
  return { ...forecast, hash: hashOf(forecast) };
}

/** Waves are no switch against a campaign: their people go later. */
function switchOf(control: ReturnType<Controls>): Forecast['control'] {
  return control === undefined || 'recheckMs' in control ? null : control.state;
}
