import { answerClass } from '../answer-class.ts';
import { statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { smsAeroErrors } from './errors.ts';

const provider = 'smsaero';

/** State by number and by name. Source: facts on providers, SMS Aero, "Statuses". */
const states: ReadonlyMap<string, DeliveryStatus> = new Map(
  Object.entries({
    '0': 'queued',
    queue: 'queued',
    '1': 'delivered',
    delivery: 'delivered',
    delivered: 'delivered',
    '2': 'undelivered',
    undelivered: 'undelivered',
    '3': 'sent',
    transmitted: 'sent',
    '4': 'queued',
    wait: 'queued',
    '6': 'rejected',
    reject: 'rejected',
    rejected: 'rejected',
    '8': 'queued',
    moderation: 'queued',
  }),
);

/** Events of SMS Aero: answers to a send or a status call, and status callbacks. */
export const parseEvents: ParseEvents = (decoded) => {
  const [body, ...more] = asRecords(payloadOf(decoded));
  if (body === undefined || body.success === false || asText(body.success) === 'false') return refusal(body ?? {}, decoded.httpStatus);
  const items = body.data === undefined ? [body, ...more] : asRecords(body.data);
  const events = items.flatMap(state);
  return events.length > 0 ? events : refusal(body, decoded.httpStatus);
};

function state(item: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(item.id);
  const number = asText(item.status);
  const name = asText(item.extendStatus)?.toLowerCase() ?? null;
  if (messageId === null || (number === null && name === null)) return [];
  const status = states.get(number ?? '') ?? states.get(name ?? '') ?? 'unknown';
  return [
    statusEvent(provider, {
      status,
      errorClass: classOf(status),
      messageId,
      recipient: recipientOf(item.number, { trunk8: true }),
      providerCode: classOf(status) === null ? null : (number ?? name),
      at: asInstant(item.dateAnswer) ?? asInstant(item.dateSend),
    }),
  ];
}

function classOf(status: DeliveryStatus): ChannelEvent['errorClass'] {
  if (status === 'undelivered') return smsAeroErrors.classOf('status 2') ?? 'unknown';
  if (status === 'rejected') return smsAeroErrors.classOf('status 6') ?? 'unknown';
  return status === 'unknown' ? 'unknown' : null;
}

/** Errors are told in words: the telling ones are looked for in `message`, `reason` and `result`. */
function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const said = [body.result, body.reason, body.message]
    .map(asText)
    .filter((part) => part !== null)
    .join(' ');
  const code = wordings.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  const errorClass = answerClass(smsAeroErrors, [code], httpStatus) ?? (body.success === false ? 'unknown' : null);
  if (errorClass === null) return [];
  return [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code ?? (httpStatus === undefined ? null : String(httpStatus)) })];
}

const wordings: readonly (readonly [RegExp, string])[] = [
  [/no credits|not enough|insufficient|balance/iu, 'no credits'],
  [/\breject/iu, 'reject'],
  [/validation/iu, 'validation'],
  [/credentials|unauthori[sz]ed|authori[sz]ation/iu, 'HTTP 401'],
];
