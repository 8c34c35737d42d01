import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { exolveRequest } from './submit.ts';

export interface ExolveOptions extends HttpProviderOptions {
  readonly apiKey: string;
  /** Secret of your own in the webhook URL (`?token=…`): no signature is documented. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({ ...httpOptionShape, apiKey: text, webhookToken: z.optional(secrets) }) satisfies z.ZodMiniType<ExolveOptions>;

/** Source: facts on providers, MTS Exolve: receipts were not found, so nothing beyond `accepted` is promised. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'none',
  reaches: 'accepted',
  inbound: false,
  validity: null,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * SMS through MTS Exolve.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without a key.
 * @example exolve({ apiKey })
 */
export function exolve(options: ExolveOptions): ChannelProvider {
  checkOptions('exolve', schema, options);
  return httpProvider({
    provider: 'exolve',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://api.exolve.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, verify: urlTokenCheck(options.webhookToken) }),
    request: (message) => exolveRequest(options.apiKey, message),
  });
}
