import { createHash } from 'node:crypto';
import { asText } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { equalInConstantTime, secretList } from '../signature.ts';
import { type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import { recordOf } from '../webhook-payload.ts';
import { callbackEntries } from './callback-entries.ts';

/** The callback: `hash` is SHA-256 over our `api_id` and all entries; the answer must read `100`. */
export function smsRuWebhook(parse: ParseEvents, apiIds: string | readonly string[]): WebhookHandler {
  return webhookHandler({
    parse,
    format: 'form',
    reply: { status: 200, body: '100', contentType: 'text/plain; charset=utf-8' },
    verify: (request) => {
      const payload = new TextDecoder().decode(request.body);
      if (!isNumberedInOrder(payload)) return false;
      const body = recordOf({ payload, surface: 'webhook' }) ?? {};
      const given = asText(body.hash) ?? '';
      const entries = callbackEntries(body).join('');
      return secretList(apiIds).some((apiId) =>
        equalInConstantTime(
          given,
          createHash('sha256')
            .update(apiId + entries)
            .digest('hex'),
        ),
      );
    },
  });
}

/** The hash covers the entries, not their numbers: those must be 0, 1, 2 … or left out. */
function isNumberedInOrder(form: string): boolean {
  const numbers = [...new URLSearchParams(form).keys()].flatMap((name) => /^data\[(\d*)\]$/u.exec(name)?.[1] ?? []);
  return numbers.every((number, position) => number === '' || number === String(position));
}
