import type { DeliveryReason, DeliveryState } from '../../cascade/delivery/delivery-state.ts';
import type { Evidence } from '../../consent/record/record.ts';
import type { MonitorDecision } from '../../feedback/monitor/decision.ts';
import type { Measure } from '../../feedback/monitor/slice.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';

/** Figures of a campaign, or of everything a store holds. No number, name, text or person's reference in it. */
export interface ReportData {
  readonly asOf: Date;
  /** `null` when the report is about more than one campaign. */
  readonly campaign: CampaignFacts | null;
  /** Currency of all prices, ISO 4217; `null` when nobody said. */
  readonly currency: string | null;
  /** First and last thing that happened; `null` when nothing has. */
  readonly span: { readonly from: Date; readonly to: Date } | null;
  readonly funnel: Funnel;
  readonly states: Readonly<Record<DeliveryState, number>>;
  /** Ended without a submit, by state and reason, most first. */
  readonly notSent: readonly ReasonCount[];
  /** Submitted and not reached, ended, by state and reason, most first. */
  readonly notReached: readonly ReasonCount[];
  /** In order of the step, then most people first. */
  readonly steps: readonly StepFigures[];
  /** Why cascades went on from a step, in order of the step. */
  readonly wentOn: readonly WentOn[];
  /** Most people first. */
  readonly countries: readonly CountryFigures[];
  readonly timeLine: TimeLine;
  readonly waiting: Waiting;
  readonly segments: SegmentFigures;
  readonly reactions: Reactions;
  /** `null` when nothing was watched. */
  readonly quality: QualityHistory | null;
  readonly doubt: Doubt;
}

/** What is known about a campaign as it was started. */
export interface CampaignFacts {
  readonly id: string;
  readonly template: string | null;
  readonly sender: string | null;
  readonly kind: MessageKind | null;
  readonly validUntil: Date | null;
  /** Rows of the audience and rows with a number another row has; `null` while the audience is being read. */
  readonly audience: { readonly rows: number; readonly duplicates: number } | null;
}

/** People, ever fewer from stage to stage. */
export interface Funnel {
  /** One delivery each; rows with a person twice are one. */
  readonly people: number;
  /** People with a number that can be called. */
  readonly addressable: number;
  /** At least one call to a provider was made or may have been made. */
  readonly submitted: number;
  /** A provider has, or had, a message for them. */
  readonly accepted: number;
  /** Reached as far as the plan waits for. */
  readonly reached: number;
  /** A receipt says that the handset has it. Not a stage: a plan may wait for less or more. */
  readonly delivered: number;
  readonly read: number;
}

export interface ReasonCount {
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly count: number;
}

/** What one step did by one provider. Counts people unless said otherwise. */
export interface StepFigures {
  /** From 1. */
  readonly step: number;
  readonly channel: Channel;
  readonly provider: string;
  readonly submitted: number;
  /** The four ends of those submitted: as far as waited for, definitely not, nobody knows, still under way or given up waiting. */
  readonly reached: number;
  readonly failed: number;
  readonly unknown: number;
  readonly open: number;
  readonly delivered: number;
  readonly read: number;
  /** Arrived after the next step had gone out. */
  readonly late: number;
  /** Submits made, repetitions included. */
  readonly attempts: number;
  readonly segments: number;
  /** Worst price of what was taken or may have been, in millionths of the currency. */
  readonly priceMicros: number;
  /** From submit to arrival, in milliseconds, within a tenth; `null` without receipts. */
  readonly arrival: { readonly medianMs: number; readonly slowestTenthMs: number } | null;
}

export interface WentOn {
  readonly step: number;
  /** `null` when nothing was submitted by this step. */
  readonly channel: Channel | null;
  readonly reason: DeliveryReason;
  readonly count: number;
}

export interface CountryFigures {
  /** ISO 3166-1 alpha-2; empty when the number tells none. */
  readonly country: string;
  readonly people: number;
  readonly submitted: number;
  readonly reached: number;
  readonly segments: number;
  readonly priceMicros: number;
}

/** What happened in each stretch of time. */
export interface TimeLine {
  /** Length of a stretch: an hour, or longer so that a long campaign still fits. */
  readonly stretchMs: number;
  /** Consecutive, stretches in which nothing happened included. */
  readonly points: readonly TimePoint[];
}

export interface TimePoint {
  /** Start of the stretch. */
  readonly at: Date;
  readonly submits: number;
  readonly deliveries: number;
  readonly optOuts: number;
}

/** People whose message is put off now, and how long people waited for their first one. */
export interface Waiting {
  readonly deferred: readonly { readonly reason: DeliveryReason; readonly count: number; readonly until: Date }[];
  /** By the longest wait of the class in hours, ascending; the last class has none. */
  readonly untilFirstSubmit: readonly { readonly upToHours: number | null; readonly people: number }[];
}

export interface SegmentFigures {
  /** SMS messages and their segments, those that may have gone out included. */
  readonly messages: number;
  readonly segments: number;
  /** Messages by number of segments, ascending. */
  readonly bySize: readonly { readonly segments: number; readonly messages: number }[];
}

/** Withdrawals that followed a message of the report. */
export interface Reactions {
  /** How long after a person's last message a withdrawal still counts, in days. */
  readonly withinDays: number;
  /** `null` when no consent ledger was read: then nothing is known, which is not the same as none. */
  readonly slices: readonly ReactionSlice[] | null;
  readonly methods: readonly { readonly method: Evidence['method']; readonly count: number }[];
}

export interface ReactionSlice {
  readonly by: 'all' | 'channel' | 'country';
  readonly name: string;
  /** People for whom a provider took a message. */
  readonly people: number;
  /** Those who withdrew, complaints included. */
  readonly optOuts: number;
  readonly complaints: number;
}

/** Rates over time as monitoring counted them, and what it decided. Counts are of templates and senders, not of campaigns. */
export interface QualityHistory {
  /** Length of a stretch: an hour, or a day where there are many. */
  readonly stretchMs: number;
  /** Stretches in which something was sent, in order. */
  readonly points: readonly QualityPoint[];
  /** Oldest first. */
  readonly decisions: readonly MonitorDecision[];
}

export interface QualityPoint {
  /** Start of the stretch in which the messages were sent. */
  readonly at: Date;
  readonly sent: number;
  /** Of those sent then, whenever it came to be known. */
  readonly bad: Readonly<Record<Measure, number>>;
}

/** What cannot be said for sure, and what went out twice. */
export interface Doubt {
  /** People of whom nobody can say whether the message went out. */
  readonly unknown: number;
  /** Submits without a known end, by provider. */
  readonly unsettled: readonly { readonly provider: string; readonly count: number }[];
  /** Messages that arrived after their fall-back had gone out. */
  readonly late: number;
  /** People who received more than one message. */
  readonly doubleReach: number;
}
