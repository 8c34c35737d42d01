import { quick } from '../../text/index.ts';
import { adText } from '../claims.ts';
import { constructionOffer, constructionTriggers } from '../construction-offer.ts';
import { defineRule, type Rule } from '../rule.ts';

const declaration: RegExp = quick(
  /(?<!\p{L})(?:проектн\p{L}{1,30} деклараци\p{L}{0,30}|деклараци\p{L}{0,30}|наш ?\. ?дом ?\. ?рф|нашдом\.рф|еисжс)/u,
);
const developer: RegExp = quick(
  /(?<!\p{L})(?:застройщик\p{L}{0,30}:? ["-]?\s?(?:ооо|ао|пао|сз|гк|[\p{L}]{3,43})|(?:ооо|ао|пао)\s{1,4}"?(?:сз|специализированн\p{L}{1,30}|[\p{L}])|сз\s{1,4}"?[\p{L}]|гк\s{1,4}"?[\p{L}]|специализированн\p{L}{1,30} застройщик\p{L}{0,30})/u,
);

export const constructionNoDeclaration: Rule<'missing'> = defineRule({
  id: 'construction-no-declaration',
  description: {
    en: 'Housing under construction names its developer and where the declaration is',
    ru: 'У строящегося жилья указаны застройщик и где декларация',
  },
  messages: {
    missing: {
      en: 'Housing under construction is offered without the developer’s name or the place of the project declaration (наш.дом.рф). Add both.',
      ru: 'Предлагается строящееся жильё без застройщика или места размещения проектной декларации (наш.дом.рф). Добавьте.',
    },
  },
  triggers: constructionTriggers,
  examples: {
    correct: [
      { text: 'ЖК Набережный, ООО СЗ «Причал-Строй», декларация на наш.дом.рф, от 5 млн руб.' },
      { text: 'Готовая квартира, ключи сразу, ул. Мира 2' },
      { text: 'ДДУ 18: передача ключей 20.12', kind: 'transactional' },
      { text: 'Ремонт новостроек под ключ, 9 900 руб. за метр' },
      { text: 'Кухни для ЖК «Парус»: замер бесплатно' },
      { text: 'Аренда студии посуточно, от 2 000 руб.' },
      { text: 'Старт продаж билетов 12.12 на kassa.example' },
    ],
    incorrect: [
      { text: 'Новостройка на набережной, однушки от 5 млн', message: 'missing' },
      { text: 'Квартиры в ЖК River Town', message: 'missing' },
      { text: 'ЖК «Берёзы»: старт продаж второй очереди, звоните', message: 'missing' },
      { text: 'Студии от застройщика за 3,9 млн руб., сдача 4 кв. 2027', message: 'missing' },
      { text: 'ООО СЗ «Маяк»: квартиры на этапе котлована', message: 'missing' },
      { text: 'Евродвушки с ключами в 2027, ипотека партнёров', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (declaration.test(text) && developer.test(text)) return;
    const hit = constructionOffer(subject);
    if (hit !== undefined) report({ message: 'missing', range: hit.range });
  },
});
