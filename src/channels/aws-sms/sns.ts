import { createVerify } from 'node:crypto';
import { asInstant, asText, type JsonRecord } from '../json.ts';

/** Certificate and confirmation URLs are followed only here: https on a regional SNS host. `sns.s3-…` would be anybody's bucket of that name. */
const snsHost = /^sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/u;
const pem = /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----/u;

/** True when the body of an answer is a certificate or key. */
export function isPem(text: string): boolean {
  return pem.test(text.trimStart());
}

const signedKeys: Readonly<Record<string, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

const algorithms: Readonly<Record<string, string>> = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' };

/** Fetches the certificate of a checked address; `undefined` when it cannot be had. */
export type CertificateSource = (url: string) => Promise<string | undefined>;

/** True for an https URL on a regional SNS host, without port or credentials. */
export function isSnsUrl(url: string | null): url is string {
  if (url === null || !URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && snsHost.test(host);
}

/**
 * True when an SNS message is signed by a certificate from an SNS host, belongs to one of our topics and is not older than an hour.
 * The signature scheme is unverified in our sources. Source: facts on providers, section 6.
 */
export async function isGenuineSns(message: JsonRecord, topicArns: readonly string[], certificates: CertificateSource, now: Date): Promise<boolean> {
  const type = asText(message.Type) ?? '';
  const keys = Object.hasOwn(signedKeys, type) ? signedKeys[type] : undefined;
  const url = asText(message.SigningCertURL);
  const at = asInstant(message.Timestamp);
  if (keys === undefined || at === undefined || Math.abs(now.getTime() - at.getTime()) > 3_600_000) return false;
  if (!topicArns.includes(asText(message.TopicArn) ?? '') || !isSnsUrl(url)) return false;
  const algorithm = algorithms[asText(message.SignatureVersion) ?? ''];
  if (algorithm === undefined) return false;
  const certificate = await certificates(url);
  if (certificate === undefined) return false;
  const text = keys.flatMap((key) => (typeof message[key] === 'string' ? [key, message[key]] : [])).join('\n');
  try {
    const verifier = createVerify(algorithm).update(`${text}\n`, 'utf8');
    const signature = Buffer.from(String(message.Signature), 'base64');
    return signature.toString('base64') === message.Signature && verifier.verify(certificate, signature);
  } catch {
    return false;
  }
}
