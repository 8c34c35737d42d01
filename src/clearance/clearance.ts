import type { SubjectRef } from '../consent/record/record.ts';
import type { Channel, MessageKind } from '../law/vocabulary.ts';
import type { TakenCharge } from '../limits/counter-store.ts';
import type { Diagnostic } from '../linter/diagnostic.ts';
import type { ClearedMessage } from '../message/cleared.ts';

/** One step of one delivery that wants to go out. */
export interface ClearanceRequest {
  readonly deliveryId: string;
  readonly campaignId?: string;
  readonly stepKey: string;
  readonly subject: SubjectRef;
  /** The subject's fence epoch, read from the delivery store before this request was made. */
  readonly epoch: number;
  readonly phone: string;
  readonly country: string;
  readonly region?: string;
  readonly timeZone?: string;
  readonly kind: MessageKind;
  readonly purpose?: string;
  readonly sender: string;
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly channel: Channel;
  /** Id of the configured provider that will take it. */
  readonly provider: string;
  /** Person's id on a channel without phone numbers. */
  readonly address?: string;
  /** The delivery's own end; the message's validity is the earliest of it, the window's end and the step's fall-back time where the provider takes a validity. */
  readonly validUntil: Date;
  readonly fallBackAfterMs?: number;
  /** Set for the one message that confirms an opt-out: the withdrawal it rests on instead of a consent. */
  readonly confirms?: { readonly recordId: string; readonly sequence: number; readonly withdrawnAt: Date };
}

/** Why a message may not go out, ever or by this step. */
export type RefusalReason =
  | 'no-consent'
  | 'consent-withdrawn'
  | 'consent-expired'
  | 'consent-other-purpose'
  | 'consent-other-sender'
  | 'consent-other-channel'
  | 'consent-evidence-too-weak'
  | 'consent-not-separate'
  | 'consent-pending'
  | 'suppressed'
  | 'carrier-blocked'
  | 'number-reassigned'
  | 'erased'
  | 'no-law-pack'
  | 'channel-barred'
  | 'no-lawful-window'
  | 'content-refused'
  | 'template-missing'
  | 'template-variant-missing'
  | 'template-value-missing'
  | 'template-paused'
  | 'template-disabled'
  | 'template-recategorised'
  | 'sender-unknown'
  | 'sender-not-registered'
  | 'sender-not-on-channel'
  | 'sender-halted'
  | 'provider-missing'
  | 'no-address'
  | 'frequency-cap'
  | 'invalid-recipient'
  | 'stopped';

export type DeferReason =
  | 'quiet-hours'
  | 'rate-limit'
  | 'pair-rate'
  | 'portfolio-limit'
  | 'warm-up'
  | 'frequency-cap'
  | 'budget'
  | 'sender-closed'
  /** Monitoring holds back or slows down what the message is like. */
  | 'quality-hold'
  | 'template-paused'
  | 'campaign-paused';

export type Clearance =
  | { readonly verdict: 'cleared'; readonly message: ClearedMessage; readonly segments: number; readonly reservation: Reservation }
  | { readonly verdict: 'deferred'; readonly until: Date; readonly reason: DeferReason }
  /** `step`: another step of the plan may still be lawful. `delivery`: nothing of it may go out. */
  | {
      readonly verdict: 'refused';
      readonly scope: 'step' | 'delivery';
      readonly reason: RefusalReason;
      readonly diagnostics?: readonly Diagnostic[];
    };

/** What was taken from the shared counters for one submit: kept on `accepted` and `unknown`, given back on a definite refusal before the wire. */
export interface Reservation {
  readonly keys: readonly TakenCharge[];
  /** Worst-case price reserved, in millionths of the budget currency. */
  readonly priceMicros: number;
}

/** Decides, for hundreds of steps at once, what may go out now. Answers in the order of the requests. */
export interface ClearancePort {
  /** @param leadMs what passes, in milliseconds, between the answer and the first call: paced slots are not given before. */
  clear(requests: readonly ClearanceRequest[], now: Date, leadMs?: number): Promise<readonly Clearance[]>;
  /** Gives back what an attempt that never started had reserved. */
  release(reservations: readonly Reservation[]): Promise<void>;
}
