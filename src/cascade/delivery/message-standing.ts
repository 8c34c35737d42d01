import { isBadEnd, mergeStatuses } from '../../channels/receipt-lattice.ts';
import type { DeliveryStatus, ErrorClass } from '../../channels/taxonomy.ts';
import type { MessageStanding, SeenStatuses } from './delivery.ts';
import type { Receipt } from './receipt.ts';

/** The part of a receipt that says what became of a message. */
export type Report = Pick<Receipt, 'messageId' | 'status' | 'errorClass' | 'providerCode' | 'at' | 'parts'>;

/** Adds one report. Any order and any repetition of the same reports ends in the same standing. */
export function addReport(messages: readonly MessageStanding[], report: Report): readonly MessageStanding[] {
  const index = messages.findIndex(({ messageId }) => messageId === report.messageId);
  const before: MessageStanding = messages[index] ?? { messageId: report.messageId, seen: {}, failure: null };
  const after: MessageStanding = {
    messageId: report.messageId,
    seen: report.parts === undefined ? see(before.seen, report.status, report.at) : before.seen,
    failure: worse(before.failure, failureOf(report)),
    ...partsAfter(before, report),
  };
  if (index >= 0) return messages.with(index, after);
  return [...messages, after].sort((a, b) => ((a.messageId ?? '') < (b.messageId ?? '') ? -1 : 1));
}

/** The statuses a message has had, its parts put together: delivered when every part is, at a bad end when one part is. */
export function seenOf(message: MessageStanding): SeenStatuses {
  if (message.parts === undefined) return message.seen;
  const parts = Object.values(message.parts.seen);
  const standings = parts.map((seen) => mergeStatuses(Object.keys(seen) as DeliveryStatus[]));
  let seen = message.seen;
  for (const [index, status] of standings.entries()) {
    const at = (parts[index] as SeenStatuses)[status] as Date;
    if (isBadEnd(status)) seen = see(seen, status, at);
    else seen = see(seen, status === 'delivered' || status === 'read' ? 'sent' : status, at);
  }
  if (standings.length < message.parts.total) return seen;
  for (const status of ['delivered', 'read'] as const) {
    const all = parts.map((part) => part[status] ?? (status === 'delivered' ? part.read : undefined));
    const times = all.filter((at) => at !== undefined).map((at) => at.getTime());
    if (times.length === message.parts.total) seen = see(seen, status, new Date(Math.max(...times)));
  }
  return seen;
}

/** Remembers the earliest instant of a status. */
export function see(seen: SeenStatuses, status: DeliveryStatus, at: Date): SeenStatuses {
  const before = seen[status];
  return before !== undefined && before <= at ? seen : { ...seen, [status]: at };
}

function partsAfter(before: MessageStanding, report: Report): Pick<MessageStanding, 'parts'> {
  if (report.parts === undefined) return before.parts === undefined ? {} : { parts: before.parts };
  const { index, total } = report.parts;
  const seen = before.parts?.seen ?? {};
  return {
    parts: { total: Math.max(total, before.parts?.total ?? 0), seen: { ...seen, [index]: see(seen[index] ?? {}, report.status, report.at) } },
  };
}

type Failure = NonNullable<MessageStanding['failure']>;

function failureOf(report: Report): Failure | null {
  if (report.errorClass !== null) return { errorClass: report.errorClass, providerCode: report.providerCode };
  return isBadEnd(report.status) ? { errorClass: 'recipient-unreachable', providerCode: report.providerCode } : null;
}

/** What weighs more when reports differ: a person's refusal over everything, what is specific over what is vague. */
const weight: Readonly<Record<ErrorClass, number>> = {
  'opted-out': 13,
  'carrier-blocked': 12,
  'content-rejected': 11,
  'sender-blocked': 10,
  auth: 9,
  'insufficient-funds': 8,
  'invalid-request': 7,
  'consent-window-closed': 6,
  'not-on-channel': 5,
  'rate-limited': 4,
  'recipient-unreachable': 3,
  'retryable-transient': 2,
  duplicate: 1,
  unknown: 0,
};

function worse(a: Failure | null, b: Failure | null): Failure | null {
  if (a === null || b === null) return a ?? b;
  const difference = weight[a.errorClass] - weight[b.errorClass] || ((a.providerCode ?? '') < (b.providerCode ?? '') ? -1 : 1);
  return difference >= 0 ? a : b;
}
