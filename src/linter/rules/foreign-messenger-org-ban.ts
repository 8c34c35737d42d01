import { quick } from '../../text/index.ts';
import { nameWords } from '../lexicon/sender-names.ts';
import { defineRule, type Rule, type Subject } from '../rule.ts';

const foreign = new Set(['whatsapp', 'telegram', 'viber']);
/** Sectors a host may name in `facts.sector`. */
const listed = new Set([
  'bank',
  'mfo',
  'microfinance',
  'insurance',
  'insurer',
  'broker',
  'pawnshop',
  'pension-fund',
  'pension_fund',
  'telecom',
  'operator',
  'marketplace',
  'aggregator',
  'state',
  'government',
  'municipal',
  'finance',
  'classifieds',
  'social_500k',
  'classifieds_100k',
  'payment',
]);
const senderWords = new Set(
  'bank банк мфо мкк мфк mfo mkk strah страх ломбард lombard insurance mts megafon beeline tele2 мтс мегафон билайн теле2 ростелеком rostelecom yota ozon wildberries wb озон вайлдберриз мфц mfc администрация налоговая фнс fns gosuslugi госуслуги avito авито сбер sber сбербанк sberbank втб vtb нпф'.split(
    ' ',
  ),
);
/** The organisation writes itself: first words, or a signature. */
const author: RegExp = quick(
  /^[^\p{L}]{0,3}(?:уважаем\p{L}{1,30} клиент\p{L}{0,30}[,!] )?(?:(?:ооо|пао|ао)\s{1,4})?"?(?:(?:банк(?:а)?(?!\p{L}| любой)|[\p{L}-]{2,20}-?банк(?!\p{L})|мкк|мфк|мфо|страхов\p{L}{1,30} (?:компани|общест)\p{L}{0,30}|ск(?= "|\s[\p{L}]{3,43}:)|нпф|ломбард\p{L}{0,30}|брокер(?!\p{L})|оператор\p{L}{0,30} связи|(?:оператор )?"?[\p{L}-]{2,20} (?:телеком|мобайл|телекоммуникац)\p{L}{0,30}"?(?= ?[:.,-])|маркетплейс\p{L}{0,30}|администраци\p{L} (?:город|район|округ|посел|муницип|сельск)\p{L}{0,30}|мфц|налогов\p{L}{1,30} (?:инспекци|служб)\p{L}{0,30}|фнс|фссп|соцфонд|пенсионн\p{L}{1,30} фонд|мвд|мчс|гибдд|поликлиник\p{L}{1,30} №|городск\p{L}{1,30} (?:поликлиник|больниц)\p{L}{0,30}|гбуз|мбоу|мбдоу|гбоу|муп|гуп|мку|фгуп|фгбоу|школа № ?\d{1,12}|детский сад № ?\d{1,12}|департамент\p{L}{0,30}|министерств\p{L}{0,30}|управлени\p{L} (?:образован|социальн|культур)\p{L}{0,30}|сбер(?!\p{L})|сбербанк|втб(?!\p{L})|т-банк|озон(?!\p{L})|wildberries|вайлдберриз|авито|мтс(?!\p{L})|мегафон|билайн|ростелеком))|(?:ваш|команда|с уважением,?) "?(?:банк(?: [\p{L}"]{1,40}|\.|$)|[\p{L}-]{1,40}банк(?!\p{L})|оператор(?: связи)?|страховая компания|мфц)/u,
);
const ownProduct: RegExp = quick(
  /(?<!\p{L})(?:наш(?:его|ем|ей|а)? (?:банк|страхов|мфо|маркетплейс)\p{L}{0,30}|(?:пао|ао) "?[\p{L}-]{0,40}банк\p{L}{0,30}|(?:платеж|задолженност|просроч)\p{L}{0,30} по (?:кредит|займ)\p{L}{0,30}[^.!?\n]{0,40}(?:пао|ао|мкк|мфк|банк)|(?:пао|ао|мкк|мфк|ао ск) "?[\p{L}]{1,40}"?[^.!?\n]{0,30}(?:кредит|вклад|карт|займ|полис|осаго|каско|ипотек)\p{L}{0,30}|(?:кредит|вклад|займ|полис|осаго|каско|ипотек|карт)\p{L}{0,30}[^.!?\n]{0,40}(?:пао|мкк|мфк|ао ск|ао банк|банк [\p{L}"]{4,44}))/u,
);

export const foreignMessengerOrgBan: Rule<'listed'> = defineRule({
  id: 'foreign-messenger-org-ban',
  description: {
    en: 'Banks, state bodies, operators and the like do not use foreign messengers',
    ru: 'Банки, госорганы, операторы и им подобные не пишут в иностранных мессенджерах',
  },
  messages: {
    listed: {
      en: 'The sender belongs to the organisations that may not write to people in foreign messengers. Use SMS, MAX or the own app.',
      ru: 'Отправитель из тех организаций, которым нельзя писать людям в иностранных мессенджерах. Используйте SMS, MAX или своё приложение.',
    },
  },
  sampleDefaults: { channel: 'whatsapp', kind: 'transactional', sender: 'Luna' },
  examples: {
    correct: [
      { text: 'Банк Дельта: платёж 15.12', channel: 'sms' },
      { text: 'Стоматология «Улыбка»: приём завтра в 10:00', channel: 'telegram' },
      { text: 'Магазин «Луч»: заказ с маркетплейса готов' },
      { text: 'Оплата картой любого банка, заказ 5 собран' },
      { text: 'Банк Дельта: платёж 15.12', channel: 'max' },
      { text: 'Детский клуб «Банка варенья»: занятие в 17:00' },
    ],
    incorrect: [
      { text: 'Банк Дельта: платёж 15.12', message: 'listed' },
      { text: 'Оператор связи Луч: ночью работы на сети', channel: 'telegram', message: 'listed' },
      { text: 'Заказ в пути', channel: 'viber', facts: { sector: 'marketplace' }, message: 'listed' },
      { text: 'МКК Рубль: просроченный платёж 5 000 руб.', message: 'listed' },
      { text: 'Администрация города: отключение воды 12.12', channel: 'telegram', message: 'listed' },
      { text: 'Ваша карта готова', sender: 'DeltaBank', message: 'listed' },
    ],
  },
  check(subject, _settings, { report }) {
    if (foreign.has(subject.input.channel) && isListed(subject)) report({ message: 'listed', range: null, needs: ['sector'] });
  },
});

function isListed({ folded, sender, facts }: Subject): boolean {
  if (facts.sector !== undefined) return listed.has(facts.sector.toLowerCase());
  const words = nameWords(sender);
  if (words.some((word) => senderWords.has(word) || /(?:bank|банк|strah|страх|zaim|займ)$/u.test(word) || /^(?:zaim|займ|strah|страх)/u.test(word)))
    return true;
  return author.test(folded) || ownProduct.test(folded);
}
