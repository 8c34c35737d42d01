import type { ParseEvents, SubmitContext, SubmitResult } from '../port.ts';
import type { Answer, SmppLink } from './link.ts';
import { canonicalMessageId } from './message-id.ts';
import type { MessageParts } from './message-parts.ts';
import type { SmppOptions } from './options.ts';

export interface PartsSender {
  readonly link: SmppLink;
  readonly parse: ParseEvents;
  readonly options: SmppOptions;
  readonly parts: MessageParts;
  /** Keeps the number of unanswered submits within the window. */
  readonly windowed: (task: () => Promise<Answer>) => Promise<Answer>;
}

/** Sends the parts of one message in order; its id is that of the first part. A part refused after another left makes the outcome unknown. */
export async function submitParts(
  sender: PartsSender,
  pdus: readonly Readonly<Record<string, unknown>>[],
  context: SubmitContext,
): Promise<SubmitResult> {
  const ids: string[] = [];
  for (const pdu of pdus) {
    const result = readAnswer(await sender.windowed(() => sender.link.submit(pdu, context.signal)), sender.parse);
    if (result.outcome !== 'accepted') return ids.length === 0 ? result : halfSent(result);
    ids.push(canonicalMessageId(result.providerMessageId, sender.options.messageIds?.answer ?? 'text'));
  }
  if (ids.length > 1) sender.parts.remember(ids);
  return { outcome: 'accepted', providerMessageId: ids[0] ?? '', status: 'accepted', segments: ids.length };
}

/** Some parts left: whatever stopped the rest, the person may see a piece. */
function halfSent(result: Exclude<SubmitResult, { outcome: 'accepted' }>): SubmitResult {
  return { outcome: 'unknown', errorClass: result.errorClass, reason: 'server-error', providerCode: result.providerCode };
}

function readAnswer(answer: Answer, parse: ParseEvents): SubmitResult {
  if (answer.kind === 'unknown') return { outcome: 'unknown', errorClass: 'unknown', reason: answer.reason, providerCode: null };
  const event = answer.pdu === undefined ? undefined : parse({ payload: answer.pdu, surface: 'response' })[0];
  if (answer.kind === 'refused') {
    return {
      outcome: 'rejected',
      errorClass: event?.errorClass ?? 'retryable-transient',
      providerCode: event?.providerCode ?? null,
      detail: 'no bind: nothing was sent',
    };
  }
  if (event?.status === 'accepted' && event.messageId !== null)
    return { outcome: 'accepted', providerMessageId: event.messageId, status: 'accepted' };
  if (event?.status === 'rejected') return { outcome: 'rejected', errorClass: event.errorClass ?? 'unknown', providerCode: event.providerCode };
  return { outcome: 'unknown', errorClass: 'unknown', reason: 'unreadable-answer', providerCode: null };
}
