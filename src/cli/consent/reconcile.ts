import { type MissingOptOut, type Reconciliation, reconcile } from '../../consent/lists/reconcile.ts';
import { type OptOutListFormat, optOutColumns, optOutListFormats, writeOptOut } from '../../consent/lists/reconcile-format.ts';
import { csvLine } from '../../consent/lists/write-csv.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from '../command.ts';
import { openInput, writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { openOutput } from './output-file.ts';
import { readChannels, readDate, readEncoding } from './people.ts';
import { readRows } from './read-rows.ts';
import type { Subcommand } from './subcommand.ts';

const known = Object.keys(optOutListFormats) as readonly (keyof typeof optOutListFormats)[];

/** `licet consent reconcile`. */
export const reconcileList: Subcommand = {
  summary: 'compare a provider’s opt-out list with the ledger, both ways',
  usage: `licet consent reconcile --store DIR [--input FILE] --provider ID --channel C[,C] [--sender ID] [--as-of INSTANT] [--missing FILE] [--dry-run]
  CSV or JSON Lines; opt-outs only the list has are recorded as withdrawals, those only the ledger has go to --missing in the list's own columns
  --provider ${known.join('|')}: the list's columns are known; any other list: --provider ID --phone COLUMN [--when COLUMN]
  --as-of: when the list was taken, for rows without a time (default now); --country XX: of numbers without a country code`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      input: { type: 'string', short: 'i' },
      format: { type: 'string', short: 'f' },
      provider: { type: 'string' },
      phone: { type: 'string' },
      when: { type: 'string' },
      channel: { type: 'string' },
      sender: { type: 'string' },
      country: { type: 'string' },
      encoding: { type: 'string' },
      'as-of': { type: 'string' },
      missing: { type: 'string' },
      'dry-run': { type: 'boolean' },
    });
    const output = readFormat(values.format, ['text', 'jsonl'], 'text');
    const { provider } = values;
    if (provider === undefined) throw new UsageError('Give --provider ID: whose list it is.');
    const format = formatOf(provider, values);
    const channels = values.channel === undefined ? null : readChannels(values.channel);
    if (channels === null || channels.length === 0) throw new UsageError('Give --channel: what the list stops, such as sms or sms,viber.');
    const asOf = values['as-of'] === undefined ? io.now() : readDate(values['as-of']);
    if (asOf === null) throw new UsageError('--as-of takes a day or an instant, ISO 8601.');
    const input = values.input ?? positionals[0];
    const rows = readRows(await openInput(input, io), {
      name: input ?? 'standard input',
      encoding: readEncoding(values.encoding),
      required: [format.phone],
    });
    const dryRun = values['dry-run'] === true;
    const { book, close } = await openLedger(values, io, { use: dryRun ? 'read' : 'write' });
    const file = values.missing === undefined ? undefined : await openOutput('--missing', values.missing);
    try {
      await file?.write(csvLine(optOutColumns(format)));
      const result = await reconcile(book, rows, {
        provider,
        format,
        channels,
        asOf,
        dryRun,
        sender: values.sender,
        country: values.country,
        onError: ({ line, column, expected }) => io.err(`line ${line}: ${column === null ? '' : `column "${column}": `}expected ${expected}\n`),
        onMissing: async (person) => void (await file?.write(missingLines(person, format))),
      });
      report(io, output, result, dryRun);
      return result.failed > 0 ? 2 : 0;
    } finally {
      await file?.close();
      await close();
    }
  },
};

function formatOf(provider: string, { phone, when }: { readonly phone?: string | undefined; readonly when?: string | undefined }): OptOutListFormat {
  if (phone !== undefined) return { phone, occurredAt: when };
  const found = known.find((one) => one === provider);
  if (found === undefined) throw new UsageError(`The columns of "${provider}" are not known (${known.join(', ')} are): give --phone COLUMN.`);
  return optOutListFormats[found];
}

/** Erased people have no number to name: a provider that knew one must be told by the person's own words. */
function missingLines({ address, channels, occurredAt }: MissingOptOut, format: OptOutListFormat): string {
  if (address === null) return '';
  const columns = optOutColumns(format);
  return writeOptOut({ phone: address, channels, occurredAt }, format)
    .map((row) => csvLine(columns.map((column) => row[column])))
    .join('');
}

function report(io: CommandIo, format: 'text' | 'jsonl', result: Reconciliation, dryRun: boolean): void {
  if (format === 'jsonl') {
    writeJson(io, { dryRun, ...result });
    return;
  }
  const { read, added, known: there, failed, agreedAgain, missing } = result;
  io.out(`${read} opt-outs read: ${added} ${dryRun ? 'would be recorded' : 'recorded'}, ${there} known already, ${failed} refused\n`);
  if (agreedAgain > 0) io.out(`${agreedAgain} people agreed again since: lift them at the provider\n`);
  if (missing > 0) io.out(`${missing} people said no to you and are not on the list: tell the provider\n`);
}
