import { answerClass, classOfState, statusOfWord } from '../answer-class.ts';
import { inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, field, type JsonRecord } from '../json.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { imErrors } from './errors.ts';

/** One item of a callback of Devino's instant messages: a receipt, or a text from a person. */
export function imCallback(provider: string, item: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(item.id);
  const word = asText(item.status);
  const at = asInstant(item.receivedAt);
  if (word !== null && messageId !== null) return [imStatus(provider, item, messageId, word, at)];
  if (item.content === undefined && item.parentId === undefined) return [];
  return [
    inboundEvent(provider, {
      messageId,
      recipient: recipientOf(item.address, { trunk8: true }),
      text: asText(item.content) ?? asText(field(item.content, 'text')),
      to: asText(item.subject),
      replyTo: asText(item.parentId),
      at,
    }),
  ];
}

/** The answer to a send or a status call: each message with its own code. */
export function imAnswer(provider: string, body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const messages = asRecords(body.messages);
  if (messages.length === 0) {
    const code = asText(body.status);
    if (code === null || code.toLowerCase() === 'ok') return [];
    const known = imErrors.classOf(code) === undefined ? [] : [code];
    const errorClass = answerClass(imErrors, known, httpStatus) ?? 'unknown';
    return [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code })];
  }
  return messages.map((item) => {
    const code = asText(item.code);
    const given = asText(item.providerId) ?? asText(item.id);
    // Nothing was made: the gateway fills the field with a zero.
    const messageId = given === '0' ? null : given;
    const word = asText(item.status);
    if (code !== null && code.toLowerCase() !== 'ok') return refused(provider, code, messageId);
    if (word !== null) return imStatus(provider, item, messageId, word, asInstant(item.statusAt));
    return statusEvent(provider, { status: 'accepted', messageId, recipient: recipientOf(item.address, { trunk8: true }) });
  });
}

function refused(provider: string, code: string, messageId: string | null): ChannelEvent {
  return statusEvent(provider, { status: 'rejected', errorClass: imErrors.classOf(code) ?? 'unknown', messageId, providerCode: code });
}

function imStatus(provider: string, item: JsonRecord, messageId: string | null, word: string, at: Date | undefined): ChannelEvent {
  const [status, wordClass] = statusOfWord(word);
  const code = asText(item.errorCode);
  const errorClass = classOfState(status, wordClass, code === null ? null : (imErrors.classOf(code) ?? 'unknown'));
  const recipient = recipientOf(item.address, { trunk8: true });
  return statusEvent(provider, { status, errorClass, messageId, recipient, providerCode: errorClass === null ? null : (code ?? word), at });
}
