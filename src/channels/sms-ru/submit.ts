import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** What `ttl` takes, in whole minutes (the upper end is unverified). */
export const validityRange: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 86_400_000 };

/** The `sms/send` call to one number. */
export function smsRuRequest(apiId: string, message: OutboundMessage, now: Date): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('SMS.ru', message.content.type);
  const validity = validitySeconds(message.validUntil, now, validityRange);
  if (validity === undefined) return tooLate;
  const form = new URLSearchParams({
    api_id: apiId,
    to: withoutPlus(message.to),
    msg: text,
    from: message.from,
    ttl: String(Math.floor(validity / 60)),
    json: '1',
  });
  return { method: 'POST', path: '/sms/send', form };
}
