import { adText, appendFix } from '../claims.ts';
import { creditOffer, creditTriggers } from '../credit-offer.ts';
import { creditCondition, studyLine } from '../lexicon/ru-credit.ts';
import { defineRule, type Rule } from '../rule.ts';

export const creditNoStudyWarning: Rule<'missing'> = defineRule({
  id: 'credit-no-study-warning',
  description: {
    en: 'A credit condition is named with the line to study all of them',
    ru: 'Условие кредита названо вместе со строкой «Изучите все условия»',
  },
  messages: {
    missing: {
      en: 'A condition of the credit is named without the line «Изучите все условия кредита (займа)» and where they are. Add it with the page of the terms.',
      ru: 'Названо условие кредита, но нет строки «Изучите все условия кредита (займа)» с указанием, где они. Добавьте её со ссылкой на условия.',
    },
  },
  triggers: creditTriggers,
  examples: {
    correct: [
      { text: 'Кредит наличными в ПАО Дельта. Оценивайте свои финансовые возможности и риски' },
      { text: 'Кредит до 300 000 руб., ПАО Дельта. Изучите все условия кредита (займа): delta.example/t' },
      { text: 'Займ до 30 000 руб. Изучите все условия займа на rubl.example/u' },
      { text: 'Платёж по кредиту 21 000 руб. 15.12', kind: 'transactional' },
      { text: 'Рассрочка от магазина на 4 месяца, диван 19 900 руб.' },
      { text: 'Вклад под 14 % на 6 месяцев, ПАО Дельта' },
    ],
    incorrect: [
      { text: 'Ипотека: платёж от 21 000 руб. в месяц, ПАО Дельта. Оценивайте свои финансовые возможности и риски', message: 'missing' },
      { text: 'Кредит 9,9 %! Банк Дельта', message: 'missing' },
      { text: 'Займ 15 000 руб. за 5 минут, ДеньДень', message: 'missing' },
      { text: 'Кухня в кредит без первоначального взноса, банк-партнёр', message: 'missing' },
      { text: 'Кредит на 5 лет в ПАО Дельта', message: 'missing' },
      { text: 'Первый займ бесплатно, МКК Рубль', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const hit = creditOffer(subject);
    if (hit === undefined || studyLine.test(subject.folded.replace(/\s{1,4}/gu, ' '))) return;
    if (!creditCondition.test(adText(subject))) return;
    report({ message: 'missing', range: hit.range, fix: appendFix(subject, 'Изучите все условия кредита (займа)') });
  },
});
