import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { smsAeroRequest } from './submit.ts';

export interface SmsAeroOptions extends HttpProviderOptions {
  readonly email: string;
  readonly apiKey: string;
  /** Where status callbacks go, with your token in its query (`?token=…`). */
  readonly callbackUrl?: string | undefined;
  /** Secret of your own in the callback URL: the callbacks are not signed. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  email: text,
  apiKey: text,
  callbackUrl: z.optional(text),
  webhookToken: z.optional(secrets),
}) satisfies z.ZodMiniType<SmsAeroOptions>;

/** Source: facts on providers, SMS Aero v2; the callback is unverified. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: false,
  validity: null,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'answer' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * SMS through SMS Aero.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without credentials.
 * @example smsAero({ email, apiKey, callbackUrl, webhookToken })
 */
export function smsAero(options: SmsAeroOptions): ChannelProvider {
  checkOptions('smsAero', schema, options);
  return httpProvider({
    provider: 'smsaero',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://gate.smsaero.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, verify: urlTokenCheck(options.webhookToken) }),
    request: (message) => smsAeroRequest(options, message),
  });
}
