import { adText, appendFix, firstClaim } from '../claims.ts';
import { notMedicine, notSupplement, supplementCueAll, supplementTriggers } from '../lexicon/ru-supplement.ts';
import { hasMedicalWarning } from '../medical-context.ts';
import { defineRule, type Rule } from '../rule.ts';

export const badNoDisclaimer: Rule<'missing'> = defineRule({
  id: 'bad-no-disclaimer',
  description: { en: 'A supplement is advertised as not a medicine', ru: 'В рекламе БАД сказано, что это не лекарство' },
  messages: {
    missing: {
      en: '"{term}" advertises a food supplement without the notice that it is not a medicine. Add it.',
      ru: '«{term}» — реклама БАД без слов о том, что это не лекарство. Добавьте их.',
    },
  },
  triggers: supplementTriggers,
  examples: {
    correct: [
      { text: 'Омега-3, 120 капсул, 890 руб. БАД. Не является лекарственным средством' },
      { text: 'БАД Сердечко, источник магния. Не является лекарственным средством' },
      { text: 'Заказ 55 (витамин C) готов к выдаче', kind: 'transactional' },
      { text: 'Крем с коллагеном и витаминами для рук, 290 руб.' },
      { text: 'Витамины для кошек и собак, зоомагазин «Лапа»' },
      { text: 'Капсулы для стирки 30 шт. 390 руб.' },
      { text: 'Салат витаминный и обед 290 руб.' },
      { text: 'Капсульная коллекция пальто уже в зале' },
    ],
    incorrect: [
      { text: 'Омега-3, 120 капсул, 890 руб.', message: 'missing' },
      { text: 'Коллаген с витамином C -25 %', message: 'missing' },
      { text: 'Магний для спокойного сна, 590 руб.', message: 'missing' },
      { text: 'Витамины на зиму: D3 и цинк, 450 руб.', message: 'missing' },
      { text: 'Пробиотик «Бифи», 14 капсул, 620 руб.', message: 'missing' },
      { text: 'БАДы по оптовой цене до конца недели', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || notMedicine.test(subject.folded) || notSupplement.test(text) || hasMedicalWarning(subject.folded)) return;
    const hit = firstClaim(
      subject,
      supplementCueAll,
      ({ before, after }) =>
        /(?:анализ\p{L}{0,30}|на|кров\p{L}{0,30}|уровень|тест на|нехватк\p{L}{1,30}|дефицит\p{L}{0,30}|много|полон|заряд|без) (?:\p{L}{1,30} )?$/u.test(
          before,
        ) || /^ (?:роста|радости|счастья|общения|хорошего)/u.test(after),
    );
    if (hit !== undefined)
      report({ message: 'missing', range: hit.range, data: { term: hit.text }, fix: appendFix(subject, 'БАД. Не является лекарственным средством') });
  },
});
