import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  type Happening,
  jsonOf,
  type ProviderApi,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';
import { signatureFault } from './aws-signature.ts';

const topicArn = 'arn:aws:sns:eu-west-1:000000000000:sandbox';
const certificatePath = /^\/SimpleNotificationService-[0-9a-f]+\.pem$/u;
const optOut = 'DESTINATION_PHONE_NUMBER_OPTED_OUT';
/** Words that put a number on the account's opt-out list. */
const stopWords = /^\s*(?:stop|stopall|unsubscribe|cancel|end|quit)\s*$/iu;

/** Error answers by code: type, HTTP status, reason. Source: facts on providers, section 6, "Errors". */
const errors: Readonly<Record<string, readonly [type: string, status: number]>> = {
  ThrottlingException: ['ThrottlingException', 400],
  ValidationException: ['ValidationException', 400],
  [optOut]: ['ConflictException', 400],
};

/** AWS End User Messaging SMS: calls signed by Signature Version 4, events by signed SNS notifications. Source: facts on providers, section 6. */
export const awsSmsApi: ProviderApi = {
  id: 'aws-sms',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: 'ThrottlingException', absent: 'INVALID', stopped: optOut, unreachable: 'UNREACHABLE' },
  keepsStop: (event) => event.type === 'stop' || (event.type === 'reply' && stopWords.test(event.text ?? '')),
  matches: (path) => path === '/' || path === '' || certificatePath.test(path),
  newId: (hex) => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const [type, status] = errors[code] ?? [code, 400];
  return {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
    },
    body: { __type: type, ...(type === code ? {} : { Reason: code }), Message: 'refused by the sandbox' },
  };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  if (request.method === 'GET' && certificatePath.test(request.path)) {
    const { pem, name } = signing();
    return request.path === `/${name}`
      ? { status: 200, body: pem, headers: { 'content-type': 'application/x-pem-file' } }
      : { status: 404, body: '' };
  }
  const fault = signatureFault(request, desk.credential, 'sms-voice', desk.now);
  if (fault !== undefined) return refuse(fault);
  if (request.headers.get('x-amz-target') !== 'PinpointSMSVoiceV2.SendTextMessage') return refuse('UnknownOperationException');
  const body = jsonOf(request);
  const [to, from, text] = [fieldText(body?.DestinationPhoneNumber), fieldText(body?.OriginationIdentity), fieldText(body?.MessageBody)];
  if (!/^\+[1-9]\d{6,14}$/u.test(to) || from === '' || text === '') return refuse('ValidationException');
  const lifeS = Number(body?.TimeToLive ?? Number.NaN);
  const taken = await desk.take({
    to,
    from,
    text,
    clientRef: fieldText((body?.Context as { readonly ref?: unknown } | undefined)?.ref) || null,
    ...(Number.isFinite(lifeS) ? { validUntil: new Date(desk.now.getTime() + lifeS * 1_000) } : {}),
  });
  return 'refused' in taken ? taken.refused : { status: 200, body: { MessageId: taken.entry.messageId } };
}

const statuses: Partial<Record<Happening['event']['type'], string>> = { sent: 'SENT', delivered: 'DELIVERED', expired: 'TTL_EXPIRED' };

function webhook(happening: Happening, link: WebhookLink): WebhookCall | null {
  const { entry, event, at, toldAt, id } = happening;
  if (event.type === 'reply') {
    return notification(
      { originationNumber: entry.to, destinationNumber: entry.from, messageKeyword: 'KEYWORD', messageBody: event.text ?? '', inboundMessageId: id },
      { id, toldAt, link },
    );
  }
  const status = event.type === 'failed' ? (event.code ?? 'UNREACHABLE') : statuses[event.type];
  if (status === undefined) return null;
  const told = {
    eventType: `TEXT_${status}`,
    eventVersion: '1.0',
    eventTimestamp: at.getTime(),
    isFinal: event.type !== 'sent',
    originationPhoneNumber: entry.from,
    destinationPhoneNumber: entry.to,
    messageId: entry.messageId,
    messageType: 'TRANSACTIONAL',
    messageStatus: status,
    context: entry.clientRef === null ? {} : { ref: entry.clientRef },
    totalMessageParts: entry.segments,
  };
  return notification(told, { id, toldAt, link });
}

function notification(told: object, { id, toldAt, link }: { readonly id: string; readonly toldAt: Date; readonly link: WebhookLink }): WebhookCall {
  const { key, name } = signing();
  const message = { Message: JSON.stringify(told), MessageId: id, Timestamp: toldAt.toISOString(), TopicArn: topicArn, Type: 'Notification' };
  const text = Object.entries(message).flat().join('\n');
  const Signature = createSign('RSA-SHA256').update(`${text}\n`).sign(key, 'base64');
  const body = JSON.stringify({
    ...message,
    SignatureVersion: '2',
    Signature,
    SigningCertURL: `https://sns.eu-west-1.amazonaws.com/${name}`,
  });
  return { url: link.url, headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': 'Notification' }, body };
}

interface Signing {
  readonly key: KeyObject;
  readonly pem: string;
  readonly name: string;
}

let made: Signing | undefined;

/** The key notifications are signed with, one a process; its public half stands where SNS would have its certificate. */
function signing(): Signing {
  if (made !== undefined) return made;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  made = { key: privateKey, pem, name: `SimpleNotificationService-${createHash('sha256').update(pem).digest('hex').slice(0, 32)}.pem` };
  return made;
}
