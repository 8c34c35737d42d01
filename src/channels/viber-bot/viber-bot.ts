import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import { hmacCheck, secretList } from '../signature.ts';
import { webhookHandler } from '../webhook-handler.ts';
import { parseEvents, viberBotProvider } from './parse.ts';
import { sendRequest } from './submit.ts';

export interface ViberBotOptions extends HttpProviderOptions {
  /** Authenticates calls and signs callbacks; the newest first while one is rotated out. */
  readonly authToken: string | readonly string[];
  /** Name shown to people when a message names no sender. */
  readonly senderName: string;
}

const schema = z.strictObject({ ...httpOptionShape, authToken: secrets, senderName: text }) satisfies z.ZodMiniType<unknown, ViberBotOptions>;

/** The numbers of its errors are unverified. Source: facts on providers, section 20. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: null,
  contents: ['text', 'interactive', 'media', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};

/**
 * Viber through the Bot API: reaches subscribers by their Viber user id.
 * @experimental Much of what is known about this provider is unverified: try it with an account of your own first.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * viberBot({ authToken, senderName: 'Shop' })
 */
export function viberBot(options: ViberBotOptions): ChannelProvider {
  checkOptions('viberBot', schema, options);
  const tokens = secretList(options.authToken);
  const check = hmacCheck(tokens, { algorithm: 'sha256', encoding: 'hex' });
  return httpProvider({
    provider: viberBotProvider,
    channels: ['viber'],
    capabilities,
    options,
    baseUrl: 'https://chatapi.viber.com',
    parse: parseEvents,
    webhook: (parse) =>
      webhookHandler({ parse, format: 'json', verify: ({ headers, body }) => check(headers.get('x-viber-content-signature'), body) }),
    request: (message) => sendRequest(tokens[0] ?? '', options.senderName, message),
  });
}
