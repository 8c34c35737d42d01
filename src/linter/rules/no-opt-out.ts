import { appendFix } from '../claims.ts';
import { offersRussianOptOut } from '../lexicon/ru-opt-out.ts';
import { defineRule, type Rule, type Subject } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { namesWayOut, optOutRoutes } from '../world/opt-out-route.ts';

/** Finds a way out in the language of the message; one is enough. */
const finders: readonly ((subject: Subject) => boolean)[] = [offersRussianOptOut];

export const noOptOut: Rule<'missing'> = defineRule({
  id: 'no-opt-out',
  description: { en: 'Marketing says how to stop it', ru: 'В рекламе сказано, как от неё отказаться' },
  messages: {
    missing: {
      en: 'The message does not say how to stop these messages in a way that works on this channel. Add a route: STOP to a number that takes replies, a link, a button.',
      ru: 'В сообщении нет действующего способа отказаться от рассылки. Добавьте: СТОП на номер, принимающий ответы, ссылку или кнопку.',
    },
  },
  sampleDefaults: { sender: 'RozSlon' },
  examples: {
    correct: [
      { text: 'Колос: сушки 120 руб. Не слать рекламу: kolos.example/n' },
      { text: 'Розовый Слон: новинки зимы, rozslon.example. Отписка: СТОП на 4455' },
      { text: 'Пицца 400 руб. до 12.12', channel: 'max', buttons: ['Отписаться'] },
      { text: 'Розовый Слон: новинки зимы [Не получать]', channel: 'max' },
      { text: 'Розовый Слон: новинки зимы. /stop - не получать', channel: 'telegram' },
      { text: 'Шины Круг: сезонное хранение 2 000 руб. Отказ от смс: 8-800-555-01-10' },
      { text: 'Кофейня Зерно: раф 190 руб. Настройки рассылки: zerno.example/n' },
      { text: 'Кофейня Зерно: раф 190 руб. Чтобы отключить рассылку, ответьте СТОП', channel: 'whatsapp' },
      { text: 'Кофейня Зерно: раф 190 руб. Ответьте СТОП, чтобы отписаться', sender: '4455' },
      { text: 'Цветы Астра: букет 1 200 руб. Отписаться можно в личном кабинете' },
      { text: 'Заказ 12 готов', kind: 'transactional' },
      { text: 'Blue Kettle: 20% off. Reply STOP to end', country: 'US', sender: '62555' },
      { text: 'Teekanne: Rabatt. Abmelden: kanne.example/stop', country: 'DE' },
      { text: 'Bouilloire : -20 %. STOP 36180', country: 'FR' },
    ],
    incorrect: [
      { text: 'Розовый Слон: новинки зимы', message: 'missing' },
      { text: 'Blue Kettle: 20% off, stop by our store', country: 'US', sender: '62555', message: 'missing' },
      { text: 'Teekanne: 20 % Rabatt auf Kannen', country: 'DE', message: 'missing' },
      { text: 'Bouilloire : -20 % sur les théières', country: 'FR', message: 'missing' },
      { text: 'Mavi: çaydanlıkta %20 indirim', country: 'TR', message: 'missing' },
      { text: 'Розовый Слон: новинки зимы. Ответьте СТОП', message: 'missing' },
      { text: 'Кофе без кофеина: отказ от кофеина стал вкусным, 190 руб.', message: 'missing' },
      { text: 'Мебель Дуб: стоп-цены на шкафы до 5 мая, dub.example', message: 'missing' },
      { text: 'Автостоп-тур по Карелии 9 900 руб., tur.example/karelia', message: 'missing' },
      { text: 'Пицца 400 руб. до 12.12', channel: 'max', buttons: ['Заказать'], message: 'missing' },
      { text: 'Останови выбор на нас: двери Титан, 9 900 руб.', message: 'missing' },
    ],
  },
  check(subject, settings, { report }) {
    if (isAbroad(subject, settings)) {
      if (subject.kind === 'marketing' && !namesWayOut(optOutRoutes(subject, settings))) report({ message: 'missing', range: null });
      return;
    }
    if (subject.kind !== 'marketing' || finders.some((offers) => offers(subject))) return;
    const replies = subject.input.channel !== 'sms' && subject.input.country === 'RU';
    report({
      message: 'missing',
      range: null,
      ...(replies ? { fix: appendFix(subject, 'Чтобы отписаться, ответьте СТОП') } : {}),
    });
  },
});
