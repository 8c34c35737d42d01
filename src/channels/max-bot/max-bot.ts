import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { headerSecretCheck, webhookHandler } from '../webhook-handler.ts';
import { capabilities } from './capabilities.ts';
import { parseEvents } from './parse.ts';
import { maxRequest } from './submit.ts';

export interface MaxBotOptions extends HttpProviderOptions {
  /** Token of the bot. */
  readonly token: string;
  /** Secret given when the webhook was subscribed; several while one is rotated out. Without it every call is refused. */
  readonly webhookSecret?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  token: text,
  webhookSecret: z.optional(secrets),
}) satisfies z.ZodMiniType<MaxBotOptions>;

/**
 * Messages through a bot of the MAX messenger, to people who have started it.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without a token.
 * @example maxBot({ token, webhookSecret })
 */
export function maxBot(options: MaxBotOptions): ChannelProvider {
  checkOptions('maxBot', schema, options);
  const { token, webhookSecret } = options;
  return httpProvider({
    provider: 'max-bot',
    channels: ['max'],
    capabilities,
    options,
    baseUrl: 'https://platform-api2.max.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: headerSecretCheck('x-max-bot-api-secret', webhookSecret) }),
    request: (message) => maxRequest(token, message),
  });
}
