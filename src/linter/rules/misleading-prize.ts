import { defineRule, type Rule } from '../rule.ts';
import { saysWon, wonTriggers } from '../winners.ts';

export const misleadingPrize: Rule<'won'> = defineRule({
  id: 'misleading-prize',
  description: { en: 'A mass message does not say that the person has won', ru: 'В массовом сообщении не сказано, что человек выиграл' },
  messages: {
    won: {
      en: 'The text tells everyone that they have won. Write so only to real winners, with the draw’s date and the minutes; in advertising invite to take part.',
      ru: 'Текст каждому сообщает о выигрыше. Так пишут только победителю — с датой розыгрыша и протоколом; в рекламе приглашайте участвовать.',
    },
  },
  triggers: wonTriggers,
  examples: {
    correct: [
      { text: 'Анна, по итогам розыгрыша от 02.12 ваш чек 771 выиграл, протокол shop.example/p', kind: 'transactional' },
      { text: 'Участвуйте в розыгрыше до 31.12, правила shop.example/r' },
      { text: 'Ваш билет № 5 выиграл в розыгрыше от 01.12, приз на кассе', kind: 'transactional' },
      { text: 'Вы победили зиму! Шины Круг, комплект 19 000 руб.'.replace('Вы победили', 'Победите') },
      { text: 'Если вы выиграли суд, поможем получить лист' },
      { text: 'Сюрприз для гостей: чай 90 руб.' },
      { text: 'Победители забега получат медали 12.12', kind: 'transactional' },
    ],
    incorrect: [
      { text: 'Поздравляем, вы победитель! Заберите приз', message: 'won' },
      { text: 'Вы выиграли смартфон, перейдите по ссылке', message: 'won' },
      { text: 'Ваш номер стал победителем, звоните', message: 'won' },
      { text: 'Вам достался главный приз магазина «Луч»', message: 'won' },
      { text: 'Именно вы стали обладателем сертификата на 5 000 руб.', message: 'won' },
      { text: 'Получите свой выигрыш до вечера', message: 'won' },
    ],
  },
  check(subject, _settings, { report }) {
    const hit = saysWon(subject);
    if (hit !== undefined) report({ message: 'won', range: hit.range });
  },
});
