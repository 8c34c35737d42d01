import type { HttpClient } from '../http.ts';
import { asRecord, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents, WebhookRequest } from '../port.ts';
import { type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import { readJsonBody } from '../webhook-payload.ts';
import type { AwsSmsOptions } from './options.ts';
import { isGenuineSns, isPem, isSnsUrl } from './sns.ts';

/** How many signing certificates are kept: SNS changes them rarely. */
const maxCertificates = 8;

/** Verifies SNS messages by their certificate and topic, confirms a subscription by calling its address, then parses notifications. */
export function snsWebhook(options: AwsSmsOptions, http: HttpClient, parse: ParseEvents): WebhookHandler {
  const topicArns = options.topicArns ?? [];
  const known = new Map<string, string>();
  const signal = new AbortController().signal;
  const certificates = async (url: string): Promise<string | undefined> => {
    const kept = known.get(url);
    if (kept !== undefined) return kept;
    const exchange = await http({ method: 'GET', path: url }, signal);
    if (!exchange.ok || exchange.answer.status !== 200 || !isPem(exchange.answer.body)) return undefined;
    // Whoever makes us read many must not keep the one in use out.
    if (known.size >= maxCertificates) known.delete([...known.keys()][0]!);
    known.set(url, exchange.answer.body);
    return exchange.answer.body;
  };
  const confirm = async (message: JsonRecord): Promise<void> => {
    const url = asText(message.SubscribeURL);
    if (isSnsUrl(url)) await http({ method: 'GET', path: url }, signal);
  };
  return webhookHandler({
    parse,
    format: 'json',
    verify: async (request, now) => {
      const message = messageOf(request);
      if (message === undefined || !(await isGenuineSns(message, topicArns, certificates, now))) return false;
      if (message.Type === 'SubscriptionConfirmation') await confirm(message);
      return true;
    },
    handshake: (_request, payload) => (asRecord(payload)?.Type === 'Notification' || payload === undefined ? undefined : { ok: true, events: [] }),
  });
}

function messageOf(request: WebhookRequest): JsonRecord | undefined {
  const body = readJsonBody(request.body);
  return body.ok ? asRecord(body.payload) : undefined;
}
