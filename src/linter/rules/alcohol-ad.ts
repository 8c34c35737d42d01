import { adText, type Claim, firstClaim, isQuoted } from '../claims.ts';
import { defineRule, type Rule } from '../rule.ts';

const drink: RegExp =
  /(?<!\p{L})(?:вин(?:о|а|у|ом|е)(?!\p{L})|вин(?:а)? (?=франц|итал|груз|крым|кубан|испан|чил)|бутылк\p{L}{1,30} вина|винн\p{L}{1,30} (?:карт|сет|дегуст|вечер|клуб|казино|погреб|магазин)\p{L}{0,30}|винишк\p{L}{0,30}|пив(?:о|а|ом|е|у|ко|ка)(?!\p{L})|пивн\p{L}{1,30} (?:сет|вечер|фестивал|дегуст|бар|ресторан|магазин|карт|батл|понг)\p{L}{0,30}|водк\p{L}{0,30}|коньяк\p{L}{0,30}|бренди(?!\p{L})|виски(?!\p{L})|ром(?:а|ом|е)?(?!\p{L}|-)|джин(?:а|ом|е)?(?!\p{L}|-р)|джин-?тоник\p{L}{0,30}|просекко|шампанск\p{L}{1,30}|игрист\p{L}{1,30}|сидр(?:а|ы|ом|ов)?(?!\p{L})|пуаре|настойк\p{L}{0,30}|наливк\p{L}{0,30}|ликер\p{L}{0,30}|текил\p{L}{0,30}|абсент\p{L}{0,30}|вермут\p{L}{0,30}|мартини|глинтвейн\p{L}{0,30}|портвейн\p{L}{0,30}|херес(?!\p{L})|кальвадос\p{L}{0,30}|самбук\p{L}{0,30}|апероль?\p{L}{0,30}|шприц(?:-апероль| апероль)|мохито|маргарит[аыу](?= 1| за| по| -| в подарок)|негрони|самогон\p{L}{0,30}|крафт(?!\p{L})(?! ?-?(?:бумаг|пакет|короб))|крафтов\p{L}{1,30} (?:пив|сидр|эль|бар)\p{L}{0,30}|эль(?!\p{L})(?= |,)|лагер (?=светл|темн|фильтр|нефильтр)|стаут\p{L}{0,30}|разливн\p{L}{1,30}(?! (?:молок|мыл|масл|дух|парфюм|квас|мед|машин|лин|лимонад))|(?:светл|темн|нефильтрованн|фильтрованн)\p{L}{1,30} (?:разливн|0[,.]5|пив)\p{L}{0,30}|шот(?:ы|ов|а|ами)?(?!\p{L})|алкогол\p{L}{0,30}|спиртн\p{L}{1,30}|саперави|каберне|рислинг\p{L}{0,30}|мерло|брют(?!\p{L})|бокал\p{L}{0,30} (?:\p{L}{1,30} )?(?:в подарок|за|от|бесплатно)|beer|vodka|whisky|whiskey|prosecco|wine(?!\p{L}))/gu;
const warning: RegExp =
  /чрезмерн\p{L}{0,30} (?:употреблен|потреблен)\p{L}{0,30}[^.!?\n]{0,40}(?:вред|здоров)|(?:вред\p{L}{0,30}|здоров\p{L}{0,30})[^.!?\n]{0,30}чрезмерн/u;
const promo: RegExp =
  /(?<!\p{L})(?:розыгрыш\p{L}{0,30}|разыгр\p{L}{0,30}|выигра\p{L}{0,30}|в подарок|дарим|приз\p{L}{0,30}|лотере\p{L}{0,30}|конкурс\p{L}{0,30}|2 по цене 1|два по цене|1 ?\+ ?1|2 ?\+ ?1|участву\p{L}{1,30}|второй \p{L}{1,30} бесплатно|бесплатно)(?!\p{L})/u;

function excused(claim: Claim): boolean {
  const { hit, before, after } = claim;
  if (
    /(?:безалкогольн|нулев|0[,.]0 ?%|без алкогол|детск)\p{L}{0,30} (?:\p{L}{1,30} )?$/u.test(before) ||
    /^ ?(?:0[,.]0|без ?алкогол|безалкогольн|нулевк|\(безалк)/u.test(after)
  )
    return true;
  const word = hit.text;
  if (
    /(?:торт|конфет|шоколад|десерт|варень|мармелад|духи|аромат|парфюм|пирож|эклер|мороженое|мороженого|соус|маринад|плед|открытк)\p{L}{0,30}[^.!?]{0,25}$/u.test(
      before,
    )
  )
    return true;
  if (/^алкогол/u.test(word))
    return /кодирован|зависимост|лечени|вывод|без |избав|от |против|вред|запрещ|не прода|анализ|тест|не содерж|не нужен|отказ/u.test(
      before.slice(-25) + after.slice(0, 25),
    );
  if (/^ром/u.test(word))
    return (
      (/^ром(?:а|е)$/u.test(word) && (!/бутыл|коктейл|бокал|литр|виски|бар|напит|\d ?мл|кол[аы]/u.test(before + after) || isQuoted(claim))) ||
      /^-баб/u.test(after)
    );
  if (/^джин$/u.test(word)) return /лампы|алладин|аладдин|из бутылки/u.test(before + after);
  if (/^вин[ауе]$/u.test(word))
    return (
      /(?:чувств\p{L}{0,30}|без|твоя|ваша|моя|наша|не|чья|по|признал\p{L}{0,30}|по моей|в том нет) $/u.test(before) &&
      !/бутыл|бокал|сорт/u.test(before)
    );
  if (/^(?:коньяк|шампанск|вин|бордо|брют)/u.test(word) && /^ (?:цвет|оттен)/u.test(after)) return true;
  if (/^настойк/u.test(word)) return /боярышник|валериан|прополис|пустырник|аптек|травян\p{L}{1,30} для|капл/u.test(before + after);
  if (/^шот/u.test(word)) return /имбир|витамин|кислород|эспрессо|скрин|сыворот|кофе|смузи|ягод|детокс/u.test(before + after);
  if (/^крафт/u.test(word)) return !/пив|сидр|эль|бар|разлив|сидр|эль|литр|кег|кран/u.test(before + word + after);
  if (/^(?:мохито|глинтвейн|маргарит)/u.test(word))
    return /безалк|чай|лимонад|со вкус|вкус|духи|аромат|свеч|пицц|набор специй|кофе/u.test(before.slice(-25) + after.slice(0, 25));
  if (/^эль$/u.test(word)) return !/пив|светл|темн|крафт|литр|бокал/u.test(before + after);
  if (/^бокал/u.test(word)) return !/вин|игрист|шампан|просекко|пив|алкогол/u.test(before + word + after);
  if (
    /^(?:пив|вин)н?\p{L}{0,30}/u.test(word) &&
    /(?:дрожж|уксус|шкаф|бочк|бокал\p{L}{0,30} для|кружк\p{L}{0,30} для|открывашк|штопор|переулок|ул|улиц\p{L}{0,30}|проспект|станци\p{L}{0,30}) ?$/u.test(
      before.slice(-20),
    )
  )
    return true;
  if (/^сидр/u.test(word)) return /уксус/u.test(before + after);
  return (
    /^(?:ликер|коньяк|виски|ром|амаретто|вермут)/u.test(word) &&
    /(?:конфет\p{L}{0,30}|вкус\p{L}{0,30}|аромат\p{L}{0,30}|соус\p{L}{0,30}|торт\p{L}{0,30}|пропит\p{L}{1,30}|глазур\p{L}{0,30}|духи|парфюм\p{L}{0,30}|камн\p{L}{1,30} для|набор\p{L}{0,30} для) (?:\p{L}{1,30} ){0,2}$/u.test(
      before,
    )
  );
}

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
  triggers: [
    'вин',
    'пив',
    'водк',
    'коньяк',
    'бренди',
    'виски',
    'ром',
    'джин',
    'просекко',
    'шампанск',
    'игрист',
    'сидр',
    'пуаре',
    'настойк',
    'наливк',
    'ликер',
    'текил',
    'абсент',
    'вермут',
    'мартини',
    'глинтвейн',
    'портвейн',
    'херес',
    'кальвадос',
    'самбук',
    'аперол',
    'мохито',
    'маргарит',
    'негрони',
    'самогон',
    'крафт',
    'эль',
    'лагер',
    'стаут',
    'разливн',
    'шот',
    'алкогол',
    'спиртн',
    'саперави',
    'каберне',
    'рислинг',
    'мерло',
    'брют',
    'бокал',
    'beer',
    'vodka',
    'whisk',
    'prosecco',
    'wine',
  ],
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
      { text: 'Грузинское вино с доставкой 690 руб.', message: 'warning' },
      { text: 'В0дка и кoньяк по цене завода', message: 'warning' },
      { text: 'Бокал игристого в подарок к ужину', message: 'promo' },
      { text: 'Дегустация виски в пятницу, вход 900 руб.', message: 'warning' },
    ],
  },
  check(subject, settings, { report }) {
    const warned = warning.exec(subject.folded);
    const hit = firstClaim(
      subject,
      drink,
      (claim) => (warned !== null && claim.hit.index >= warned.index && claim.hit.index < warned.index + warned[0].length + 10) || excused(claim),
    );
    if (hit === undefined) return;
    const barred = Array.isArray(settings.barredChannels) ? (settings.barredChannels as string[]) : ['whatsapp', 'telegram', 'max', 'viber', 'rcs'];
    const data = { term: hit.text };
    if (barred.includes(subject.input.channel)) report({ message: 'channel', range: hit.range, data });
    else if (promo.test(adText(subject))) report({ message: 'promo', range: hit.range, data });
    else if (warned === null) report({ message: 'warning', range: hit.range, data });
  },
});
