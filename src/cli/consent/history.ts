import { writeFile } from 'node:fs/promises';
import type { MessengerStores } from '../../cascade/memory-stores.ts';
import type { ConsentRecord } from '../../consent/record.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import { parsePhone } from '../../phone/index.ts';
import { type AccessAnswer, accessAnswer } from '../../proof/access-answer.ts';
import { accessAnswerPage } from '../../proof/bundle-page.ts';
import { kindWords, methodWords } from '../../proof/wording.ts';
import { keptNotices } from '../../web/consent-notices.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { peopleOptions, readDate, readPeople } from './people.ts';
import type { Subcommand } from './subcommand.ts';

/** `licet consent history`. */
export const history: Subcommand = {
  summary: 'show everything that is held about a person',
  usage: `licet consent history --store DIR PHONE [--page FILE [--received INSTANT]] [--language en|ru] [--format text|jsonl]
  with several numbers, or lines with "phone", the records of each; --page writes the answer to one person’s access request, with its
  deadline by the law of the number’s country: HTML, or JSON when FILE ends in .json; --received: when the person asked (default now)`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      page: { type: 'string' },
      received: { type: 'string' },
      language: { type: 'string', short: 'l' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const language = values.language ?? 'en';
    if (language !== 'en' && language !== 'ru') throw new UsageError('--language takes en or ru.');
    const receivedAt = values.received === undefined ? io.now() : readDate(values.received);
    if (receivedAt === null) throw new UsageError('--received takes a day or an instant, ISO 8601.');
    if (values.page !== undefined && positionals.length !== 1) throw new UsageError('--page answers one person: give exactly one number.');
    const { book, stores, close } = await openLedger(values, io, { use: 'read' });
    const bad = { count: 0 };
    try {
      for await (const { phone, cells } of readPeople(positionals, values, io, bad)) {
        const records = await book.history(book.subject(phone));
        const id = cells.id || phone;
        if (values.page !== undefined) await writeAnswer(values.page, await answerTo(phone, records, stores, receivedAt), language);
        if (format === 'jsonl') for (const record of records) writeJson(io, { person: id, ...record });
        else io.out(records.length === 0 ? `${id}  no records\n` : records.map((record) => line(id, record, language)).join(''));
      }
    } finally {
      await close();
    }
    return bad.count > 0 ? 2 : 0;
  },
};

async function answerTo(phone: string, history: readonly ConsentRecord[], stores: MessengerStores, receivedAt: Date): Promise<AccessAnswer> {
  const [law, texts] = await Promise.all([loadAllPacks(), keptNotices(stores.documentStore)]);
  const parsed = parsePhone(phone);
  return accessAnswer({ history, texts, receivedAt, law, country: parsed.ok ? parsed.country : null });
}

async function writeAnswer(path: string, answer: AccessAnswer, language: 'en' | 'ru'): Promise<void> {
  const text = path.endsWith('.json') ? `${JSON.stringify(answer, null, 2)}\n` : accessAnswerPage(answer, language);
  await writeFile(path, text, { mode: 0o600 });
}

function line(id: string, record: ConsentRecord, language: 'en' | 'ru'): string {
  const scope = [record.channels, record.purposes].map((list) => (list === '*' ? '*' : list.join('+'))).join(' / ');
  const how = `${methodWords[record.evidence.method][language]}, ${record.evidence.grade}`;
  return `${id}  ${record.occurredAt.toISOString()}  ${kindWords[record.kind][language]}  ${record.sender}  ${scope}  (${how})${record.reason === undefined ? '' : `  ${record.reason}`}\n`;
}
