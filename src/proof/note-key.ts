import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { InvalidOptionsError } from '../errors.ts';

/** Signs checkpoints. The private key may live elsewhere: a key service fits this port. */
export interface Signer {
  /** Name of the key, best a schema-less URL: `acme.example/consent`. Also the log's origin. */
  readonly name: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature of the bytes, 64 bytes. */
  sign(text: Uint8Array): Promise<Uint8Array>;
}

/** A key that notes are verified with. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of the key's hash, hex. */
  readonly id: string;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Ed25519 in the list of C2SP signature types. */
const ED25519 = 1;
/** What stands before the 32 key bytes in the DER form that Node reads. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Signs with a private key of this process.
 * @throws {InvalidOptionsError} when the name is not one a note can carry or the key is not an Ed25519 private key.
 */
export function ed25519Signer(name: string, privateKey: KeyObject): Signer {
  requireName(name);
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new InvalidOptionsError('Checkpoints are signed with Ed25519.', [{ path: 'privateKey', expected: 'an Ed25519 private KeyObject' }]);
  }
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { name, publicKey: der.subarray(SPKI_PREFIX.length), sign: async (text) => sign(null, text, privateKey) };
}

/** The text form of a public key, to be published: `name+id+key` (C2SP signed-note). */
export function verifierKeyText({ name, publicKey }: Pick<Signer, 'name' | 'publicKey'>): string {
  return `${name}+${keyId(name, publicKey)}+${Buffer.from([ED25519, ...publicKey]).toString('base64')}`;
}

/**
 * Reads the text form of a public key.
 * @throws {InvalidOptionsError} when it is not an Ed25519 verifier key.
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [name = '', id = '', ...rest] = text.split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const publicKey = bytes.subarray(1);
  if (name === '' || bytes.length !== 33 || bytes[0] !== ED25519 || keyId(name, publicKey) !== id) {
    throw new InvalidOptionsError('This is not the text form of an Ed25519 verifier key.', [
      { path: 'publicKey', expected: 'name+id+base64, as verifierKeyText gives it' },
    ]);
  }
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return { name, id, verify: (message, signature) => verify(null, message, key, signature) };
}

/** Key id by C2SP signed-note: the first four bytes of SHA-256 over name, newline, type and key; hex. */
export function keyId(name: string, publicKey: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]), 'hex').slice(0, 8);
}

function requireName(name: string): void {
  if (/^[^\s+\p{Cc}]+$/u.test(name)) return;
  throw new InvalidOptionsError('A signer needs a name that a note can carry.', [{ path: 'name', expected: 'text without blanks and plus signs' }]);
}
