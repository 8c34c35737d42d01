import { asRecord, asText, field } from '../json.ts';
import type { ParseEvents, WebhookRequest } from '../port.ts';
import { hmacCheck, secretCheck, secretList } from '../signature.ts';
import { type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import { readJsonBody } from '../webhook-payload.ts';
import type { RbmOptions } from './options.ts';

/** Verifies `X-Goog-Signature` over the decoded data, answers the set-up handshake with its secret, then parses. */
export function rbmWebhook(options: RbmOptions, parse: ParseEvents): WebhookHandler {
  const tokens = secretList(options.clientToken);
  const check = hmacCheck(tokens, { algorithm: 'sha512', encoding: 'base64' });
  const isClientToken = secretCheck(tokens);
  return webhookHandler({
    parse,
    format: 'json',
    verify: (request) => {
      const payload = payloadOf(request);
      const data = field(payload, 'message', 'data');
      if (typeof data === 'string') return check(request.headers.get('x-goog-signature'), Buffer.from(data, 'base64'));
      return payload !== undefined && Object.hasOwn(payload, 'secret') && isClientToken(asText(payload.clientToken));
    },
    handshake: (_request, payload) => {
      const secret = asText(field(payload, 'secret'));
      if (secret === null || field(payload, 'message') !== undefined) return undefined;
      return { ok: true, events: [], reply: { status: 200, body: secret, contentType: 'text/plain; charset=utf-8' } };
    },
  });
}

function payloadOf(request: WebhookRequest): Readonly<Record<string, unknown>> | undefined {
  const body = readJsonBody(request.body);
  return body.ok ? asRecord(body.payload) : undefined;
}
