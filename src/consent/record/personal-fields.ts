import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalJson, canonicalString } from '../../ledger/canonical-json.ts';
import { createShortDeflate } from '../../ledger/short-deflate.ts';
import { PERSONAL_DICTIONARY } from './personal-dictionary.ts';
import type { PersonalFields } from './record.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one person's data: neither the tenant's secret nor the stored share alone gives it. */
export function dataKey(secret: KeyObject, share: Uint8Array): KeyObject {
  return createSecretKey(createHmac('sha256', secret).update('licet data key').update(share).digest());
}

/** The first byte of what was encrypted: JSON begins with a brace, packed JSON with this. */
const PACKED = 1;
const BRACE = 0x7b;
/** Fields longer than this are not packed, so that nothing small can open to something huge. */
const MAX_PACKED = 1_048_576;

let prepared: ReturnType<typeof createShortDeflate> | undefined;
/** Made with the first fields: reading the dictionary takes as long as importing a small package. */
const words = (): ReturnType<typeof createShortDeflate> => {
  prepared ??= createShortDeflate(Buffer.from(PERSONAL_DICTIONARY));
  return prepared;
};

/** Personal fields as base64 of AES-256-GCM output, bound to the record's id. The salt is random per record and gives the nonce. */
export function encryptPersonal(fields: PersonalFields, key: KeyObject, salt: Uint8Array, recordId: string): string {
  const cipher = createCipheriv('aes-256-gcm', key, salt.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(recordId));
  return Buffer.concat([cipher.update(pack(Buffer.from(textOf(fields)))), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Canonical JSON of the fields, member by member in sorted order. */
function textOf({ address, details, note, sourceUrl }: PersonalFields): string {
  const members = [
    address === undefined ? '' : `"address":${canonicalString(address)}`,
    details === undefined ? '' : `"details":${canonicalJson(details)}`,
    note === undefined ? '' : `"note":${canonicalString(note)}`,
    sourceUrl === undefined ? '' : `"sourceUrl":${canonicalString(sourceUrl)}`,
  ];
  return `{${members.filter((member) => member !== '').join(',')}}`;
}

function pack(json: Buffer): Buffer {
  if (json.length > MAX_PACKED) return json;
  const packed = words().pack(json);
  return packed.length + 1 < json.length ? Buffer.concat([Uint8Array.of(PACKED), packed]) : json;
}

/** The fields back, or `null` when the key does not open them: it was destroyed and the person came back under a new one. */
export function decryptPersonal(sealed: string, key: KeyObject, salt: Uint8Array, recordId: string): PersonalFields | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, salt.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(recordId));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
    const json = opened[0] === BRACE ? opened : words().unpack(opened.subarray(1), MAX_PACKED);
    return JSON.parse(json.toString()) as PersonalFields;
  } catch {
    return null;
  }
}
