import { quick } from '../../text/index.ts';
import { adText, firstClaim } from '../claims.ts';
import { defineRule, type Rule } from '../rule.ts';

const foreignPrice: RegExp = quick(
  /(?<!\p{L})(?:usd|eur|cny|gbp|aed|usdt|try|kzt) ?\d[\d .,]{0,40}|[$€£¥₸₺฿₾] ?\d[\d .,]{0,40}|(?<![\d.,])\d[\d .,]{0,40} ?(?:бел(?:орусск\p{L}{1,3})?\.? ?руб\p{L}{0,4}|[₸₺฿₾₴])|(?<![\d.,])\d[\d .,]{0,40}(?:тыс\.? ?|млн ?|k ?)?(?:[$€£¥]|(?:usd|eur|gbp|cny|aed|usdt|у\.? ?е\.?|доллар\p{L}{0,30}|долл(?!\p{L})|бакс\p{L}{0,30}|евро(?!\p{L})|евр(?:ик|ос)\p{L}{0,3}|зелен(?:ых|ыми)(?!\p{L}) |баксик\p{L}{0,3}|юань\p{L}{0,2}|франк\p{L}{0,3}|злот\p{L}{1,3}|гривен|гривн\p{L}{1,2}|сум(?:ов)?(?!\p{L})|йен(?:а|ы)?(?!\p{L})|вон(?:а|ы)?(?!\p{L})|дирхам\p{L}{0,2}|юан\p{L}{0,30}|дирхам\p{L}{0,30}|лир(?:а|ы|у)?(?!\p{L})|фунт\p{L}{0,30} стерл\p{L}{0,30}|тенге|драм(?:ов|а|ы)?(?!\p{L})|лари(?!\p{L})|крон(?:ы|а)?(?!\p{L})|рупи\p{L}{1,30}|тг(?!\p{L})|бат(?:ов)?(?!\p{L}))(?!\p{L}))/gu,
);
const roubles: RegExp = quick(/\d[\d .,]{0,40}(?:тыс\p{L}{0,30}\.? ?|млн\.? ?|к ?)?(?:руб\p{L}{0,30}|р(?![\p{L}])|₽|rub(?!\p{L}))|(?:₽|руб\.?) ?\d/u);
const rate: RegExp = quick(
  /(?<!\p{L})(?:курс (?:доллар|евро|юан|валют|обмен|цб|покупк|продаж|лир)|обмен\p{L}{0,30} валют|купюр|счет в (?:доллар|евро|юан)|в игре|игров\p{L}{1,30} валют|списан|зачислен|внутриигров|кристалл)\p{L}{0,30}/u,
);

export const priceNotInRubles: Rule<'foreign'> = defineRule({
  id: 'price-not-in-rubles',
  description: { en: 'Prices are in roubles', ru: 'Цены названы в рублях' },
  messages: {
    foreign: {
      en: 'The price "{term}" stands only in foreign currency. Give it in roubles; the foreign sum may stand next to it.',
      ru: 'Цена «{term}» названа только в иностранной валюте. Укажите её в рублях, валюту можно добавить рядом.',
    },
  },
  triggers: [
    'еври',
    'еврос',
    'евре',
    'зелен',
    'баксик',
    'франк',
    'злот',
    'грив',
    'сум',
    'йен',
    'вон',

    '$',
    '€',
    '£',
    '¥',
    'usd',
    'eur',
    'gbp',
    'cny',
    'aed',
    'у.е',
    'у. е',
    'уе',
    'долл',
    'бакс',
    'евро',
    'юан',
    'дирхам',
    'лир',
    'фунт',
    'тенге',
    'тг',
    'бат',
    'лари',
    'бел',
    'рупи',
    'usd',
    'eur',
    'cny',
    'gbp',
    'aed',
    'try',
    'kzt',
    '₸',
    '₺',
    '฿',
    '₾',
    '₴',
  ],
  examples: {
    correct: [
      { text: 'Тур на Бали от 98 000 руб.' },
      { text: 'Курс немецкого 14 500 руб. (150 евро)' },
      { text: 'Вилла 29 000 руб. в сутки' },
      { text: 'Курс доллара в обменнике «Рубль»: 92,40', kind: 'transactional' },
      { text: 'Списано 20 USD, магазин Blik', kind: 'transactional' },
      { text: 'Магазин «Доллар»: носки 90 руб.' },
      { text: 'Евроокна от 12 000 руб., евро-ремонт за 30 дней' },
      { text: 'Банк Дельта: курс евро 98,1 при обмене от 500 евро' },
    ],
    incorrect: [
      { text: 'Тур на Бали от $1200', message: 'foreign' },
      { text: 'Курс немецкого 150 евро', message: 'foreign' },
      { text: 'Аренда виллы 300 у.е. в сутки', message: 'foreign' },
      { text: 'Подержанная Тойота за 15 тыс. долларов', message: 'foreign' },
      { text: 'Шуба 900€ только в ноябре', message: 'foreign' },
      { text: 'Виза в Дубай за 350 дирхам', message: 'foreign' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (roubles.test(text) || rate.test(text)) return;
    const hit = firstClaim(subject, foreignPrice);
    if (hit !== undefined) report({ message: 'foreign', range: hit.range, data: { term: hit.text.trim() } });
  },
});
