import type { SubmitResult } from '../../channels/port.ts';
import type { DeliveryStatus, ErrorClass } from '../../channels/taxonomy.ts';
import type { ClearanceRequest, DeferReason } from '../../clearance/clearance.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { LawfulGround } from '../../message/cleared.ts';
import type { PlanRef, WaitFor } from '../plan/plan.ts';
import type { DeliveryReason, DeliveryState, HaltReason, StepFailure } from './delivery-state.ts';

/** What was asked for, fixed when the delivery was stored. */
export interface DeliveryRequest {
  readonly id: string;
  readonly campaignId?: string;
  /** Unique in the tenant: the same key is the same delivery. */
  readonly idempotencyKey: string;
  readonly subject: SubjectRef;
  /** E.164; `null` when the number was broken and the delivery is refused for it. */
  readonly phone: string | null;
  readonly country: string;
  readonly region?: string;
  readonly timeZone?: string;
  readonly kind: MessageKind;
  readonly purpose?: string;
  readonly sender: string;
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly addresses?: Readonly<Partial<Record<Channel, string>>>;
  readonly plan: PlanRef;
  readonly validUntil: Date;
  readonly startAt?: Date;
  /** Set for the one message that confirms an opt-out: the withdrawal it rests on instead of a consent. */
  readonly confirms?: ClearanceRequest['confirms'];
}

/** What a submit rested on, kept with its attempt for audit. */
export interface AttemptEvidence {
  readonly clearanceId: string;
  readonly contentHash: string;
  readonly packs: readonly string[];
  readonly ground: LawfulGround;
  readonly segments: number;
  /** Worst-case price reserved, in millionths of the budget currency. */
  readonly priceMicros: number;
}

/** How an attempt ended: the provider's answer, an adapter that threw, or that nothing went out although its intent was stored. */
export type AttemptResult =
  | SubmitResult
  | { readonly outcome: 'unknown'; readonly errorClass: 'unknown'; readonly reason: 'threw'; readonly providerCode: null }
  /** `absent`: a look-up found that the provider never had it. */
  | { readonly outcome: 'not-sent'; readonly reason: 'clearance-expired' | 'aborted' | 'absent' };

/** One submit of one step. Without a result it has started and nobody has said how it ended. */
export interface Attempt {
  /** Counts from 1 within a step. */
  readonly number: number;
  readonly channel: Channel;
  readonly provider: string;
  readonly startedAt: Date;
  readonly evidence: AttemptEvidence;
  readonly endedAt?: Date;
  readonly result?: AttemptResult;
  /** Look-ups that settled nothing, and the last one's time. */
  readonly lookups?: { readonly count: number; readonly lastAt: Date };
}

/** Statuses reported for one message, each with the earliest instant it was reported for. */
export type SeenStatuses = Readonly<Partial<Record<DeliveryStatus, Date>>>;

/** What receipts said about one message of a step. */
export interface MessageStanding {
  /** The provider's id; `null` for receipts that carry only our own reference. */
  readonly messageId: string | null;
  readonly seen: SeenStatuses;
  readonly failure: { readonly errorClass: ErrorClass; readonly providerCode: string | null } | null;
  /** By index, when the provider reports the parts of a long message one by one. */
  readonly parts?: { readonly total: number; readonly seen: Readonly<Record<string, SeenStatuses>> };
}

/** What is known about one step of one delivery. */
export interface StepProgress {
  readonly waitFor: WaitFor;
  readonly attempts: readonly Attempt[];
  readonly messages: readonly MessageStanding[];
  /** Set when the cascade went on from this step. */
  readonly left?: { readonly reason: StepFailure; readonly at: Date };
}

/** Why no further action follows, apart from what receipts still say. */
export type SettleCause = 'reached' | 'exhausted' | 'refused' | 'validity-over' | 'cancelled' | 'parked';

/** One message to one person on its way through its plan. Immutable: `evolve` makes the next one. */
export interface Delivery {
  readonly request: DeliveryRequest;
  readonly createdAt: Date;
  readonly state: DeliveryState;
  /** Why it stands there; `null` when there is nothing to explain. */
  readonly reason: DeliveryReason | null;
  /** Index of the step in hand; equal to the number of steps when the plan has run out. */
  readonly current: number;
  readonly steps: readonly StepProgress[];
  readonly deferred?: { readonly until: Date; readonly reason: DeferReason; readonly times: number };
  /** When the refusal a provider reported was handed to the consent ledger. */
  readonly optOutRecordedAt?: Date;
  /** When the ledger was told that the number is assigned to nobody. */
  readonly goneRecordedAt?: Date;
  readonly halted?: { readonly reason: HaltReason; readonly at: Date };
  readonly settled?: { readonly cause: SettleCause; readonly reason: DeliveryReason | null; readonly at: Date };
}

/** Name of one step of one delivery for ever: what providers get as our reference. */
export function stepKeyOf(deliveryId: string, step: number): string {
  return `${deliveryId}.${step}`;
}

/** Reads a step key back; `undefined` when it is not one. */
export function parseStepKey(stepKey: string): { readonly deliveryId: string; readonly step: number } | undefined {
  const match = /^(.+)\.(\d{1,3})$/u.exec(stepKey);
  return match === null ? undefined : { deliveryId: match[1] as string, step: Number(match[2]) };
}

/** A delivery nothing has happened to yet. */
export function newDelivery(request: DeliveryRequest, createdAt: Date): Delivery {
  return { request, createdAt, state: 'planned', reason: null, current: 0, steps: [] };
}
