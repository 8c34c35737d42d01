import { basename } from 'node:path';
import { type ImportMapping, type ImportSummary, importConsents } from '../../consent/lists/import-consents.ts';
import type { EvidenceGrade } from '../../consent/record/record.ts';
import { keepNotices } from '../../web/consent-notices.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from '../command.ts';
import { openInput, writeJson } from '../json-lines.ts';
import { consentColumns } from './consent-columns.ts';
import { ledgerOptions, openForDryRun, openLedger } from './open-ledger.ts';
import { readChannels, readDate, readEncoding, readWords } from './people.ts';
import { readNotices } from './read-notices.ts';
import { readRows } from './read-rows.ts';
import type { Subcommand } from './subcommand.ts';

const options = {
  ...ledgerOptions,
  input: { type: 'string', short: 'i' },
  format: { type: 'string', short: 'f' },
  list: { type: 'string' },
  map: { type: 'string', multiple: true },
  sender: { type: 'string' },
  purpose: { type: 'string' },
  channel: { type: 'string' },
  country: { type: 'string' },
  grade: { type: 'string' },
  notices: { type: 'string' },
  'occurred-at': { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

const fields = Object.keys(consentColumns) as readonly (keyof ImportMapping)[];

/** `licet consent import`. */
export const importList: Subcommand = {
  summary: 'take a list of consents and withdrawals over into the ledger',
  usage: `licet consent import --store DIR [--input FILE] --sender ID [--purpose P,P] [--channel C,C] [--map FIELD=COLUMN]... [--dry-run]
  CSV (any delimiter, UTF-8 or windows-1251) or JSON Lines; a list imported again, or after a crash, adds nothing twice
  --map phone=Телефон: which column holds a field; fields: ${fields.join(', ')} (default: the columns ${Object.values(consentColumns).join(', ')})
  --list NAME: names the list for ever (default: the file's name); --sender, --purpose, --channel, --country, --occurred-at: for rows that do not say
  --notices FILE: texts that were shown, JSON Lines or CSV of {"version", "language", "text"}; they are kept, and rows name them by notice_version and notice_language
  --grade A|B|C (default C: a list is a claim); --encoding auto|utf-8|windows-1251; --delimiter ";"; --dry-run writes nothing`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, options);
    const input = values.input ?? positionals[0];
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const list = values.list ?? (input === undefined ? undefined : basename(input));
    if (list === undefined) throw new UsageError('A list from standard input needs a name that it keeps for ever: --list NAME.');
    const mapping = readMapping(values.map ?? []);
    const rows = readRows(await openInput(input, io), {
      name: list,
      encoding: readEncoding(values.encoding),
      delimiter: values.delimiter === '\\t' ? '\t' : values.delimiter,
      required: [mapping.phone, ...mapped(values.map ?? [])],
    });
    const notices = values.notices === undefined ? [] : await readNotices(await openInput(values.notices, io), values.notices);
    const settings = { list, notices, mapping, sender: values.sender, grade: readGrade(values.grade), defaults: readDefaults(values) };
    const dryRun = values['dry-run'] === true;
    const { book, stores, close } = dryRun ? await openForDryRun(values, io) : await openLedger(values, io, { use: 'make' });
    try {
      if (!dryRun && stores !== undefined) await keepNotices(stores.documentStore, notices);
      const summary = await importConsents(book, rows, {
        ...settings,
        dryRun,
        signal: io.signal,
        onError: ({ line, column, expected }) => io.err(`line ${line}: ${column === null ? '' : `column "${column}": `}expected ${expected}\n`),
        onProgress: io.interactive ? (now) => io.err(`\r${now.read} read, ${now.added} new `) : undefined,
      });
      if (io.interactive) io.err('\n');
      report(io, format, summary, dryRun);
      return summary.failed > 0 ? 2 : 0;
    } finally {
      await close();
    }
  },
};

function report(io: CommandIo, format: 'text' | 'jsonl', summary: ImportSummary, dryRun: boolean): void {
  if (format === 'jsonl') {
    writeJson(io, { dryRun, ...summary });
    return;
  }
  const { read, added, known, failed, withdrawn, events } = summary;
  io.out(
    `${read} rows read: ${added} ${dryRun ? 'would be added' : 'added'} (${events.granted} acts, ${events.imported} claims, ${events.withdrawn} withdrawals), ${known} known already, ${failed} refused\n`,
  );
  if (withdrawn > 0) io.out(`${withdrawn} of them are about people who had said no: an imported claim revives nothing\n`);
}

function readMapping(pairs: readonly string[]): ImportMapping {
  const mapping: { -readonly [Field in keyof ImportMapping]: ImportMapping[Field] } = { ...consentColumns };
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = fields.find((one) => one === pair.slice(0, at));
    if (field === undefined || at === pair.length - 1)
      throw new UsageError(`--map takes FIELD=COLUMN with a field among ${fields.join(', ')}; "${pair}" is not that.`);
    mapping[field] = pair.slice(at + 1);
  }
  return mapping;
}

/** A column somebody named must be there: a typo would make every row silently take the default. */
function mapped(pairs: readonly string[]): readonly string[] {
  return pairs.map((pair) => pair.slice(pair.indexOf('=') + 1));
}

function readGrade(text: string | undefined): EvidenceGrade | undefined {
  if (text === undefined || text === 'A' || text === 'B' || text === 'C') return text;
  throw new UsageError(`--grade takes A, B or C; "${text}" is none of them.`);
}

function readDefaults(values: {
  readonly channel?: string | undefined;
  readonly purpose?: string | undefined;
  readonly country?: string | undefined;
  readonly 'occurred-at'?: string | undefined;
}): Parameters<typeof importConsents>[2]['defaults'] {
  const channels = values.channel === undefined ? undefined : readChannels(values.channel);
  if (channels === null) throw new UsageError('--channel takes channels such as sms,whatsapp.');
  const occurredAt = values['occurred-at'] === undefined ? undefined : readDate(values['occurred-at']);
  if (occurredAt === null) throw new UsageError('--occurred-at takes a day or an instant, ISO 8601.');
  return { channels, occurredAt, country: values.country, purposes: values.purpose === undefined ? undefined : readWords(values.purpose) };
}
