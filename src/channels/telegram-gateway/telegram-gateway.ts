import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import { asInstant, field, tryParseJson } from '../json.ts';
import type { ChannelProvider, ProviderCapabilities, WebhookRequest } from '../port.ts';
import { checkOptions, httpOptionShape, secrets } from '../provider-options.ts';
import { hmacCheck, isFresh, secretList } from '../signature.ts';
import { webhookHandler } from '../webhook-handler.ts';
import { parseEvents, telegramGatewayProvider } from './parse.ts';
import { gatewayValidity, sendRequest } from './submit.ts';

export interface TelegramGatewayOptions extends HttpProviderOptions {
  /** Authenticates calls and signs callbacks; the newest first while one is rotated out. */
  readonly token: string | readonly string[];
  /** Where reports go. */
  readonly callbackUrl?: string | undefined;
  /** A verified channel that shows as the sender. */
  readonly senderUsername?: string | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  token: secrets,
  callbackUrl: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/u))),
  senderUsername: z.optional(z.string().check(z.regex(/^@?\w+$/u))),
}) satisfies z.ZodMiniType<unknown, TelegramGatewayOptions>;

/** One-time codes only. Error names and the signature string are unverified. Source: facts on providers, section 17. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  inbound: false,
  validity: gatewayValidity,
  contents: ['code'],
  limits: {},
  charges: { per: 'message', told: 'answer' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * One-time codes through the Telegram Gateway; nothing else may be sent there.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * telegramGateway({ token, callbackUrl: 'https://example.test/hooks/telegram-gateway' })
 */
export function telegramGateway(options: TelegramGatewayOptions): ChannelProvider {
  checkOptions('telegramGateway', schema, options);
  const tokens = secretList(options.token);
  const headers = { authorization: `Bearer ${tokens[0]}` };
  return httpProvider({
    provider: telegramGatewayProvider,
    channels: ['telegram'],
    capabilities,
    options,
    baseUrl: 'https://gatewayapi.telegram.org',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: signatureCheck(tokens) }),
    request: (message, _context, now) => sendRequest(options, headers, message, now),
    retryAfter: (answer) => {
      const seconds = /^FLOOD_WAIT_(\d+)$/u.exec(String(field(tryParseJson(answer.body), 'error')))?.[1];
      return seconds === undefined ? undefined : Number(seconds) * 1000;
    },
    cancel: (http) => async (requestId, signal) => {
      const exchange = await http({ method: 'POST', path: '/revokeVerificationMessage', headers, json: { request_id: requestId } }, signal);
      if (!exchange.ok || exchange.answer.status >= 500) return 'unknown';
      return field(tryParseJson(exchange.answer.body), 'ok') === true ? 'cancelled' : 'too-late';
    },
  });
}

/** HMAC-SHA256 under the SHA-256 of the token, over time stamp, line feed and body. */
function signatureCheck(tokens: readonly string[]): (request: WebhookRequest, now: Date) => boolean {
  const keys = tokens.map((token) => createHash('sha256').update(token).digest());
  const check = hmacCheck(keys, { algorithm: 'sha256', encoding: 'hex' });
  return ({ headers, body }, now) => {
    const timestamp = headers.get('x-request-timestamp') ?? '';
    const at = asInstant(timestamp);
    return at !== undefined && isFresh(at, now) && check(headers.get('x-request-signature'), `${timestamp}\n`, body);
  };
}
