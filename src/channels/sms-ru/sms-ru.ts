import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets } from '../provider-options.ts';
import { secretList } from '../signature.ts';
import { parseEvents } from './parse.ts';
import { smsRuRequest, validityRange } from './submit.ts';
import { smsRuWebhook } from './webhook.ts';

export interface SmsRuOptions extends HttpProviderOptions {
  /** Key of the account; it also signs callbacks. The newest first while one is rotated out. */
  readonly apiId: string | readonly string[];
}

const schema = z.strictObject({ ...httpOptionShape, apiId: secrets }) satisfies z.ZodMiniType<SmsRuOptions>;

/** Source: facts on providers, SMS.ru: the same text to the same number is refused for a minute, and for a day. */
const capabilities: ProviderCapabilities = {
  dedup: { by: 'content-window', windowMs: 60_000 },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: false,
  validity: validityRange,
  contents: ['text', 'code'],
  limits: { batch: 100 },
  charges: { per: 'unknown', told: 'look-up' },
  dataLocation: 'unknown',
};

/**
 * SMS through SMS.ru.
 * @throws {InvalidOptionsError} for options it does not know or without a key.
 * @example smsRu({ apiId })
 */
export function smsRu(options: SmsRuOptions): ChannelProvider {
  checkOptions('smsRu', schema, options);
  const apiId = secretList(options.apiId)[0] ?? '';
  return httpProvider({
    provider: 'smsru',
    channels: ['sms'],
    capabilities,
    options,
    baseUrl: 'https://sms.ru',
    parse: parseEvents,
    webhook: (parse) => smsRuWebhook(parse, options.apiId),
    request: (message, _context, now) => smsRuRequest(apiId, message, now),
  });
}
