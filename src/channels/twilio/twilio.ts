import { httpProvider } from '../http-provider.ts';
import { asNumber, field, tryParseJson } from '../json.ts';
import type { ChannelProvider } from '../port.ts';
import { twilioCapabilities } from './capabilities.ts';
import { twilioLookup } from './lookup.ts';
import { checkTwilioOptions, type TwilioOptions } from './options.ts';
import { parseEvents, twilioProvider } from './parse.ts';
import { authorization, messagesPath, sendRequest } from './submit.ts';
import { twilioWebhook } from './webhook.ts';

/**
 * SMS, WhatsApp and RCS through Twilio's Messages resource.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * twilio({ accountSid, authToken, statusCallback: 'https://example.test/hooks/twilio' })
 */
export function twilio(options: TwilioOptions): ChannelProvider {
  checkTwilioOptions(options);
  return httpProvider({
    provider: twilioProvider,
    channels: ['sms', 'whatsapp', 'rcs'],
    capabilities: twilioCapabilities,
    options,
    baseUrl: 'https://api.twilio.com',
    parse: parseEvents,
    webhook: (parse) => twilioWebhook(options, parse),
    request: (message, _context, now) => sendRequest(options, message, now),
    segments: (answer) => asNumber(field(tryParseJson(answer.body), 'num_segments')) ?? undefined,
    lookup: (http, parse) => twilioLookup(options, http, parse),
    cancel: (http) => async (providerMessageId, signal) => {
      const path = messagesPath(options).replace(/\.json$/u, `/${encodeURIComponent(providerMessageId)}.json`);
      const form = new URLSearchParams({ Status: 'canceled' });
      const exchange = await http({ method: 'POST', path, headers: authorization(options), form }, signal);
      if (!exchange.ok || exchange.answer.status >= 500) return 'unknown';
      return exchange.answer.status < 300 ? 'cancelled' : 'too-late';
    },
  });
}
