import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import { asNumber, field, tryParseJson } from '../json.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets } from '../provider-options.ts';
import { headerSecretCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents, telegramBotProvider } from './parse.ts';
import { sendRequest } from './submit.ts';

export interface TelegramBotOptions extends HttpProviderOptions {
  readonly token: string;
  /** `secret_token` given to `setWebhook`; without it webhooks are refused. */
  readonly webhookSecret?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  token: z.string().check(z.regex(/^\d+:[\w-]+$/u)),
  webhookSecret: z.optional(secrets),
}) satisfies z.ZodMiniType<unknown, TelegramBotOptions>;

/** No receipts, no idempotency, no query: the furthest status is `sent`. Source: facts on providers, section 18. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'none',
  reaches: 'sent',
  inbound: true,
  validity: null,
  contents: ['text', 'interactive', 'media', 'code'],
  limits: { perSecond: 30, perPair: { max: 1, perMs: 1_000 } },
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
};

/**
 * Telegram through the Bot API: reaches people who started the bot, by their chat id.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * telegramBot({ token, webhookSecret })
 */
export function telegramBot(options: TelegramBotOptions): ChannelProvider {
  checkOptions('telegramBot', schema, options);
  return httpProvider({
    provider: telegramBotProvider,
    channels: ['telegram'],
    capabilities,
    options,
    baseUrl: 'https://api.telegram.org',
    parse: parseEvents,
    webhook: (parse) =>
      webhookHandler({ parse, format: 'json', verify: headerSecretCheck('x-telegram-bot-api-secret-token', options.webhookSecret) }),
    request: (message) => sendRequest(options.token, message),
    retryAfter: (answer) => {
      const seconds = asNumber(field(tryParseJson(answer.body), 'parameters', 'retry_after'));
      return seconds === null ? undefined : seconds * 1000;
    },
  });
}
