import { namesItself } from '../lexicon/ru-identity.ts';
import { isGenericName, isNumericName } from '../lexicon/sender-names.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { namesWriter } from '../world/name-in-text.ts';
import { showsNobody } from '../world/sender-shape.ts';

export const senderNotIdentified: Rule<'unknown'> = defineRule({
  id: 'sender-not-identified',
  description: { en: 'The recipient can tell who writes', ru: 'Получатель понимает, кто пишет' },
  messages: {
    unknown: {
      en: 'Neither the sender name nor the text says who writes. Begin the text with the name of the company or brand.',
      ru: 'Ни имя отправителя, ни текст не говорят, кто пишет. Начните текст с названия компании или бренда.',
    },
  },
  examples: {
    correct: [
      { text: 'Скидки ждут вас!', sender: 'RozSlon' },
      { text: 'Blue Kettle: 20% off teapots', sender: '62555', country: 'US' },
      { text: 'Big weekend sale at Harper Lane', sender: '62555', country: 'US' },
      { text: '(광고)블루케틀 20% 할인', sender: '15885555', country: 'KR' },
      { text: 'Розовый Слон: новинки зимы', sender: 'INFO' },
      { text: 'Пекарня «Колос» открылась на Садовой', sender: '89990000012' },
      { text: 'ООО Тесто: пицца 400 руб.', sender: 'SMS' },
      { text: 'Ждём вас на ярмарке, расписание на yarmarka.example', sender: '4455' },
      { text: 'Скидки ждут вас! Ваш Колос', sender: 'PROMO' },
      { text: 'Стрижка 900 руб. Салон Лотос', sender: 'INFO' },
    ],
    incorrect: [
      { text: 'Скидки ждут вас!', sender: 'INFO', message: 'unknown' },
      { text: 'Big weekend sale! 20% off everything', sender: '62555', country: 'US', message: 'unknown' },
      { text: 'Promoção só hoje, tudo com 30% de desconto', sender: '28555', country: 'BR', message: 'unknown' },
      { text: '(광고)오늘만 전품목 20% 할인', sender: '15885555', country: 'KR', message: 'unknown' },
      { text: 'Приходите на ярмарку в субботу', sender: '9990000013', message: 'unknown' },
      { text: 'Акция: второй шкаф дешевле на 20 %', sender: 'SMS', message: 'unknown' },
      { text: 'Ваш заказ готов, заберите до вечера', sender: '4455', kind: 'transactional', message: 'unknown' },
      { text: 'Здравствуйте! Приглашаем на распродажу шуб', sender: 'Promo', message: 'unknown' },
      { text: 'Внимание! Цены снижены до пятницы', sender: 'sale', message: 'unknown' },
    ],
  },
  check(subject, settings, { report }) {
    const { sender, facts } = subject;
    if (facts.registeredSenders?.includes(sender)) return;
    if (isAbroad(subject, settings)) {
      if ((sender === '' || showsNobody(sender)) && !namesWriter(subject, settings)) report({ message: 'unknown', range: null });
      return;
    }
    if (sender !== '' && !isNumericName(sender) && !isGenericName(sender)) return;
    if (!namesItself(subject)) report({ message: 'unknown', range: null });
  },
});
