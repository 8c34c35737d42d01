import { createHmac, type KeyObject } from 'node:crypto';

declare const subjectRefBrand: unique symbol;
/** Keyed reference to a person within a tenant: HMAC of the normalised address, never the address itself. 24 characters, base64url. */
export type SubjectRef = string & { readonly [subjectRefBrand]: true };

/** 144 bits: no collision to fear in any store, and no padding in base64url. */
const REF_CHARS = 24;

/**
 * The reference of a person within a tenant. Deterministic for a key; two tenants, or two keys, never share references.
 * The key must be imported once (`createSecretKey`): all numbers of a country can be hashed in an hour, only the key protects them.
 */
export function subjectRef(key: KeyObject, tenant: string, address: string): SubjectRef {
  const mac = createHmac('sha256', key).update(`${tenant.length}:${tenant}:${address}`).digest('base64url');
  return mac.slice(0, REF_CHARS) as SubjectRef;
}

/** True for a string of the form `subjectRef` makes. */
export function isSubjectRef(value: unknown): value is SubjectRef {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{24}$/.test(value);
}
