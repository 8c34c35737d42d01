import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';

/** What `Validity` takes, in whole minutes (unverified). */
export const validityRange: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 172_800_000 };
/** Longest text, in characters. Source: facts on providers, Devino, REST v2 SMS. */
const maxTextLength = 2000;

/** The `Sms/Send` call of REST v2. */
export function devinoRequest(
  credentials: { readonly login: string; readonly password: string },
  message: OutboundMessage,
  now: Date,
): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('Devino SMS', message.content.type);
  if (text.length > maxTextLength) return { refused: 'content-rejected', detail: `longer than ${maxTextLength} characters` };
  const validity = validitySeconds(message.validUntil, now, validityRange);
  if (validity === undefined) return tooLate;
  const form = new URLSearchParams({
    Login: credentials.login,
    Password: credentials.password,
    SourceAddress: message.from,
    DestinationAddress: withoutPlus(message.to),
    Data: text,
    Validity: String(Math.floor(validity / 60)),
  });
  return { method: 'POST', path: '/rest/v2/Sms/Send', form };
}
