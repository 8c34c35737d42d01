import type { ClearedMessage } from '../../message/cleared.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import type { TelegramGatewayOptions } from './telegram-gateway.ts';

/** `ttl` in seconds: 30 to 3,600. Source: facts on providers, section 17. */
export const gatewayValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 30_000, maxMs: 3_600_000 };
const maxPayloadBytes = 128;

/** The request that sends one code of four to eight digits. */
export function sendRequest(
  options: TelegramGatewayOptions,
  headers: Readonly<Record<string, string>>,
  message: ClearedMessage,
  now: Date,
): HttpRequest | Unsendable {
  const { content } = message;
  if (content.type !== 'code' || message.kind !== 'auth') return wrongContent('Telegram Gateway', content.type);
  if (!/^\d{4,8}$/u.test(content.code)) return { refused: 'invalid-request', detail: 'a code is four to eight digits here' };
  const ttl = validitySeconds(message.validUntil, now, gatewayValidity);
  if (ttl === undefined) return tooLate;
  return {
    method: 'POST',
    path: '/sendVerificationMessage',
    headers,
    json: {
      phone_number: message.to,
      code: content.code,
      ttl,
      ...(Buffer.byteLength(message.stepKey) <= maxPayloadBytes ? { payload: message.stepKey } : {}),
      ...(options.senderUsername === undefined ? {} : { sender_username: options.senderUsername }),
      ...(options.callbackUrl === undefined ? {} : { callback_url: options.callbackUrl }),
    },
  };
}
