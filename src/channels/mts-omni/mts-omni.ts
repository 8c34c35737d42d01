import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { mergeStatuses } from '../receipt-lattice.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { authorization, mtsOmniRequest } from './submit.ts';

export interface MtsOmniOptions extends HttpProviderOptions {
  readonly login: string;
  readonly password: string;
  /** Secret of your own in the webhook URL (`?token=…`): no signature is documented. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  login: text,
  password: text,
  webhookToken: z.optional(secrets),
}) satisfies z.ZodMiniType<MtsOmniOptions>;

/** Source: facts on providers, MTS Marketolog / Omnichannel. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'poll',
  reaches: 'delivered',
  inbound: false,
  validity: null,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * SMS through MTS Omnichannel.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without credentials.
 * @example mtsOmni({ login, password })
 */
export function mtsOmni(options: MtsOmniOptions): ChannelProvider {
  checkOptions('mtsOmni', schema, options);
  return httpProvider({
    provider: 'mts-omni',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://omnichannel.mts.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: urlTokenCheck(options.webhookToken) }),
    request: (message) => mtsOmniRequest(options, message),
    lookup: (http, parse) => async (query, signal) => {
      const id = query.providerMessageId;
      if (id === undefined) return { found: 'unsure' };
      const asked = { method: 'POST', path: '/http-api/v1/messages/info', headers: authorization(options), json: { int_ids: [id] } } as const;
      const exchange = await http(asked, signal);
      if (!exchange.ok || exchange.answer.status !== 200) return { found: 'unsure' };
      const events = parse({ payload: exchange.answer.body, surface: 'response', httpStatus: 200 }).filter((event) => event.messageId === id);
      const status = mergeStatuses(events.flatMap((event) => event.status ?? []));
      return status === 'unknown' ? { found: 'unsure' } : { found: 'present', providerMessageId: id, status };
    },
  });
}
