import { httpErrorEvents, statusEvent } from '../channel-event.ts';
import { asRecord, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { sinchConversationErrors, sinchSmsErrors } from './errors.ts';
import { parseConversation } from './parse-conversation.ts';
import { parseSms } from './parse-sms.ts';

/** Provider id of the facts. */
export const sinchProvider = 'sinch';

/** Events of Sinch SMS and of the Conversation API. Source: facts on providers, section 5. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(sinchProvider, decoded);
  return items.flatMap((item) => {
    const events = parseSms(sinchProvider, item) ?? parseConversation(sinchProvider, item) ?? answer(item, decoded.httpStatus);
    return events ?? httpErrorEvents(sinchProvider, decoded);
  });
};

/** A batch or a message that was taken, or an error of either API. */
function answer(item: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] | undefined {
  const error = asRecord(item.error) ?? (item.text !== undefined || item.code !== undefined ? item : undefined);
  if (error !== undefined && asText(item.id) === null) return refusal(error, httpStatus);
  const messageId = asText(item.message_id) ?? asText(item.id);
  if (messageId === null) return undefined;
  const to = Array.isArray(item.to) && item.to.length > 0 ? item.to : [undefined];
  return to.map((recipient) =>
    statusEvent(sinchProvider, {
      status: 'accepted',
      messageId,
      recipient: recipientOf(recipient),
      clientRef: asText(item.client_reference),
    }),
  );
}

/** The SMS API names its errors; the Conversation API gives an HTTP code and a reason. */
function refusal(error: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] | undefined {
  const code = asText(error.code);
  if (code === null) return undefined;
  const isName = !/^\d+$/u.test(code);
  const status = isName ? httpStatus : (httpStatus ?? Number(code));
  const byName = isName ? (sinchSmsErrors.classOf(code) ?? sinchConversationErrors.classOf(code)) : undefined;
  const byStatus =
    status === undefined ? undefined : httpErrorEvents(sinchProvider, { payload: null, surface: 'response', httpStatus: status })[0]?.errorClass;
  return [statusEvent(sinchProvider, { status: 'rejected', errorClass: byName ?? byStatus ?? 'unknown', providerCode: code })];
}
