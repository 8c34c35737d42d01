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
}

/** An event of kind `status`. */
export function statusEvent(provider: string, facts: StatusFacts): ChannelEvent {
  return {
    provider,
    kind: 'status',
    status: facts.status,
    errorClass: facts.errorClass ?? null,
    messageId: facts.messageId ?? null,
    recipient: facts.recipient ?? null,
    providerCode: facts.providerCode ?? null,
    ...(typeof facts.clientRef === 'string' ? { clientRef: facts.clientRef } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
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
}

/** An event of kind `inbound`: a person wrote to us. */
export function inboundEvent(provider: string, facts: InboundFacts): ChannelEvent {
  return {
    provider,
    kind: 'inbound',
    status: null,
    errorClass: null,
    messageId: facts.messageId,
    recipient: facts.recipient,
    providerCode: null,
    ...(typeof facts.text === 'string' ? { text: facts.text } : {}),
    ...(typeof facts.to === 'string' ? { to: facts.to } : {}),
    ...(typeof facts.replyTo === 'string' ? { replyTo: facts.replyTo } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}

/** An event of kind `preference`: the platform says a person opted in or out. */
export function preferenceEvent(
  provider: string,
  facts: {
    readonly recipient: string | null;
    readonly preference: 'opted-in' | 'opted-out';
    readonly code: string | null;
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
    providerCode: facts.code,
    preference: facts.preference,
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}
