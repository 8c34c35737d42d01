import type { DeadlineEntry } from '../../law/pack.ts';
import type { Channel, MessageKind, Severity } from '../../law/vocabulary.ts';

/** The two languages of staff. */
export type TrainingLanguage = 'en' | 'ru';

/** Every wording of the handbook and the quiz that does not come from rules or packs. */
export interface TrainingWords {
  readonly title: string;
  readonly sub: (day: string) => string;
  readonly countries: string;
  readonly channels: string;
  readonly kinds: string;
  readonly packs: string;
  readonly all: string;
  readonly contents: string;
  readonly notAdvice: string;
  readonly how: string;
  readonly howText: readonly string[];
  readonly before: string;
  readonly beforeSteps: readonly string[];
  readonly proof: string;
  readonly proofSteps: readonly string[];
  readonly stop: string;
  readonly stopSteps: readonly string[];
  readonly complaint: string;
  readonly complaintSteps: readonly string[];
  readonly law: string;
  readonly lawIntro: string;
  readonly rules: string;
  readonly rulesIntro: string;
  readonly ahead: string;
  readonly nothingAhead: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly severityText: Readonly<Record<Severity, string>>;
  readonly why: string;
  readonly fine: string;
  readonly good: string;
  readonly bad: string;
  readonly since: string;
  readonly sure: string;
  readonly everywhere: string;
  readonly only: string;
  readonly consent: string;
  readonly requires: Readonly<Record<'prior' | 'soft-opt-in' | 'none', string>>;
  readonly separate: string;
  readonly grade: (grade: string) => string;
  readonly maxAge: (months: number) => string;
  readonly optOut: string;
  readonly optOutWithin: { readonly atOnce: string; readonly hours: (hours: number) => string; readonly workingDays: (days: number) => string };
  readonly confirmation: { readonly none: string; readonly within: (minutes: number) => string };
  readonly hours: string;
  readonly strength: Readonly<Record<'statute' | 'operator' | 'advisory', string>>;
  readonly days: readonly [weekdays: string, friday: string, saturday: string, sunday: string, holidays: string];
  readonly noHours: string;
  readonly caps: string;
  readonly cap: (max: number, per: string) => string;
  readonly per: Readonly<Record<'calendar-day' | 'calendar-week' | 'calendar-month', string>> & { readonly hours: (hours: number) => string };
  readonly closed: string;
  readonly effect: Readonly<Record<'barred' | 'unreliable', string>>;
  readonly deadlines: string;
  readonly duty: Readonly<Record<DeadlineEntry['duty'], string>>;
  readonly deadline: {
    readonly hours: (n: number) => string;
    readonly calendarDays: (n: number) => string;
    readonly workingDays: (n: number) => string;
  };
  readonly change: Readonly<Record<'begins' | 'ends' | 'replaced', string>>;
  readonly kind: Readonly<Record<MessageKind, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly confidence: Readonly<Record<'primary' | 'quoted' | 'provider' | 'secondary' | 'inference' | 'unverified', string>>;
  readonly noBasis: string;
}

const channel: TrainingWords['channel'] = { sms: 'SMS', whatsapp: 'WhatsApp', telegram: 'Telegram', max: 'MAX', viber: 'Viber', rcs: 'RCS' };

export const trainingWords: Readonly<Record<TrainingLanguage, TrainingWords>> = {
  en: {
    title: 'Messages to customers: handbook for staff',
    sub: (day) => `The law as of ${day}`,
    countries: 'Countries',
    channels: 'Channels',
    kinds: 'Messages',
    packs: 'Law packs',
    all: 'all',
    contents: 'Contents',
    notAdvice: 'Made from rules with their sources; no legal advice. What is marked “not verified” needs a lawyer’s eye before money depends on it.',
    how: 'How to read this',
    howText: [
      'An error stops a message. A warning goes out when a person has looked at it and answers for it. Advice is worth following.',
      'Each rule says why it is there, what a breach may cost, and shows messages that pass and messages that do not.',
    ],
    before: 'Before you send',
    beforeSteps: [
      'Say what the message is: advertising, a service message, or a code. One offer in a service message makes all of it advertising.',
      'Take recipients from consents, never from a list somebody brought. Numbers that were bought, copied or counted up have no consent.',
      'Check that the consent is for this company, this purpose and this channel. A consent to a sister company or to calls does not count.',
      'Have the text checked, and mend every error instead of rewording around it.',
      'Look at the forecast: who gets it, who does not and why, at which hours, for how much. A named person approves the campaign.',
    ],
    proof: 'How to prove consent',
    proofSteps: [
      'The burden of proof is on the sender. What counts is a record made when the person agreed: who, which words and which version of them, for what, how, when, on which page.',
      'Strongest is a consent confirmed on the handset by a code or a reply: it shows who holds the number. A web form alone does not show who filled it in. A claim in an imported list is the weakest.',
      'The box must not be ticked beforehand, and consent to advertising stands apart from consent to data processing and from the contract.',
      'Never change or delete a record of consent by hand. If it is wrong, record what is right; the history stays.',
      'When somebody asks: licet consent history shows a person’s records, licet consent prove makes a bundle that others can verify without us.',
    ],
    stop: 'When somebody says stop',
    stopSteps: [
      'Any form counts: a reply, a call, a sentence to a courier, a review. No reason is needed, and nobody is to be talked out of it.',
      'Record it the same minute, for the number and for all that is planned. It holds against older files that are imported later.',
      'If you are not sure that it meant stop, stop, and ask a colleague to look.',
      'Do not write again to ask whether it was meant. Only the one confirmation that the law allows goes out, by itself.',
      'Messages that a contract needs may go on, without a word of advertising.',
    ],
    complaint: 'When somebody complains',
    complaintSteps: [
      'Stop advertising to the person at once. “Where did you get my number?” and “I will report you” are complaints.',
      'Delete nothing: consent, texts as sent and the provider’s receipts are the evidence. Erasure waits until the case is closed.',
      'Open a case: the deadline is set by the law of the country. Take it or hand it to the person responsible the same day.',
      'Collect the file: proof of consent, the decision to send, the message as sent. One call makes it; do not take screenshots instead.',
      'Answer in writing, to the point, with facts from the file. Admit a mistake, and say what was changed.',
      'A letter from a regulator goes to the person responsible unopened by anyone else’s draft. Note when it came in.',
    ],
    law: 'What the law asks for',
    lawIntro: 'By country and platform, as of the day of this handbook.',
    rules: 'Rules for texts',
    rulesIntro: 'Gravest first. The check before each send applies the very same rules.',
    ahead: 'What will change',
    nothingAhead: 'No change is known after this day.',
    severity: { error: 'Error', warn: 'Warning', info: 'Advice' },
    severityText: { error: 'stops the message', warn: 'a person must look', info: 'worth following' },
    why: 'Why',
    fine: 'Fine',
    good: 'Passes',
    bad: 'Does not pass',
    since: 'since',
    sure: 'Source',
    everywhere: 'everywhere',
    only: 'only',
    consent: 'Consent',
    requires: { prior: 'consent beforehand', 'soft-opt-in': 'consent beforehand, or own customers and similar goods', none: 'no consent needed' },
    separate: 'consent to data and consent to advertising are separate documents',
    grade: (grade) => `evidence of grade ${grade} or better`,
    maxAge: (months) => `not older than ${months} months`,
    optOut: 'Stop',
    optOutWithin: {
      atOnce: 'takes effect at once',
      hours: (hours) => `takes effect within ${hours} hours`,
      workingDays: (days) => `takes effect within ${days} working days`,
    },
    confirmation: { none: 'no confirmation is sent', within: (minutes) => `one confirmation within ${minutes} minutes, without an offer` },
    hours: 'Hours',
    strength: { statute: 'by law', operator: 'asked for by operators', advisory: 'a courtesy' },
    days: ['Monday to Friday', 'Friday', 'Saturday', 'Sunday', 'public holidays'],
    noHours: 'none',
    caps: 'How often',
    cap: (max, per) => `at most ${max} per ${per} and person`,
    per: { 'calendar-day': 'day', 'calendar-week': 'week', 'calendar-month': 'month', hours: (hours) => `${hours} hours` },
    closed: 'Closed channels',
    effect: { barred: 'forbidden', unreliable: 'unreliable' },
    deadlines: 'Deadlines',
    duty: {
      'access-request': 'answer what is held about a person',
      erasure: 'erase a person’s data',
      'stop-processing': 'stop processing a person’s data',
      complaint: 'answer a complaint',
      'leak-notice': 'tell the regulator of a leak',
      'leak-report': 'report to the regulator how a leak came about',
      'consent-proof': 'show proof of consent',
    },
    deadline: { hours: (n) => `${n} hours`, calendarDays: (n) => `${n} days`, workingDays: (n) => `${n} working days` },
    change: { begins: 'begins', ends: 'ends', replaced: 'changes' },
    kind: { marketing: 'advertising', transactional: 'service messages', auth: 'codes' },
    channel,
    confidence: {
      primary: 'the law’s own text was read',
      quoted: 'read as a quotation',
      provider: 'a provider’s or an operator’s guide',
      secondary: 'legal notes or news',
      inference: 'our reading',
      unverified: 'not verified',
    },
    noBasis: 'a custom or a platform’s advice',
  },
  ru: {
    title: 'Сообщения клиентам: памятка для сотрудников',
    sub: (day) => `По закону на ${day}`,
    countries: 'Страны',
    channels: 'Каналы',
    kinds: 'Сообщения',
    packs: 'Пакеты правил',
    all: 'все',
    contents: 'Содержание',
    notAdvice:
      'Составлено по правилам с указанием источников; это не юридическая консультация. Помеченное «не проверено» должен посмотреть юрист, прежде чем от этого зависят деньги.',
    how: 'Как читать',
    howText: [
      'Ошибка останавливает сообщение. С предупреждением оно уходит, если человек посмотрел и отвечает за него. Совету стоит следовать.',
      'У каждого правила сказано, зачем оно, сколько может стоить нарушение, и показаны сообщения, которые проходят и не проходят.',
    ],
    before: 'Перед отправкой',
    beforeSteps: [
      'Решите, что это за сообщение: реклама, сервисное или код. Одно предложение купить превращает сервисное сообщение в рекламу целиком.',
      'Берите получателей из согласий, а не из принесённого кем-то списка. У купленных, скопированных и подобранных номеров согласия нет.',
      'Проверьте, что согласие дано этой компании, на эту цель и этот канал. Согласие сестринской компании или на звонки не подходит.',
      'Проверьте текст и исправьте каждую ошибку, а не обходите её другими словами.',
      'Посмотрите прогноз: кто получит, кто нет и почему, в какие часы и за сколько. Рассылку утверждает названный человек.',
    ],
    proof: 'Как доказать согласие',
    proofSteps: [
      'Доказывать обязан отправитель. Засчитывается запись, сделанная в момент согласия: кто, какими словами и в какой редакции, на что, каким способом, когда, на какой странице.',
      'Сильнее всего согласие, подтверждённое на телефоне кодом или ответом: оно показывает, чей это номер. Веб-форма сама по себе не показывает, кто её заполнил. Слабее всего слова в загруженном списке.',
      'Галочка не должна стоять заранее, а согласие на рекламу отделено от согласия на обработку данных и от договора.',
      'Никогда не правьте и не удаляйте запись о согласии вручную. Если она неверна, запишите верное; история остаётся.',
      'Когда спрашивают: licet consent history показывает записи человека, licet consent prove собирает доказательство, которое другие проверят без нас.',
    ],
    stop: 'Если человек просит прекратить',
    stopSteps: [
      'Годится любая форма: ответ, звонок, слова курьеру, отзыв. Причина не нужна, отговаривать нельзя.',
      'Запишите отказ в ту же минуту — для номера и всего, что запланировано. Он сильнее старых файлов, загруженных позже.',
      'Не уверены, что это отказ, — прекратите и попросите коллегу посмотреть.',
      'Не пишите снова с вопросом, так ли это понимать. Уходит только одно подтверждение, если закон его допускает, и само.',
      'Сообщения, нужные по договору, продолжаются — без единого слова рекламы.',
    ],
    complaint: 'Если человек жалуется',
    complaintSteps: [
      'Сразу прекратите рекламу этому человеку. «Откуда у вас мой номер?» и «Я пожалуюсь» — это жалобы.',
      'Ничего не удаляйте: согласие, тексты в том виде, как ушли, и отчёты провайдера — доказательства. Стирание ждёт закрытия дела.',
      'Заведите дело: срок ответа задаёт закон страны. Возьмите его или передайте ответственному в тот же день.',
      'Соберите материалы: доказательство согласия, решение об отправке, сообщение, каким оно ушло. Это один вызов, снимки экрана его не заменяют.',
      'Ответьте письменно, по существу, фактами из дела. Признайте ошибку и скажите, что исправлено.',
      'Письмо надзорного органа сразу передайте ответственному и отметьте, когда оно пришло. Сами не отвечайте.',
    ],
    law: 'Что требует закон',
    lawIntro: 'По странам и платформам, на день этой памятки.',
    rules: 'Правила для текстов',
    rulesIntro: 'Сначала самые тяжёлые. Проверка перед каждой отправкой применяет те же правила.',
    ahead: 'Что изменится',
    nothingAhead: 'После этого дня изменений не известно.',
    severity: { error: 'Ошибка', warn: 'Предупреждение', info: 'Совет' },
    severityText: { error: 'останавливает сообщение', warn: 'должен посмотреть человек', info: 'стоит следовать' },
    why: 'Почему',
    fine: 'Штраф',
    good: 'Проходит',
    bad: 'Не проходит',
    since: 'с',
    sure: 'Источник',
    everywhere: 'везде',
    only: 'только',
    consent: 'Согласие',
    requires: {
      prior: 'предварительное согласие',
      'soft-opt-in': 'предварительное согласие либо свои клиенты и схожие товары',
      none: 'согласие не нужно',
    },
    separate: 'согласие на данные и согласие на рекламу — разные документы',
    grade: (grade) => `доказательство степени ${grade} или сильнее`,
    maxAge: (months) => `не старше ${months} мес.`,
    optOut: 'Отказ',
    optOutWithin: {
      atOnce: 'действует сразу',
      hours: (hours) => `действует не позже чем через ${hours} ч`,
      workingDays: (days) => `действует не позже чем через ${days} раб. дн.`,
    },
    confirmation: { none: 'подтверждение не отправляется', within: (minutes) => `одно подтверждение за ${minutes} мин, без предложений` },
    hours: 'Часы',
    strength: { statute: 'по закону', operator: 'требуют операторы', advisory: 'из вежливости' },
    days: ['понедельник–пятница', 'пятница', 'суббота', 'воскресенье', 'праздники'],
    noHours: 'нельзя',
    caps: 'Как часто',
    cap: (max, per) => `не больше ${max} за ${per} на человека`,
    per: { 'calendar-day': 'день', 'calendar-week': 'неделю', 'calendar-month': 'месяц', hours: (hours) => `${hours} ч` },
    closed: 'Закрытые каналы',
    effect: { barred: 'запрещён', unreliable: 'ненадёжен' },
    deadlines: 'Сроки',
    duty: {
      'access-request': 'ответить, какие данные о человеке есть',
      erasure: 'стереть данные человека',
      'stop-processing': 'прекратить обработку данных человека',
      complaint: 'ответить на жалобу',
      'leak-notice': 'сообщить надзорному органу об утечке',
      'leak-report': 'доложить надзорному органу о причинах утечки',
      'consent-proof': 'показать доказательство согласия',
    },
    deadline: { hours: (n) => `${n} ч`, calendarDays: (n) => `${n} дн.`, workingDays: (n) => `${n} раб. дн.` },
    change: { begins: 'начинает действовать', ends: 'перестаёт действовать', replaced: 'меняется' },
    kind: { marketing: 'реклама', transactional: 'сервисные сообщения', auth: 'коды' },
    channel,
    confidence: {
      primary: 'прочитан сам закон',
      quoted: 'прочитано в цитате',
      provider: 'руководство провайдера или оператора',
      secondary: 'обзоры юристов или новости',
      inference: 'наше чтение',
      unverified: 'не проверено',
    },
    noBasis: 'обычай или совет платформы',
  },
};
