import { type HttpProviderDefinition, httpProvider } from '../http-provider.ts';
import { asNumber, asRecords, field, tryParseJson } from '../json.ts';
import type { ChannelProvider, WebhookRequest } from '../port.ts';
import { basicAuthCheck, headerSecretCheck, urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { infobipCapabilities } from './capabilities.ts';
import { checkInfobipOptions, type InfobipOptions } from './options.ts';
import { infobipProvider, parseEvents } from './parse.ts';
import { sendRequest } from './submit.ts';

/**
 * SMS (v3) and WhatsApp through Infobip, each message under our own id.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * infobip({ baseUrl: 'https://xyz.api.infobip.com', apiKey, webhookAuth: { username, password } })
 */
export function infobip(options: InfobipOptions): ChannelProvider {
  checkInfobipOptions(options);
  return httpProvider({
    provider: infobipProvider,
    channels: ['sms', 'whatsapp'],
    capabilities: infobipCapabilities,
    options,
    baseUrl: options.baseUrl,
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: webhookCheck(options.webhookAuth) }),
    request: (message, _context, now) => sendRequest(options, message, now),
    duplicate: (message) => ({ means: 'accepted', id: message.stepKey }),
    segments: (answer) => asNumber(field(asRecords(field(tryParseJson(answer.body), 'messages'))[0], 'details', 'messageCount')) ?? undefined,
    lookup: logLookup(options),
  });
}

function webhookCheck(auth: InfobipOptions['webhookAuth']): (request: WebhookRequest) => boolean {
  if (auth === undefined) return () => false;
  if ('urlToken' in auth) return urlTokenCheck(auth.urlToken);
  return 'header' in auth ? headerSecretCheck(auth.header, auth.value) : basicAuthCheck(auth);
}

/** Reads the SMS log by our own id. An empty log proves nothing: it may lag, and it does not hold WhatsApp messages. */
function logLookup(options: InfobipOptions): NonNullable<HttpProviderDefinition['lookup']> {
  return (http, parse) => async (query, signal) => {
    const headers = { authorization: `App ${options.apiKey}`, accept: 'application/json' };
    const exchange = await http({ method: 'GET', path: '/sms/3/logs', query: { messageId: query.stepKey }, headers }, signal);
    if (!exchange.ok || exchange.answer.status !== 200) return { found: 'unsure' };
    const event = parse({ payload: exchange.answer.body, surface: 'response', httpStatus: 200 })[0];
    if (event === undefined || event.status === null || event.errorClass === 'duplicate') return { found: 'unsure' };
    return { found: 'present', providerMessageId: event.messageId ?? query.stepKey, status: event.status };
  };
}
