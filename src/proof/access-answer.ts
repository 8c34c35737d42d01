import type { Delivery } from '../cascade/delivery/delivery.ts';
import type { NoticeText } from '../consent/lists/notice-text.ts';
import type { ConsentRecord } from '../consent/record/record.ts';
import { type DutyDeadline, dutyDeadline } from '../feedback/duty-deadline.ts';
import type { LawPack } from '../law/pack.ts';
import { sha256Hex } from '../ledger/hash.ts';

export interface AccessAnswerOptions {
  /** From `ConsentBook.history`. */
  readonly history: readonly ConsentRecord[];
  /** What was sent or planned: from `Messenger.deliveries` or `DeliveryStore.scan` with the person's `subject`. */
  readonly deliveries: readonly Delivery[];
  /** Texts that were shown; those the records name are put in. */
  readonly texts: readonly NoticeText[];
  /** When the person asked. */
  readonly receivedAt: Date;
  /** Packs whose deadlines may apply. */
  readonly law: readonly LawPack[];
  /** ISO country of the person; `null` when nobody knows. */
  readonly country: string | null;
}

/** The answer to a person who asks what is held: everything, in a form that also a machine reads. Its dates become text in JSON. */
export interface AccessAnswer {
  readonly format: 'licet-access-answer/1';
  readonly receivedAt: Date;
  /** By when the law wants it answered, with its basis and how firm the source is; `null` when no loaded pack sets a time. */
  readonly due: DutyDeadline | null;
  readonly records: readonly ConsentRecord[];
  /** In the order they were asked for. */
  readonly deliveries: readonly Delivery[];
  readonly notices: readonly (NoticeText & { readonly hash: string })[];
}

/** Draws up the answer from a person's records and deliveries. Pure. */
export function accessAnswer({ history, deliveries, texts, receivedAt, law, country }: AccessAnswerOptions): AccessAnswer {
  const named = new Set(history.map(({ evidence }) => evidence.notice?.hash));
  const notices = texts.map((one) => ({ ...one, hash: sha256Hex(one.text) })).filter(({ hash }) => named.has(hash));
  const due = dutyDeadline(law, country, ['access-request'], receivedAt);
  const sent = deliveries.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return { format: 'licet-access-answer/1', receivedAt, due, records: history, deliveries: sent, notices };
}
