import type { ClearedMessage } from '../../message/cleared.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { awsSmsValidity } from './capabilities.ts';
import type { AwsSmsOptions } from './options.ts';
import { signV4 } from './sigv4.ts';

/** The signed request that sends one SMS; our step key travels in `Context`. Source: facts on providers, section 6. */
export async function sendRequest(options: AwsSmsOptions, host: string, message: ClearedMessage, now: Date): Promise<HttpRequest | Unsendable> {
  const { content } = message;
  if (content.type === 'media' || (content.type === 'text' && (content.buttons?.length ?? 0) > 0)) return wrongContent('AWS SMS', content.type);
  const seconds = validitySeconds(message.validUntil, now, awsSmsValidity);
  if (seconds === undefined) return tooLate;
  const body = JSON.stringify({
    DestinationPhoneNumber: message.to,
    OriginationIdentity: message.from,
    MessageBody: content.text,
    MessageType: message.kind === 'marketing' ? 'PROMOTIONAL' : 'TRANSACTIONAL',
    TimeToLive: seconds,
    Context: { ref: message.stepKey },
    ...(options.configurationSetName === undefined ? {} : { ConfigurationSetName: options.configurationSetName }),
  });
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage' };
  const credentials = typeof options.credentials === 'function' ? await options.credentials() : options.credentials;
  const signed = signV4({ method: 'POST', host, path: '/', headers, body }, credentials, { region: options.region, service: 'sms-voice' }, now);
  return { method: 'POST', path: '/', headers: { ...headers, ...signed }, body };
}
