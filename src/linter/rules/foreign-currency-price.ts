import { quick } from '../../text/index.ts';
import { defineRule, type Rule } from '../rule.ts';

const units =
  '\\$|€|£|₽|₸|usd|eur|euro|evro|rub|rubl\\p{L}*|dollar\\p{L}*|aqsh dollar\\p{L}*|доллар\\p{L}*|долл\\.?|евро|руб\\p{L}*|рубл\\p{L}*|тенге|tenge|у\\.? ?е\\.?|y\\.? ?e\\.?|yevro|kzt';
const price = quick(new RegExp(`(?:${units}) ?\\d[\\d .,]{0,14}|(?<![\\d.,])\\d[\\d .,]{0,14} ?(?:${units})(?!\\p{L})`, 'gu'));
const exchange = /(?:kurs|курс|exchange|rate|valyuta|валют|ayirbosh|обмен|конверт|= ?\d)/u;

export const foreignCurrencyPrice: Rule<'foreign'> = defineRule({
  id: 'foreign-currency-price',
  description: { en: 'Prices are in the national currency only', ru: 'Цены только в национальной валюте' },
  messages: {
    foreign: {
      en: '"{term}" is a price in foreign currency, which advertising may not show here. Give the price in sum.',
      ru: '«{term}» — цена в иностранной валюте, в рекламе здесь её называть нельзя. Укажите цену в сумах.',
    },
  },
  sampleDefaults: { country: 'UZ', kind: 'marketing', sender: 'Choynak' },
  examples: {
    correct: [
      { text: "Choynak: bugun 150 000 so'm. Rad etish: 1234 ga STOP" },
      { text: 'Чойнак: нархи 150 000 сўм' },
      { text: 'Choynak: 20% chegirma, 2 ta choynak' },
      { text: 'Bank: USD kursi 12 650 so‘m' },
    ],
    incorrect: [
      { text: 'Choynak: choynaklar $15 dan boshlab', message: 'foreign' },
      { text: 'Choynak: choynaklar 15 USD', message: 'foreign' },
      { text: 'Чойнак: нархи 15 доллардан', message: 'foreign' },
      { text: 'Choynak: narxi 20 у.е.', message: 'foreign' },
      { text: 'Choynak: narxi 20 evro', message: 'foreign' },
    ],
  },
  check(subject, _settings, { report }) {
    for (const hit of subject.findAll(price)) {
      const around = subject.folded.slice(Math.max(0, hit.index - 30), hit.index + hit.text.length + 12);
      if (exchange.test(around)) continue;
      return report({ message: 'foreign', range: hit.range, data: { term: hit.text.trim() } });
    }
  },
});
