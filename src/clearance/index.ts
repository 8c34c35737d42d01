export type {
  Clearance,
  ClearancePort,
  ClearanceRequest,
  DeferReason,
  RefusalReason,
  Reservation,
} from './clearance.ts';
export type { AccountState, ClearanceDeps, Control, OutsideSuppression, VariantState } from './clearance-deps.ts';
export { createClearance } from './create-clearance.ts';
export { contentHash, isStillCleared, waitForSlotMs } from './mint.ts';
