import type { ParseEvents, WebhookRequest, WebhookVerdict } from '../port.ts';
import { hmacCheck, secretCheck, secretList } from '../signature.ts';
import { queryOf, type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import type { WhatsappCloudOptions } from './options.ts';

/** Batches hold up to a thousand changes. Source: facts on WhatsApp, section 12. */
const maxBytes = 3_145_728;

/** Verifies `X-Hub-Signature-256` over the raw body, answers the GET handshake, then parses. */
export function metaWebhook(options: WhatsappCloudOptions, parse: ParseEvents): WebhookHandler {
  const check = hmacCheck(secretList(options.appSecret), { algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' });
  const isVerifyToken = secretCheck(secretList(options.verifyToken));
  return webhookHandler({
    parse,
    maxBytes,
    format: 'json',
    verify: (request) => check(request.headers.get('x-hub-signature-256'), request.body),
    handshake: (request) => (request.method === 'GET' ? handshake(request, isVerifyToken) : undefined),
  });
}

function handshake(request: WebhookRequest, isVerifyToken: (given: string | null) => boolean): WebhookVerdict {
  const query = queryOf(request.url);
  const challenge = query.get('hub.challenge');
  if (query.get('hub.mode') !== 'subscribe' || challenge === null || !/^[\w.-]{1,256}$/u.test(challenge)) {
    return { ok: false, status: 400, reason: 'not-a-handshake' };
  }
  if (!isVerifyToken(query.get('hub.verify_token'))) return { ok: false, status: 403, reason: 'verify-token-mismatch' };
  return { ok: true, events: [], reply: { status: 200, body: challenge, contentType: 'text/plain; charset=utf-8' } };
}
