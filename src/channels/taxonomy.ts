/** Where a message stands, from an answer or a receipt. Order of merging: `channels/receipt-lattice.ts`. Source: facts on providers, "Normalised event". */
export type DeliveryStatus = 'accepted' | 'queued' | 'sent' | 'delivered' | 'read' | 'undelivered' | 'failed' | 'expired' | 'rejected' | 'unknown';

/** Why something went wrong, in one vocabulary for all providers. Kept apart from the outcome of a submit. */
export type ErrorClass =
  | 'retryable-transient'
  | 'rate-limited'
  | 'recipient-unreachable'
  | 'not-on-channel'
  | 'opted-out'
  | 'consent-window-closed'
  | 'content-rejected'
  | 'sender-blocked'
  | 'auth'
  | 'insufficient-funds'
  | 'invalid-request'
  | 'duplicate'
  | 'unknown'
  /** The subscriber told the operator to refuse all mailings (RU): not an opt-out of one brand. */
  | 'carrier-blocked';

export const errorClasses: readonly ErrorClass[] = [
  'retryable-transient',
  'rate-limited',
  'recipient-unreachable',
  'not-on-channel',
  'opted-out',
  'consent-window-closed',
  'content-rejected',
  'sender-blocked',
  'auth',
  'insufficient-funds',
  'invalid-request',
  'duplicate',
  'unknown',
  'carrier-blocked',
];

/** Kinds of provider events. */
export type ChannelEventKind = 'status' | 'inbound' | 'template' | 'quality' | 'preference';

/** One thing a provider told us, from a webhook or an answer. */
export interface ChannelEvent {
  readonly provider: string;
  readonly kind: ChannelEventKind;
  /** Only for kind `status`. */
  readonly status: DeliveryStatus | null;
  /** Only for kind `status`. */
  readonly errorClass: ErrorClass | null;
  /** The provider's id of the message (for inbound: of the inbound message), always a string. */
  readonly messageId: string | null;
  /** The person: E.164 with `+` where it is a phone number, else the channel user id. */
  readonly recipient: string | null;
  readonly providerCode: string | null;
  /** Our own reference, where the provider echoes one. */
  readonly clientRef?: string;
  /** When it happened, by the provider. */
  readonly at?: Date;
  /** Inbound: what the person wrote, and the sender they wrote to. */
  readonly text?: string;
  readonly to?: string;
  /** Inbound: id of our message they replied to. */
  readonly replyTo?: string;
  /** Preference: what the platform or provider says the person chose. */
  readonly preference?: 'opted-out' | 'opted-in';
  /** Template and quality: what changed, as the provider names it. */
  readonly subject?: {
    readonly type: string;
    readonly name?: string;
    readonly language?: string;
    readonly state?: string;
    readonly reason?: string;
    /** When it ends, if the platform says. */
    readonly until?: Date;
  };
  /** Final parts needed: a message of several segments is delivered when all are. */
  readonly parts?: { readonly index: number; readonly total: number };
}
