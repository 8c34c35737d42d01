import type { Delivery } from '../../cascade/delivery/delivery.ts';
import { figuresOf } from '../../cascade/delivery/delivery-counts.ts';
import { type DeliveryReason, type DeliveryState, deliveryStates, isTerminal } from '../../cascade/delivery/delivery-state.ts';
import { attemptStanding, hasArrived, wasSubmitted } from '../../cascade/delivery/step-standing.ts';
import type { ConsentRecord, SubjectRef } from '../../consent/record/record.ts';
import { reactionTo, submitsOf } from '../../feedback/reaction.ts';
import { createReactionCollector } from './reaction-collector.ts';
import type { CampaignFacts, CountryFigures, QualityHistory, ReasonCount, ReportData } from './report-data.ts';
import { arrivedAt, createStepCollector, wasRead } from './step-collector.ts';
import { createTally } from './tally.ts';
import { createTimeLine } from './time-line.ts';
import { createWaitingCollector } from './waiting-collector.ts';

export interface CollectReportOptions {
  /** The moment the report is made. */
  readonly asOf: Date;
  readonly campaign?: CampaignFacts | null | undefined;
  /** ISO 4217; prices are stored without one. */
  readonly currency?: string | undefined;
  /** Chains of hundreds of people at once; without it the report says nothing about opt-outs. */
  readonly consents?: ((subjects: readonly SubjectRef[]) => Promise<ReadonlyMap<SubjectRef, readonly ConsentRecord[]>>) | undefined;
  /** What monitoring counted and decided; without it the report says nothing about it. */
  readonly quality?: QualityHistory | null | undefined;
  /** How long after a person's last message a withdrawal counts as its effect, in days. @default 7 */
  readonly reactionDays?: number | undefined;
}

const DAY_MS = 86_400_000;
/** Deliveries whose consent chains are read in one call. */
const BATCH = 500;

/** Adds deliveries up into a report. Memory does not depend on how many there are. */
export async function collectReport(deliveries: AsyncIterable<Delivery> | Iterable<Delivery>, options: CollectReportOptions): Promise<ReportData> {
  const { consents, reactionDays = 7 } = options;
  const report = createReport(options, reactionDays);
  let batch: Delivery[] = [];
  const flush = async (): Promise<void> => {
    const chains = await consents?.([...new Set(batch.map(({ request }) => request.subject))]);
    for (const delivery of batch) report.add(delivery, chains?.get(delivery.request.subject) ?? []);
    batch = [];
  };
  for await (const delivery of deliveries) {
    batch.push(delivery);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return report.build();
}

function createReport({ asOf, campaign = null, currency, consents, quality = null }: CollectReportOptions, withinDays: number) {
  const states = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  const funnel = { people: 0, addressable: 0, submitted: 0, accepted: 0, reached: 0, delivered: 0, read: 0 };
  const doubt = { unknown: 0, late: 0, doubleReach: 0 };
  const [notSent, notReached] = [createTally<Omit<ReasonCount, 'count'>>(), createTally<Omit<ReasonCount, 'count'>>()];
  const unsettled = createTally<string>();
  const sizes = new Map<number, number>();
  const countries = new Map<string, { -readonly [Key in keyof CountryFigures]: CountryFigures[Key] }>();
  const [steps, reactions, waiting, timeLine] = [createStepCollector(), createReactionCollector(), createWaitingCollector(), createTimeLine()];
  let span: { from: Date; to: Date } | null = null;

  const happened = (what: Parameters<typeof timeLine.add>[0], at: Date, delivery: Delivery): void => {
    // a provider's clock may be wrong: nothing of a delivery happens before it, nor after both its end and the report
    const [first, last] = [delivery.createdAt.getTime(), Math.max(asOf.getTime(), delivery.request.validUntil.getTime())];
    const sound = new Date(Math.min(Math.max(at.getTime(), first), Math.max(first, last)));
    timeLine.add(what, sound);
    if (span === null) span = { from: sound, to: sound };
    else if (sound < span.from) span = { ...span, from: sound };
    else if (sound > span.to) span = { ...span, to: sound };
  };

  return {
    add(delivery: Delivery, records: readonly ConsentRecord[]): void {
      const { request, state, reason } = delivery;
      const figures = figuresOf(delivery);
      const submits = submitsOf(delivery);
      const accepted = wasAccepted(delivery);
      states[state]++;
      funnel.people++;
      if (request.phone !== null) funnel.addressable++;
      if (submits.length > 0) funnel.submitted++;
      if (accepted) funnel.accepted++;
      if (state === 'reached') funnel.reached++;
      if (delivery.steps.some(hasArrived)) funnel.delivered++;
      if (delivery.steps.some(wasRead)) funnel.read++;
      if (isTerminal(state) && state !== 'reached') (submits.length === 0 ? notSent : notReached).add({ state, reason });
      if (state === 'unknown') doubt.unknown++;
      doubt.late += figures.late;
      if (figures.doubleReach) doubt.doubleReach++;

      const country = countries.get(request.country) ?? {
        country: request.country,
        people: 0,
        submitted: 0,
        reached: 0,
        segments: 0,
        priceMicros: 0,
      };
      countries.set(request.country, country);
      country.people++;
      country.submitted += submits.length > 0 ? 1 : 0;
      country.reached += state === 'reached' ? 1 : 0;
      country.segments += figures.segments;
      country.priceMicros += figures.priceMicros;

      steps.add(delivery);
      waiting.add(delivery);
      for (const { at } of submits) happened('submits', at, delivery);
      for (const step of delivery.steps) {
        const at = arrivedAt(step);
        if (at !== undefined) happened('deliveries', at, delivery);
        for (const attempt of step.attempts) {
          if (attemptStanding(step, attempt).kind === 'unsettled') unsettled.add(attempt.provider);
          if (attempt.channel !== 'sms' || !wasSubmitted(attempt) || attempt.result?.outcome === 'rejected') continue;
          sizes.set(attempt.evidence.segments, (sizes.get(attempt.evidence.segments) ?? 0) + 1);
        }
      }
      if (!accepted) return;
      const reaction = reactionTo(delivery, records, withinDays * DAY_MS);
      reactions.add(delivery, reaction);
      if (reaction !== undefined) happened('optOuts', reaction.at, delivery);
    },
    build(): ReportData {
      const bySize = [...sizes].sort(([a], [b]) => a - b).map(([segments, messages]) => ({ segments, messages }));
      return {
        asOf,
        campaign,
        currency: currency ?? null,
        span,
        funnel,
        states,
        notSent: countsOf(notSent.entries()),
        notReached: countsOf(notReached.entries()),
        steps: steps.steps(),
        wentOn: steps.wentOn(),
        countries: [...countries.values()].sort((a, b) => b.people - a.people || (a.country < b.country ? -1 : 1)),
        timeLine: timeLine.build(),
        waiting: waiting.build(),
        segments: {
          messages: bySize.reduce((sum, { messages }) => sum + messages, 0),
          segments: bySize.reduce((sum, { segments, messages }) => sum + segments * messages, 0),
          bySize,
        },
        reactions: { withinDays, slices: consents === undefined ? null : reactions.slices(), methods: reactions.methods() },
        quality,
        doubt: { ...doubt, unsettled: unsettled.entries().map(([provider, count]) => ({ provider, count })) },
      };
    },
  };
}

/** True when a provider has, or had, a message of the delivery. */
function wasAccepted({ steps }: Delivery): boolean {
  return steps.some(({ attempts, messages }) => messages.length > 0 || attempts.some(({ result }) => result?.outcome === 'accepted'));
}

function countsOf(
  entries: readonly (readonly [{ readonly state: DeliveryState; readonly reason: DeliveryReason | null }, number])[],
): readonly ReasonCount[] {
  return entries.map(([key, count]) => ({ ...key, count }));
}
