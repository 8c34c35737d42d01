import type { Channel } from '../../law/vocabulary.ts';
import {
  type ByteReader,
  type ByteWriter,
  createByteReader,
  createByteWriter,
  readCount,
  readEncoded,
  readText,
  readU8,
} from '../../ledger/byte-codec.ts';
import type { ConsentEventKind, ConsentRecord, Evidence, LawfulBasis } from './record.ts';
import type { SealedBody } from './sealed-body.ts';

/** What many records of a tenant say word for word: all but who, when, and the proof of the one case. */
export type Terms = Pick<ConsentRecord, 'kind' | 'sender' | 'channels' | 'purposes' | 'evidence' | 'lawfulBasis' | 'jurisdiction' | 'reason'>;

/** Codes of words in packed records. They are on disk: only ever add at the end. */
const KINDS: readonly ConsentEventKind[] = [
  'granted',
  'requested',
  'confirmed',
  'withdrawn',
  'refreshed',
  'expired',
  'imported',
  'erased',
  'suppressed',
  'unsuppressed',
  'challenge-failed',
];
const CHANNELS: readonly Channel[] = ['sms', 'whatsapp', 'telegram', 'max', 'viber', 'rcs'];
const GRADES: readonly Evidence['grade'][] = ['A', 'B', 'C'];
const BASES: readonly LawfulBasis[] = ['consent', 'soft-opt-in'];
const METHODS: readonly Evidence['method'][] = [
  'web-form',
  'paper',
  'call',
  'keyword',
  'checkout',
  'api',
  'double-opt-in',
  'reply',
  'link',
  'staff',
  'platform',
  'provider',
  'carrier',
  'import',
];

const EVERY_CHANNEL = 1;
const EVERY_PURPOSE = 2;
const HAS_JURISDICTION = 4;
const HAS_REASON = 8;
const HAS_ACTOR = 16;
const HAS_NOTICE = 32;
/** The notice's hash as 32 bytes, not as a text. */
const HEX_NOTICE = 64;
const ALL_FLAGS = 127;
const HEX = /^[0-9a-f]{64}$/;

/** Whether a text is 32 bytes in lower-case hex. */
export function isHex(value: string): boolean {
  return HEX.test(value);
}

const writer = createByteWriter();

/** The terms of a record as bytes, for `readTerms`; `null` when a word has no code. */
export function packTerms(body: SealedBody): Uint8Array | null {
  const written = writeTerms(writer, body);
  const bytes = writer.take();
  return written ? bytes : null;
}

function writeTerms(to: ByteWriter, body: SealedBody): boolean {
  const { evidence, channels, purposes, jurisdiction, reason, lawfulBasis } = body;
  const { actor, notice } = evidence;
  const codes = channels === '*' ? [] : channels.map((channel) => CHANNELS.indexOf(channel));
  const basis = lawfulBasis === undefined ? 0 : BASES.indexOf(lawfulBasis) + 1;
  const [kind, grade, method] = [KINDS.indexOf(body.kind), GRADES.indexOf(evidence.grade), METHODS.indexOf(evidence.method)];
  if (kind < 0 || grade < 0 || method < 0 || codes.includes(-1) || (basis === 0 && lawfulBasis !== undefined)) return false;
  const hexNotice = notice !== undefined && isHex(notice.hash);
  to.u8(kind + basis * 64);
  to.u8(
    flag(channels === '*', EVERY_CHANNEL) +
      flag(purposes === '*', EVERY_PURPOSE) +
      flag(jurisdiction !== undefined, HAS_JURISDICTION) +
      flag(reason !== undefined, HAS_REASON) +
      flag(actor !== undefined, HAS_ACTOR) +
      flag(notice !== undefined, HAS_NOTICE) +
      flag(hexNotice, HEX_NOTICE),
  );
  to.u8(grade + method * 4);
  to.text(body.sender);
  if (channels !== '*') {
    to.count(codes.length);
    for (const code of codes) to.u8(code);
  }
  if (purposes !== '*') {
    to.count(purposes.length);
    for (const purpose of purposes) to.text(purpose);
  }
  if (jurisdiction !== undefined) to.text(jurisdiction);
  if (reason !== undefined) to.text(reason);
  if (actor !== undefined) to.text(actor);
  if (notice === undefined) return true;
  if (hexNotice) to.encoded(notice.hash, 'hex', 32);
  else to.text(notice.hash);
  to.text(notice.language);
  to.text(notice.version);
  return true;
}

function flag(set: boolean, value: number): number {
  return set ? value : 0;
}

const KEPT = 512;
const LONGEST_KEPT = 512;
const kept = new Map<string, Terms>();

/** The terms that stand in a part of a buffer; the same bytes give the same frozen object, mostly without reading them again. `null` when they are none. */
export function readTerms(bytes: Buffer, start: number, end: number): Terms | null {
  if (end - start > LONGEST_KEPT) return parseTerms(bytes, start, end);
  const key = bytes.toString('latin1', start, end);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const terms = parseTerms(bytes, start, end);
  if (terms === null) return null;
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, terms);
  return terms;
}

function parseTerms(bytes: Buffer, start: number, end: number): Terms | null {
  const from = createByteReader(bytes, start, end);
  const kindAndBasis = readU8(from);
  const flags = readU8(from);
  const gradeAndMethod = readU8(from);
  const kind = KINDS[kindAndBasis % 64];
  const basis = Math.floor(kindAndBasis / 64);
  const lawfulBasis = BASES[basis - 1];
  const grade = GRADES[gradeAndMethod % 4];
  const method = METHODS[Math.floor(gradeAndMethod / 4)];
  if (kind === undefined || grade === undefined || method === undefined || (basis > 0 && lawfulBasis === undefined)) return null;
  const sender = readText(from);
  const channels = flags & EVERY_CHANNEL ? '*' : readSome(from, () => CHANNELS[readU8(from)]);
  const purposes = flags & EVERY_PURPOSE ? '*' : readSome(from, () => readText(from));
  if (channels === null || purposes === null) return null;
  const terms: Terms = {
    kind,
    sender,
    channels,
    purposes,
    ...(lawfulBasis === undefined ? {} : { lawfulBasis }),
    ...(flags & HAS_JURISDICTION ? { jurisdiction: readText(from) } : {}),
    ...(flags & HAS_REASON ? { reason: readText(from) } : {}),
    evidence: Object.freeze({
      method,
      grade,
      ...(flags & HAS_ACTOR ? { actor: readText(from) } : {}),
      ...(flags & HAS_NOTICE ? { notice: readNotice(from, flags) } : {}),
    }),
  };
  return from.sound && from.at === end && flags <= ALL_FLAGS ? Object.freeze(terms) : null;
}

function readNotice(from: ByteReader, flags: number): NonNullable<Evidence['notice']> {
  const hash = flags & HEX_NOTICE ? readEncoded(from, 'hex', 32) : readText(from);
  const language = readText(from);
  const version = readText(from);
  return Object.freeze({ hash, version, language });
}

/** A counted list; `null` when one of it is not known or the bytes end before it does. */
function readSome<T>(from: ByteReader, read: () => T | undefined): readonly T[] | null {
  const values: T[] = [];
  for (let rest = readCount(from); rest > 0; rest -= 1) {
    const value = read();
    if (value === undefined || !from.sound) return null;
    values.push(value);
  }
  return Object.freeze(values);
}
