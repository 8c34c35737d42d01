/** That an entry stands at a place of a ledger whose state is signed. */
export interface TlogProof {
  readonly index: number;
  /** Sibling hashes, from the leaf's to the root's child. */
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint, as text. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

/** The text form of a proof (C2SP tlog-proof). */
export function formatTlogProof({ index, path, checkpoint }: TlogProof): string {
  return [HEAD, `index ${index}`, ...path.map((hash) => Buffer.from(hash).toString('base64')), '', checkpoint].join('\n');
}

/** Reads the text form; `null` when it is malformed. Extra data is not trusted and not read. */
export function parseTlogProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n');
  if (split < 0) return null;
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== HEAD) return null;
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const path = lines.map(readHash);
  if (index === undefined || !path.every((hash) => hash !== null)) return null;
  return { index: Number(index), path, checkpoint: text.slice(split + 2) };
}

/** One SHA-256 hash in base64, `null` when it is not one in its only spelling. */
export function readHash(text: string): Buffer | null {
  const hash = Buffer.from(text, 'base64');
  return hash.length === 32 && hash.toString('base64') === text ? hash : null;
}
