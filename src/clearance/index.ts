export type {
  Clearance,
  ClearancePort,
  ClearanceRequest,
  DeferReason,
  RefusalReason,
  Reservation,
} from './clearance.ts';
export type { AccountState, ClearanceDeps, Control, OutsideSuppression, VariantState } from './clearance-deps.ts';
export { type ContentAsSent, contentAsSent, type SentContent } from './content-as-sent.ts';
export { createClearance } from './create-clearance.ts';
export { contentHash, isStillCleared, waitForSlotMs } from './mint.ts';
