import { quick } from '../../text/index.ts';
import { adText, firstClaim } from '../claims.ts';
import { russianAlcohol } from '../lexicon/ru-alcohol.ts';
import { defineRule, type Rule } from '../rule.ts';

const warning: RegExp = quick(
  /чрезмерн\p{L}{0,30} (?:употреблен|потреблен)\p{L}{0,30}[^.!?\n]{0,40}(?:вред|здоров)|(?:вред\p{L}{0,30}|здоров\p{L}{0,30})[^.!?\n]{0,30}чрезмерн/u,
);
const promo: RegExp = quick(
  /(?<!\p{L})(?:розыгрыш\p{L}{0,30}|разыгр\p{L}{0,30}|выигра\p{L}{0,30}|в подарок|дарим|приз\p{L}{0,30}|лотере\p{L}{0,30}|конкурс\p{L}{0,30}|(?:купи|возьми|за|при покупке|приобрет|закаж|бер[иеё]|приобретая|покупа)\p{L}{0,5}(?: (?:от )?(?:\d|две|два|три|пару|бутыл|любую|вторую|ящик|литр))\p{L}{0,8}[^\n]{0,60} (?:скидк|получ|дешевле|бесплатн|подар|даром|\d{1,2} ?%|бонус|икр|вторая|третья|за полцены|штопор|сыр)\p{L}{0,5}|2 по цене 1|два по цене|1 ?\+ ?1|2 ?\+ ?1|участву\p{L}{1,30}|второй \p{L}{1,30} бесплатно|бесплатно)(?!\p{L})/u,
);

type Message = 'channel' | 'warning' | 'promo';

export const alcoholAd: Rule<Message> = defineRule({
  id: 'alcohol-ad',
  description: {
    en: 'Alcohol is not advertised on the internet, without the warning, or as a promo condition',
    ru: 'Алкоголь не рекламируют в интернете, без предупреждения и как условие акции',
  },
  messages: {
    channel: {
      en: '"{term}" advertises alcohol in a messenger, and the internet is barred to such advertising. Take it out.',
      ru: '«{term}» — реклама алкоголя в мессенджере, а в интернете она запрещена. Уберите.',
    },
    warning: {
      en: '"{term}" advertises alcohol without the warning on the harm of excessive use. Add it and limit the audience to adults, or take the drink out.',
      ru: '«{term}» — реклама алкоголя без предупреждения о вреде чрезмерного употребления. Добавьте его и ограничьте аудиторию взрослыми или уберите напиток.',
    },
    promo: {
      en: '"{term}" makes alcohol the condition or the prize of a promotion. Take it out.',
      ru: '«{term}»: алкоголь — условие или приз акции. Уберите.',
    },
  },
  triggers: russianAlcohol.triggers,
  examples: {
    correct: [
      { text: 'Заказ 118 готов, нужен паспорт', kind: 'transactional' },
      { text: 'Магазин Гроздь работает 31.12 до 18:00' },
      { text: 'Безалкогольное пиво и безалкогольный глинтвейн 190 руб.' },
      { text: 'Виноград, шампиньоны и ром-баба на Пивоваренном, 5' },
      { text: 'Пальто коньячного цвета, винтовая лестница, Виноградная 7' },
      { text: 'Роман о Роме, джинсы и ромашки, крафт-бумага 90 руб.' },
      { text: 'Без чувства вины: низкокалорийный торт 390 руб.' },
      { text: 'Винный уксус 120 руб. и пивные дрожжи' },
      { text: 'Вино недели 900 руб. Чрезмерное употребление алкоголя вредит вашему здоровью' },
    ],
    incorrect: [
      { text: 'Просекко 2 по цене 1', message: 'promo' },
      { text: 'Крафтовое пиво недели, 18+', channel: 'max', message: 'channel' },
      { text: 'Купи бутылку бренди, участвуй в розыгрыше', message: 'promo' },
      { text: 'Разливное пиво от 120 руб. за литр', message: 'warning' },
      { text: 'Жигулёвское 89 р литр, к пивку вобла', message: 'warning' },
      { text: 'По пятницам наливаем пенное за 150 руб.', message: 'warning' },
      { text: 'Грузинское вино с доставкой 690 руб.', message: 'warning' },
      { text: 'В0дка и кoньяк по цене завода', message: 'warning' },
      { text: 'Бокал игристого в подарок к ужину', message: 'promo' },
      { text: 'Третий бокал эля бесплатно по пятницам', message: 'promo' },
      { text: 'Пинта лагера 200 руб. по вторникам', message: 'warning' },
      { text: 'Сет из пяти настоек 700 руб.', message: 'warning' },
      { text: 'Белое полусладкое за 490 руб.', message: 'warning' },
      { text: 'Дегустация виски в пятницу, вход 900 руб.', message: 'warning' },
    ],
  },
  check(subject, settings, { report }) {
    const warned = warning.exec(subject.folded);
    const hit = firstClaim(
      subject,
      russianAlcohol.pattern,
      (claim) =>
        (warned !== null && claim.hit.index >= warned.index && claim.hit.index < warned.index + warned[0].length + 10) ||
        (russianAlcohol.excused?.(claim) ?? false),
    );
    if (hit === undefined) return;
    const barred = Array.isArray(settings.barredChannels) ? (settings.barredChannels as string[]) : ['whatsapp', 'telegram', 'max', 'viber', 'rcs'];
    const data = { term: hit.text };
    if (barred.includes(subject.input.channel)) report({ message: 'channel', range: hit.range, data });
    else if (promo.test(adText(subject))) report({ message: 'promo', range: hit.range, data });
    else if (warned === null) report({ message: 'warning', range: hit.range, data });
  },
});
