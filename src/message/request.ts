import type { Channel, MessageKind } from '../law/vocabulary.ts';

/** What a host asks for: one message to one person, by a plan. */
export interface MessageRequest {
  /** Phone number in any spelling; with `country` also a national one. */
  readonly to: string;
  readonly kind: MessageKind;
  /** The host's consent purpose; required for marketing. */
  readonly purpose?: string;
  readonly sender: string;
  readonly template: string;
  readonly plan: string;
  readonly values?: Readonly<Record<string, string>>;
  /** BCP 47 language of the person. */
  readonly locale?: string;
  /** IANA zone of the person, if the host knows it. */
  readonly timeZone?: string;
  /** ISO 3166-1 alpha-2, to read national numbers and when it differs from the number's. */
  readonly country?: string;
  readonly region?: string;
  /** Ids on channels that do not use phone numbers. */
  readonly addresses?: Readonly<Partial<Record<Channel, string>>>;
  /** Latest useful moment: after it the message is not sent. */
  readonly validUntil?: Date;
  /** Earliest moment. */
  readonly startAt?: Date;
}
