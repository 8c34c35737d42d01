import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** What `ttl` takes, in seconds (unverified). */
export const validityRange: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 86_400_000 };

/** The `message` call; path and body are inferred from the documented message object. */
export function iDigitalRequest(
  options: { readonly token: string; readonly callbackUrl?: string | undefined },
  message: OutboundMessage,
  now: Date,
): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('i-Digital', message.content.type);
  const ttl = validitySeconds(message.validUntil, now, validityRange);
  if (ttl === undefined) return tooLate;
  const callback = options.callbackUrl === undefined ? {} : { callbackUrl: options.callbackUrl, callbackEvents: ['sent', 'delivered'] };
  return {
    method: 'POST',
    path: '/api/v1/message',
    headers: { authorization: `Basic ${options.token}` },
    json: [
      {
        channelType: 'SMS',
        senderName: message.from,
        destination: withoutPlus(message.to),
        content: text,
        externalMessageId: message.stepKey,
        ttl,
        ...callback,
      },
    ],
  };
}
