import { keyId, type Signer, type VerifierKey } from './note-key.ts';

/** Signs a text that ends in a newline. The result is a C2SP signed note. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  const signature = await signer.sign(Buffer.from(text));
  const line = Buffer.concat([Buffer.from(keyId(signer.name, signer.publicKey), 'hex'), signature]).toString('base64');
  return `${text}\n— ${signer.name} ${line}\n`;
}

/** The text of a note and the names of the known keys that signed it. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly string[];
}

/**
 * Opens a note: `null` unless it is well-formed and a known key signed it. Signatures by unknown keys are ignored;
 * one of a known key that does not verify spoils the whole.
 */
export function openNote(note: string, keys: readonly VerifierKey[]): OpenedNote | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !note.isWellFormed() || hasControls(note)) return null;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  const signedBy = new Set<string>();
  for (const line of lines) {
    const signature = readSignature(line);
    if (signature === null) return null;
    const key = keys.find((one) => one.name === signature.name && one.id === signature.id);
    if (key === undefined) continue;
    if (!key.verify(Buffer.from(text), signature.bytes)) return null;
    signedBy.add(key.name);
  }
  return signedBy.size === 0 ? null : { text, signedBy: [...signedBy] };
}

function readSignature(line: string): { readonly name: string; readonly id: string; readonly bytes: Uint8Array } | null {
  const parts = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  if (parts === null) return null;
  const bytes = Buffer.from(parts[2]!, 'base64');
  if (bytes.length <= 4 || bytes.toString('base64') !== parts[2]) return null;
  return { name: parts[1]!, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) };
}

function hasControls(note: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f]/u.test(note);
}
