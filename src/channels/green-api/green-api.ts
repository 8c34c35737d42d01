import * as z from 'zod/mini';
import { InvalidOptionsError } from '../../errors.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, secrets, text } from '../provider-options.ts';
import { secretCheck, secretList } from '../signature.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { parseEvents } from './parse.ts';

export interface GreenApiOptions {
  /** @default 'greenapi' */
  readonly id?: string | undefined;
  /** Token set for webhooks: in the `Authorization` header (unverified), or in the URL as `?token=…`. Without it every call is refused. */
  readonly webhookToken?: string | readonly string[] | undefined;
}

const schema = z.strictObject({ id: z.optional(text), webhookToken: z.optional(secrets) }) satisfies z.ZodMiniType<GreenApiOptions>;

const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: null,
  contents: [],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * Reads the webhooks of Green-API, which drives a consumer account through WhatsApp Web. It never sends: that breaks WhatsApp's terms.
 * `submit` rejects with {@link InvalidOptionsError}.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} for options it does not know.
 */
export function greenApi(options: GreenApiOptions = {}): ChannelProvider {
  checkOptions('greenApi', schema, options);
  const hasUrlToken = urlTokenCheck(options.webhookToken);
  const isToken = secretCheck(secretList(options.webhookToken));
  return {
    id: options.id ?? 'greenapi',
    provider: 'greenapi',
    channels: ['whatsapp'],
    capabilities,
    submit: () =>
      Promise.reject(
        new InvalidOptionsError(
          'Green-API is not used for sending: it automates a consumer account against the terms of WhatsApp, so the number may be banned at any time and no delivery is promised. Use the Cloud API (`whatsappCloud`) or a partner of Meta.',
        ),
      ),
    parseWebhook: webhookHandler({
      parse: parseEvents,
      format: 'json',
      verify: (request) => isToken(request.headers.get('authorization')?.replace(/^Bearer /u, '') ?? null) || hasUrlToken(request),
    }),
  };
}
