import { auditText } from '../audit/replay/audit-text.ts';
import { auditInput } from './audit/audit-input.ts';
import { auditStore } from './audit/audit-store.ts';
import { type Command, readFormat, readOptions, UsageError } from './command.ts';
import { writeJson } from './json-lines.ts';
import { storeOptions } from './open-store.ts';
import { readDay } from './rules/rules-options.ts';

/** `licet audit`: what went out, judged again by the law of its day and of another. */
export const audit: Command = {
  summary: 'judge again what went out, by the law of its day and of another',
  usage: [
    'licet audit --store DIR | --database-url URL [--tenant T] [--campaign ID] [--as-of DATE] [--against DATE] [--format text|jsonl] [--json] [--language en|ru]',
    'licet audit --store DIR | --database-url URL --sign [--keys DIR] [--witness FILE] [--name N] --campaign ID | --due',
    'licet audit --input FILE [--as-of DATE] [--against DATE] [--format text|jsonl] [--language en|ru]',
    '  --as-of: law of that date instead of the day each message was sent; --against: the other date, today unless given',
    '  without --campaign: the only one of the store, or all messages; --json: the whole audit as one object; jsonl: a line for each call with a finding first',
    '  --sign: signs the result over a checkpoint of the ledger and keeps it; --due: every campaign that is over and not audited, or touched by the law since',
    '  --input lines: {"id", "country", "region"?, "channel", "kind", "sender", "text", "at"?, …} as licet lint reads them',
    '  exit: 0 clean, 1 a finding of severity error by the first date, 2 bad use or a bad line',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      input: { type: 'string', short: 'i' },
      campaign: { type: 'string' },
      'as-of': { type: 'string' },
      against: { type: 'string' },
      format: { type: 'string', short: 'f' },
      json: { type: 'boolean' },
      language: { type: 'string', short: 'l' },
      sign: { type: 'boolean' },
      due: { type: 'boolean' },
      keys: { type: 'string' },
      witness: { type: 'string' },
      name: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet audit --help.`);
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
    const asOf = values['as-of'] === undefined ? undefined : readDay(values['as-of'], '--as-of');
    const against = values.against === undefined ? io.now().toISOString().slice(0, 10) : readDay(values.against, '--against');
    if (values.due === true && values.sign !== true) throw new UsageError('--due goes with --sign: what is due is audited, signed and kept.');
    const hasStore = values.store !== undefined || values['database-url'] !== undefined;
    if (!hasStore) return auditInput(values.input, { asOf, against, format, language }, io);
    if (values.input !== undefined) throw new UsageError('Give either a store or --input with lines, not both.');
    const audits = await auditStore(values, { asOf, against, onFinding: format === 'jsonl' ? (found) => writeJson(io, found) : undefined }, io);
    for (const { audit: one, signed } of audits) {
      if (values.json === true) io.out(`${JSON.stringify(signed ?? one, null, 2)}\n`);
      else if (format === 'jsonl') writeJson(io, { audit: one });
      else io.out(auditText(one, language));
      if (signed !== undefined) io.err(`Signed and kept: ${one.campaignId}, ${one.madeAt.toISOString()}\n`);
    }
    if (audits.length === 0) io.err('Nothing is due.\n');
    return audits.some(({ audit: one }) => one.faulty > 0) ? 1 : 0;
  },
};
