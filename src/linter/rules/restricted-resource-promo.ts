import { quick } from '../../text/index.ts';
import { firstClaim } from '../claims.ts';
import { defineRule, type Rule } from '../rule.ts';

const resource: RegExp = quick(
  /(?<!\p{L})(?:инстаграм(?:а|е|у|ом|м)?(?!\p{L})|инст(?:а|у|е|ой)(?!\p{L})|instagram|фейсбук(?:а|е|у|ом)?(?!\p{L})|facebook|threads|тредс(?:ы|е)?(?!\p{L})|linkedin|линкедин\p{L}{0,30}|discord|дискорд\p{L}{0,30}|twitter|твиттер\p{L}{0,30})/gu,
);
const news: RegExp = quick(/(?<!\p{L})(?:новост\p{L}{0,30}|дайджест\p{L}{0,30}|запрещен\p{L}{0,30}|суд\p{L}{0,30}|закон\p{L}{0,30})/u);

export const restrictedResourcePromo: Rule<'invites'> = defineRule({
  id: 'restricted-resource-promo',
  description: { en: 'No invitation to a banned or blocked resource', ru: 'Не зовут на запрещённый или заблокированный ресурс' },
  messages: {
    invites: {
      en: '"{term}" invites to a banned or blocked resource. Invite to a resource that is open in Russia.',
      ru: '«{term}» зовёт на запрещённый или заблокированный ресурс. Зовите на тот, что открыт в России.',
    },
  },
  triggers: ['инст', 'instagram', 'фейсбук', 'facebook', 'threads', 'тредс', 'linkedin', 'линкедин', 'discord', 'дискорд', 'twitter', 'твиттер'],
  examples: {
    correct: [
      { text: 'Мы в MAX: max.example/kolos' },
      { text: 'Группа ВКонтакте: vk.example/kolos' },
      { text: 'Каталог на kolos.example' },
      { text: 'Инстаграмный интерьер кафе «Луч»' },
      { text: 'Инструменты от 390 руб.' },
      { text: 'Новости недели: суд и Фейсбук, 16+' },
    ],
    incorrect: [
      { text: 'Подпишись на наш инстаграм, получи 200 руб.', message: 'invites' },
      { text: 'Итоги конкурса в Instagram @kolos', message: 'invites' },
      { text: 'Пишите заказ в фейсбук', message: 'invites' },
      { text: 'Больше букетов в нашей инсте', message: 'invites' },
      { text: 'Отметьте нас в Threads и приходите', message: 'invites' },
      { text: 'Чат гостей в Discord: заходите', message: 'invites' },
    ],
  },
  check(subject, _settings, { report }) {
    if (news.test(subject.folded)) return;
    const hit = firstClaim(subject, resource);
    if (hit !== undefined) report({ message: 'invites', range: hit.range, data: { term: hit.text } });
  },
});
