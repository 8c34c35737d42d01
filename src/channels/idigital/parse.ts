import { answerClass, classOfState, statusOfWord } from '../answer-class.ts';
import { statusEvent } from '../channel-event.ts';
import { asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { iDigitalErrors } from './errors.ts';

const provider = 'idigital';

/** Events of i-Digital Direct: answers to a send or a status call, and callbacks in the form of the message object (unverified). */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded)).flatMap((item) => (Array.isArray(item.items) ? asRecords(item.items) : [item]));
  const events = items.flatMap(itemEvents);
  return events.length > 0 ? events : refusal(items[0] ?? {}, decoded.httpStatus);
};

function itemEvents(item: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(item.messageUuid) ?? asText(item.uuid) ?? asText(item.id);
  const recipient = recipientOf(item.destination, { trunk8: true });
  const word = asText(item.status);
  const code = errorCodeOf(item);
  const clientRef = asText(item.externalMessageId);
  if (word !== null && /^[a-z_ -]+$/iu.test(word)) return [state(word, code, { messageId, recipient, clientRef })];
  if (code !== null) {
    return [
      statusEvent(provider, {
        status: 'rejected',
        errorClass: iDigitalErrors.classOf(code) ?? 'unknown',
        messageId,
        recipient,
        providerCode: code,
        clientRef,
      }),
    ];
  }
  return messageId === null ? [] : [statusEvent(provider, { status: 'accepted', messageId, recipient, clientRef })];
}

/** Zero is no error. */
function errorCodeOf(item: JsonRecord): string | null {
  const code = asText(item.errorCode);
  return code === '0' ? null : code;
}

function state(
  word: string,
  code: string | null,
  of: { readonly messageId: string | null; readonly recipient: string | null; readonly clientRef: string | null },
): ChannelEvent {
  const [status, wordClass] = statusOfWord(word);
  const byCode = code === null ? undefined : (iDigitalErrors.classOf(code) ?? 'unknown');
  const errorClass = classOfState(status, wordClass, byCode);
  return statusEvent(provider, { status, errorClass, providerCode: errorClass === null ? null : (code ?? word), ...of });
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const code = asText(field(body, 'error', 'code'));
  const known = iDigitalErrors.classOf(code) === undefined ? [] : [code];
  const errorClass = answerClass(iDigitalErrors, known, httpStatus) ?? (code === null ? null : 'unknown');
  return errorClass === null ? [] : [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code ?? String(httpStatus) })];
}
