import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** The `sms/send` call. The message's validity cannot be given. */
export function smsAeroRequest(
  options: { readonly email: string; readonly apiKey: string; readonly callbackUrl?: string | undefined },
  message: OutboundMessage,
): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('SMS Aero', message.content.type);
  return {
    method: 'POST',
    path: '/v2/sms/send',
    headers: { authorization: `Basic ${Buffer.from(`${options.email}:${options.apiKey}`).toString('base64')}` },
    json: {
      number: withoutPlus(message.to),
      sign: message.from,
      text,
      ...(options.callbackUrl === undefined ? {} : { callbackUrl: options.callbackUrl, callbackFormat: 'JSON' }),
    },
  };
}
