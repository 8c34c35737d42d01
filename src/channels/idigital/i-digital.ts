import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { iDigitalRequest, validityRange } from './submit.ts';

export interface IDigitalOptions extends HttpProviderOptions {
  /** Ready-made token of the cabinet. */
  readonly token: string;
  /** Where callbacks go, with your token in its query (`?token=…`). */
  readonly callbackUrl?: string | undefined;
  /** Secret of your own in the callback URL: no signature is documented. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  token: text,
  callbackUrl: z.optional(text),
  webhookToken: z.optional(secrets),
}) satisfies z.ZodMiniType<IDigitalOptions>;

/** Source: facts on providers, i-Digital Direct. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: false,
  validity: validityRange,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'look-up' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * SMS through i-Digital Direct.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without a token.
 * @example iDigital({ token, callbackUrl, webhookToken })
 */
export function iDigital(options: IDigitalOptions): ChannelProvider {
  checkOptions('iDigital', schema, options);
  return httpProvider({
    provider: 'idigital',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://direct.i-dgtl.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: urlTokenCheck(options.webhookToken) }),
    request: (message, _context, now) => iDigitalRequest(options, message, now),
  });
}
