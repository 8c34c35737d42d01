import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A verifier of proof bundles written from the published formats (RFC 9162, C2SP signed-note, tlog-checkpoint, tlog-proof), without any code of licet. */

export const leafOf = (entry: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(0), entry));
const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(1), left, right));

/** Root of a list of leaves, by the definition. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** Root that a leaf's path leads to; `null` when the path has another length than the place asks for. */
export function climb(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | null {
  if (index >= size) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const sibling = path.at(-1);
  if (sibling === undefined) return null;
  const split = splitOf(size);
  const inner = index < split ? climb(leaf, index, split, path.slice(0, -1)) : climb(leaf, index - split, size - split, path.slice(0, -1));
  if (inner === null) return null;
  return index < split ? nodeOf(inner, sibling) : nodeOf(sibling, inner);
}

/** Both roots that a consistency proof leads to, by the definition read backwards; `null` when it is of the wrong length. */
export function bothRoots(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  proof: readonly Uint8Array[],
  whole = true,
): readonly [Uint8Array, Uint8Array] | null {
  if (oldSize === newSize) {
    if (whole) return proof.length === 0 ? [oldRoot, oldRoot] : null;
    return proof.length === 1 ? [proof[0]!, proof[0]!] : null;
  }
  const sibling = proof.at(-1);
  if (sibling === undefined) return null;
  const split = splitOf(newSize);
  if (oldSize <= split) {
    const inner = bothRoots(oldSize, split, oldRoot, proof.slice(0, -1), whole);
    return inner === null ? null : [inner[0], nodeOf(inner[1], sibling)];
  }
  const inner = bothRoots(oldSize - split, newSize - split, oldRoot, proof.slice(0, -1), false);
  return inner === null ? null : [nodeOf(sibling, inner[0]), nodeOf(sibling, inner[1])];
}

function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

export interface NoteKey {
  readonly name: string;
  readonly id: string;
  readonly key: Uint8Array;
}

/** Reads `name+id+key`. @throws {Error} when it is no Ed25519 verifier key. */
export function readKey(text: string): NoteKey {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const [name, id] = [text.slice(0, first), text.slice(first + 1, second)];
  const typed = fromBase64(text.slice(second + 1));
  if (first < 1 || typed === null || typed.length !== 33 || typed[0] !== 1) throw new Error('no Ed25519 verifier key');
  if (bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), typed))).slice(0, 8) !== id) throw new Error('the id does not fit the key');
  return { name, id, key: typed.slice(1) };
}

/** The text of a note that this key signed; `null` when it did not. */
export function readNote(note: string, { name, id, key }: NoteKey): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  let signed = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [dash, signer, base64, ...rest] = line.split(' ');
    const bytes = fromBase64(base64 ?? '');
    if (dash !== '—' || !signer || bytes === null || bytes.length < 5 || rest.length > 0) return null;
    if (signer !== name || bytesToHex(bytes.slice(0, 4)) !== id) continue;
    if (bytes.length !== 68 || !ed25519.verify(bytes.slice(4), utf8ToBytes(text), key)) return null;
    signed = true;
  }
  return signed ? text : null;
}

/** A signed note over a text, as the format says. The secret key is the 32 bytes of RFC 8032. */
export function writeNote(text: string, name: string, secret: string): string {
  const secretKey = hexToBytes(secret);
  const typed = concatBytes(Uint8Array.of(1), ed25519.getPublicKey(secretKey));
  const id = sha256(concatBytes(utf8ToBytes(`${name}\n`), typed)).slice(0, 4);
  return `${text}\n— ${name} ${toBase64(concatBytes(id, ed25519.sign(utf8ToBytes(text), secretKey)))}\n`;
}

function readCheckpoint(note: string, key: NoteKey): { readonly size: number; readonly root: Uint8Array } | null {
  const [origin, size = '', root64 = ''] = readNote(note, key)?.split('\n') ?? [];
  const root = fromBase64(root64);
  return origin === key.name && /^(0|[1-9][0-9]*)$/.test(size) && root?.length === 32 ? { size: Number(size), root } : null;
}

interface Bundle {
  readonly subject: string;
  readonly records: readonly { readonly body: string; readonly proof: string }[];
  readonly notices: readonly { readonly hash: string; readonly text: string }[];
  readonly later: { readonly checkpoint: string; readonly consistency: readonly string[] } | null;
}

/** Whether records, order, chain, places, notices and the continuation of a bundle hold under a key. Personal fields stay closed. */
export function soundBundle(bundle: Bundle, keyText: string): boolean {
  const key = readKey(keyText);
  let previous: string | null = null;
  let state: { readonly size: number; readonly root: Uint8Array } | null = null;
  for (const [index, { body, proof }] of bundle.records.entries()) {
    const end = proof.indexOf('\n\n');
    const [head, place = '', ...path64] = proof.slice(0, end).split('\n');
    state = readCheckpoint(proof.slice(end + 2), key);
    const path = path64.map(fromBase64);
    if (head !== 'c2sp.org/tlog-proof@v1' || !place.startsWith('index ') || state === null || path.some((hash) => hash?.length !== 32)) return false;
    const leaf = leafOf(utf8ToBytes(body));
    const root = climb(leaf, Number(place.slice(6)), state.size, path as Uint8Array[]);
    if (root === null || bytesToHex(root) !== bytesToHex(state.root)) return false;
    const told = JSON.parse(body) as { subject: string; sequence: number; previousHash?: string };
    if (told.subject !== bundle.subject || told.sequence !== index + 1 || (told.previousHash ?? null) !== previous) return false;
    previous = bytesToHex(leaf);
  }
  if (state === null || bundle.notices.some(({ hash, text }) => bytesToHex(sha256(utf8ToBytes(text))) !== hash)) return false;
  if (bundle.later === null) return true;
  const now = readCheckpoint(bundle.later.checkpoint, key);
  const proof = bundle.later.consistency.map(fromBase64);
  if (now === null || proof.some((hash) => hash?.length !== 32)) return false;
  const roots = bothRoots(state.size, now.size, state.root, proof as Uint8Array[]);
  return roots !== null && bytesToHex(roots[0]) === bytesToHex(state.root) && bytesToHex(roots[1]) === bytesToHex(now.root);
}

function fromBase64(text: string): Uint8Array | null {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return toBase64(bytes) === text ? bytes : null;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
