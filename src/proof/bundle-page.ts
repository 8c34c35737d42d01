import type { ConsentRecord } from '../consent/record.ts';
import type { LocalText } from '../law/vocabulary.ts';
import type { AccessAnswer } from './access-answer.ts';
import type { ProofBundle } from './bundle.ts';
import { escapeHtml, htmlPage } from './html.ts';
import type { BundleVerdict, RecordVerdict } from './verify-bundle.ts';
import { faultWords, kindWords, methodWords } from './wording.ts';

type Language = keyof LocalText;

const words = {
  answer: { en: 'What we hold about you', ru: 'Что мы храним о вас' },
  asked: { en: 'Asked for', ru: 'Запрос получен' },
  due: { en: 'To be answered by', ru: 'Ответить не позднее' },
  unverified: { en: 'source not verified', ru: 'источник не проверен' },
  nothing: { en: 'We hold no records about you.', ru: 'Записей о вас нет.' },
  held: { en: 'Records', ru: 'Записей' },
  title: { en: 'Consent records of one person', ru: 'Записи о согласии одного человека' },
  sound: { en: 'Every record is proven.', ru: 'Каждая запись доказана.' },
  unsound: { en: 'This bundle is not sound.', ru: 'Пакет доказательств не сходится.' },
  ledger: { en: 'Ledger', ru: 'Журнал' },
  size: { en: 'records at the checkpoint', ru: 'записей на контрольную точку' },
  reference: { en: 'Reference of the person', ru: 'Условное обозначение человека' },
  key: { en: 'Key it was checked with', ru: 'Ключ проверки' },
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

/** A page of a bundle and the verdict on it, for people: everything the records say, and what is wrong with them. Self-contained HTML. */
export function bundlePage(bundle: ProofBundle, verdict: BundleVerdict, language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const faults = verdict.faults.map((fault) => faultWords[fault][language]);
  const head = [
    verdictLine(verdict.ok, verdict.ok ? say('sound') : [say('unsound'), ...faults].join(' ')),
    list([
      [say('ledger'), verdict.checkpoint === null ? '—' : `${verdict.checkpoint.origin}, ${verdict.checkpoint.size} ${say('size')}`],
      [say('reference'), bundle.subject],
      [say('key'), bundle.publicKey],
    ]),
  ];
  const records = verdict.records.map((record) => recordArticle(bundle, record, language));
  return htmlPage(language, say('title'), [...head, ...records].join('\n'));
}

/**
 * The readable answer to a person who asks what is held: when it was asked for and is due, every record with its personal fields, and the texts
 * that were shown. Self-contained HTML.
 */
export function accessAnswerPage(answer: AccessAnswer, language: Language): string {
  const { records, receivedAt, due } = answer;
  const articles = records.map((record, index) => recordArticle(answer, { index, valid: true, faults: [], record }, language));
  const dates: readonly (Fact | null)[] = [
    [words.asked[language], time(receivedAt)],
    due === null ? null : [words.due[language], dueWords(due, language)],
  ];
  const head = records.length === 0 ? words.nothing[language] : `${words.held[language]}: ${records.length}`;
  const parts = [list(dates.filter((fact) => fact !== null)), `<p>${escapeHtml(head)}</p>`, ...articles];
  return htmlPage(language, words.answer[language], parts.join('\n'));
}

function dueWords({ dueAt, basis, confidence }: NonNullable<AccessAnswer['due']>, language: Language): string {
  const source = basis.map(({ act, article }) => (article === undefined ? act : `${act}, ${article}`)).join('; ');
  return `${time(dueAt)} (${source}${confidence === 'unverified' ? `; ${words.unverified[language]}` : ''})`;
}

type Notices = Pick<ProofBundle, 'notices'>;

function recordArticle(bundle: Notices, { index, valid, faults, record }: RecordVerdict, language: Language): string {
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

type Fact = readonly [name: string, value: string];

function optional(name: string, value: string | undefined): Fact | null {
  return value === undefined ? null : [name, value];
}

function noticeQuote(bundle: Notices, { evidence: { notice } }: ConsentRecord, language: Language): string {
  const shown =
    notice && bundle.notices.find((one) => one.hash === notice.hash && one.version === notice.version && one.language === notice.language);
  if (shown === undefined) return '';
  const caption = `${words.shown[language]} (${words.version[language]} ${shown.version}, ${shown.language})`;
  return `<p>${escapeHtml(caption)}</p><blockquote lang="${escapeHtml(shown.language)}">${escapeHtml(shown.text)}</blockquote>`;
}

function list(facts: readonly Fact[]): string {
  return `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function verdictLine(good: boolean, text: string): string {
  return `<p class="verdict ${good ? 'good' : 'bad'}">${good ? '✓' : '✗'} ${escapeHtml(text)}</p>`;
}

/** UTC, to the second: a page in two languages must name one instant. */
function time(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
