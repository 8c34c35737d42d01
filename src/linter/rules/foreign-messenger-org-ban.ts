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
const author: RegExp =
  /^[^\p{L}]{0,3}(?:уважаем\p{L}+ клиент\p{L}*[,!] )?(?:(?:ооо|пао|ао)\s+)?"?(?:(?:банк(?:а)?(?!\p{L}| любой)|[\p{L}-]{2,20}-?банк(?!\p{L})|мкк|мфк|мфо|страхов\p{L}+ (?:компани|общест)\p{L}*|ск(?= "|\s[\p{L}]{3,}:)|нпф|ломбард\p{L}*|брокер(?!\p{L})|оператор\p{L}* связи|маркетплейс\p{L}*|администраци\p{L} (?:город|район|округ|посел|муницип|сельск)\p{L}*|мфц|налогов\p{L}+ (?:инспекци|служб)\p{L}*|фнс|фссп|соцфонд|пенсионн\p{L}+ фонд|мвд|мчс|гибдд|поликлиник\p{L}+ №|городск\p{L}+ (?:поликлиник|больниц)\p{L}*|гбуз|мбоу|мбдоу|гбоу|муп|гуп|мку|фгуп|фгбоу|школа № ?\d+|детский сад № ?\d+|департамент\p{L}*|министерств\p{L}*|управлени\p{L} (?:образован|социальн|культур)\p{L}*|сбер(?!\p{L})|сбербанк|втб(?!\p{L})|т-банк|озон(?!\p{L})|wildberries|вайлдберриз|авито|мтс(?!\p{L})|мегафон|билайн|ростелеком))|(?:ваш|команда|с уважением,?) "?(?:банк(?: [\p{L}"]+|\.|$)|[\p{L}-]+банк(?!\p{L})|оператор(?: связи)?|страховая компания|мфц)/u;
const ownProduct: RegExp =
  /(?<!\p{L})(?:наш(?:его|ем|ей|а)? (?:банк|страхов|мфо|маркетплейс)\p{L}*|(?:пао|ао) "?[\p{L}-]*банк\p{L}*|(?:платеж|задолженност|просроч)\p{L}* по (?:кредит|займ)\p{L}*[^.!?\n]{0,40}(?:пао|ао|мкк|мфк|банк)|(?:пао|ао|мкк|мфк|ао ск) "?[\p{L}]+"?[^.!?\n]{0,30}(?:кредит|вклад|карт|займ|полис|осаго|каско|ипотек)\p{L}*|(?:кредит|вклад|займ|полис|осаго|каско|ипотек|карт)\p{L}*[^.!?\n]{0,40}(?:пао|мкк|мфк|ао ск|ао банк|банк [\p{L}"]{4,}))/u;

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
