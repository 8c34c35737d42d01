import { asRecords, field } from '../json.ts';
import type { WebhookRequest, WebhookVerdict } from '../port.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { isTooLarge } from '../webhook-limits.ts';
import { readJsonBody } from '../webhook-payload.ts';

/** The fake's own webhook: `{ "events": [ … ] }`, unsigned, since it exists in tests only. */
export function parseMemoryWebhook(request: WebhookRequest): WebhookVerdict {
  if (request.method !== 'POST') return { ok: false, status: 405, reason: 'method-not-allowed' };
  if (isTooLarge(request.body)) return { ok: false, status: 413, reason: 'body-too-large' };
  const body = readJsonBody(request.body);
  if (!body.ok) return { ok: false, status: 400, reason: body.reason };
  const events = asRecords(field(body.payload, 'events')).filter((item) => typeof item.kind === 'string');
  return { ok: true, events: events as unknown as readonly ChannelEvent[] };
}
