import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ApiRequest } from '../provider-api.ts';

const header =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/u;
/** Headers whose signature keeps a call from being turned into another. */
const mustBeSigned: readonly string[] = ['host', 'x-amz-date', 'x-amz-target', 'content-type'];
const MAX_SKEW_MS = 300_000;

/** Why a call is not believed, in the words of the service. */
export type SignatureFault = 'MissingAuthenticationTokenException' | 'UnrecognizedClientException' | 'InvalidSignatureException';

/**
 * Checks a Signature Version 4 from what was received alone: which headers were signed is read from the call, and what it must have looked like is
 * built anew. `credential` is `keyId:secret`; without one the form, the date and the signed headers are checked, and the signature is taken on trust.
 */
export function signatureFault(request: ApiRequest, credential: string | undefined, service: string, now: Date): SignatureFault | undefined {
  const found = header.exec(request.headers.get('authorization') ?? '');
  if (found === null) return 'MissingAuthenticationTokenException';
  const [, keyId = '', day = '', region = '', signedService = '', signedHeaders = '', signature = ''] = found;
  const names = signedHeaders.split(';');
  const stamp = request.headers.get('x-amz-date') ?? '';
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'));
  if (signedService !== service || !stamp.startsWith(day) || !(Math.abs(now.getTime() - at) <= MAX_SKEW_MS)) return 'InvalidSignatureException';
  if (mustBeSigned.some((name) => !names.includes(name)) || names.join() !== [...names].sort().join()) return 'InvalidSignatureException';
  if (credential === undefined) return undefined;
  const colon = credential.indexOf(':');
  if (credential.slice(0, colon) !== keyId) return 'UnrecognizedClientException';
  const scope = `${day}/${region}/${service}/aws4_request`;
  const canonical = [
    request.method,
    request.path,
    [...request.query]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${(request.headers.get(name) ?? '').trim().replace(/ +/gu, ' ')}`),
    '',
    signedHeaders,
    hex(request.body),
  ].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(mac, `AWS4${credential.slice(colon + 1)}`);
  const expected = mac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${hex(canonical)}`);
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'InvalidSignatureException';
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
