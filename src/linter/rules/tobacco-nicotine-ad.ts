import { firstClaim } from '../claims.ts';
import { russianTobacco } from '../lexicon/ru-tobacco.ts';
import type { TermLexicon } from '../lexicon/term-lexicon.ts';
import { topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { advertisedTopic, claimInRussian } from '../world/offers.ts';

const lexicons: readonly TermLexicon[] = [russianTobacco];

export const tobaccoNicotineAd: Rule<'tobacco'> = defineRule({
  id: 'tobacco-nicotine-ad',
  description: { en: 'No advertising of tobacco, nicotine, hookah, vapes', ru: 'Табак, никотин, кальяны и вейпы не рекламируют' },
  messages: {
    tobacco: {
      en: '"{term}" advertises tobacco, nicotine or smoking goods, which may not be advertised at all. Take it out.',
      ru: '«{term}» рекламирует табак, никотин или курительные принадлежности: их реклама запрещена. Уберите упоминание.',
    },
  },
  triggers: [...lexicons.flatMap((lexicon) => lexicon.triggers), ...topics.triggers(['tobacco'])],
  examples: {
    correct: [
      { text: 'Парогенератор для одежды Пар-2, 4 900 руб.' },
      { text: 'Никотиновый пластырь: имеются противопоказания, нужна консультация специалиста' },
      { text: 'Музыкальный магазин Лад: казахская домбра и кальян-флейта, музыкальный мастер-класс' },
      { text: 'Поможем бросить курить сигареты: группа по вторникам, вход свободный' },
      { text: 'Русские парные по дровам, веник в подарок при визите до 14:00' },
      { text: 'Пальто табачного оттенка, 7 900 руб.' },
      { text: 'Quit smoking: support group on Tuesdays', country: 'US' },
      { text: 'Магазин у дома открыт до 23:00' },
    ],
    incorrect: [
      { text: 'Снюс мята по 350', message: 'tobacco' },
      { text: 'Cloud Nine: disposable vapes 2 for 1', country: 'US', message: 'tobacco' },
      { text: 'Cigarros y vapeadores al 20%', country: 'US', message: 'tobacco' },
      { text: 'Подики и жидкости, новый завоз', message: 'tobacco' },
      { text: 'Табак для кальяна -30 %', message: 'tobacco' },
      { text: 'Стики для IQOS от 180 руб.', message: 'tobacco' },
      { text: 'Одноразки с мятным вкусом на 5000 затяжек', message: 'tobacco' },
      { text: 'Лаунж Дым: кальян за 900 весь вечер', message: 'tobacco' },
      { text: 'Солевая жидкость и в е й п ы по оптовым ценам', message: 'tobacco' },
    ],
  },
  check(subject, settings, { report }) {
    if (isAbroad(subject, settings)) {
      const hit = advertisedTopic(subject, settings, 'tobacco') ?? claimInRussian(subject, settings, russianTobacco);
      if (hit !== undefined) report({ message: 'tobacco', range: hit.range, data: { term: hit.text } });
      return;
    }
    for (const lexicon of lexicons) {
      const hit = firstClaim(subject, lexicon.pattern, lexicon.excused);
      if (hit !== undefined) return report({ message: 'tobacco', range: hit.range, data: { term: hit.text } });
    }
  },
});
