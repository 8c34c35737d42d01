import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { sinchCapabilities } from './capabilities.ts';
import { checkSinchOptions, type SinchOptions } from './options.ts';
import { parseEvents, sinchProvider } from './parse.ts';
import { sendRequest } from './submit.ts';
import { sinchWebhook } from './webhook.ts';

/**
 * SMS through Sinch, and WhatsApp, RCS and Viber through its Conversation API when configured. Its own channel switching is not used.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * sinch({ servicePlanId, apiToken, region: 'eu', webhookUrlToken })
 */
export function sinch(options: SinchOptions): ChannelProvider {
  checkSinchOptions(options);
  return httpProvider({
    provider: sinchProvider,
    channels: options.conversation === undefined ? ['sms'] : ['sms', 'whatsapp', 'rcs', 'viber'],
    capabilities: sinchCapabilities,
    options,
    baseUrl: `https://${options.region ?? 'eu'}.sms.api.sinch.com`,
    parse: parseEvents,
    webhook: (parse) => sinchWebhook(options, parse),
    request: (message, _context, now) => sendRequest(options, message, now),
  });
}
