import { randomId } from '../../clock.ts';
import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import { secretList } from '../signature.ts';
import { webhookHandler } from '../webhook-handler.ts';
import { vonageCapabilities } from './capabilities.ts';
import { applicationTokens, webhookTokenCheck } from './jwt.ts';
import { checkVonageOptions, type VonageOptions } from './options.ts';
import { parseEvents, vonageProvider } from './parse.ts';
import { sendRequest } from './submit.ts';

/**
 * SMS, WhatsApp, Viber and RCS through Vonage's Messages API. Its own failover is not used: the cascade decides, with consent.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * vonage({ auth: { applicationId, privateKey }, signatureSecret })
 */
export function vonage(options: VonageOptions): ChannelProvider {
  checkVonageOptions(options);
  const authorization = authorizationOf(options.auth);
  return httpProvider({
    provider: vonageProvider,
    channels: ['sms', 'whatsapp', 'viber', 'rcs'],
    capabilities: vonageCapabilities,
    options,
    baseUrl: 'https://api.vonage.com',
    parse: parseEvents,
    webhook: (parse) => webhookHandler({ parse, format: 'json', verify: webhookTokenCheck(secretList(options.signatureSecret)) }),
    request: (message, _context, now) => sendRequest(options, authorization(now), message, now),
  });
}

function authorizationOf(auth: VonageOptions['auth']): (now: Date) => string {
  if ('apiKey' in auth) {
    const basic = `Basic ${Buffer.from(`${auth.apiKey}:${auth.apiSecret}`).toString('base64')}`;
    return () => basic;
  }
  const token = applicationTokens(auth.applicationId, auth.privateKey);
  return (now) => `Bearer ${token(now, randomId())}`;
}
