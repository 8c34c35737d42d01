import { adText, appendFix } from '../claims.ts';
import { literalsOf } from '../lexicon/literals.ts';
import { bankruptcyLine, bankruptcyLineFolded, debtReliefCue, notDebtRelief } from '../lexicon/ru-bankruptcy.ts';
import { defineRule, type Rule } from '../rule.ts';

export const bankruptcyNoWarning: Rule<'missing'> = defineRule({
  id: 'bankruptcy-no-warning',
  description: { en: 'Help with debts is advertised with the statutory line', ru: 'В рекламе помощи с долгами есть строка из закона' },
  messages: {
    missing: {
      en: 'Help with release from debts is advertised without the statutory line on the consequences of bankruptcy. Add it word for word.',
      ru: 'В рекламе помощи с долгами нет строки из закона о последствиях банкротства. Добавьте её дословно.',
    },
  },
  triggers: literalsOf(debtReliefCue.source),
  examples: {
    correct: [
      { text: `Юридическая помощь при банкротстве граждан, цены lex.example. ${bankruptcyLine}` },
      { text: 'Ваше дело А00-1/2026: заседание 14.01', kind: 'transactional' },
      { text: 'Консультация по договору аренды 900 руб.' },
      { text: 'Торги по банкротству: квартира в Омске, лот 5' },
      { text: 'Гражданский долг: приходите на выборы' },
      { text: 'Погасите просроченную задолженность по договору 77, МКК Рубль', kind: 'transactional' },
    ],
    incorrect: [
      { text: 'Хватит выплачивать займы: аннулируем долги через суд', message: 'missing' },
      { text: 'Банкротство под ключ 5 000 в месяц', message: 'missing' },
      { text: 'Спишем долги законно', message: 'missing' },
      { text: 'Списание долгов физлиц, бесплатная консультация', message: 'missing' },
      { text: 'Нечем платить по кредитам? Юристы «Щит» рядом', message: 'missing' },
      { text: 'Банкротство граждан. Банкротство влечет негативные последствия', message: 'missing' },
      { text: 'Поможем закрыть кредиты и займы через суд', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject).replace(/\s{1,4}/gu, ' ');
    if (text === '' || bankruptcyLineFolded.test(subject.folded.replace(/\s{1,4}/gu, ' ')) || notDebtRelief.test(text)) return;
    const hit = subject.findAdvertised(debtReliefCue);
    if (hit === undefined || /рефинанс/u.test(text)) return;
    report({ message: 'missing', range: hit.range, fix: appendFix(subject, bankruptcyLine) });
  },
});
