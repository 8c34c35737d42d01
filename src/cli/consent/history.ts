import type { ConsentRecord } from '../../consent/record/record.ts';
import { kindWords, methodWords } from '../../proof/wording.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { peopleOptions, readPeople } from './people.ts';
import type { Subcommand } from './subcommand.ts';

/** `licet consent history`. */
export const history: Subcommand = {
  summary: 'show what the ledger says of a person',
  usage: `licet consent history --store DIR PHONE... [--language en|ru] [--format text|jsonl]
  with several numbers, or lines with "phone", the records of each`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      language: { type: 'string', short: 'l' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const language = values.language ?? 'en';
    if (language !== 'en' && language !== 'ru') throw new UsageError('--language takes en or ru.');
    const { book, close } = await openLedger(values, io, { use: 'read' });
    const bad = { count: 0 };
    try {
      for await (const { phone, cells } of readPeople(positionals, values, io, bad)) {
        const records = await book.history(book.subject(phone));
        const id = cells.id || phone;
        if (format === 'jsonl') for (const record of records) writeJson(io, { person: id, ...record });
        else io.out(records.length === 0 ? `${id}  no records\n` : records.map((record) => line(id, record, language)).join(''));
      }
    } finally {
      await close();
    }
    return bad.count > 0 ? 2 : 0;
  },
};

function line(id: string, record: ConsentRecord, language: 'en' | 'ru'): string {
  const scope = [record.channels, record.purposes].map((list) => (list === '*' ? '*' : list.join('+'))).join(' / ');
  const how = `${methodWords[record.evidence.method][language]}, ${record.evidence.grade}`;
  return `${id}  ${record.occurredAt.toISOString()}  ${kindWords[record.kind][language]}  ${record.sender}  ${scope}  (${how})${record.reason === undefined ? '' : `  ${record.reason}`}\n`;
}
