import { appendFix } from '../claims.ts';
import { creditOffer, creditTriggers } from '../credit-offer.ts';
import { riskLine } from '../lexicon/ru-credit.ts';
import { defineRule, type Rule } from '../rule.ts';

export const creditNoRiskWarning: Rule<'missing'> = defineRule({
  id: 'credit-no-risk-warning',
  description: { en: 'Credit is advertised with the line on means and risks', ru: 'В рекламе кредита есть строка о возможностях и рисках' },
  messages: {
    missing: {
      en: 'Consumer credit is advertised without the line «Оценивайте свои финансовые возможности и риски». Add it word for word.',
      ru: 'В рекламе кредита нет строки «Оценивайте свои финансовые возможности и риски». Добавьте её дословно.',
    },
  },
  triggers: creditTriggers,
  examples: {
    correct: [
      { text: 'Кредит наличными в ПАО Дельта. Оценивайте свои финансовые возможности и риски' },
      { text: 'Платёж по кредиту 21 000 руб. 15.12, ПАО Дельта', kind: 'transactional' },
      { text: 'Не в кредит доверия, а по делу: чай 90 руб.' },
      { text: 'Рассрочка от магазина «Диван» на 4 месяца, цена та же' },
      { text: 'Кредитная история: отчёт за день, 300 руб.' },
      { text: 'Кредит для бизнеса до 10 млн, АО Банк Дельта' },
      { text: 'Закроем кредиты через банкротство, юристы «Щит»' },
    ],
    incorrect: [
      { text: 'Кредит 9,9 %! Банк Дельта', message: 'missing' },
      { text: 'Займ 15 000 руб. за 5 минут, ДеньДень', message: 'missing' },
      { text: 'Ипотека с господдержкой, ПАО Дельта', message: 'missing' },
      { text: 'Кухни в кредит от 2 900 руб. в месяц', message: 'missing' },
      { text: 'Деньги до зарплаты, МКК Рубль', message: 'missing' },
      { text: 'Вам одобрена кредитка с лимитом 300 000 руб.', message: 'missing' },
      { text: 'Заявка принята. Вам предодобрен кредит, оформите сейчас', kind: 'transactional', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const hit = creditOffer(subject);
    if (hit === undefined || subject.folded.replace(/\s{1,4}/gu, ' ').includes(riskLine)) return;
    report({ message: 'missing', range: hit.range, fix: appendFix(subject, 'Оценивайте свои финансовые возможности и риски') });
  },
});
