import type { ConsentStore, StoredRecord } from '../../src/consent/index.ts';
import { entryHash } from '../../src/ledger/index.ts';
import { verifyBundle, verifyLedger } from '../../src/proof/index.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { buildLedger, type Ledger, publicKey } from './ledgers.ts';
import { changes } from './tampering.ts';

/** Where a check says the first bad record is: at `position`, or from there up to `before`, or from `since` up to there. `null`: all is well. */
type Found = { readonly position: number; readonly before?: number; readonly since?: number } | null;
type Check = (rows: readonly StoredRecord[], checkpoints: readonly string[]) => Promise<Found>;

const SMALL = 4;

/**
 * Whatever is changed behind licet's back is found, and the first bad record named: every bit of many records, checkpoints and bundles, and rows
 * deleted, swapped, inserted, dated anew or cut off. Naive: a check of each record against its own hash.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const check = broken ? hashesOnly : theLibrary;
  const tally: Tally = { tried: 0, missed: 0, misplaced: 0 };
  const smallLedgers = full ? 500 : 50;
  const small: Ledger[] = [];
  for (let index = 0; index < smallLedgers; index += 1) small.push(await buildLedger(SMALL, 2, seed + index));
  for (const ledger of small) await everyBitOfRows(ledger, check, tally);
  const rowBits = tally.tried;
  for (const ledger of small.slice(0, 5)) await everyBitOfCheckpoints(ledger, check, tally);
  const checkpointBits = tally.tried - rowBits;

  const roll = dice(seed);
  const large = await buildLedger(full ? 100_000 : 10_000, 10, seed);
  if ((await theLibrary(large.rows, large.checkpoints)) !== null) throw new Error('The untouched ledger was not found sound.');
  const kinds: Record<string, number> = {};
  for (let round = 0; round < (full ? 100 : 12); round += 1)
    for (const [kind, change] of Object.entries(changes)) {
      const { rows, first } = change(large.rows, roll);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      score(tally, await check(rows, large.checkpoints), first, large);
    }
  const bundleBits = broken ? 0 : await everyBitOfBundle(large, tally);
  return {
    ok: tally.missed === 0 && tally.misplaced === 0,
    figures: { records: smallLedgers * SMALL, rowBits, checkpointBits, bundleBits, large: large.rows.length, changes: kinds, ...tally },
  };
}

interface Tally {
  tried: number;
  missed: number;
  /** Noticed, but another record was named. */
  misplaced: number;
}

/** With a ledger a span will do: between two of its checkpoints the place of what is consistent in itself cannot be told. */
function score(tally: Tally, found: Found, first: number, spans?: Ledger): void {
  tally.tried += 1;
  if (found === null) tally.missed += 1;
  else if (!(spans ? holds(found, first, spans) : found.position === first)) tally.misplaced += 1;
}

/** The span must hold the place and be no wider than from one checkpoint to the next. */
function holds({ position, before = position + 1, since = position }: NonNullable<Found>, first: number, { sizes }: Ledger): boolean {
  const narrow = since >= sizes.findLast((size) => size <= first)! && before <= sizes.find((size) => size > first)!;
  return first >= since && first < before && (narrow || before === since + 1);
}

const theLibrary: Check = async (rows, checkpoints) => (await verifyLedger(asStore(rows), { checkpoints, publicKey })).fault;

const hashesOnly: Check = async (rows) => {
  const bad = rows.findIndex(({ body, hash }) => entryHash(body) !== hash);
  return bad < 0 ? null : { position: bad };
};

/** The rows as a database would give them: ordered by position. */
function asStore(rows: readonly StoredRecord[]): ConsentStore {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  return {
    append: () => Promise.reject(new Error('read only')),
    load: () => Promise.reject(new Error('not needed')),
    async scan(from, limit) {
      const start = ordered.findIndex(({ position }) => position >= from);
      const records = start < 0 ? [] : ordered.slice(start, start + limit);
      return { records, next: (records.at(-1)?.position ?? from - 1) + 1 };
    },
  };
}

async function everyBitOfRows({ rows, checkpoints }: Ledger, check: Check, tally: Tally): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const put = (change: Partial<StoredRecord>) => rows.with(index, { ...row, ...change });
    for (const body of flips(Buffer.from(row.body))) score(tally, await check(put({ body: body.toString() }), checkpoints), index);
    for (const hash of flips(Buffer.from(row.hash, 'hex'))) score(tally, await check(put({ hash: hash.toString('hex') }), checkpoints), index);
    for (const subject of flips(Buffer.from(row.subject)))
      score(tally, await check(put({ subject: subject.toString() as StoredRecord['subject'] }), checkpoints), index);
    for (let bit = 0; bit < 31; bit += 1) score(tally, await check(put({ sequence: row.sequence ^ (1 << bit) }), checkpoints), index);
    for (let bit = 0; bit < 40; bit += 1) {
      const position = row.position % 2 ** (bit + 1) >= 2 ** bit ? row.position - 2 ** bit : row.position + 2 ** bit;
      // The first place that does not follow: its own, or the one behind the record whose place it took.
      score(tally, await check(put({ position }), checkpoints), position < index ? position + 1 : index);
    }
  }
}

async function everyBitOfCheckpoints({ rows, checkpoints }: Ledger, check: Check, tally: Tally): Promise<void> {
  for (const [index, note] of checkpoints.entries())
    for (const flipped of flips(Buffer.from(note))) {
      tally.tried += 1;
      if ((await check(rows, checkpoints.with(index, flipped.toString()))) === null) tally.missed += 1;
    }
}

async function everyBitOfBundle(ledger: Ledger, tally: Tally): Promise<number> {
  const bundle = await ledger.bundle('+447700900007');
  if (bundle.records.length < 2 || !verifyBundle(bundle, { publicKey }).ok) throw new Error('The untouched bundle was not found sound.');
  let bits = 0;
  for (const flipped of flips(Buffer.from(JSON.stringify(bundle)))) {
    bits += 1;
    tally.tried += 1;
    if (verifyBundle(parsed(flipped.toString()), { publicKey }).ok) tally.missed += 1;
  }
  return bits;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function* flips(bytes: Buffer): Generator<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    yield bytes;
    bytes[bit >> 3]! ^= 1 << (bit & 7);
  }
}
