export { type ErrorRow, type ErrorTable, errorTable } from './error-table.ts';
export type { HttpProviderOptions } from './http.ts';
export { loadParser, parserIds, providerIdOf } from './parsers.ts';
export {
  type ChannelProvider,
  type DecodedPayload,
  type FurthestStatus,
  type LookupResult,
  type ParseEvents,
  type ProviderCapabilities,
  reachesOn,
  type SubmitContext,
  type SubmitResult,
  type WebhookRequest,
  type WebhookVerdict,
} from './port.ts';
export { hasReached, isBadEnd, mergeStatus, mergeStatuses } from './receipt-lattice.ts';
export type { ChannelEvent, ChannelEventKind, DeliveryStatus, ErrorClass } from './taxonomy.ts';
