import type { OutboundMessage } from '../../message/outbound.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { asNumber, field, tryParseJson } from '../json.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutPlus } from '../recipient-address.ts';
import { validityRange } from './capabilities.ts';
import { ownId } from './own-id.ts';

/** The `send.php` call of one step. The encoding is named, because the default is windows-1251. */
export function smscRequest(
  credentials: Readonly<Record<string, string>>,
  message: OutboundMessage,
  stepKey: string,
  now: Date,
): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('SMSC.ru', message.content.type);
  const validity = validitySeconds(message.validUntil, now, validityRange);
  if (validity === undefined) return tooLate;
  const form = new URLSearchParams({
    ...credentials,
    phones: withoutPlus(message.to),
    mes: text,
    id: ownId(stepKey),
    sender: message.from,
    charset: 'utf-8',
    fmt: '3',
    valid: hoursAndMinutes(validity),
  });
  return { method: 'POST', path: '/sys/send.php', form };
}

/** Rounded down, so that nothing arrives late. */
function hoursAndMinutes(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Number of segments the answer names. */
export function segmentsOf(answer: HttpAnswer): number | undefined {
  return asNumber(field(tryParseJson(answer.body), 'cnt')) ?? undefined;
}
