import type { InFlightCall } from '../../consent/fence.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import type { Attempt, Delivery, DeliveryRequest } from '../delivery/delivery.ts';
import type { DeliveryEvent } from '../delivery/delivery-event.ts';
import type { DeliveryState, HaltReason, StepFailure } from '../delivery/delivery-state.ts';
import type { Receipt } from '../delivery/receipt.ts';
import type { WaitFor } from '../plan/plan.ts';

/** How storing one delivery ended. `duplicate`: the idempotency key is taken, `id` is the one that has it. `duplicate-recipient`: its campaign has that number already. */
export interface InsertResult {
  readonly outcome: 'inserted' | 'duplicate' | 'duplicate-recipient';
  readonly id: string;
}

export interface NewDelivery {
  readonly request: DeliveryRequest;
  /** Stored as already refused: a broken number in an audience. */
  readonly refused?: StepFailure;
}

export interface ClaimOptions {
  readonly limit: number;
  readonly leaseMs: number;
  /** Name of this worker, for people who look at the table. */
  readonly worker: string;
  /** Only the deliveries of this share of all subjects. */
  readonly shard?: { readonly index: number; readonly count: number };
}

/** Right to write one delivery until the lease ends or another worker takes it. */
export interface Lease {
  readonly id: string;
  /** Grows with every claim: a writer with an older one loses. */
  readonly fence: number;
}

export interface Claimed {
  readonly lease: Lease;
  readonly delivery: Delivery;
  /** What has happened since it was last written: attempts that started or ended, receipts, halts. To be folded into it. */
  readonly pending: readonly DeliveryEvent[];
  /** Hashes of the receipts among `pending`: to be given back with the write. */
  readonly receipts: readonly string[];
  /** Changes whenever news arrives; given back with the write, so that news during the lease is not slept through. */
  readonly wake: number;
  /** The subject's fence epoch, read with the claim: before consent is. */
  readonly epoch: number;
  /** Claims of it since somebody last wrote it, this one not counted. */
  readonly strikes: number;
}

export interface ClaimedBatch {
  /** The store's clock, read once. */
  readonly now: Date;
  readonly claimed: readonly Claimed[];
  /** When the next delivery falls due, if this batch emptied what is due; `null` when nothing is waiting at all. */
  readonly nextDueAt: Date | null;
}

/** A submit about to happen. */
export interface AttemptIntent {
  readonly lease: Lease;
  readonly subject: SubjectRef;
  readonly epoch: number;
  readonly step: number;
  readonly waitFor: WaitFor;
  readonly attempt: Attempt;
}

/** `started`: committed, the call may be made. `lost`: another worker has the delivery. `fenced`: the subject's epoch moved; clear it anew. */
export type StartOutcome = 'started' | 'lost' | 'fenced';

/** The new standing of one delivery. */
export interface DeliveryWrite {
  readonly lease: Lease;
  readonly delivery: Delivery;
  /** When to look at it again; `null` when it is final. */
  readonly dueAt: Date | null;
  /** Attempts whose end is now known. Kept as evidence even when the lease was lost. */
  readonly ended: readonly { readonly step: number; readonly attempt: Attempt }[];
  /** Receipts that were folded in. */
  readonly receipts: readonly string[];
  readonly wake: number;
  /** The worker goes on with the delivery: the lease stays with it and `dueAt` is not looked at. */
  readonly keep?: boolean;
}

/** Folds receipts into deliveries that nobody has in hand, so that most need no claim of their own. */
export interface ReceiptFolder {
  /** The delivery with these events and when to look at it again; `undefined` when more is to be done than to write it down. Pure. */
  fold(delivery: Delivery, events: readonly DeliveryEvent[], now: Date): { readonly delivery: Delivery; readonly dueAt: Date | null } | undefined;
  /** Told once the folded delivery is stored. */
  folded(id: string): void;
}

/** Which deliveries a halt or a wake-up is about; every given field must fit. */
export interface DeliveryScope {
  readonly subject?: SubjectRef;
  readonly sender?: string;
  readonly purpose?: string;
  readonly campaignId?: string;
}

/** Whose deliveries are read; every given field must fit, none means all. */
export type DeliveriesOf = Pick<DeliveryScope, 'campaignId' | 'subject'>;

export interface RecordedReceipts {
  /** New ones, matched or not. */
  readonly recorded: number;
  readonly duplicates: number;
  /** New ones whose message is not known yet: kept, and found when its attempt is. */
  readonly unmatched: number;
}

/** Where the deliveries of a campaign, or of everything, stand. */
export interface DeliveryCounts {
  readonly total: number;
  readonly states: Readonly<Record<DeliveryState, number>>;
  /** By `state`, then reason. */
  readonly reasons: readonly { readonly state: DeliveryState; readonly reason: string; readonly count: number }[];
  /** `reached`, by the channel that did it. */
  readonly byChannel: Readonly<Record<string, number>>;
  /** Messages that arrived after their fall-back had gone out. */
  readonly late: number;
  /** People who got more than one message of a delivery. */
  readonly doubleReach: number;
  readonly segments: number;
  /** Worst-case price of what was submitted, in millionths of the budget currency. */
  readonly priceMicros: number;
}

/**
 * Deliveries, their attempts and the receipts' inbox of one tenant. Everything takes batches; hundreds are normal.
 * An implementation is correct when it passes `deliveryStoreContract` from `licet/testing`.
 */
export interface DeliveryStore {
  /** Stores what was asked for, in order; a taken key changes nothing. Durable when it resolves. */
  insert(deliveries: readonly NewDelivery[]): Promise<readonly InsertResult[]>;

  /**
   * Takes what is due, urgent kinds first, oldest due first. A delivery is with one worker until its lease ends. One that was claimed twice
   * without a write comes alone, so that it takes nobody along if it breaks the worker.
   */
  claim(options: ClaimOptions): Promise<ClaimedBatch>;

  /** Commits intents. Never resolves `started` for an epoch that `closeSubject` has moved on: the fence of P2. */
  startAttempts(intents: readonly AttemptIntent[]): Promise<readonly StartOutcome[]>;

  /** Writes standings and gives the leases back. `lost`: another worker has it; only the ended attempts were kept. */
  write(writes: readonly DeliveryWrite[]): Promise<readonly ('written' | 'lost')[]>;

  /** Gives leases back untouched: due now. Leases already lost are passed over. */
  release(leases: readonly Lease[]): Promise<void>;

  /**
   * Puts receipts in the inbox and makes their deliveries due. A store may instead store what `folder` makes of a delivery, when nobody has it and
   * nothing else waits to be folded in; it decides both in one transaction.
   */
  recordReceipts(receipts: readonly Receipt[], folder?: ReceiptFolder): Promise<RecordedReceipts>;

  /** Moves the subject's epoch on; when it resolves, no attempt under an older one can start. Returns the calls that had started and not ended. */
  closeSubject(subject: SubjectRef): Promise<readonly InFlightCall[]>;

  /** The subject's calls that have started and not ended. */
  openAttempts(subject: SubjectRef): Promise<readonly InFlightCall[]>;

  /** Makes the unfinished deliveries of a scope due now; with `halt` no further step of theirs goes out. Returns how many. */
  wake(scope: DeliveryScope, halt?: HaltReason): Promise<number>;

  /**
   * Takes number, addresses and values out of a subject's deliveries; what was done and why stays. Unfinished ones are woken and halted as
   * `erased`. For a person whose gate is closed. Returns how many were theirs.
   */
  forget(subject: SubjectRef): Promise<number>;

  /** The deliveries as last written, in the order of the ids; `undefined` for unknown ones. */
  load(ids: readonly string[]): Promise<readonly (Delivery | undefined)[]>;

  counts(campaignId?: string): Promise<DeliveryCounts>;

  /** When the next delivery falls due, by the store's clock, without taking it: what lies in the past is how far the workers are behind. `null` when nothing waits. */
  nextDue(): Promise<Pick<ClaimedBatch, 'now' | 'nextDueAt'>>;

  /** All deliveries (of a campaign, of a person) in order of id, after an id: for reports, exports and answers to people. */
  scan(options: DeliveriesOf & { readonly after?: string; readonly limit: number }): Promise<readonly Delivery[]>;
}

/** Kinds in order of urgency: what a person waits for goes before what they do not. */
export function priorityOf(kind: DeliveryRequest['kind']): 0 | 1 | 2 {
  return kind === 'auth' ? 0 : kind === 'transactional' ? 1 : 2;
}

/** Which of 1,024 shares of all subjects this one is in: stable, from the keyed reference. FNV-1a. */
export function shareOf(subject: SubjectRef): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < subject.length; index++) hash = Math.imul(hash ^ subject.charCodeAt(index), 0x01000193) >>> 0;
  return hash % 1024;
}
