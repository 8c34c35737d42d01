export type { CampaignApproval } from './campaign/approval.ts';
export {
  type AudienceRow,
  type CampaignDeps,
  type CampaignMessage,
  type CampaignOptions,
  type CampaignProgress,
  type CampaignStart,
  startCampaign,
} from './campaign/campaign.ts';
export type { ResolvedRecipient } from './campaign/campaign-delivery.ts';
export type { CampaignDesk } from './campaign/campaign-desk.ts';
export type { CampaignStatus } from './campaign/campaign-status.ts';
export type { Forecast, ForecastOptions } from './campaign/forecast.ts';
export type { ForecastDuration } from './campaign/forecast-duration.ts';
export type { ChannelForecast, ForecastFigures, RefusalForecast } from './campaign/forecast-tally.ts';
export type { ForecastMessage, PersonForecast } from './campaign/forecast-walk.ts';
export { decideGate, defaultGates, type Gate, type GateCounts, type GateVerdict, gateCounts } from './campaign/gate.ts';
export type { Holdout } from './campaign/stable-share.ts';
export type { Wave, WaveState } from './campaign/waves.ts';
export type { ActionContext, NextAction } from './delivery/action.ts';
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
} from './delivery/delivery.ts';
export { countDeliveries } from './delivery/delivery-counts.ts';
export type { DeliveryEvent } from './delivery/delivery-event.ts';
export {
  type DeliveryReason,
  type DeliveryState,
  deliveryStates,
  type HaltReason,
  isTerminal,
  type ParkReason,
  type StepFailure,
} from './delivery/delivery-state.ts';
export { evolve } from './delivery/evolve.ts';
export { nextAction } from './delivery/next-action.ts';
export { type Receipt, receiptsOf } from './delivery/receipt.ts';
export type { ReportedRefusal } from './delivery/reported-refusal.ts';
export { isDoubleReach, lateSteps, reachingStep } from './delivery/terminal-state.ts';
export { type TraceLine, trace } from './delivery/trace.ts';
export { checkPlan, type PlanWarning, planWarnings, providerOf } from './plan/check-plan.ts';
export { definePlan } from './plan/define-plan.ts';
export type { CascadePlan, CascadeStep, PlanOptions, PlanRef, PlanStep, Reaction, WaitFor } from './plan/plan.ts';
export { stepsFor } from './plan/plan.ts';
export { openPlanBook, type PlanBook } from './plan/plan-book.ts';
export type { PlanRisk } from './plan/plan-risks.ts';
export { type CascadePolicy, defaultPolicy } from './plan/policy.ts';
export { changeDocument } from './stores/change-document.ts';
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
} from './stores/delivery-store.ts';
export { type DocumentStore, memoryDocumentStore, type StoredDocument } from './stores/document-store.ts';
export { memoryDeliveryStore } from './stores/memory-delivery-store.ts';
export { subjectFence } from './subject-fence.ts';
export { type ControlScope, type ControlState, type Controls, loadControls, setControl } from './work/controls.ts';
export { tick } from './work/tick.ts';
export type { FaultPoint, OptOutReport, SenderOutcome, TickCounts, TickDeps, TickOptions, TickResult } from './work/tick-deps.ts';
