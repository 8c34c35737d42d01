import { quick } from '../../text/index.ts';
import {
  cardPin,
  cardWord,
  flatDebtor,
  healthDisclosure,
  insuranceNumber,
  listedDebtor,
  loginWithPassword,
  namedDebtor,
  passport,
  thirdPersonDebt,
} from '../lexicon/ru-sensitive.ts';
import { topics } from '../lexicon/world-lexicons.ts';
import { ownNameEnd } from '../own-name.ts';
import { defineRule, type Rule, type Subject } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { holdsDigits } from '../world/holds-digits.ts';
import { secretInClear } from '../world/secret-in-clear.ts';

type Message = 'card' | 'health' | 'document' | 'debt' | 'password';

/** Of a card number. */
const FEWEST_DIGITS = 16;
const cardNumber = /(?<![\d-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:\d{1,3})?(?!\d)/gu;
const securityCode = quick(/(?<!\p{L})(?:cvv|cvc)2?\s{0,4}(?:код\p{L}{0,30})?\s{0,4}[:=-]?\s{0,4}\d{3}(?!\d)/u);

export const sensitiveDataInText: Rule<Message> = defineRule({
  id: 'sensitive-data-in-text',
  description: {
    en: 'No health, card, document or third-person debt data in the text',
    ru: 'В тексте нет данных о здоровье, картах, документах и чужих долгах',
  },
  messages: {
    card: {
      en: 'A full card number or its security code stands in the text. Leave the last four digits.',
      ru: 'В тексте полный номер карты или её код. Оставьте последние четыре цифры.',
    },
    health: {
      en: 'The text tells a health finding that anyone near the phone can read. Say that the results are ready and where to see them.',
      ru: 'Текст сообщает сведения о здоровье: их прочтёт любой рядом с телефоном. Напишите, что результаты готовы и где их посмотреть.',
    },
    document: { en: 'A document number stands in the text. Take it out or mask it.', ru: 'В тексте номер документа. Уберите или скройте его.' },
    debt: {
      en: 'The text tells a third person’s debt. Debts may be spoken of only with the debtor.',
      ru: 'Текст раскрывает долг другого человека. О долге можно говорить только с самим должником.',
    },
    password: {
      en: 'Login and password stand in one message. Send a one-time link or a code.',
      ru: 'Логин и пароль в одном сообщении. Отправьте одноразовую ссылку или код.',
    },
  },
  triggers: [
    'биопси',
    'гистолог',
    'показа',
    'выяв',
    'подтверд',
    'неплат',
    'ваш ',
    'ваша',
    'карт',
    'card',
    'cvv',
    'cvc',
    'visa',
    'срок',
    'вич',
    'спид',
    'положительн',
    'отрицательн',
    'обнаружен',
    'выявлен',
    'подтвержд',
    'повышен',
    'понижен',
    'диагноз',
    'у вас',
    'у тебя',
    'у пациент',
    'беремен',
    'инфицир',
    'болеете',
    'больны',
    'лечени',
    'терапи',
    'курс',
    'учет',
    'паспорт',
    'снилс',
    'пароль',
    'password',
    'долж',
    'долг',
    'задолж',
    'просроч',
    'не плат',
    'не верн',
    'не погас',
    'не возвр',
    'не отда',
    'не гас',
    'найден',
    'нашли',
    'пин',
    'гистол',
    'мазок',
    'мазк',
    'анализ',
    'тест',
    'результат',
    'заключен',
    'диагност',
    'состои',
    'стоите',
    'справк',
    'кв',
    ...'0123456789',
    ...topics.triggers(['password']),
  ],
  sampleDefaults: { kind: 'transactional', sender: 'RozSlon' },
  examples: {
    correct: [
      { text: 'Результаты заказа 77 готовы, смотрите в кабинете' },
      { text: 'Карта *0004 готова к выдаче' },
      { text: 'Your one-time password is 448812', country: 'GB', kind: 'auth' },
      { text: 'Order 4417123456789113 has shipped', country: 'GB' },
      { text: 'Card ending 0004 is ready', country: 'GB' },
      { text: 'Ваша задолженность по кв. 8 указана в квитанции' },
      { text: 'Заказ 2200000000000004 передан в доставку' },
      { text: 'Курьер Котов А. будет у вас в 14:00' },
      { text: 'Баланс положительный: 340 руб.' },
      { text: 'Ваши анализы готовы, результат в личном кабинете' },
      { text: 'Иванов И. И., оплатите, пожалуйста, счёт за воду до 15.12' },
      { text: 'Пароль изменён. Если это не вы, позвоните нам' },
      { text: 'Приём терапевта завтра в 9:00, возьмите паспорт' },
    ],
    incorrect: [
      { text: 'Сидорова А., тест на ВИЧ положительный', message: 'health' },
      { text: 'Your card 4111 1111 1111 1111 is active', country: 'GB', message: 'card' },
      { text: 'Welcome! Your password is Kettle#44', country: 'GB', message: 'password' },
      { text: 'Ihr Passwort lautet Kanne#44', country: 'DE', message: 'password' },
      { text: 'Votre mot de passe : Theiere44', country: 'FR', message: 'password' },
      { text: 'Şifreniz: Cay2024!', country: 'TR', message: 'password' },
      { text: 'Карта 2200 0000 0000 0004, срок 10/29, CVC 555', message: 'card' },
      { text: 'Сосед из кв. 8 Котов должен 14 000 руб.', message: 'debt' },
      { text: 'Пётр, у вас выявлен сахарный диабет, запишитесь к врачу', message: 'health' },
      { text: 'Диагноз: хронический гастрит. Приём завтра', message: 'health' },
      { text: 'Пароль для входа в кабинет: Lug4471x, логин: anna', message: 'password' },
      { text: 'Ваш логин anna, пароль Zx12qq', message: 'password' },
      { text: 'Договор оформлен: паспорт 4509 123456', message: 'document' },
      { text: 'Передайте мужу, что его просрочка 12 000 руб.', message: 'debt' },
      { text: 'СНИЛС 112-233-445 95 принят', message: 'document' },
    ],
  },
  check(subject, settings, { report }) {
    if (isAbroad(subject, settings)) {
      const secret = secretInClear(subject, settings);
      if (secret !== undefined) report({ message: secret.message, range: secret.range });
      return;
    }
    const found = firstOf(subject);
    if (found !== undefined) report({ message: found.message, range: found.range });
  },
});

function firstOf(subject: Subject): { message: Message; range: readonly [number, number] } | undefined {
  const card = holdsDigits(subject.folded, FEWEST_DIGITS)
    ? subject.findAll(cardNumber).find((hit) => luhn(hit.text) && cardWord.test(subject.folded) && !isParcel(subject.folded, hit.index))
    : undefined;
  if (card !== undefined) return { message: 'card', range: card.range };
  const code = subject.find(securityCode);
  if (code !== undefined) return { message: 'card', range: code.range };
  const pin = subject.kind === 'auth' ? undefined : subject.find(cardPin);
  if (pin !== undefined) return { message: 'card', range: pin.range };
  for (const [message, gate, patterns] of lists) {
    if (!gate.test(subject.folded)) continue;
    for (const pattern of patterns) {
      const hit = subject.find(pattern);
      if (hit !== undefined) return { message, range: hit.range };
    }
  }
  const named = debtGate.test(subject.folded)
    ? (namedDebtor.exec(subject.text) ?? listedDebtor.exec(subject.text) ?? flatDebtor.exec(subject.text))
    : null;
  if (
    named !== null &&
    named.index + named[0].length > ownNameEnd(subject) + 8 &&
    !/(?:у вас|ваш\p{L}{0,30} (?:долг|задолж)|, вы )/u.test(subject.folded)
  )
    return { message: 'debt', range: [named.index, named.index + named[0].length] };
  return undefined;
}

/** A number right after a word for a parcel or an order is no card's. */
function isParcel(text: string, at: number): boolean {
  return /(?<!\p{L})(?:отправлени\p{L}|заказ\p{L}{0,2}|трек\p{L}{0,5}|посылк\p{L}{1,2}|накладн\p{L}{1,3}|номер\p{L}{0,2} (?:заказа|отправления|накладной|посылки)|чек\p{L}{0,2}|договор\p{L}{0,2}|полис\p{L}{0,2}|лицев\p{L}{1,4} сч[её]т\p{L}{0,2}|ордер\p{L}{0,2}|заявк\p{L}{1,2}|квитанци\p{L}|штрих-?код|артикул\p{L}{0,2}|imei) ?(?:№|n|:|#|-)? ?$/u.test(
    text.slice(Math.max(0, at - 40), at),
  );
}

const debtGate = quick(/неплат|долж|долг|задолж|просроч|не плат|не верн|не возвр|не отда|не погас|не гас/u);
/** Cheap tests that must hold before the patterns of a kind are worth running. */
const lists: readonly (readonly [message: Message, gate: RegExp, patterns: readonly RegExp[]])[] = [
  [
    'health',
    quick(
      /полож|отрицат|обнаруж|выяв|подтверд|подтвержд|показа|нашл|указыва|говор|ваш|повышен|понижен|диагноз|у вас|у тебя|у пациент|беремен|инфицир|боле|больн|лечени|терапи|учет|курс|найден|нашли|: |у \p{L}/u,
    ),
    healthDisclosure,
  ],
  ['debt', debtGate, thirdPersonDebt],
  ['document', /\d{6}|\d{3}-\d{3}-/u, [passport, insuranceNumber]],
  ['password', quick(/парол|passw|логин|login|пин/u), [loginWithPassword]],
];

function luhn(digits: string): boolean {
  const plain = digits.replace(/\D/gu, '');
  let sum = 0;
  for (let i = 0; i < plain.length; i++) {
    const digit = Number(plain[plain.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
