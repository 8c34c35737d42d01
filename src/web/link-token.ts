import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { InvalidOptionsError } from '../errors.ts';
import { type Channel, channels as knownChannels } from '../law/vocabulary.ts';
import type { SubjectRef } from '../ledger/subject-ref.ts';

/** What a link speaks for: a person, and how much of what they get. */
export interface LinkSubject {
  readonly subject: SubjectRef;
  /** Id of the legal entity; every sender of the tenant when absent. */
  readonly sender?: string | undefined;
  /** All purposes when absent. */
  readonly purposes?: readonly string[] | undefined;
  /** All channels when absent. */
  readonly channels?: readonly Channel[] | undefined;
}

export interface LinkTokenOptions {
  /** The newest secret first; tokens made with any of them are read. Each at least 32 random bytes, none of them the ledger's. */
  readonly secrets: readonly (KeyObject | Uint8Array)[];
  /** Part of every token's seal: a token of one tenant is nothing to another. */
  readonly tenant: string;
  /** How long a token is good, in days: long, because a message is read again years later. @default 1_825 */
  readonly lifeDays?: number | undefined;
}

/** Makes and reads the tokens of links in messages. */
export interface LinkTokens {
  /** The same person, scope and day give the same token: 50 characters and a little for the scope. */
  issue(about: LinkSubject, now: Date): string;
  /** What a token speaks for; `null` when it is not ours, was changed, or has expired. */
  read(token: string, now: Date): LinkSubject | null;
}

const DAY_MS = 86_400_000;
const LIFE_DAYS = 1_825;
const SECRET_BYTES = 32;
const SEAL_BYTES = 16;
const REF_BYTES = 18;
const DAY_BYTES = 2;
const LONGEST_TOKEN = 512;
/** Key number, seal, last day and person: the part every token has. */
const FIXED_BYTES = 1 + SEAL_BYTES + DAY_BYTES + REF_BYTES;

interface Keys {
  readonly number: number;
  readonly seal: Buffer;
  readonly cipher: Buffer;
}

/**
 * Tokens that are sealed with 128 bits and encrypted (synthetic IV: the seal is the nonce), so that a link shows neither whose it is nor what for.
 * @throws {InvalidOptionsError} without a secret, or for one shorter than 32 bytes.
 */
export function linkTokens({ secrets, tenant, lifeDays = LIFE_DAYS }: LinkTokenOptions): LinkTokens {
  const rings = secrets.map(readKeys);
  const [newest] = rings;
  if (newest === undefined || tenant === '' || !(lifeDays >= 1 && lifeDays <= 20_000))
    throw new InvalidOptionsError('Links cannot be signed with this.', [
      { path: 'secrets', expected: 'at least one secret, a tenant, and a life of 1 to 20,000 days' },
    ]);
  const sealOf = ({ seal, number }: Keys, plain: Buffer): Buffer =>
    createHmac('sha256', seal)
      .update(JSON.stringify(['licet link', tenant, number]))
      .update(plain)
      .digest()
      .subarray(0, SEAL_BYTES);
  return {
    issue(about, now) {
      const lastDay = Buffer.alloc(DAY_BYTES);
      lastDay.writeUInt16BE(Math.floor(now.getTime() / DAY_MS) + lifeDays);
      const plain = Buffer.concat([lastDay, Buffer.from(about.subject, 'base64url'), Buffer.from(writeScope(about), 'utf8')]);
      const seal = sealOf(newest, plain);
      const cipher = createCipheriv('aes-256-ctr', newest.cipher, seal);
      return Buffer.concat([Buffer.of(newest.number), seal, cipher.update(plain), cipher.final()]).toString('base64url');
    },
    read(token, now) {
      if (token.length > LONGEST_TOKEN) return null;
      const bytes = Buffer.from(token, 'base64url');
      // one spelling only: base64url ignores strange letters and the last bits
      if (bytes.length < FIXED_BYTES || bytes.toString('base64url') !== token) return null;
      const seal = bytes.subarray(1, 1 + SEAL_BYTES);
      for (const keys of rings.filter(({ number }) => number === bytes[0])) {
        const decipher = createDecipheriv('aes-256-ctr', keys.cipher, seal);
        const plain = Buffer.concat([decipher.update(bytes.subarray(1 + SEAL_BYTES)), decipher.final()]);
        if (!timingSafeEqual(sealOf(keys, plain), seal)) continue;
        if (Math.floor(now.getTime() / DAY_MS) > plain.readUInt16BE(0)) return null;
        const subject = plain.subarray(DAY_BYTES, DAY_BYTES + REF_BYTES).toString('base64url') as SubjectRef;
        return { subject, ...readScope(plain.subarray(DAY_BYTES + REF_BYTES).toString('utf8')) };
      }
      return null;
    },
  };
}

function readKeys(secret: KeyObject | Uint8Array): Keys {
  const key = 'type' in secret ? secret : createSecretKey(secret);
  if ((key.symmetricKeySize ?? 0) < SECRET_BYTES)
    throw new InvalidOptionsError('A secret of the links is too short.', [{ path: 'secrets', expected: `at least ${SECRET_BYTES} random bytes` }]);
  const derive = (use: string): Buffer => createHmac('sha256', key).update(`licet link ${use}`).digest();
  return { number: derive('number')[0]!, seal: derive('seal'), cipher: derive('cipher') };
}

/** Nothing for the whole; else sender, purposes and channels, each of which may be empty for all. */
function writeScope({ sender = '', purposes = [], channels = [] }: LinkSubject): string {
  if (sender === '' && purposes.length === 0 && channels.length === 0) return '';
  return [sender, purposes.map(encodeURIComponent).join('+'), channels.map((channel) => knownChannels.indexOf(channel)).join('')].join('\n');
}

function readScope(text: string): Omit<LinkSubject, 'subject'> {
  if (text === '') return {};
  const [sender = '', purposes = '', channels = ''] = text.split('\n');
  return {
    ...(sender === '' ? {} : { sender }),
    ...(purposes === '' ? {} : { purposes: purposes.split('+').map(decodeURIComponent) }),
    ...(channels === '' ? {} : { channels: [...channels].map((index) => knownChannels[Number(index)]!) }),
  };
}
