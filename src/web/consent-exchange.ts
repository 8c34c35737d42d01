import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { InvalidOptionsError } from '../errors.ts';

/** Longest form that is read, in bytes. */
const MAX_BODY_BYTES = 65_536;
const NONCE = /^[A-Za-z0-9_-]{24}$/u;

/** The fields of a posted form; `null` when it is none, or too long. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (typeOf(request) !== 'application/x-www-form-urlencoded') return null;
  const body = await readCapped(request);
  return body === null ? null : new URLSearchParams(body.toString('utf8'));
}

/** Whether a post is the one-click kind of RFC 8058, which may come in either form encoding. */
export async function isOneClick(request: Request): Promise<boolean> {
  const type = typeOf(request);
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return false;
  const body = await readCapped(request);
  if (body === null) return false;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': request.headers.get('content-type')! } }).formData();
    return form.get('List-Unsubscribe') === 'One-Click';
  } catch {
    return false;
  }
}

function typeOf(request: Request): string | undefined {
  return request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}

async function readCapped(request: Request): Promise<Buffer | null> {
  if (request.body === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** Whether a post can have come from our own page as far as the browser says. Nothing said passes: then the token decides. */
export function fromOwnOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(publicUrl).origin) return false;
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/** Tokens that bind a form to the browser it was shown in, the time, and the exact texts on it. */
export interface FormTokens {
  /** Cookie line that keeps the browser's nonce. */
  cookie(nonce: string): string;
  /** The nonce a browser brings, if it is one. */
  nonceOf(request: Request): string | null;
  issue(nonce: string, shown: string, now: Date): string;
  isGood(token: string, nonce: string | null, shown: string, now: Date): boolean;
}

/** Double-submit tokens signed with the host's secret. @throws {InvalidOptionsError} for a secret shorter than 32 bytes. */
export function formTokens(secret: KeyObject | Uint8Array, publicUrl: string, lifeMs: number): FormTokens {
  const key = 'type' in secret ? secret : createSecretKey(secret);
  if ((key.symmetricKeySize ?? 0) < 32)
    throw new InvalidOptionsError('The secret of the consent form is too short.', [{ path: 'secret', expected: 'at least 32 random bytes' }]);
  const { protocol, pathname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const name = secure ? '__Host-licet-form' : 'licet-form';
  const mac = (nonce: string, issued: string, shown: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['licet form', pathname, nonce, issued, shown]))
      .digest('base64url');
  return {
    cookie: (nonce) => `${name}=${nonce}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    nonceOf(request) {
      const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && NONCE.test(value) ? value : null;
    },
    issue(nonce, shown, now) {
      const issued = now.getTime().toString(36);
      return `${issued}.${mac(nonce, issued, shown)}`;
    },
    isGood(token, nonce, shown, now) {
      const [issued = '', given = ''] = token.split('.');
      if (nonce === null || !/^[0-9a-z]{1,10}$/u.test(issued)) return false;
      const ageMs = now.getTime() - Number.parseInt(issued, 36);
      if (!(ageMs >= 0 && ageMs <= lifeMs)) return false;
      const [left, right] = [Buffer.from(given), Buffer.from(mac(nonce, issued, shown))];
      return left.length === right.length && timingSafeEqual(left, right);
    },
  };
}
