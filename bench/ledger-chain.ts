import { hash } from 'node:crypto';
import { type ConsentStore, type RecordDraft, type StoredRecord, type SubjectRef, sealRecord } from '../src/consent/index.ts';
import { verifyLedger } from '../src/proof/index.ts';
import { publicKey } from '../test/prove/ledgers.ts';
import { rounds } from './consent-rounds.ts';

/**
 * Sealing and chaining records, and verifying a ledger, against the smallest loop that chains: members sorted, JSON, one hash.
 * `node bench/ledger-chain.ts [records]`, a million for the full size.
 */
const size = Number(process.argv[2] ?? 100_000);
const BATCH = 10_000;

const draftOf = (number: number, previousHash: string | null): RecordDraft => ({
  id: `3f2504e0-4f89-41d3-9a0c-${String(number).padStart(12, '0')}`,
  kind: 'granted',
  subject: `A${String(Math.floor(number / 2)).padStart(23, '0')}` as SubjectRef,
  sender: 'acme',
  channels: ['sms'],
  purposes: ['offers'],
  evidence: { method: 'web-form', grade: 'B', notice: { hash: 'c0ffee'.padEnd(64, '0'), version: '3', language: 'en' } },
  occurredAt: new Date(1_790_000_000_000 + number),
  recordedAt: new Date(1_790_000_000_500 + number),
  sequence: (number % 2) + 1,
  previousHash,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
  personal: 'x'.repeat(100),
});

/** The floor: any value with its members sorted. It holds no code of the library. */
function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const from = value as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  for (const name of Object.keys(from).sort()) to[name] = sorted(from[name]);
  return to;
}
const chained = (draft: object): string => hash('sha256', JSON.stringify(sorted(draft)), 'hex');

const drafts = Array.from({ length: BATCH }, (_, number) => draftOf(number, null));
await rounds(`chain ${BATCH} records, per record`, BATCH, {
  licet: () => {
    let previousHash: string | null = null;
    for (const draft of drafts) previousHash = sealRecord({ ...draft, previousHash }).hash;
    return previousHash;
  },
  'sorted JSON and hash': () => {
    let previousHash: string | null = null;
    for (const draft of drafts) previousHash = chained({ ...draft, previousHash });
    return previousHash;
  },
});

const rows: StoredRecord[] = [];
for (let position = 0; position < size; position += 1) {
  const previousHash = position % 2 === 0 ? null : rows[position - 1]!.hash;
  const sealed = sealRecord(draftOf(position, previousHash));
  // As a database client gives it: one flat string.
  rows.push({ ...sealed, body: Buffer.from(sealed.body).toString(), position });
}
const parsed = rows.slice(0, Math.min(size, 100_000)).map(({ body }) => JSON.parse(body) as object);
const store: ConsentStore = {
  append: () => Promise.reject(new Error('read only')),
  load: () => Promise.reject(new Error('not needed')),
  scan: async (from, limit) => ({ records: rows.slice(from, from + limit), next: Math.min(from + limit, size) }),
};
await rounds(
  `verify a ledger of ${size} records: texts, chains and tree, per record`,
  size,
  {
    licet: async () => {
      if (!(await verifyLedger(store, { checkpoints: [], publicKey })).ok) throw new Error('The ledger was not found sound.');
    },
    'sorted JSON and hash': () => {
      let last = '';
      for (let done = 0; done < size; done += parsed.length) for (const record of parsed) last = chained(record);
      return last;
    },
  },
  size > 200_000 ? 3 : 9,
);
