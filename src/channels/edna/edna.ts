import * as z from 'zod/mini';
import type { Channel } from '../../law/vocabulary.ts';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';
import { ednaRequest } from './submit.ts';

export interface EdnaOptions extends HttpProviderOptions {
  readonly apiKey: string;
  /** Cascade set up in the cabinet; it must have the channel below and no other, or the platform falls back behind your plan's back. */
  readonly cascadeId: number;
  /** Channel of that cascade. @default 'sms' */
  readonly channel?: Extract<Channel, 'sms' | 'whatsapp' | 'viber'> | undefined;
  /** Secret of your own in the webhook URL (`?token=…`): no signature is documented. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  apiKey: text,
  cascadeId: z.number().check(z.int()),
  channel: z.optional(z.enum(['sms', 'whatsapp', 'viber'])),
  webhookToken: z.optional(secrets),
}) satisfies z.ZodMiniType<EdnaOptions>;

/** Source: facts on providers, edna Pulse: webhooks echo our `requestId`; the same content is cancelled for 20 minutes. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'content-window', windowMs: 1_200_000 },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: null,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * Messages through a cascade of edna Pulse.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know or without key and cascade.
 * @example edna({ apiKey, cascadeId: 215, webhookToken })
 */
export function edna(options: EdnaOptions): ChannelProvider {
  checkOptions('edna', schema, options);
  return httpProvider({
    provider: 'edna',
    channels: [options.channel ?? 'sms'],
    capabilities,
    options,
    baseUrl: 'https://app.edna.ru',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: urlTokenCheck(options.webhookToken) }),
    request: (message) => ednaRequest(options, message),
  });
}
