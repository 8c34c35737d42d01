import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { rbmCapabilities } from './capabilities.ts';
import { checkRbmOptions, type RbmOptions } from './options.ts';
import { parseEvents, rbmProvider } from './parse.ts';
import { messageIdOf, sendRequest } from './submit.ts';
import { rbmWebhook } from './webhook.ts';

/**
 * RCS through Google's RCS Business Messaging.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * rbm({ agentId, accessToken: () => auth.getAccessToken(), clientToken })
 */
export function rbm(options: RbmOptions): ChannelProvider {
  checkRbmOptions(options);
  return httpProvider({
    provider: rbmProvider,
    channels: ['rcs'],
    capabilities: rbmCapabilities,
    options,
    baseUrl: `https://${options.region ?? ''}rcsbusinessmessaging.googleapis.com`,
    parse: parseEvents,
    webhook: (parse) => rbmWebhook(options, parse),
    request: (message, _context, now) => sendRequest(options, message, now),
    duplicate: (message) => ({ means: 'accepted', id: messageIdOf(message.stepKey) }),
  });
}
