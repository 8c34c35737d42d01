import type { Delivery } from '../../cascade/delivery/delivery.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { scanDeliveries } from '../../cascade/stores/scan-deliveries.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import type { SubjectRef } from '../../ledger/subject-ref.ts';
import { parsePhone } from '../../phone/index.ts';
import { accessAnswer } from '../../proof/access-answer.ts';
import { accessAnswerPage } from '../../proof/access-answer-page.ts';
import { keptNotices } from '../../web/consent-notices.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { openOutput } from './output-file.ts';
import { readDate } from './people.ts';
import type { Subcommand } from './subcommand.ts';

/** `licet consent answer`. */
export const answer: Subcommand = {
  summary: 'answer a person who asks what is held about them',
  usage: `licet consent answer --store DIR PHONE [--received INSTANT] [--language en|ru] [--format html|json] [--output FILE] [--country CC]
  everything about one person: consents with their personal fields, the texts that were shown, and every message with what became of it; with
  the day by which the law of the number’s country wants the answer. --received: when the person asked (default now)`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      received: { type: 'string' },
      language: { type: 'string', short: 'l' },
      format: { type: 'string', short: 'f' },
      output: { type: 'string', short: 'o' },
      country: { type: 'string' },
    });
    const format = readFormat(values.format, ['html', 'json'], 'html');
    const language = values.language ?? 'en';
    if (language !== 'en' && language !== 'ru') throw new UsageError('--language takes en or ru.');
    const receivedAt = values.received === undefined ? io.now() : readDate(values.received);
    if (receivedAt === null) throw new UsageError('--received takes a day or an instant, ISO 8601.');
    const person = parsePhone(positionals[0] ?? '', { defaultCountry: values.country });
    if (positionals.length !== 1 || !person.ok) throw new UsageError('licet consent answer takes the phone number of one person.');
    const { book, stores, close } = await openLedger(values, io, { use: 'read' });
    try {
      const subject = book.subject(person.e164);
      const [history, deliveries] = await Promise.all([book.history(subject), deliveriesOf(stores, subject)]);
      const [law, texts] = await Promise.all([loadAllPacks(), keptNotices(stores.documentStore)]);
      const full = accessAnswer({ history, deliveries, texts, receivedAt, law, country: person.country ?? null });
      const text = format === 'json' ? `${JSON.stringify(full, null, 2)}\n` : accessAnswerPage(full, language);
      if (values.output === undefined) io.out(text);
      else await write(values.output, text);
    } finally {
      await close();
    }
    return 0;
  },
};

async function write(path: string, text: string): Promise<void> {
  const file = await openOutput('--output', path);
  await file.writeFile(text).finally(() => file.close());
}

async function deliveriesOf({ deliveryStore }: MessengerStores, subject: SubjectRef): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for await (const delivery of scanDeliveries(deliveryStore, { subject })) deliveries.push(delivery);
  return deliveries;
}
