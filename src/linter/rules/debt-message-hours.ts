import { debtTriggers, isDebtMessage } from '../lexicon/ru-debt.ts';
import { defineRule, type Rule } from '../rule.ts';

const workday = { from: 8 * 60, to: 22 * 60 };
const restDay = { from: 9 * 60, to: 20 * 60 };

export const debtMessageHours: Rule<'hours'> = defineRule({
  id: 'debt-message-hours',
  description: { en: 'Debt messages only in the permitted hours', ru: 'Сообщения о долге только в разрешённые часы' },
  messages: {
    hours: {
      en: 'Messages about overdue debts may go from 08:00 to 22:00 on working days and from 09:00 to 20:00 on rest days and holidays, debtor’s time. Plan another hour.',
      ru: 'О просроченном долге пишут с 08:00 до 22:00 в рабочие дни и с 09:00 до 20:00 в выходные и праздники по времени должника. Перенесите отправку.',
    },
  },
  triggers: debtTriggers,
  sampleDefaults: { kind: 'transactional', at: '2026-11-21T21:10' },
  examples: {
    correct: [
      { text: 'МКК Рубль: просрочка 5 000 руб. по займу. Тел. 8-800-555-01-10', at: '2026-11-24T10:00' },
      { text: 'МКК Рубль: просрочка 5 000 руб. по займу. Тел. 8-800-555-01-10', at: '2026-11-24T21:59' },
      { text: 'МКК Рубль: просрочка 5 000 руб. по займу. Тел. 8-800-555-01-10', at: '2026-11-22T09:00' },
      { text: 'Завтра дата платежа 2 300 руб. по кредиту, ПАО Дельта' },
      { text: 'Задолженность за газ 900 руб., Горгаз' },
      { text: 'Пекарня Колос: хлеб до 23:00' },
    ],
    incorrect: [
      { text: 'МКК Рубль: просрочка 5 000 руб. по займу. Тел. 8-800-555-01-10', message: 'hours' },
      { text: 'Погасите задолженность по кредиту, банк Дельта', at: '2026-11-24T22:00', message: 'hours' },
      { text: 'Погасите задолженность по кредиту, банк Дельта', at: '2026-11-24T07:59:00+05:00', message: 'hours' },
      { text: 'Ваш долг по займу 9 000 руб. не погашен', at: '2026-11-22T08:30', message: 'hours' },
      { text: 'Просроченный платёж по договору займа, верните деньги', at: '2026-01-07T20:30', message: 'hours' },
    ],
  },
  check(subject, settings, { report }) {
    const { local } = subject;
    if (local === undefined || !isDebtMessage(subject)) return;
    const holidays = Array.isArray(settings.holidays)
      ? (settings.holidays as string[])
      : ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
    const rest = local.weekday >= 6 || holidays.includes(local.day.slice(5)) || holidays.includes(local.day);
    const hours = rest ? restDay : workday;
    if (local.minutes < hours.from || local.minutes >= hours.to) report({ message: 'hours', range: null });
  },
});
