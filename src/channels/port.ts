import type { Channel } from '../law/vocabulary.ts';
import type { ClearedMessage } from '../message/cleared.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from './taxonomy.ts';

/** A status a plan may wait for. */
export type FurthestStatus = Extract<DeliveryStatus, 'accepted' | 'sent' | 'delivered' | 'read'>;

/** The furthest status a provider reports on one of its channels. */
export function reachesOn({ receipts, reaches, reachesOn: byChannel }: ProviderCapabilities, channel: Channel): FurthestStatus {
  return receipts === 'none' ? 'accepted' : (byChannel?.[channel] ?? reaches);
}

/** What differs between providers, as data. Nothing branches on a provider's name. */
export interface ProviderCapabilities {
  /** How a repeated submit is recognised. `key`: same key, same message; `client-id`: a repeated own id is refused as duplicate; `content-window`: same content within `windowMs` is refused. */
  readonly dedup: { readonly by: 'key' | 'client-id' | 'content-window' | 'none'; readonly windowMs?: number };
  /** How an unknown outcome can be settled. */
  readonly lookup: 'by-client-ref' | 'by-recipient-and-time' | 'webhook-echo' | 'none';
  readonly receipts: 'webhook' | 'poll' | 'none';
  /** The furthest status this provider ever reports: a plan that waits for more is refused. */
  readonly reaches: FurthestStatus;
  /** Channels of this provider that report less than `reaches`. */
  readonly reachesOn?: Readonly<Partial<Record<Channel, FurthestStatus>>>;
  readonly inbound: boolean;
  /** Range of validity the provider honours, in milliseconds; `null` when it takes none. */
  readonly validity: { readonly minMs: number; readonly maxMs: number } | null;
  readonly contents: readonly ('text' | 'template' | 'interactive' | 'media' | 'code')[];
  readonly limits: {
    readonly perSecond?: number;
    readonly perPair?: { readonly max: number; readonly perMs: number };
    readonly concurrency?: number;
    /** Most messages one call of the provider's API may carry. The adapter sends one a call, so that each has an outcome of its own. */
    readonly batch?: number;
  };
  /** What is paid for, and where the provider tells how much it was. Prices themselves come from the host's `PriceBook`. */
  readonly charges?: {
    readonly per: 'segment' | 'message' | 'delivered-message' | 'unknown';
    readonly told: 'answer' | 'receipt' | 'look-up' | 'no';
  };
  /**
   * Codes by which the provider says that the number is assigned to nobody; they count only with the class `recipient-unreachable`. One such
   * report suspends the person's consents, because the number's next owner has given none.
   */
  readonly goneCodes?: readonly string[];
  /** ISO country codes where the provider processes data, `unknown` when not published. */
  readonly dataLocation: readonly string[] | 'unknown';
  /** Mostly unverified facts: shown in docs and types. */
  readonly experimental?: boolean;
}

export interface SubmitContext {
  /** `stepKey` names one step of one delivery for ever; `number` counts submits of it from 1. */
  readonly attempt: { readonly stepKey: string; readonly number: number };
  readonly signal: AbortSignal;
}

/**
 * How a submit ended. Only a definite refusal is `rejected`; anything after which the message may have left is `unknown`,
 * whatever the error class says about a later retry.
 */
export type SubmitResult =
  | { readonly outcome: 'accepted'; readonly providerMessageId: string; readonly status: DeliveryStatus; readonly segments?: number }
  | {
      readonly outcome: 'rejected';
      readonly errorClass: ErrorClass;
      readonly providerCode: string | null;
      /** The provider's wording, scrubbed of addresses and texts. */
      readonly detail?: string;
      /** A minimum, never shortened. */
      readonly retryAfterMs?: number;
    }
  | {
      readonly outcome: 'unknown';
      readonly errorClass: ErrorClass;
      readonly reason: 'timeout' | 'connection-lost' | 'server-error' | 'unreadable-answer' | 'ambiguous-duplicate' | 'aborted';
      readonly providerCode: string | null;
      readonly retryAfterMs?: number;
    };

/** A webhook call, its body read once as raw bytes. */
export interface WebhookRequest {
  readonly method: string;
  /** Public URL as the provider called it, from configuration, never from `Host`. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export type WebhookVerdict =
  | {
      readonly ok: true;
      readonly events: readonly ChannelEvent[];
      readonly reply?: { readonly status: number; readonly body: string; readonly contentType: string };
    }
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 405 | 413; readonly reason: string };

/** What a look-up of an unknown attempt found. `absent` is definite: the provider never accepted it. */
export type LookupResult =
  | { readonly found: 'present'; readonly providerMessageId: string; readonly status: DeliveryStatus }
  | { readonly found: 'absent' }
  | { readonly found: 'unsure' };

/**
 * One way to reach people: an HTTP gateway, a platform, an SMPP bind.
 * An implementation is correct when it passes `channelProviderContract` from `licet/testing`.
 */
export interface ChannelProvider {
  /** Unique in one messenger; the provider's id unless the host runs two of a kind. */
  readonly id: string;
  /** Provider id of the facts, kebab-case (`meta-whatsapp`, `smsc`). */
  readonly provider: string;
  readonly channels: readonly Channel[];
  readonly capabilities: ProviderCapabilities;
  /** One HTTP call (or PDU); never repeated inside. Never throws for what a provider or network can do. */
  submit(message: ClearedMessage, context: SubmitContext): Promise<SubmitResult>;
  /** Verifies, then parses. Pure but for the clock in signatures with a time stamp. */
  parseWebhook(request: WebhookRequest, now: Date): Promise<WebhookVerdict>;
  /** Asks what became of an attempt whose outcome is unknown. */
  lookup?(
    query: { readonly stepKey: string; readonly to: string; readonly startedAt: Date; readonly providerMessageId?: string },
    signal: AbortSignal,
  ): Promise<LookupResult>;
  /** Asks the provider not to deliver what it has accepted. */
  cancel?(providerMessageId: string, signal: AbortSignal): Promise<'cancelled' | 'too-late' | 'unknown'>;
}

/** What `licet webhook` and tests read: an already decoded payload of one provider. Verifies nothing. */
export interface DecodedPayload {
  /** Parsed JSON or form fields, or the body as a string. */
  readonly payload: unknown;
  readonly surface: 'webhook' | 'response';
  readonly httpStatus?: number;
  readonly contentType?: string;
}

/** Turns one decoded payload of a provider into events. Total: never throws, an unreadable payload gives no events. */
export type ParseEvents = (decoded: DecodedPayload) => readonly ChannelEvent[];
