import { createHttpClient } from '../http.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { awsSmsCapabilities } from './capabilities.ts';
import { type AwsSmsOptions, checkAwsSmsOptions } from './options.ts';
import { awsSmsProvider, parseEvents } from './parse.ts';
import { sendRequest } from './submit.ts';
import { snsWebhook } from './webhook.ts';

/**
 * SMS through AWS End User Messaging, calls signed by Signature Version 4, events by SNS.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * awsSms({ region: 'eu-west-1', credentials, topicArns: ['arn:aws:sns:eu-west-1:000000000000:sms'] })
 */
export function awsSms(options: AwsSmsOptions): ChannelProvider {
  checkAwsSmsOptions(options);
  const baseUrl = options.baseUrl ?? `https://sms-voice.${options.region}.amazonaws.com`;
  const { host } = new URL(baseUrl);
  return httpProvider({
    provider: awsSmsProvider,
    channels: ['sms'],
    capabilities: awsSmsCapabilities,
    options,
    baseUrl,
    parse: parseEvents,
    webhook: (parse) => snsWebhook(options, createHttpClient({ ...options, baseUrl }), parse),
    request: (message, _context, now) => sendRequest(options, host, message, now),
  });
}
