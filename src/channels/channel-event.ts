import type { ErrorTable } from './error-table.ts';
import { classOfHttpStatus } from './http-status.ts';
import type { DecodedPayload } from './port.ts';
import { isBadEnd } from './receipt-lattice.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from './taxonomy.ts';

/** What a status event says beyond its provider; what is absent becomes `null`. */
export interface StatusFacts {
  readonly status: DeliveryStatus;
  readonly errorClass?: ErrorClass | null;
  readonly messageId?: string | null;
  readonly recipient?: string | null;
  readonly providerCode?: string | null;
  readonly clientRef?: string | null;
  readonly at?: Date | undefined;
  readonly parts?: ChannelEvent['parts'] | undefined;
}

/** Longer than any provider's id or template name, and short enough for a database index, which would refuse the whole batch. */
const MAX_ID_CHARS = 512;

function boundedId<Id extends string | null>(id: Id): Id {
  return (id === null || id.length <= MAX_ID_CHARS ? id : id.slice(0, MAX_ID_CHARS).toWellFormed()) as Id;
}

/** An event of kind `status`. */
export function statusEvent(provider: string, facts: StatusFacts): ChannelEvent {
  return {
    provider,
    kind: 'status',
    status: facts.status,
    errorClass: facts.errorClass ?? null,
    messageId: boundedId(facts.messageId ?? null),
    recipient: facts.recipient ?? null,
    providerCode: facts.providerCode ?? null,
    ...(typeof facts.clientRef === 'string' ? { clientRef: boundedId(facts.clientRef) } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
    ...(facts.parts === undefined ? {} : { parts: facts.parts }),
  };
}

/** What an inbound event says beyond its provider. */
export interface InboundFacts {
  readonly messageId: string | null;
  readonly recipient: string | null;
  readonly text?: string | null;
  readonly to?: string | null;
  readonly replyTo?: string | null;
  readonly at?: Date | undefined;
  /** What the provider itself understood the words to mean. */
  readonly preference?: ChannelEvent['preference'] | undefined;
}

/** An event of kind `inbound`: a person wrote to us. */
export function inboundEvent(provider: string, facts: InboundFacts): ChannelEvent {
  return {
    provider,
    kind: 'inbound',
    status: null,
    errorClass: null,
    messageId: boundedId(facts.messageId),
    recipient: facts.recipient,
    providerCode: null,
    ...(typeof facts.text === 'string' ? { text: facts.text } : {}),
    ...(typeof facts.to === 'string' ? { to: facts.to } : {}),
    ...(typeof facts.replyTo === 'string' ? { replyTo: facts.replyTo } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
    ...(facts.preference === undefined ? {} : { preference: facts.preference }),
  };
}

/** An event of kind `preference`: the platform says a person opted in or out. */
export function preferenceEvent(
  provider: string,
  facts: {
    readonly recipient: string | null;
    readonly preference: 'opted-in' | 'opted-out';
    readonly code?: string | null;
    readonly at?: Date | undefined;
  },
): ChannelEvent {
  return {
    provider,
    kind: 'preference',
    status: null,
    errorClass: null,
    messageId: null,
    recipient: facts.recipient,
    providerCode: facts.code ?? null,
    preference: facts.preference,
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}

/** An event of kind `template` or `quality`: what changed stands in `subject`, in the platform's own words. */
export function signalEvent(
  provider: string,
  kind: 'template' | 'quality',
  facts: { readonly subject: NonNullable<ChannelEvent['subject']>; readonly code?: string | null; readonly at?: Date | undefined },
): ChannelEvent {
  return {
    provider,
    kind,
    status: null,
    errorClass: null,
    messageId: null,
    recipient: null,
    providerCode: facts.code ?? null,
    subject: facts.subject.name === undefined ? facts.subject : { ...facts.subject, name: boundedId(facts.subject.name) },
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}

/**
 * The class a status carries: `null` unless it is a bad end; for a bad end the known class, else `recipient-unreachable` where the network or the time ran
 * out and `unknown` for the rest. Source: facts on providers, "Normalised event".
 */
export function classOfEnd(status: DeliveryStatus, known: ErrorClass | null | undefined): ErrorClass | null {
  if (!isBadEnd(status) && status !== 'unknown') return null;
  if (known !== null && known !== undefined) return known;
  return status === 'undelivered' || status === 'expired' ? 'recipient-unreachable' : 'unknown';
}

/**
 * The event of an error answer whose body says nothing: status `rejected`, with the class of the table's row `HTTP <status>`, else of the status itself.
 * Below 400, and for webhooks, there is no event. What became of the send is another question: `readSubmit` calls every 5xx unknown.
 */
export function httpErrorEvents(provider: string, decoded: DecodedPayload, table?: ErrorTable): readonly ChannelEvent[] {
  const { httpStatus } = decoded;
  if (decoded.surface !== 'response' || httpStatus === undefined || httpStatus < 400) return [];
  const providerCode = `HTTP ${httpStatus}`;
  const errorClass = table?.classOf(providerCode) ?? classOfHttpStatus(httpStatus);
  return [statusEvent(provider, { status: 'rejected', errorClass, providerCode })];
}
