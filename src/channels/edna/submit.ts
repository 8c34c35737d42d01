import type { Channel } from '../../law/vocabulary.ts';
import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** Name of the content object of a channel (unverified but for WhatsApp and SMS). */
const contentNames: Readonly<Partial<Record<Channel, string>>> = { sms: 'smsContent', whatsapp: 'whatsappContent', viber: 'viberContent' };

/** The `cascade/schedule` call; the cascade itself is set up in the cabinet. */
export function ednaRequest(options: { readonly apiKey: string; readonly cascadeId: number }, message: OutboundMessage): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  const name = contentNames[message.channel];
  if (text === undefined || name === undefined) return wrongContent(`edna on ${message.channel}`, message.content.type);
  return {
    method: 'POST',
    path: '/api/cascade/schedule',
    headers: { 'x-api-key': options.apiKey },
    json: {
      requestId: message.stepKey,
      cascadeId: options.cascadeId,
      subscriberFilter: { address: withoutPlus(message.to), type: 'PHONE' },
      startTime: null,
      content: { [name]: { contentType: 'TEXT', text } },
    },
  };
}
