import type { ConsentBook } from '../../consent/consent-book.ts';
import { csvLine } from '../../consent/lists/write-csv.ts';
import type { ConsentRecord } from '../../consent/record/record.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { openOutput } from './output-file.ts';
import type { Subcommand } from './subcommand.ts';

const columns: readonly (readonly [name: string, value: (record: Exported) => string | undefined])[] = [
  ['phone', ({ address }) => address],
  ['event', ({ kind }) => kind],
  ['sender', ({ sender }) => sender],
  ['purposes', ({ purposes }) => list(purposes)],
  ['channels', ({ channels }) => list(channels)],
  ['occurred_at', ({ occurredAt }) => occurredAt.toISOString()],
  ['valid_until', ({ validUntil }) => validUntil?.toISOString()],
  ['method', ({ evidence }) => evidence.method],
  ['grade', ({ evidence }) => evidence.grade],
  ['country', ({ jurisdiction }) => jurisdiction],
  ['source_url', ({ personal }) => personal?.sourceUrl],
  ['note', ({ personal }) => personal?.note],
  ['reason', ({ reason }) => reason],
  ['notice_version', ({ evidence }) => evidence.notice?.version],
  ['notice_language', ({ evidence }) => evidence.notice?.language],
  ['notice_hash', ({ evidence }) => evidence.notice?.hash],
  ['id', ({ id }) => id],
  ['subject', ({ subject }) => subject],
  ['sequence', ({ sequence }) => String(sequence)],
  ['recorded_at', ({ recordedAt }) => recordedAt.toISOString()],
  ['hash', ({ hash }) => hash],
];

/** A record with the person's address: refusals keep none of their own. */
type Exported = ConsentRecord & { readonly address?: string };

const BATCH = 200;

/** `licet consent export`. */
export const exportAll: Subcommand = {
  summary: 'write every record, with the personal fields of people who are not erased',
  usage: `licet consent export --store DIR [--format jsonl|csv] [--output FILE]
  CSV opens safely in a spreadsheet: no cell runs as a formula, numbers stay text; it can be imported again`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      format: { type: 'string', short: 'f' },
      output: { type: 'string', short: 'o' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet consent --help.`);
    const format = readFormat(values.format, ['jsonl', 'csv'], 'jsonl');
    const { book, close } = await openLedger(values, io, { use: 'read' });
    const file = values.output === undefined ? undefined : await openOutput('--output', values.output);
    let count = 0;
    try {
      const write = async (text: string): Promise<void> => {
        if (file === undefined) io.out(text);
        else await file.write(text);
      };
      if (format === 'csv') await write(csvLine(columns.map(([name]) => name)));
      for await (const batch of batches(book.exportAll())) {
        io.signal.throwIfAborted();
        const exported = await Promise.all(batch.map((record) => withAddress(book, record)));
        for (const record of exported)
          await write(format === 'csv' ? csvLine(columns.map(([, value]) => value(record))) : `${JSON.stringify(record)}\n`);
        count += batch.length;
      }
    } finally {
      await file?.close();
      await close();
    }
    if (values.output !== undefined) io.err(`${count} records: ${values.output}\n`);
    return 0;
  },
};

async function* batches(records: AsyncIterable<ConsentRecord>): AsyncGenerator<readonly ConsentRecord[]> {
  let batch: ConsentRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** A withdrawal without its number would be lost in the system the list is moved to. */
async function withAddress(book: ConsentBook, record: ConsentRecord): Promise<Exported> {
  const own = record.personal?.address;
  if (own !== undefined || record.personal === null) return { ...record, ...(own === undefined ? {} : { address: own }) };
  const known = (await book.history(record.subject)).findLast(({ personal }) => personal?.address !== undefined);
  return { ...record, ...(known === undefined ? {} : { address: known.personal!.address! }) };
}

function list(values: readonly string[] | '*'): string {
  return values === '*' ? '*' : values.join('|');
}
