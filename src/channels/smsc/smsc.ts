import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { capabilities } from './capabilities.ts';
import { smscLookup } from './lookup.ts';
import { parseEvents } from './parse.ts';
import { segmentsOf, smscRequest } from './submit.ts';
import { smscWebhook } from './webhook.ts';

export interface SmscOptions extends HttpProviderOptions {
  /** Account name; together with `password`, or `apiKey` alone. */
  readonly login?: string | undefined;
  readonly password?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Secret set in the cabinet for callbacks; several while one is rotated out. Without it receipts are refused. */
  readonly callbackSecret?: string | readonly string[] | undefined;
  /**
   * Secret of your own in the callback URL (`?token=…`), wanted on every call once it is set. Inbound texts carry no signature: without a
   * token they are refused, since anyone could otherwise opt people out.
   */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z
  .strictObject({
    ...httpOptionShape,
    login: z.optional(text),
    password: z.optional(text),
    apiKey: z.optional(text),
    callbackSecret: z.optional(secrets),
    webhookToken: z.optional(secrets),
  })
  .check(
    z.refine((options) => options.apiKey !== undefined || (options.login !== undefined && options.password !== undefined), {
      error: 'apiKey, or login with password',
    }),
  ) satisfies z.ZodMiniType<SmscOptions>;

/**
 * SMS through SMSC.ru.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without credentials.
 * @example smsc({ login, password, callbackSecret, webhookToken })
 */
export function smsc(options: SmscOptions): ChannelProvider {
  checkOptions('smsc', schema, options);
  const { login = '', password = '', apiKey } = options;
  const credentials = apiKey === undefined ? { login, psw: password } : { apikey: apiKey };
  return httpProvider({
    provider: 'smsc',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://smsc.ru',
    parse: parseEvents,
    webhook: (parse) => smscWebhook(parse, options),
    request: (message, context, now) => smscRequest(credentials, message, context.attempt.stepKey, now),
    segments: segmentsOf,
    lookup: (http, parse) => smscLookup(credentials, http, parse),
  });
}
