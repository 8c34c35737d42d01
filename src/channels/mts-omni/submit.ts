import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** The credentials as a header. */
export function authorization(options: { readonly login: string; readonly password: string }): { readonly authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${options.login}:${options.password}`).toString('base64')}` };
}

/** The `messages` call with one SMS; our step key goes as `message_id` (unverified). */
export function mtsOmniRequest(options: { readonly login: string; readonly password: string }, message: OutboundMessage): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('MTS Omnichannel', message.content.type);
  return {
    method: 'POST',
    path: '/http-api/v1/messages',
    headers: authorization(options),
    json: {
      messages: [
        {
          content: { short_text: text },
          to: [{ msisdn: withoutPlus(message.to), message_id: message.stepKey }],
          from: { sms_address: message.from },
        },
      ],
    },
  };
}
