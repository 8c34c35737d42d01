import { offerTriggers } from '../lexicon/ru-offer.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { confirmsOptOut, occurs, offersIn } from '../world/offers.ts';

export const marketingInTransactional: Rule<'offer'> = defineRule({
  id: 'marketing-in-transactional',
  description: { en: 'A service message or code carries no offer', ru: 'В сервисном сообщении и в коде нет предложений' },
  messages: {
    offer: {
      en: 'This sentence is an offer: with it the whole message is advertising. Take it out, or send it as marketing to those who consented.',
      ru: 'Это предложение рекламирует: с ним всё сообщение — реклама. Уберите его или отправьте отдельно как рекламу тем, кто дал согласие.',
    },
  },
  triggers: [...offerTriggers, ...topics.triggers(['offer'])],
  sampleDefaults: { kind: 'transactional', sender: 'RozSlon' },
  examples: {
    correct: [
      { text: 'Your order 44 shipped. 20% discount was applied', country: 'US' },
      { text: 'Ihr Termin ist am 3.3. um 10 Uhr', country: 'DE' },
      { text: 'Su pedido 44 llega hoy', country: 'ES' },
      { text: 'Elm Bank: did you spend $312.40 at Blue Kettle? Reply YES or NO', country: 'US' },
      { text: 'Votre carte cadeau de 30 € est en caisse', country: 'FR' },
      { text: 'Код для входа: 90412. Никому его не сообщайте', kind: 'auth' },
      { text: 'Посылка 4471 ждёт в пункте выдачи на Полевой 9 до 14.12, нужен паспорт' },
      { text: 'Оплата абонемента получена, он действует до 01.03' },
      { text: 'Списано 200 баллов, скидка по чеку 200 руб.' },
      { text: 'Лавка Скидкин: заказ 77 собран' },
      { text: 'Семинар «Распродажа без убытков» начнётся в 10:00, аудитория 3' },
      { text: 'Салон «Подарок соседке»: запись на 15:00 подтверждена' },
      { text: 'Подарочный сертификат № 118 активирован' },
      { text: 'Бесплатный номер поддержки 8-800-555-01-12' },
      { text: 'Акция завершена, заказы по ней доставим до пятницы' },
      { text: 'Ваш подарок доставлен, получатель расписался' },
      { text: 'Вы записаны на 14:00. Отмена бесплатна до 12:00' },
      { text: 'Оцените доставку от 1 до 5' },
      { text: 'Товар поступил на склад, новая дата доставки 12.12' },
    ],
    incorrect: [
      { text: 'Your order 44 shipped. Get 20% off your next order', country: 'US', message: 'offer' },
      { text: 'Ihre Bestellung ist da. 10 % Rabatt auf den nächsten Einkauf', country: 'DE', message: 'offer' },
      { text: 'Votre colis est arrivé. Profitez de -15 % sur le site', country: 'FR', message: 'offer' },
      { text: 'Su pedido llega hoy. 20% de descuento en la próxima compra', country: 'ES', message: 'offer' },
      { text: 'Il tuo ordine è pronto. Sconto 10% sul prossimo acquisto', country: 'IT', message: 'offer' },
      { text: 'Seu pedido saiu. Ganhe 10% de desconto na próxima compra', country: 'BR', message: 'offer' },
      { text: 'Siparişiniz yolda. Bir sonraki siparişinizde %10 indirim', country: 'TR', message: 'offer' },
      { text: 'Paczka jest w drodze. Rabat 10% na kolejne zakupy', country: 'PL', message: 'offer' },
      { text: 'تم شحن طلبك. خصم 10% على طلبك القادم', country: 'AE', message: 'offer' },
      { text: 'आपका ऑर्डर रवाना हुआ। अगली बार 10% छूट', country: 'IN', message: 'offer' },
      { text: '주문이 발송되었습니다. 다음 주문 10% 할인', country: 'KR', message: 'offer' },
      { text: 'Тапсырысыңыз жолда. Келесі жолы 10% жеңілдік', country: 'KZ', message: 'offer' },
      { text: "Buyurtmangiz yo'lda. Keyingi safar 10% chegirma", country: 'UZ', message: 'offer' },
      { text: 'Код для входа: 90412. А ещё сегодня -15% на всё с кодом ЛЕТО', kind: 'auth', message: 'offer' },
      { text: 'Посылка 4471 ждёт в пункте выдачи. К ней подойдёт чехол за 390 руб., закажите сейчас', message: 'offer' },
      { text: 'Оплата абонемента получена. Приведите друга до пятницы, и мы подарим вам месяц', message: 'offer' },
      { text: 'Начислено 300 бонусов. Потратьте их до воскресенья на новинки осени!', message: 'offer' },
      { text: 'Ваша запись на 15:00 подтверждена. Попробуйте новую процедуру для волос', message: 'offer' },
      { text: 'Платёж принят. Вам одобрен кредит, оформите в приложении', message: 'offer' },
      { text: 'Чек отправлен. Загляните к нам в отдел обуви', message: 'offer' },
      { text: 'Заказ доставлен. Скидка 10 % на следующий заказ по коду СНОВА', message: 'offer' },
    ],
  },
  check(subject, settings, { report }) {
    if (subject.kind === 'marketing') return;
    if (isAbroad(subject, settings)) {
      if (confirmsOptOut(subject, settings)) return;
      const deception = topics.pattern('deception', languagesOf(settings));
      const honest = offersIn(subject, settings).find(([from, to]) => !occurs(deception, subject.folded.slice(from, to)));
      const [start, end] = honest ?? [];
      if (start !== undefined && end !== undefined) report({ message: 'offer', range: subject.original(start, end) });
      return;
    }
    const offer = subject.advertised[0];
    if (offer !== undefined) report({ message: 'offer', range: subject.original(offer[0], offer[1]) });
  },
});
