import type { LookupResult } from '../../channels/port.ts';
import type { DeferReason } from '../../clearance/clearance.ts';
import type { WaitFor } from '../plan/plan.ts';
import type { Attempt, SettleCause } from './delivery.ts';
import type { DeliveryReason, HaltReason, StepFailure } from './delivery-state.ts';
import type { Report } from './message-standing.ts';

/** One thing that happened to a delivery. */
export type DeliveryEvent =
  /** An intent was stored, or how it ended became known. Told with the whole attempt, so that order and repetition do not matter. */
  | { readonly type: 'attempt-started' | 'attempt-ended'; readonly step: number; readonly waitFor: WaitFor; readonly attempt: Attempt }
  | { readonly type: 'receipt'; readonly step: number; readonly report: Report }
  | { readonly type: 'looked-up'; readonly step: number; readonly number: number; readonly result: LookupResult; readonly at: Date }
  | { readonly type: 'deferred'; readonly until: Date; readonly reason: DeferReason; readonly at: Date }
  | { readonly type: 'fell-back'; readonly from: number; readonly waitFor: WaitFor; readonly reason: StepFailure; readonly at: Date }
  | { readonly type: 'opt-out-recorded' | 'gone-recorded'; readonly at: Date }
  | { readonly type: 'halted'; readonly reason: HaltReason; readonly at: Date }
  | { readonly type: 'settled'; readonly cause: SettleCause; readonly reason: DeliveryReason | null; readonly at: Date };
