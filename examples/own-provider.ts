import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelEvent, ChannelProvider, DeliveryStatus, SubmitResult, WebhookVerdict } from 'licet/channels';
import { type ChannelProviderBench, channelProviderContract, failingCases } from 'licet/testing';

// A provider of one's own: an SMS gateway that takes JSON, answers with an id, and signs its receipts. It fits the port and passes the contract.

// #region provider
export interface PigeonOptions {
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly fetch?: typeof globalThis.fetch;
}

export function pigeon({ apiKey, webhookSecret, fetch = globalThis.fetch }: PigeonOptions): ChannelProvider {
  return {
    id: 'pigeon',
    provider: 'pigeon',
    channels: ['sms'],
    capabilities: {
      dedup: { by: 'none' },
      lookup: 'webhook-echo',
      receipts: 'webhook',
      reaches: 'delivered',
      inbound: true,
      validity: null,
      contents: ['text', 'code'],
      limits: { perSecond: 20 },
      dataLocation: ['GB'],
    },
    async submit(message, { signal }) {
      if (signal.aborted) return notSent('stopped before it was sent');
      if (message.content.type !== 'text' && message.content.type !== 'code') return notSent('pigeons carry text only');
      const body = JSON.stringify({ to: message.to, from: message.from, text: message.content.text, ref: message.stepKey });
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
      try {
        // One call, never repeated, never redirected: the key goes to this host only.
        const options = { method: 'POST', body, headers, signal, redirect: 'manual' } as const;
        const response = await fetch('https://api.pigeon.example/v1/messages', options);
        return outcomeOf(response, await response.text());
      } catch (error) {
        // Only what failed before the first byte is a refusal; all else may have arrived.
        if (neverConnected(error)) return notSent('no connection');
        return { outcome: 'unknown', errorClass: 'unknown', reason: signal.aborted ? 'aborted' : 'connection-lost', providerCode: null };
      }
    },
    async parseWebhook({ method, headers, body }): Promise<WebhookVerdict> {
      if (method !== 'POST') return { ok: false, status: 405, reason: 'method-not-allowed' };
      if (body.length > 100_000) return { ok: false, status: 413, reason: 'body-too-large' };
      if (!isSigned(body, headers.get('x-pigeon-signature'), webhookSecret)) return { ok: false, status: 401, reason: 'signature-invalid' };
      const events = eventsOf(Buffer.from(body).toString('utf8'));
      return events === undefined ? { ok: false, status: 400, reason: 'not-json' } : { ok: true, events };
    },
  };
}

function outcomeOf(response: Response, text: string): SubmitResult {
  const answer = fieldsOf(text);
  const providerCode = answer?.error === undefined ? null : String(answer.error);
  if (response.status >= 500) return { outcome: 'unknown', errorClass: 'retryable-transient', reason: 'server-error', providerCode };
  if (response.status === 429) {
    const retryAfterMs = Number(response.headers.get('retry-after') ?? 1) * 1_000;
    return { outcome: 'rejected', errorClass: 'rate-limited', providerCode, retryAfterMs };
  }
  if (providerCode !== null) return { outcome: 'rejected', errorClass: providerCode === 'stopped' ? 'opted-out' : 'invalid-request', providerCode };
  if (typeof answer?.id === 'string') return { outcome: 'accepted', providerMessageId: answer.id, status: 'accepted' };
  return { outcome: 'unknown', errorClass: 'unknown', reason: 'unreadable-answer', providerCode };
}
// #endregion

// #region webhook
function isSigned(body: Uint8Array, given: string | null, secret: string): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(body).digest('hex'));
  const offered = Buffer.from(given ?? '');
  return offered.length === expected.length && timingSafeEqual(offered, expected);
}

const statuses: Readonly<Record<string, DeliveryStatus>> = { flown: 'sent', landed: 'delivered', lost: 'undelivered' };

function eventsOf(text: string): readonly ChannelEvent[] | undefined {
  const told = fieldsOf(text);
  if (told === undefined) return undefined;
  const [messageId, recipient] = [told.id, told.person].map((value) => (typeof value === 'string' ? value : null));
  const common = { provider: 'pigeon', messageId: messageId ?? null, recipient: recipient ?? null, providerCode: null };
  if (typeof told.text === 'string') return [{ ...common, kind: 'inbound', status: null, errorClass: null, text: told.text }];
  const status = Object.hasOwn(statuses, String(told.state)) ? statuses[String(told.state)]! : 'unknown';
  return [{ ...common, kind: 'status', status, errorClass: status === 'undelivered' ? 'recipient-unreachable' : null }];
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
// #endregion

function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return ['ECONNREFUSED', 'ENOTFOUND'].includes((cause as { readonly code?: string }).code ?? '');
}

function notSent(detail: string): SubmitResult {
  return { outcome: 'rejected', errorClass: 'retryable-transient', providerCode: null, detail };
}

// #region contract
const signed = (body: string) => ({
  method: 'POST',
  url: 'https://hooks.example.test/pigeon',
  headers: new Headers({ 'x-pigeon-signature': createHmac('sha256', 'webhook-secret').update(body).digest('hex') }),
  body: Buffer.from(body),
});
const bench: ChannelProviderBench = {
  open: (fetch) => pigeon({ apiKey: 'api-key', webhookSecret: 'webhook-secret', fetch }),
  request: {
    method: 'POST',
    url: 'https://api.pigeon.example/v1/messages',
    body: { to: '+447700900123', from: 'Shop', text: 'Order 4471 is ready', ref: 'contract-step' },
  },
  accepted: { answer: { status: 200, body: '{"id":"p1"}' }, messageId: 'p1' },
  refusals: [
    { answer: { status: 400, body: '{"error":"stopped"}' }, errorClass: 'opted-out' },
    { answer: { status: 400, body: '{"error":"bad number"}' }, errorClass: 'invalid-request' },
  ],
  webhooks: {
    now: new Date('2026-11-23T10:00:00Z'),
    genuine: ['{"id":"p1","state":"flown"}', '{"id":"p1","state":"landed"}', '{"id":"p2","person":"+447700900123","text":"STOP"}'].map(signed),
    signatureHeaders: ['x-pigeon-signature'],
  },
  secrets: ['api-key', 'webhook-secret'],
};
const failed = await failingCases(channelProviderContract, () => bench);
// #endregion

const { length } = channelProviderContract.cases;
console.log(`${length - failed.size} of ${length} contract cases hold`);

// 12 of 12 contract cases hold
