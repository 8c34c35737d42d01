import { adText } from '../claims.ts';
import { creditOffer, creditTriggers } from '../credit-offer.ts';
import { anyRate, fullCost } from '../lexicon/ru-credit.ts';
import { defineRule, type Rule } from '../rule.ts';

export const creditNoPsk: Rule<'missing'> = defineRule({
  id: 'credit-no-psk',
  description: { en: 'The range of the full cost of credit stands before the rate', ru: 'Диапазон полной стоимости кредита стоит перед ставкой' },
  messages: {
    missing: {
      en: 'A rate is named, but the range of the full cost of credit (ПСК, lowest to highest) does not stand before it. Put it before the first rate.',
      ru: 'Названа ставка, но перед ней нет диапазона полной стоимости кредита (ПСК от и до). Поставьте его перед первой ставкой.',
    },
  },
  triggers: creditTriggers,
  examples: {
    correct: [
      {
        text: 'ПАО Дельта. ПСК 15,1-27,4 %, ставка от 13,9 % годовых. Изучите все условия кредита (займа): delta.example/t. Оценивайте свои финансовые возможности и риски. Кредит наличными',
      },
      { text: 'Кредит наличными в ПАО Дельта. Оценивайте свои финансовые возможности и риски' },
      { text: 'Платёж по кредиту 21 000 руб. 15.12, ставка 14 %', kind: 'transactional' },
      { text: 'Вклад «Весна» в ПАО Дельта: 14 % на 6 месяцев' },
      { text: 'Полная стоимость кредита от 18,2 % до 29 %. Кредит под 17 %, АО Банк' },
      { text: 'Диваны со скидкой 30 %, рассрочка от магазина на 4 месяца' },
    ],
    incorrect: [
      { text: 'Кредит 9,9 %! Банк Дельта', message: 'missing' },
      { text: 'Ипотека под 6 % на готовые квартиры, ПАО Дельта', message: 'missing' },
      { text: 'Ставка от 13,9 % годовых, ПСК 15,1-27,4 %. Кредит в ПАО Дельта', message: 'missing' },
      { text: 'Заказ получен. Вам одобрен кредит под 11,5 % годовых, ПАО Дельта', kind: 'transactional', message: 'missing' },
      { text: 'Займ под 0 % новым клиентам, МКК Рубль', message: 'missing' },
      { text: 'Автокредит от 4,9%, ПСК 20 %', message: 'missing' },
      { text: 'Рассрочка 0 % от банка-партнёра на кухни', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    if (creditOffer(subject) === undefined) return;
    const text = adText(subject);
    const cost = fullCost.exec(text);
    for (const rate of text.matchAll(anyRate)) {
      if (cost !== null && rate.index + rate[0].length <= cost.index + cost[0].length + 3 && rate.index >= cost.index) continue;
      if (
        !isLoanRate(
          text.slice(Math.max(0, rate.index - 40), rate.index),
          text.slice(rate.index + rate[0].length, rate.index + rate[0].length + 30),
          rate[0],
        )
      )
        continue;
      if (cost !== null && cost.index < rate.index) return;
      const at = subject.folded.indexOf(rate[0]);
      return report({ message: 'missing', range: at < 0 ? null : subject.original(at, at + rate[0].length) });
    }
  },
});

/** A percentage that is not a discount, cashback, down payment or probability. */
function isLoanRate(before: string, after: string, rate: string): boolean {
  if (
    /(?:скидк\p{L}{0,30}|кешбэк\p{L}{0,30}|кэшбэк\p{L}{0,30}|взнос\p{L}{0,30}|вероятност\p{L}{0,30}|одобр(?:ени\p{L}|я\p{L}{1,30}|им)|бонус\p{L}{0,30}|выгод\p{L}{0,30}|полная стоимость|пск|вклад\p{L}{0,30}|дешевле)[^.!?%]{0,15}$/u.test(
      before,
    )
  )
    return false;
  if (/^\s?(?:одобр|скид|кешбэк|кэшбэк|баллами|онлайн|первоначальн|взнос|гарант|заявок|стоимост|от цены)/u.test(after)) return false;
  return !/^100/u.test(rate) && !/- ?$/u.test(before);
}
