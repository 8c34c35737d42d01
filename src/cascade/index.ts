export type { ActionContext, NextAction } from './action.ts';
export type { CampaignApproval } from './approval.ts';
export {
  type AudienceRow,
  type CampaignDeps,
  type CampaignMessage,
  type CampaignOptions,
  type CampaignProgress,
  type CampaignStart,
  startCampaign,
} from './campaign.ts';
export type { ResolvedRecipient } from './campaign-delivery.ts';
export type { CampaignDesk } from './campaign-desk.ts';
export type { CampaignStatus } from './campaign-status.ts';
export { changeDocument } from './change-document.ts';
export { checkPlan, type PlanWarning, planWarnings, providerOf } from './check-plan.ts';
export { type ControlScope, type ControlState, type Controls, loadControls, setControl } from './controls.ts';
export { definePlan } from './define-plan.ts';
export {
  type Attempt,
  type AttemptEvidence,
  type AttemptResult,
  type Delivery,
  type DeliveryRequest,
  type MessageStanding,
  newDelivery,
  parseStepKey,
  type SeenStatuses,
  type SettleCause,
  type StepProgress,
  stepKeyOf,
} from './delivery.ts';
export { countDeliveries } from './delivery-counts.ts';
export type { DeliveryEvent } from './delivery-event.ts';
export {
  type DeliveryReason,
  type DeliveryState,
  deliveryStates,
  type HaltReason,
  isTerminal,
  type ParkReason,
  type StepFailure,
} from './delivery-state.ts';
export type {
  AttemptIntent,
  Claimed,
  ClaimedBatch,
  ClaimOptions,
  DeliveriesOf,
  DeliveryCounts,
  DeliveryScope,
  DeliveryStore,
  DeliveryWrite,
  InsertResult,
  Lease,
  NewDelivery,
  ReceiptFolder,
  RecordedReceipts,
  StartOutcome,
} from './delivery-store.ts';
export { type DocumentStore, memoryDocumentStore, type StoredDocument } from './document-store.ts';
export { evolve } from './evolve.ts';
export type { Forecast, ForecastOptions } from './forecast.ts';
export type { ForecastDuration } from './forecast-duration.ts';
export type { ChannelForecast, ForecastFigures, RefusalForecast } from './forecast-tally.ts';
export type { ForecastMessage, PersonForecast } from './forecast-walk.ts';
export { decideGate, defaultGates, type Gate, type GateCounts, type GateVerdict, gateCounts } from './gate.ts';
export { memoryDeliveryStore } from './memory-delivery-store.ts';
export { nextAction } from './next-action.ts';
export type { CascadePlan, CascadeStep, PlanOptions, PlanRef, PlanStep, Reaction, WaitFor } from './plan.ts';
export { stepsFor } from './plan.ts';
export { openPlanBook, type PlanBook } from './plan-book.ts';
export type { PlanRisk } from './plan-risks.ts';
export { type CascadePolicy, defaultPolicy } from './policy.ts';
export { type Receipt, receiptsOf } from './receipt.ts';
export type { ReportedRefusal } from './reported-refusal.ts';
export type { Holdout } from './stable-share.ts';
export { subjectFence } from './subject-fence.ts';
export { isDoubleReach, lateSteps, reachingStep } from './terminal-state.ts';
export { tick } from './tick.ts';
export type { FaultPoint, OptOutReport, SenderOutcome, TickCounts, TickDeps, TickOptions, TickResult } from './tick-deps.ts';
export { type TraceLine, trace } from './trace.ts';
export type { Wave, WaveState } from './waves.ts';
