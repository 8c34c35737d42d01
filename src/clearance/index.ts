export type {
  Clearance,
  ClearancePort,
  ClearanceRequest,
  DeferReason,
  RefusalReason,
  Reservation,
} from './clearance.ts';
export type { ClearanceDeps, Control, OutsideSuppression, VariantState } from './clearance-deps.ts';
export { createClearance } from './create-clearance.ts';
export { contentHash, isStillCleared, waitForSlotMs } from './mint.ts';
