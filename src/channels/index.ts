export { type ErrorRow, type ErrorTable, errorTable } from './error-table.ts';
export type { HttpProviderOptions } from './http.ts';
export { loadParser, parserIds, providerIdOf } from './parsers.ts';
export type {
  ChannelProvider,
  DecodedPayload,
  LookupResult,
  ParseEvents,
  ProviderCapabilities,
  SubmitContext,
  SubmitResult,
  WebhookRequest,
  WebhookVerdict,
} from './port.ts';
export { hasReached, isBadEnd, mergeStatus, mergeStatuses } from './receipt-lattice.ts';
export type { ChannelEvent, ChannelEventKind, DeliveryStatus, ErrorClass } from './taxonomy.ts';
