export type { CampaignApproval } from './cascade/approval.ts';
export type { AudienceRow, CampaignOptions, CampaignProgress, CampaignStart } from './cascade/campaign.ts';
export type { CampaignDesk } from './cascade/campaign-desk.ts';
export type { CampaignStatus } from './cascade/campaign-status.ts';
export type { ControlScope, ControlState } from './cascade/controls.ts';
export { definePlan } from './cascade/define-plan.ts';
export type { Delivery } from './cascade/delivery.ts';
export type { DeliveryReason, DeliveryState } from './cascade/delivery-state.ts';
export type { DeliveryCounts } from './cascade/delivery-store.ts';
export type { Forecast, ForecastOptions } from './cascade/forecast.ts';
export type { Gate } from './cascade/gate.ts';
export { type MessengerStores, memoryStores } from './cascade/memory-stores.ts';
export type { CascadePlan, PlanOptions, PlanStep } from './cascade/plan.ts';
export type { CascadePolicy } from './cascade/policy.ts';
export type { ClosedWay, Readiness, ReadinessOptions, StoreCheck, Worry } from './cascade/readiness.ts';
export type { SendOptions, SendResult } from './cascade/single-messages.ts';
export type { Health } from './cascade/tick-watch.ts';
export type { Wave } from './cascade/waves.ts';
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
