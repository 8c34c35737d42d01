import type { ChannelProvider } from '../../channels/port.ts';
import type { ErrorClass } from '../../channels/taxonomy.ts';
import type { ClearancePort } from '../../clearance/clearance.ts';
import type { Clock } from '../../clock.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import type { MessengerEmitter } from '../../events.ts';
import type { ReportedRefusal } from '../delivery/reported-refusal.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import type { CascadePolicy } from '../plan/policy.ts';
import type { DeliveryStore } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/** A refusal or a number without an owner, as a provider reported it, for the consent ledger. */
export interface OptOutReport extends ReportedRefusal {
  readonly deliveryId: string;
  readonly subject: SubjectRef;
  readonly phone: string;
  readonly sender: string;
  readonly purpose?: string;
}

/** How one submit ended, as far as it says something about its sender and not the person. */
export interface SenderOutcome {
  readonly provider: string;
  readonly sender: string;
  readonly channel: string;
  readonly template: string;
  readonly campaignId?: string;
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
  /** `null` when it was accepted, or refused for a reason that is the person's. */
  readonly errorClass: ErrorClass | null;
  readonly providerCode: string | null;
  /** A minimum, never shortened. */
  readonly retryAfterMs?: number;
  readonly at: Date;
}

/** Places where a crash has a meaning of its own. Tests arm them; otherwise they do nothing. */
export type FaultPoint =
  | 'claimed'
  | 'cleared'
  | 'attempt-started:committed'
  | 'submitted'
  | 'looked-up'
  | 'opt-out:recorded'
  | 'write:before'
  | 'write:committed';

/** What a tick works with. */
export interface TickDeps {
  readonly store: DeliveryStore;
  readonly documents: DocumentStore;
  /** Documents that all tenants of the installation read: its kill switch. */
  readonly installation?: DocumentStore | undefined;
  readonly clearance: ClearancePort;
  readonly providers: readonly ChannelProvider[];
  readonly plans: PlanBook;
  /** Monotonic time, and waits between tries to write. Wall time comes from the store. */
  readonly clock: Clock;
  /** Name of this worker. */
  readonly worker: string;
  readonly policy?: Partial<CascadePolicy> | undefined;
  readonly events?: MessengerEmitter | undefined;
  /** Tells the ledger of people who refused towards a provider and of numbers that are nobody's. Called again after a crash: must bear repetition. */
  readonly recordOptOut: (reports: readonly OptOutReport[]) => Promise<void>;
  /** Closes or slows senders and pauses campaigns by how submits end. Answers at once where nothing is to be done. Its failure is reported and holds nothing up. */
  readonly senderOutcome?: ((outcome: SenderOutcome) => Promise<void> | undefined) | undefined;
  readonly faultPoint?: ((name: FaultPoint) => void | Promise<void>) | undefined;
}

export interface TickOptions {
  /** Most deliveries to take. @default 500 */
  readonly limit?: number | undefined;
  /** Aborted: nothing more is started, calls under way are waited for, what was not touched is given back. */
  readonly signal?: AbortSignal | undefined;
  /** Only this share of all people. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

/** How often each thing happened in a tick. */
export interface TickCounts {
  claimed: number;
  submitted: number;
  accepted: number;
  rejected: number;
  unknown: number;
  notSent: number;
  lookedUp: number;
  deferred: number;
  fellBack: number;
  settled: number;
  /** Not started because the person's gate was closed in between. */
  fenced: number;
  /** Given up because another worker had it. */
  lost: number;
}

export interface TickResult {
  /** Deliveries handled; 0 means that nothing was due. */
  readonly done: number;
  /** When to tick again if nothing wakes it before: at once when it lies in the past; `null` when nothing waits. */
  readonly nextDueAt: Date | null;
  readonly counts: Readonly<TickCounts>;
}

export function noCounts(): TickCounts {
  return {
    claimed: 0,
    submitted: 0,
    accepted: 0,
    rejected: 0,
    unknown: 0,
    notSent: 0,
    lookedUp: 0,
    deferred: 0,
    fellBack: 0,
    settled: 0,
    fenced: 0,
    lost: 0,
  };
}
