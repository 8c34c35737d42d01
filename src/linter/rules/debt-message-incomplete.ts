import { contactPhone, creditorName, debtFact, debtTriggers, isDebtMessage } from '../lexicon/ru-debt.ts';
import { defineRule, type Rule } from '../rule.ts';

export const debtMessageIncomplete: Rule<'incomplete'> = defineRule({
  id: 'debt-message-incomplete',
  description: { en: 'A debt message names creditor, overdue debt and phone', ru: 'В сообщении о долге есть кредитор, факт просрочки и телефон' },
  messages: {
    incomplete: {
      en: 'A debt message must name the creditor, the fact of the overdue debt and a contact phone; missing: {missing}. Add it.',
      ru: 'В сообщении о долге нужны кредитор, факт просроченной задолженности и телефон; не хватает: {missing}. Добавьте.',
    },
  },
  triggers: debtTriggers,
  sampleDefaults: { kind: 'transactional', sender: 'INFO' },
  examples: {
    correct: [
      { text: 'ООО МКК Рубль: просроченная задолженность 5 000 руб. по договору 77. Тел. 8-800-555-01-10' },
      { text: 'Завтра дата платежа 2 300 руб. по кредиту' },
      { text: 'АО Банк Дельта: просрочка по кредиту 3 дня, звоните 8 800 555-01-11' },
      { text: 'Задолженность за свет 700 руб., Энергосбыт' },
      { text: 'Займ погашен полностью, долга нет. МКК Рубль' },
      { text: 'Рефинансируем просрочку: консультация юриста' },
    ],
    incorrect: [
      { text: 'МКК Рубль: просрочка 5 000 руб.', message: 'incomplete' },
      { text: 'Погасите долг по займу до вечера, тел. 8-800-555-01-10', message: 'incomplete' },
      { text: 'Банк Дельта ждёт оплату просроченного кредита', message: 'incomplete' },
      { text: 'У вас задолженность 12 000 руб. по договору займа', message: 'incomplete' },
      { text: 'Верните долг 4 000 руб., иначе суд', message: 'incomplete' },
      { text: 'Просрочен платёж по кредиту. ПАО Дельта', message: 'incomplete' },
    ],
  },
  check(subject, _settings, { report }) {
    if (!isDebtMessage(subject)) return;
    const { folded, text } = subject;
    const byOpening = /^[^\p{L}]{0,3}["«]?\p{Lu}[\p{L}\d -]{2,30}["»]?:/u.test(text);
    const missing = [
      ...(creditorName.test(folded) || byOpening ? [] : ['кредитор']),
      ...(debtFact.test(folded) ? [] : ['факт просрочки']),
      ...(contactPhone.test(folded) ? [] : ['телефон']),
    ];
    if (missing.length > 0) report({ message: 'incomplete', range: null, data: { missing: missing.join(', ') } });
  },
});
