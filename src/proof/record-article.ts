import type { ConsentRecord } from '../consent/record/record.ts';
import type { LocalText } from '../law/vocabulary.ts';
import type { ProofBundle } from './bundle.ts';
import { escapeHtml } from './html.ts';
import type { RecordVerdict } from './verify-bundle.ts';
import { faultWords, kindWords, methodWords } from './wording.ts';

type Language = keyof LocalText;

const words = {
  acted: { en: 'When the person acted', ru: 'Когда совершено действие' },
  recorded: { en: 'Recorded', ru: 'Записано' },
  sender: { en: 'Sender', ru: 'Отправитель' },
  channels: { en: 'Channels', ru: 'Каналы' },
  purposes: { en: 'Purposes', ru: 'Цели' },
  until: { en: 'Valid until', ru: 'Действует до' },
  how: { en: 'Established by', ru: 'Как установлено' },
  grade: { en: 'strength', ru: 'сила доказательства' },
  reason: { en: 'Reason', ru: 'Причина' },
  jurisdiction: { en: 'Country of the law', ru: 'Страна применимого права' },
  address: { en: 'Address', ru: 'Адрес' },
  note: { en: 'Note', ru: 'Примечание' },
  source: { en: 'Source', ru: 'Источник' },
  proofHash: { en: 'SHA-256 of the raw proof', ru: 'SHA-256 исходного подтверждения' },
  shown: { en: 'Text that was shown', ru: 'Показанный текст' },
  version: { en: 'version', ru: 'версия' },
  all: { en: 'all', ru: 'все' },
  closed: { en: 'not disclosed or destroyed', ru: 'не раскрыты или уничтожены' },
  personal: { en: 'Personal fields', ru: 'Личные поля' },
  record: { en: 'Record', ru: 'Запись' },
  hash: { en: 'Hash in the ledger', ru: 'Хеш в журнале' },
} satisfies Record<string, LocalText>;

type Notices = Pick<ProofBundle, 'notices'>;

/** One record on a page: what it says, the text that was shown, and what is wrong with it. */
export function recordArticle(bundle: Notices, { index, valid, faults, record }: RecordVerdict, language: Language): string {
  const why = faults.map((fault) => faultWords[fault][language]).join('; ');
  const heading = `${words.record[language]} ${index + 1}${record === null ? '' : `: ${kindWords[record.kind][language]}`}`;
  const parts = [`<h2>${escapeHtml(heading)}</h2>`];
  if (!valid) parts.push(verdictLine(false, why));
  if (record !== null) parts.push(list(factsOf(record, language)), noticeQuote(bundle, record, language));
  return `<article>${parts.join('\n')}</article>`;
}

function factsOf(record: ConsentRecord, language: Language): readonly Fact[] {
  const say = (word: keyof typeof words): string => words[word][language];
  const listed = (values: readonly string[] | '*'): string => (values === '*' ? say('all') : values.join(', '));
  const { evidence, personal } = record;
  const facts: readonly (Fact | null)[] = [
    [say('acted'), time(record.occurredAt)],
    [say('recorded'), time(record.recordedAt)],
    [say('sender'), record.sender === '*' ? say('all') : record.sender],
    [say('channels'), listed(record.channels)],
    [say('purposes'), listed(record.purposes)],
    record.validUntil === undefined ? null : [say('until'), time(record.validUntil)],
    [say('how'), `${methodWords[evidence.method][language]}, ${say('grade')} ${evidence.grade}`],
    optional(say('reason'), record.reason),
    optional(say('jurisdiction'), record.jurisdiction),
    personal === null ? [say('personal'), say('closed')] : null,
    optional(say('address'), personal?.address),
    optional(say('note'), personal?.note),
    optional(say('source'), personal?.sourceUrl),
    ...Object.entries(personal?.details ?? {}).map(([name, value]): Fact => [name, value]),
    optional(say('proofHash'), evidence.proofHash),
    [say('hash'), record.hash],
  ];
  return facts.filter((fact) => fact !== null);
}

export type Fact = readonly [name: string, value: string];

/** A fact, unless there is nothing to say. */
export function optional(name: string, value: string | undefined): Fact | null {
  return value === undefined ? null : [name, value];
}

function noticeQuote(bundle: Notices, { evidence: { notice } }: ConsentRecord, language: Language): string {
  const shown =
    notice && bundle.notices.find((one) => one.hash === notice.hash && one.version === notice.version && one.language === notice.language);
  if (shown === undefined) return '';
  const caption = `${words.shown[language]} (${words.version[language]} ${shown.version}, ${shown.language})`;
  return `<p>${escapeHtml(caption)}</p><blockquote lang="${escapeHtml(shown.language)}">${escapeHtml(shown.text)}</blockquote>`;
}

/** Facts by name. */
export function list(facts: readonly Fact[]): string {
  return `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

/** Whether it holds, in a line of its own. */
export function verdictLine(good: boolean, text: string): string {
  return `<p class="verdict ${good ? 'good' : 'bad'}">${good ? '✓' : '✗'} ${escapeHtml(text)}</p>`;
}

/** UTC, to the second: a page in two languages must name one instant. */
export function time(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
