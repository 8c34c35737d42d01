import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** True when both are the same bytes; takes the same time wherever they differ. Different lengths are unequal at once. */
export function equalInConstantTime(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const left = typeof a === 'string' ? Buffer.from(a) : a;
  const right = typeof b === 'string' ? Buffer.from(b) : b;
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface HmacScheme {
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64' | 'base64url';
  /** What stands before the digest in the header, for instance `sha256=`. */
  readonly prefix?: string;
}

/** Checks a signature header over the concatenated parts. A missing header is false. */
export type SignatureCheck = (given: string | null, ...parts: readonly (string | Uint8Array)[]) => boolean;

/**
 * Makes the check of one HMAC scheme under several secrets, any of which may have signed: for rotation.
 * Keys are imported once. The encoded texts are compared, not the decoded bytes: a base64 digest has several spellings and only one is accepted.
 */
export function hmacCheck(secrets: readonly (string | Uint8Array)[], scheme: HmacScheme): SignatureCheck {
  const keys = secrets.map((secret) => createSecretKey(typeof secret === 'string' ? Buffer.from(secret) : secret));
  const prefix = scheme.prefix ?? '';
  return (given, ...parts) => {
    if (given === null) return false;
    let matches = false;
    for (const key of keys) {
      const hmac = createHmac(scheme.algorithm, key);
      for (const part of parts) hmac.update(part);
      if (equalInConstantTime(given, prefix + hmac.digest(scheme.encoding))) matches = true;
    }
    return matches;
  };
}

/** Makes the check of a static secret in a header, a query or a path; several may be valid at once. Lengths are not revealed. */
export function secretCheck(secrets: readonly string[]): (given: string | null) => boolean {
  const digests = secrets.map(digest);
  return (given) => {
    if (given === null || given === '') return false;
    const offered = digest(given);
    let matches = false;
    for (const expected of digests) if (timingSafeEqual(expected, offered)) matches = true;
    return matches;
  };
}

/** True when a signed time stamp lies within `toleranceMs` of `now`, before or after. */
export function isFresh(at: Date, now: Date, toleranceMs: number = 300_000): boolean {
  return Math.abs(now.getTime() - at.getTime()) <= toleranceMs;
}

/** One secret or a list of them (the newest first, the old one while it is rotated out) as a list without empty entries. */
export function secretList(secrets: string | readonly string[] | undefined): readonly string[] {
  const list = typeof secrets === 'string' ? [secrets] : (secrets ?? []);
  return list.filter((secret) => secret !== '');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
