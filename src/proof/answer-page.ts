import { trace } from '../cascade/delivery/trace.ts';
import { outcomeTexts, reasonTexts, stateTexts } from '../cascade/delivery/trace-texts.ts';
import type { ComplaintCase, ComplaintState } from '../feedback/complaint-case.ts';
import type { LocalText } from '../law/vocabulary.ts';
import type { AnswerPackDetails } from './answer-pack.ts';
import type { ComplaintDossier, MessageInDossier, SentAttempt } from './complaint-dossier.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { type Fact, list, optional, recordArticle, time, verdictLine } from './record-article.ts';
import { kindWords } from './wording.ts';

type Language = keyof LocalText;

const words = {
  title: { en: 'Answer to a complaint', ru: 'Ответ на жалобу' },
  operator: { en: 'Operator', ru: 'Оператор' },
  prepared: { en: 'Prepared', ru: 'Подготовлено' },
  complaint: { en: 'Complaint', ru: 'Жалоба' },
  received: { en: 'Received', ru: 'Получена' },
  due: { en: 'To be answered by', ru: 'Ответить не позднее' },
  house: {
    en: 'no law found that sets a time; the house’s own days',
    ru: 'закон, устанавливающий срок, не найден; срок установлен самим оператором',
  },
  unverified: { en: 'source not verified', ru: 'источник не проверен' },
  regulator: { en: 'Regulator', ru: 'Регулятор' },
  state: { en: 'State', ru: 'Состояние' },
  person: { en: 'Reference of the person', ru: 'Условное обозначение человека' },
  said: { en: 'What the person said', ru: 'Что сообщил человек' },
  shut: { en: 'not kept, or erased', ru: 'не сохранено или уничтожено' },
  proofHash: { en: 'SHA-256 of the raw complaint', ru: 'SHA-256 исходной жалобы' },
  consents: { en: 'Consent records', ru: 'Записи о согласии' },
  sound: { en: 'Every record is proven by the attached bundle.', ru: 'Каждая запись доказана приложенным пакетом.' },
  unsound: { en: 'The attached bundle is not sound.', ru: 'Приложенный пакет не сходится.' },
  none: { en: 'There are no records about this person.', ru: 'Записей об этом человеке нет.' },
  messages: { en: 'Messages', ru: 'Сообщения' },
  noMessages: { en: 'No messages to this person.', ru: 'Сообщений этому человеку нет.' },
  message: { en: 'Message', ru: 'Сообщение' },
  template: { en: 'Template', ru: 'Шаблон' },
  campaign: { en: 'Campaign', ru: 'Рассылка' },
  sender: { en: 'Sender', ru: 'Отправитель' },
  sent: { en: 'Handed to', ru: 'Передано' },
  outcome: { en: 'Answer', ru: 'Ответ' },
  rested: { en: 'Rested on', ru: 'Основание' },
  stood: { en: 'Consent at that moment', ru: 'Согласие на тот момент' },
  yes: { en: 'in force', ru: 'действовало' },
  packs: { en: 'Law it was checked by', ru: 'Проверено по правилам' },
  hash: { en: 'SHA-256 of the content', ru: 'SHA-256 содержания' },
  asSent: {
    en: 'The text as it was sent (its hash is the one that was kept)',
    ru: 'Текст в том виде, в каком он отправлен (хеш совпадает с сохранённым)',
  },
  noText: {
    en: 'the words cannot be shown: the template has changed since, or they were erased',
    ru: 'текст показать нельзя: шаблон с тех пор изменён или данные уничтожены',
  },
  nothing: { en: 'Nothing was handed over.', ru: 'Ничего не передавалось.' },
  what: { en: 'What happened', ru: 'Что происходило' },
  contract: { en: 'service message', ru: 'сервисное сообщение' },
  confirmation: { en: 'the confirmation of an opt-out', ru: 'подтверждение отказа' },
  attached: { en: 'Attached', ru: 'Приложения' },
  files: {
    en: 'bundle.json with the proofs, verify.mjs and verify pages to check it with, dossier.json with everything on this page, SHA256SUMS. Compare key.txt with the key the operator has published.',
    ru: 'bundle.json с доказательствами, verify.mjs и страницы проверки, dossier.json со всем содержанием этой страницы, SHA256SUMS. Сверьте key.txt с ключом, который опубликовал оператор.',
  },
} satisfies Record<string, LocalText>;

const caseStates: Readonly<Record<ComplaintState, LocalText>> = {
  open: { en: 'open', ru: 'открыта' },
  'in-progress': { en: 'in progress', ru: 'в работе' },
  answered: { en: 'answered', ru: 'дан ответ' },
  closed: { en: 'closed', ru: 'закрыта' },
};

/** The readable answer: the complaint, every consent record, and every message with its words, its ground and its way. Self-contained HTML. */
export function answerPage(dossier: ComplaintDossier, { operator, preparedAt }: AnswerPackDetails, language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const { complaint, text, records, messages, bundle, verdict } = dossier;
  const head = (title: string): string => `<h2>${escapeHtml(title)}</h2>`;
  const proven = records.length === 0 ? `<p>${escapeHtml(say('none'))}</p>` : verdictLine(verdict.ok, say(verdict.ok ? 'sound' : 'unsound'));
  const body = [
    list([
      [say('operator'), [operator.name, operator.address].filter((one) => one !== undefined).join(', ')],
      [say('prepared'), time(preparedAt)],
    ]),
    head(`${say('complaint')} ${complaint.id}`),
    list(factsOfCase(complaint, language)),
    `<p>${escapeHtml(say('said'))}</p><blockquote>${escapeHtml(text ?? say('shut'))}</blockquote>`,
    head(say('consents')),
    proven,
    ...records.map((record, index) => {
      const { valid, faults } = verdict.records[index] ?? { valid: false, faults: ['not-in-ledger' as const] };
      return recordArticle(bundle, { index, valid, faults, record }, language);
    }),
    head(say('messages')),
    ...(messages.length === 0 ? [`<p>${escapeHtml(say('noMessages'))}</p>`] : messages.map((one, index) => messageArticle(one, index, language))),
    head(say('attached')),
    `<p>${escapeHtml(say('files'))}</p>`,
  ];
  return htmlPage(language, say('title'), body.join('\n'));
}

function factsOfCase({ receivedAt, dueAt, deadline, regulator, state, subject, proofHash }: ComplaintCase, language: Language): readonly Fact[] {
  const say = (word: keyof typeof words): string => words[word][language];
  const basis = deadline?.basis.map(({ act, article }) => `${act}, ${article}`).join('; ') ?? say('house');
  const facts: readonly (Fact | null)[] = [
    [say('received'), time(receivedAt)],
    [say('due'), `${time(dueAt)} (${basis}${deadline?.confidence === 'unverified' ? `; ${say('unverified')}` : ''})`],
    regulator === null ? null : [say('regulator'), `${regulator.name}, ${regulator.reference}, ${time(regulator.dueAt)}`],
    [say('state'), caseStates[state][language]],
    [say('person'), subject],
    optional(say('proofHash'), proofHash ?? undefined),
  ];
  return facts.filter((fact) => fact !== null);
}

function messageArticle({ delivery, sent }: MessageInDossier, index: number, language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const { request, state, reason } = delivery;
  const why = reason === null ? '' : `: ${reasonTexts[reason][language]}`;
  const facts: readonly (Fact | null)[] = [
    [say('template'), request.template],
    [say('sender'), request.sender],
    optional(say('campaign'), request.campaignId),
  ];
  const steps = trace(delivery, language).map(({ at, text }) => `<li>${escapeHtml(`${time(at)}: ${text}`)}</li>`);
  return `<article><h3>${escapeHtml(`${say('message')} ${index + 1}: ${stateTexts[state][language]}${why}`)}</h3>
${list(facts.filter((fact) => fact !== null))}
${sent.length === 0 ? `<p>${escapeHtml(say('nothing'))}</p>` : sent.map((one) => attemptPart(one, language)).join('\n')}
<p>${escapeHtml(say('what'))}</p><ul>${steps.join('')}</ul></article>`;
}

function attemptPart({ attempt, content, reliedOn, consentThen }: SentAttempt, language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const { evidence, result, channel, provider, startedAt } = attempt;
  const { ground } = evidence;
  const record = reliedOn === null ? '' : `: ${kindWords[reliedOn.kind][language]}, ${time(reliedOn.occurredAt)}, ${reliedOn.id}`;
  const rested = ground.basis === 'opt-out-confirmation' ? say('confirmation') : ground.basis === 'consent' ? say('consents') : say('contract');
  const stood = consentThen === null ? undefined : consentThen.allowed ? say('yes') : reasonTexts[consentThen.reason][language];
  const facts: readonly (Fact | null)[] = [
    [say('sent'), `${channel} (${provider}), ${time(startedAt)}`],
    optional(say('outcome'), result && outcomeTexts[result.outcome][language]),
    [say('rested'), `${rested}${record}`],
    optional(say('stood'), stood),
    [say('packs'), evidence.packs.join(', ')],
    [say('hash'), evidence.contentHash],
  ];
  const lines =
    content === null
      ? say('noText')
      : [content.text, ...content.buttons.map(({ text, url }) => `[${text}]${url === undefined ? '' : ` ${url}`}`)].join('\n');
  const caption = content === null ? '' : `<p>${escapeHtml(say('asSent'))}</p>`;
  return `${list(facts.filter((fact) => fact !== null))}\n${caption}<blockquote>${escapeHtml(lines)}</blockquote>`;
}
