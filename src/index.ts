export type { CampaignApproval } from './cascade/campaign/approval.ts';
export type { AudienceRow, CampaignOptions, CampaignProgress, CampaignStart } from './cascade/campaign/campaign.ts';
export type { CampaignDesk } from './cascade/campaign/campaign-desk.ts';
export type { CampaignStatus } from './cascade/campaign/campaign-status.ts';
export type { Forecast, ForecastOptions } from './cascade/campaign/forecast.ts';
export type { Gate } from './cascade/campaign/gate.ts';
export type { Wave } from './cascade/campaign/waves.ts';
export type { Delivery } from './cascade/delivery/delivery.ts';
export type { DeliveryReason, DeliveryState } from './cascade/delivery/delivery-state.ts';
export { definePlan } from './cascade/plan/define-plan.ts';
export type { CascadePlan, PlanOptions, PlanStep } from './cascade/plan/plan.ts';
export type { CascadePolicy } from './cascade/plan/policy.ts';
export type { ClosedWay, Readiness, ReadinessOptions, StoreCheck, Worry } from './cascade/readiness.ts';
export type { SendOptions, SendResult } from './cascade/single-messages.ts';
export type { DeliveryCounts } from './cascade/stores/delivery-store.ts';
export { type MessengerStores, memoryStores } from './cascade/stores/memory-stores.ts';
export type { ControlScope, ControlState } from './cascade/work/controls.ts';
export type { Health } from './cascade/work/tick-watch.ts';
export type { ChannelProvider } from './channels/port.ts';
export { type Clock, type NewId, systemClock } from './clock.ts';
export type { ConsentBook } from './consent/consent-book.ts';
export {
  ErasureHeldError,
  InvalidOptionsError,
  isLicetError,
  LicetError,
  type OptionIssue,
  StoreConflictError,
  StoreUnavailableError,
} from './errors.ts';
export type { MessengerEvents } from './events.ts';
export type { ComplaintBook } from './feedback/complaint-book.ts';
export type { ReplyAnswers } from './feedback/reply-answers.ts';
export type { ReviewQueue } from './feedback/review-queue.ts';
export type { LawPack } from './law/pack.ts';
export type { Channel, MessageKind } from './law/vocabulary.ts';
export type { MessageRequest } from './message/request.ts';
export type { Sender } from './message/sender.ts';
export { createMessenger, type Messenger, type MessengerOptions } from './messenger.ts';
export type { Ending, Observe, Operation } from './observe.ts';
export type { MessageTemplate, TemplateSet } from './template/message-template.ts';
