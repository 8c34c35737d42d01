import type { Signer, VerifierKey } from './note-key.ts';
import { openNote, signNote } from './signed-note.ts';

/** The state of a ledger at one moment: its name, how many records, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint signed by the ledger's key, as text (C2SP tlog-checkpoint). The signer's name is the origin. */
export function signCheckpoint(size: number, root: Uint8Array, signer: Signer): Promise<string> {
  return signNote(`${signer.name}\n${size}\n${Buffer.from(root).toString('base64')}\n`, signer);
}

/** Reads a signed checkpoint; `null` unless the ledger's own key signed it and it is well-formed. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint | null {
  const opened = openNote(note, [key]);
  if (opened === null) return null;
  const [origin, count = '', root64 = ''] = opened.text.split('\n');
  const root = Buffer.from(root64, 'base64');
  if (origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(count) || root.length !== 32 || root.toString('base64') !== root64) return null;
  return { origin, size: Number(count), root };
}
