import { readFile } from 'node:fs/promises';
import { isLicetError } from '../errors.ts';
import { type BundleVerdict, type RecordVerdict, verifyBundle } from '../proof/index.ts';
import { faultWords, kindWords } from '../proof/wording.ts';
import { type Command, readFormat, readOptions, UsageError } from './command.ts';
import { writeJson } from './json-lines.ts';

type Language = 'en' | 'ru';

const words = {
  record: { en: 'record', ru: 'запись' },
  sound: { en: 'proven', ru: 'доказана' },
  allSound: { en: 'The bundle is sound: every record is proven.', ru: 'Пакет сходится: каждая запись доказана.' },
  unsound: { en: 'The bundle is NOT sound', ru: 'Пакет НЕ сходится' },
  ledger: { en: 'ledger', ru: 'журнал' },
  ofSize: { en: 'records at the checkpoint', ru: 'записей на контрольную точку' },
} as const;

export const verify: Command = {
  summary: 'check a proof bundle, record by record; needs no store and no network',
  usage:
    'licet verify BUNDLE [--key FILE] [--format text|jsonl] [--language en|ru]\n  --key: the ledger’s public key (name+id+base64) from a place you trust; without it the bundle’s own is taken, which shows only that it fits together\n  exit: 0 everything is proven, 1 a mismatch, 2 the bundle or the key cannot be read',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      key: { type: 'string', short: 'k' },
      format: { type: 'string', short: 'f' },
      language: { type: 'string', short: 'l' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('Give one bundle: licet verify BUNDLE [--key FILE].');
    const bundle = parseBundle(path, await readText(path, 'bundle'));
    const publicKey = values.key === undefined ? ownKey(path, bundle) : (await readText(values.key, 'key')).trim();
    const verdict = judge(bundle, publicKey, values.key ?? path);
    if (verdict.faults.includes('malformed')) throw unreadable(path);
    if (values.key === undefined)
      io.err('The key is the bundle’s own: this shows that it fits together, not who signed it. Give --key with the key you trust.\n');
    if (format === 'jsonl') writeLines(verdict, (line) => writeJson(io, line));
    else io.out(readable(verdict, language));
    return verdict.ok ? 0 : 1;
  },
};

function writeLines({ ok, faults, records, checkpoint }: BundleVerdict, write: (line: unknown) => void): void {
  for (const { index, valid, faults: found, record } of records) {
    const said = record && {
      kind: record.kind,
      sender: record.sender,
      channels: record.channels,
      purposes: record.purposes,
      occurredAt: record.occurredAt,
      recordedAt: record.recordedAt,
      hash: record.hash,
    };
    write({ record: index + 1, valid, faults: found, ...said });
  }
  write({ ok, faults, records: records.length, checkpoint });
}

function readable({ ok, faults, records, checkpoint }: BundleVerdict, language: Language): string {
  const lines = records.map((record) => recordLine(record, language));
  if (checkpoint !== null) lines.push(`${words.ledger[language]}: ${checkpoint.origin}, ${checkpoint.size} ${words.ofSize[language]}`);
  const why = faults.map((fault) => faultWords[fault][language]).join('; ');
  lines.push(ok ? words.allSound[language] : `${words.unsound[language]}${why === '' ? '.' : `: ${why}.`}`);
  return `${lines.join('\n')}\n`;
}

function recordLine({ index, valid, faults, record }: RecordVerdict, language: Language): string {
  const what = record === null ? '' : `  ${record.occurredAt.toISOString().slice(0, 16).replace('T', ' ')}  ${kindWords[record.kind][language]}`;
  const verdict = valid ? words.sound[language] : faults.map((fault) => faultWords[fault][language]).join('; ');
  return `${valid ? 'ok ' : 'BAD'}  ${words.record[language]} ${index + 1}${what}: ${verdict}`;
}

async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The ${what} "${path}" cannot be read; give a file that exists.`, { cause });
  }
}

function parseBundle(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(path);
  }
}

function ownKey(path: string, bundle: unknown): string {
  const key = typeof bundle === 'object' && bundle !== null && 'publicKey' in bundle ? bundle.publicKey : undefined;
  if (typeof key !== 'string') throw unreadable(path);
  return key;
}

/** A key that is none is the caller's mistake, and said with the file it came from. */
function judge(bundle: unknown, publicKey: string, from: string): BundleVerdict {
  try {
    return verifyBundle(bundle, { publicKey });
  } catch (cause) {
    if (!isLicetError(cause)) throw cause;
    throw new UsageError(`The key in "${from}" is not the text form of an Ed25519 verifier key: name+id+base64, on one line.`, { cause });
  }
}

function unreadable(path: string): UsageError {
  return new UsageError(`"${path}" is not a proof bundle: JSON in the form licet-proof-bundle/1.`);
}
