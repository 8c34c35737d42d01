import { asInstant } from '../json.ts';
import type { ParseEvents, WebhookRequest } from '../port.ts';
import { hmacCheck, isFresh, secretList } from '../signature.ts';
import { urlTokenCheck, type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import type { SinchOptions } from './options.ts';

/** Verifies the HMAC over `body.nonce.timestamp`, or the URL token of an unsigned webhook, then parses. */
export function sinchWebhook(options: SinchOptions, parse: ParseEvents): WebhookHandler {
  const isSigned = signatureCheck(secretList(options.webhookSecret));
  const hasToken = urlTokenCheck(options.webhookUrlToken);
  return webhookHandler({
    parse,
    format: 'json',
    verify: (request, now) => (request.headers.has('x-sinch-webhook-signature') ? isSigned(request, now) : hasToken(request)),
  });
}

function signatureCheck(secrets: readonly string[]): (request: WebhookRequest, now: Date) => boolean {
  const check = hmacCheck(secrets, { algorithm: 'sha256', encoding: 'base64' });
  return ({ headers, body }, now) => {
    const nonce = headers.get('x-sinch-webhook-signature-nonce') ?? '';
    const timestamp = headers.get('x-sinch-webhook-signature-timestamp') ?? '';
    const at = asInstant(timestamp);
    if (at === undefined || !isFresh(at, now)) return false;
    return check(headers.get('x-sinch-webhook-signature'), body, `.${nonce}.${timestamp}`);
  };
}
