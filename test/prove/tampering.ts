import type { StoredRecord } from '../../src/consent/index.ts';
import { canonicalJson, entryHash, type JsonValue } from '../../src/ledger/index.ts';

type Rows = readonly StoredRecord[];
/** A change of a ledger's rows by somebody who may write to the table and knows the format; `first`: the first record it made false. */
export type Change = (rows: Rows, roll: () => number) => { readonly rows: Rows; readonly first: number };

const any = (rows: Rows, roll: () => number): number => Math.floor(roll() * rows.length);

/** What can be done to rows. Whoever changes a text also makes all hashes after it fit again. */
export const changes: Readonly<Record<string, Change>> = {
  'bit of a text'(rows, roll) {
    const first = any(rows, roll);
    const bytes = Buffer.from(rows[first]!.body);
    bytes[Math.floor(roll() * bytes.length)]! ^= 1 << Math.floor(roll() * 8);
    return { rows: rows.with(first, { ...rows[first]!, body: bytes.toString() }), first };
  },
  'row deleted, the rest as it was'(rows, roll) {
    const first = any(rows, roll);
    return { rows: rows.toSpliced(first, 1), first };
  },
  'row deleted, the rest moved up'(rows, roll) {
    const first = Math.floor(roll() * (rows.length - 1));
    return { rows: renumbered(rows.toSpliced(first, 1)), first };
  },
  'two rows swapped'(rows, roll) {
    const a = any(rows, roll);
    const b = (a + 1 + Math.floor(roll() * (rows.length - 1))) % rows.length;
    return { rows: renumbered(rows.with(a, rows[b]!).with(b, rows[a]!)), first: Math.min(a, b) };
  },
  'row repeated'(rows, roll) {
    const first = any(rows, roll);
    return { rows: renumbered(rows.toSpliced(first + 1, 0, rows[first]!)), first: first + 1 };
  },
  'row of a new person inserted'(rows, roll) {
    const first = any(rows, roll);
    const subject = 'F'.repeat(24);
    const told = JSON.parse(rows.find(({ sequence }) => sequence === 1)!.body) as Record<string, JsonValue>;
    const forged = sealed(rows[first]!, { ...told, subject });
    return { rows: renumbered(rows.toSpliced(first, 0, forged)), first };
  },
  'row dated anew, its chain made to fit'(rows, roll) {
    const first = any(rows, roll);
    return { rows: rewritten(rows, first, (told) => ({ ...told, occurredAt: '2020-01-01T00:00:00.000Z' })), first };
  },
  'withdrawal turned into a grant, its chain made to fit'(rows, roll) {
    let first = any(rows, roll);
    while (!rows[first]!.body.includes('"kind":"withdrawn"')) first = (first + 1) % rows.length;
    return { rows: rewritten(rows, first, (told) => ({ ...told, kind: 'granted' })), first };
  },
  'end cut off'(rows, roll) {
    const first = any(rows, roll);
    return { rows: rows.slice(0, first), first };
  },
};

function renumbered(rows: Rows): Rows {
  return rows.map((row, position) => (row.position === position ? row : { ...row, position }));
}

/** Changes one text and, along the person's chain, every hash that depends on it. */
function rewritten(rows: Rows, first: number, change: (told: Record<string, JsonValue>) => Record<string, JsonValue>): Rows {
  const copy = [...rows];
  const { subject } = rows[first]!;
  let previousHash: string | undefined;
  for (let index = first; index < copy.length; index += 1) {
    const row = copy[index]!;
    if (row.subject !== subject) continue;
    const told = JSON.parse(row.body) as Record<string, JsonValue>;
    copy[index] = sealed(row, previousHash === undefined ? change(told) : { ...told, previousHash });
    previousHash = copy[index]!.hash;
  }
  return copy;
}

function sealed(row: StoredRecord, told: Record<string, JsonValue>): StoredRecord {
  const body = canonicalJson(told);
  return { ...row, subject: told.subject as StoredRecord['subject'], sequence: told.sequence as number, body, hash: entryHash(body) };
}
