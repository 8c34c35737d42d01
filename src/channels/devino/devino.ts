import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import { tryParseJson } from '../json.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { devinoRequest, validityRange } from './submit.ts';

export interface DevinoOptions extends HttpProviderOptions {
  readonly login: string;
  readonly password: string;
  /** Secret of your own in the callback URL (`?token=…`): Devino signs nothing. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  login: text,
  password: text,
  webhookToken: z.optional(secrets),
}) satisfies z.ZodMiniType<DevinoOptions>;

/** Source: facts on providers, Devino Telecom (a snapshot of 2021). */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'poll',
  reaches: 'delivered',
  inbound: true,
  validity: validityRange,
  contents: ['text', 'code'],
  limits: { batch: 2_999 },
  charges: { per: 'segment', told: 'look-up' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * SMS through Devino Telecom's REST v2. Callbacks of its instant messages are understood too.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without credentials.
 * @example devino({ login, password, webhookToken })
 */
export function devino(options: DevinoOptions): ChannelProvider {
  checkOptions('devino', schema, options);
  const { login, password } = options;
  return httpProvider({
    provider: 'devino',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://integrationapi.net',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, methods: ['POST', 'GET'], verify: urlTokenCheck(options.webhookToken) }),
    request: (message, _context, now) => devinoRequest(options, message, now),
    segments: (answer) => {
      const ids = tryParseJson(answer.body);
      return Array.isArray(ids) ? ids.length : undefined;
    },
    lookup: (http, parse) => async (query, signal) => {
      const messageId = query.providerMessageId;
      if (messageId === undefined) return { found: 'unsure' };
      const exchange = await http({ method: 'GET', path: '/rest/v2/Sms/State', query: { login, password, messageId } }, signal);
      if (!exchange.ok || exchange.answer.status !== 200) return { found: 'unsure' };
      const status = parse({ payload: exchange.answer.body, surface: 'response', httpStatus: 200 })[0]?.status;
      return status === undefined || status === null || status === 'unknown'
        ? { found: 'unsure' }
        : { found: 'present', providerMessageId: messageId, status };
    },
  });
}
