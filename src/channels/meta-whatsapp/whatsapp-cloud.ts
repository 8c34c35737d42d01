import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { metaCapabilities } from './capabilities.ts';
import { checkWhatsappCloudOptions, type WhatsappCloudOptions } from './options.ts';
import { metaProvider, parseEvents } from './parse.ts';
import { sendRequest } from './submit.ts';
import { metaWebhook } from './webhook.ts';

/**
 * WhatsApp through Meta's Cloud API.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * whatsappCloud({ phoneNumberId: '106300000000001', accessToken, appSecret, verifyToken })
 */
export function whatsappCloud(options: WhatsappCloudOptions): ChannelProvider {
  checkWhatsappCloudOptions(options);
  return httpProvider({
    provider: metaProvider,
    channels: ['whatsapp'],
    capabilities: metaCapabilities,
    options,
    baseUrl: 'https://graph.facebook.com',
    parse: parseEvents,
    webhook: (parse) => metaWebhook(options, parse),
    request: (message) => sendRequest(options, message),
  });
}
