import { createHash } from 'node:crypto';
import type { WebhookRequest } from '../port.ts';
import { equalInConstantTime, hmacCheck } from '../signature.ts';
import { queryOf } from '../webhook-handler.ts';

/**
 * Makes the check of `X-Twilio-Signature`: HMAC-SHA1 over the public URL and the sorted form fields; for JSON bodies the URL carries the SHA-256 of the
 * body and alone is signed. Source: facts on providers, section 2.
 */
export function twilioSignatureCheck(authTokens: readonly string[]): (request: WebhookRequest) => boolean {
  const check = hmacCheck(authTokens, { algorithm: 'sha1', encoding: 'base64' });
  return (request) => {
    const given = request.headers.get('x-twilio-signature');
    const bodyHash = queryOf(request.url).get('bodySHA256');
    if (bodyHash !== null && !equalInConstantTime(bodyHash, createHash('sha256').update(request.body).digest('hex'))) return false;
    const isForm = bodyHash === null && request.method === 'POST';
    const suffix = isForm ? signedFields(Buffer.from(request.body).toString('utf8')) : '';
    return urlSpellings(request.url).some((url) => check(given, url, suffix));
  };
}

/** Names in code unit order, the unique values of a repeated name sorted, each as name and value without separators. */
function signedFields(body: string): string {
  const fields = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, new Set([value]));
    else values.add(value);
  }
  let signed = '';
  for (const name of [...fields.keys()].sort()) for (const value of [...(fields.get(name) ?? [])].sort()) signed += name + value;
  return signed;
}

/** As received and with its apostrophes back, which a parsed URL writes as `%27` and Twilio signs as they were configured. */
function urlSpellings(url: string): readonly string[] {
  const asConfigured = url.replaceAll('%27', "'");
  return asConfigured === url ? portSpellings(url) : [...portSpellings(url), ...portSpellings(asConfigured)];
}

/** As configured, without its port, and with the standard one: Twilio is not consistent about ports. */
function portSpellings(url: string): readonly string[] {
  const parts = /^(https?):\/\/([^/?#]*?)(?::(\d+))?([/?#].*)?$/u.exec(url);
  if (parts === null) return [url];
  const [, scheme = '', host = '', port, rest = ''] = parts;
  const standard = scheme === 'https' ? '443' : '80';
  return port === undefined ? [url, `${scheme}://${host}:${standard}${rest}`] : [url, `${scheme}://${host}${rest}`];
}
