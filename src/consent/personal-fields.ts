import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { PersonalFields } from './record.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one person's data: neither the tenant's secret nor the stored share alone gives it. */
export function dataKey(secret: KeyObject, share: Uint8Array): KeyObject {
  return createSecretKey(createHmac('sha256', secret).update('licet data key').update(share).digest());
}

/** Personal fields as base64 of AES-256-GCM output, bound to the record's id. The salt is random per record and gives the nonce. */
export function encryptPersonal(fields: PersonalFields, key: KeyObject, salt: Uint8Array, recordId: string): string {
  const cipher = createCipheriv('aes-256-gcm', key, salt.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(recordId));
  return Buffer.concat([cipher.update(canonicalJson({ ...fields }), 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The fields back, or `null` when the key does not open them: it was destroyed and the person came back under a new one. */
export function decryptPersonal(sealed: string, key: KeyObject, salt: Uint8Array, recordId: string): PersonalFields | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, salt.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(recordId));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    return JSON.parse(text) as PersonalFields;
  } catch {
    return null;
  }
}
