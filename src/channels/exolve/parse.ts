import { answerClass, statusOfWord } from '../answer-class.ts';
import { statusEvent } from '../channel-event.ts';
import { asNumber, asRecord, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { exolveErrors, httpStatusOfGrpc } from './errors.ts';

const provider = 'exolve';

/** Events of MTS Exolve: answers to a send, and lists of messages with their states (whose form is unverified). */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded)).flatMap((item) => (Array.isArray(item.messages) ? asRecords(item.messages) : [item]));
  const events = items.flatMap((item) => stateOf(item));
  return events.length > 0 ? events : refusal(items[0] ?? {}, decoded.httpStatus);
};

function stateOf(item: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(item.message_id);
  if (messageId === null) return [];
  const word = asText(item.status) ?? asText(item.message_status);
  const [status, errorClass] = word === null ? (['accepted', null] as const) : statusOfWord(word);
  // `number` is the sender, `destination` the person.
  const recipient = recipientOf(item.destination, { trunk8: true });
  return [statusEvent(provider, { status, errorClass, messageId, recipient, providerCode: errorClass === null ? null : word })];
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const error = asRecord(body.error) ?? body;
  const code = asText(error.code);
  const told = httpStatus !== undefined && httpStatus >= 300 ? httpStatus : (httpStatusOfGrpc.get(code ?? '') ?? asNumber(code) ?? undefined);
  const errorClass = answerClass(exolveErrors, [], told) ?? (body.error === undefined ? null : 'unknown');
  return errorClass === null ? [] : [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code ?? String(told ?? '') })];
}
