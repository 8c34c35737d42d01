import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreUnavailableError } from '../../errors.ts';
import { ed25519Signer, type Signer } from '../../proof/note-key.ts';
import { fileWitness, type Witness } from '../../proof/witness.ts';

const SECRET_FILE = 'licet-secret';
const SECRET_BYTES = 32;

/** The secret of a ledger as its folder keeps it; `null` when there is none. @throws {StoreUnavailableError} when the file holds no secret. */
export async function readSecret(folder: string): Promise<Uint8Array | null> {
  const text = await readIfThere(join(folder, SECRET_FILE));
  if (text === null) return null;
  const secret = Buffer.from(text.trim(), 'hex');
  if (secret.length >= SECRET_BYTES && secret.length * 2 === text.trim().length) return secret;
  throw new StoreUnavailableError(
    `The file ${SECRET_FILE} in "${folder}" does not hold a secret (at least 64 hex digits); restore it from its copy.`,
  );
}

/** Makes a secret that only this user can read. It is never made twice: an existing file is kept. */
export async function makeSecret(folder: string): Promise<Uint8Array> {
  const secret = randomBytes(SECRET_BYTES);
  await writePrivate(folder, SECRET_FILE, `${secret.toString('hex')}\n`);
  return secret;
}

/**
 * The key that signs a tenant's checkpoints, made when it is first needed.
 * @throws {StoreUnavailableError} when the file is there but holds no key.
 */
export async function keptSigner(folder: string, tenant: string, name: string | undefined): Promise<Signer> {
  const file = `licet-signer-${encodeURIComponent(tenant)}.json`;
  const text = await readIfThere(join(folder, file));
  if (text !== null) return readSigner(text, join(folder, file));
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = ed25519Signer(name ?? `licet/${encodeURIComponent(tenant)}`, privateKey);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writePrivate(folder, file, `${JSON.stringify({ name: signer.name, privateKey: pem }, null, 2)}\n`);
  return signer;
}

/** Checkpoints in a file: beside the keys unless the caller has a better place, which is any other machine. */
export function keptWitness(folder: string, file: string | undefined): Witness {
  return fileWitness(file ?? join(folder, 'licet-checkpoints.jsonl'));
}

function readSigner(text: string, path: string): Signer {
  try {
    const { name, privateKey } = JSON.parse(text) as { readonly name: string; readonly privateKey: string };
    return ed25519Signer(name, createPrivateKey(privateKey));
  } catch (cause) {
    throw new StoreUnavailableError(`The file "${path}" does not hold a signing key; restore it from its copy.`, { cause });
  }
}

async function writePrivate(folder: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), text, { flag: 'wx', mode: 0o600, flush: true });
    await chmod(join(folder, file), 0o600);
  } catch (cause) {
    throw new StoreUnavailableError(`The file ${file} cannot be written in "${folder}"; give a folder that this user may write.`, { cause });
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new StoreUnavailableError(`The file "${path}" cannot be read by this user.`, { cause });
  }
}
