import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** The `SendSMS` call: `number` is the sender, `destination` the person. */
export function exolveRequest(apiKey: string, message: OutboundMessage): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('Exolve', message.content.type);
  return {
    method: 'POST',
    path: '/messaging/v1/SendSMS',
    headers: { authorization: `Bearer ${apiKey}` },
    json: { number: withoutPlus(message.from), destination: withoutPlus(message.to), text },
  };
}
