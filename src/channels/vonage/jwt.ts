import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { asNumber, asRecord, asText, type JsonRecord, tryParseJson } from '../json.ts';
import type { WebhookRequest } from '../port.ts';
import { equalInConstantTime, hmacCheck, isFresh } from '../signature.ts';

/** How long a bearer token of ours is valid, in seconds. */
const tokenLifeS = 900;

/** Makes the bearer tokens of an application: RS256 over `application_id`, `iat`, `exp` and `jti`. The key is imported once. */
export function applicationTokens(applicationId: string, privateKey: string): (now: Date, jti: string) => string {
  const key: KeyObject = createPrivateKey(privateKey);
  const header = encode({ alg: 'RS256', typ: 'JWT' });
  return (now, jti) => {
    const iat = Math.floor(now.getTime() / 1000);
    const signed = `${header}.${encode({ application_id: applicationId, iat, exp: iat + tokenLifeS, jti })}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  };
}

/**
 * Makes the check of a signed webhook: an HS256 token in `Authorization`, not older than five minutes, whose `payload_hash` is the SHA-256 of the body.
 * Source: facts on providers, section 3, "Signature".
 */
export function webhookTokenCheck(secrets: readonly string[]): (request: WebhookRequest, now: Date) => boolean {
  const check = hmacCheck(secrets, { algorithm: 'sha256', encoding: 'base64url' });
  return (request, now) => {
    const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/u.exec(request.headers.get('authorization') ?? '');
    if (token === null) return false;
    const [, header = '', claims = '', signature = ''] = token;
    if (!check(signature, `${header}.${claims}`) || decode(header)?.alg !== 'HS256') return false;
    const { iat, exp, payload_hash: hash } = decode(claims) ?? {};
    const issued = asNumber(iat);
    if (issued === null || !isFresh(new Date(issued * 1000), now)) return false;
    const expires = asNumber(exp);
    if (expires !== null && expires * 1000 < now.getTime()) return false;
    return equalInConstantTime(asText(hash)?.toLowerCase() ?? '', createHash('sha256').update(request.body).digest('hex'));
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): JsonRecord | undefined {
  return asRecord(tryParseJson(Buffer.from(part, 'base64url').toString('utf8')));
}
