import type { Delivery } from '../cascade/delivery/delivery.ts';
import { trace } from '../cascade/delivery/trace.ts';
import { stateTexts } from '../cascade/delivery/trace-texts.ts';
import type { LocalText, MessageKind } from '../law/vocabulary.ts';
import type { AccessAnswer } from './access-answer.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { type Fact, list, optional, recordArticle, time } from './record-article.ts';

type Language = keyof LocalText;

const words = {
  answer: { en: 'What we hold about you', ru: 'Что мы храним о вас' },
  asked: { en: 'Asked for', ru: 'Запрос получен' },
  due: { en: 'To be answered by', ru: 'Ответить не позднее' },
  unverified: { en: 'source not verified', ru: 'источник не проверен' },
  nothing: { en: 'We hold no records about you.', ru: 'Записей о вас нет.' },
  held: { en: 'Records', ru: 'Записей' },
  sent: { en: 'Messages', ru: 'Сообщений' },
  message: { en: 'Message', ru: 'Сообщение' },
  kind: { en: 'Kind', ru: 'Вид' },
  purpose: { en: 'Purpose', ru: 'Цель' },
  sender: { en: 'Sender', ru: 'Отправитель' },
  template: { en: 'Template', ru: 'Шаблон' },
  campaign: { en: 'Campaign', ru: 'Кампания' },
  number: { en: 'Number', ru: 'Номер' },
  erased: { en: 'destroyed', ru: 'уничтожен' },
  addresses: { en: 'Address on', ru: 'Адрес в канале' },
  place: { en: 'Country, region, time zone', ru: 'Страна, регион, часовой пояс' },
  language: { en: 'Language', ru: 'Язык' },
  values: { en: 'Value', ru: 'Значение' },
  what: { en: 'What happened', ru: 'Что происходило' },
} satisfies Record<string, LocalText>;

const kindTexts: Readonly<Record<MessageKind, LocalText>> = {
  marketing: { en: 'advertising', ru: 'реклама' },
  transactional: { en: 'service', ru: 'сервисное' },
  auth: { en: 'code', ru: 'код подтверждения' },
};

/**
 * The readable answer to a person who asks what is held: when it was asked for and is due, every record with its personal fields, the texts that
 * were shown, and every message with what was put into it and what became of it. Self-contained HTML.
 */
export function accessAnswerPage(answer: AccessAnswer, language: Language): string {
  const { records, deliveries, receivedAt, due } = answer;
  const articles = records.map((record, index) => recordArticle(answer, { index, valid: true, faults: [], record }, language));
  const dates: readonly (Fact | null)[] = [
    [words.asked[language], time(receivedAt)],
    due === null ? null : [words.due[language], dueWords(due, language)],
  ];
  const head = records.length === 0 ? words.nothing[language] : `${words.held[language]}: ${records.length}`;
  const parts = [list(dates.filter((fact) => fact !== null)), `<p>${escapeHtml(head)}</p>`, ...articles];
  if (deliveries.length > 0) parts.push(`<p>${escapeHtml(`${words.sent[language]}: ${deliveries.length}`)}</p>`);
  parts.push(...deliveries.map((delivery, index) => deliveryArticle(delivery, index, language)));
  return htmlPage(language, words.answer[language], parts.join('\n'));
}

function dueWords({ dueAt, basis, confidence }: NonNullable<AccessAnswer['due']>, language: Language): string {
  const source = basis.map(({ act, article }) => (article === undefined ? act : `${act}, ${article}`)).join('; ');
  return `${time(dueAt)} (${source}${confidence === 'unverified' ? `; ${words.unverified[language]}` : ''})`;
}

function deliveryArticle(delivery: Delivery, index: number, language: Language): string {
  const heading = `${words.message[language]} ${index + 1}: ${stateTexts[delivery.state][language]}`;
  const steps = trace(delivery, language).map(({ at, text }) => `<li>${escapeHtml(`${time(at)}: ${text}`)}</li>`);
  const history = `<p>${escapeHtml(words.what[language])}</p><ul>${steps.join('')}</ul>`;
  return `<article><h2>${escapeHtml(heading)}</h2>\n${list(factsOf(delivery, language))}\n${history}</article>`;
}

function factsOf({ request }: Delivery, language: Language): readonly Fact[] {
  const say = (word: keyof typeof words): string => words[word][language];
  const { kind, purpose, sender, template, campaignId, phone, country, region, timeZone, locale, addresses = {}, values } = request;
  const facts: readonly (Fact | null)[] = [
    [say('kind'), kindTexts[kind][language]],
    optional(say('purpose'), purpose),
    [say('sender'), sender],
    [say('template'), template],
    optional(say('campaign'), campaignId),
    [say('number'), phone ?? say('erased')],
    ...Object.entries(addresses).map(([channel, address]): Fact => [`${say('addresses')} ${channel}`, address]),
    [say('place'), [country, region, timeZone].filter((one) => one !== undefined && one !== '').join(', ')],
    optional(say('language'), locale),
    ...Object.entries(values).map(([name, value]): Fact => [`${say('values')} «${name}»`, value]),
  ];
  return facts.filter((fact) => fact !== null);
}
