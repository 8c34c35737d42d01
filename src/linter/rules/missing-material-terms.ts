import { quick } from '../../text/index.ts';
import { type Claim, firstClaim, isQuoted } from '../claims.ts';
import { literalsOf } from '../lexicon/literals.ts';
import { gifts } from '../lexicon/ru-gifts.ts';
import { dateMention, pointsToTerms } from '../lexicon/ru-terms.ts';
import { defineRule, type Hit, type Rule, type Subject } from '../rule.ts';

const freebie: RegExp = quick(
  /(?<!\p{L})(?:free(?!\p{L}|-?\d)|за (?:ноль|0) (?:руб\p{L}{0,3}|₽|р)|на халяву|халява|нахаляву|за спасибо|за наш счет|за счет (?:заведения|салона|магазина)|презент(?:ы|ом)? (?:каждому|всем|от|в|внутри)|сюрприз каждому|бесплатн(?:о|ый|ая|ое|ые|ую|ого|ой|ых)(?!\p{L})|даром(?!\p{L})|задаром|в подарок|подарок (?:каждому|всем|внутри|от|за|ждет)|ваш подарок|получи\p{L}{0,30} (?:свой )?подар\p{L}{1,30}|(?:(?:по)?дарим|дарит|дарят|дарю) \p{L}{1,30}|без оплаты|ничего не платите)(?!\p{L})|(?<!\d[ .,]?)0 ?(?:руб\p{L}{0,30}|р(?!\p{L})|₽)|(?<=(?:за|всего|по|от|стоимость|цена|-) )1 ?(?:руб\p{L}{0,30}|р(?!\p{L})|₽)/gu,
);
const gift: RegExp = quick(new RegExp(`(?<!\\p{L})(?:${gifts.join('|')})`, 'gu'));
/** Conditions that make a gift or a zero price plain. */
const condition: RegExp = quick(
  /(?<!\p{L})(?:при (?:[\p{L}]{5,45}|покупк|заказ|оплат|оформлен|подключ|договор|запис|посещ|перв|предъявл|себе|регистрац|подписк|брони|чек|сумм|визит|установк|кажд|люб|замен|сдаче|предоплат|проживан|абонемент|монтаж|внесен|налич|обмен|услов)\p{L}{0,30}|за (?:покупк|заказ|отзыв|кажд\p{L}{1,30} |регистрац|подписк|друг|перв|чек|оплат|люб\p{L}{1,30} |втор|установк|визит|сдач|\d{1,12} (?:балл|бонус|накле))\p{L}{0,30}|на (?:следующ|втор|повторн)\p{L}{1,30} \p{L}{1,30}|к (?:кажд|люб|заказ|покупк|перв|втор|комплект|торт|пицц|кофе|букет|обед|чаю|набор|абонемент|смартфон|телефон|ноутбук|диван|двер|матрас|процедур|стрижк|окну|окнам|\p{L}{1,30} от \d)\p{L}{0,30}|(?:заказ\p{L}{0,30}|покупк\p{L}{0,30}|чек\p{L}{0,30}|сумм\p{L}{0,30}|корзин\p{L}{0,30}) (?:от|на|свыше|более|больше) (?:сумму )?(?:от )?\d|от \d[\d ]{0,40} ?(?:руб\p{L}{0,30}|р(?!\p{L})|₽|тыс)|в подарок к (?!нов|празд|8|23|рожд|юбил|дню|лету|зиме)\p{L}{1,30}|каждому (?:втор|трет|десят|покупател|гост|клиент|\d)\p{L}{0,30}|(?:для|новым|нов\p{L}{1,30}) (?:нов|клиент|абонент|гост|пенсион|студент|школьник|имен|держател|участник|дет)\p{L}{0,30}|по (?:карт|промокод|код|купон|абонемент|предъявлен|приглас|кодовому|паспорт|студенч|пенсион)\p{L}{0,30}|перв(?:ое|ый|ая|ые|ую) (?:пробн\p{L}{1,30} )?(?:занят|урок|визит|консультац|трениров|посещ|поездк|достав|\d{1,12} (?:гост|покупател|заказ|клиент))\p{L}{0,30}|пробн\p{L}{1,30}|тест-?драйв\p{L}{0,30}|\d ?\+ ?\d|купи\p{L}{0,30} \p{L}{1,30}[^.!?]{0,30}(?:получи|втор|подар)|возьми\p{L}{0,30} \p{L}{1,30}[^.!?]{0,30}(?:получи|втор|подар)|(?<!\p{L})к (?:стейк|ужин|блюд|десерт|завтрак|горяч|основн|пив|чашк)\p{L}{0,30}|именинник\p{L}{0,30}|в день рожден\p{L}{1,30}|приведи\p{L}{0,30}|если |(?:подпи|скача|установ|зарегистр|пройд|остав|заполн|отмет|приход|приход|покаж|назов)\p{L}{0,30} [^!?]{0,40}(?: и|,) (?:получ|забер|мы )|до \d{1,12} лет|дет(?:ям|и|ей) до|в течение \d|каждый \d|каждая \d|каждую \d)/u,
);
/** Things that are free as a matter of course. */
const plainFree: RegExp = quick(
  /(?:звон|номер|лини|парков|доставк|доставим|достави|привез|замер|консультац|вход|примерк|самовывоз|wi-?fi|вай-?фай|отмен|хранен|расчет|выезд|диагностик|подъем|осмотр(?! у)|оценк|стоянк|трансфер|упаковк|раздевалк|шкафчик|возврат|шаттл|автобус|обслуживани|переход|подключени|вызов|смет|эскиз|проект|дизайн|сборк|установк|монтаж|вывоз|подбор|чай|ставк|вращени|вод[аыу])/u,
);

export const missingMaterialTerms: Rule<'asterisk' | 'hidden'> = defineRule({
  id: 'missing-material-terms',
  description: { en: 'An attractive condition comes with its terms', ru: 'Выгодное условие названо вместе с ограничениями' },
  messages: {
    asterisk: {
      en: 'The asterisk leads nowhere. Add the note it points to, with the terms, or a link to them.',
      ru: 'Звёздочка ни к чему не ведёт. Добавьте сноску с условиями или ссылку на них.',
    },
    hidden: {
      en: '"{term}" attracts without saying on what condition, until when, or where the terms are. Add one of these.',
      ru: '«{term}» привлекает, но не сказано, при каком условии, до какого дня или где правила. Добавьте.',
    },
  },
  triggers: [
    'free',
    'за ноль',
    'халяв',
    'за спасибо',
    'за наш счет',
    'за счет',
    'презент',
    'сюрприз каждому',
    '*',
    'бесплатн',
    'даром',
    'подар',
    'дарим',
    'дарит',
    'дарят',
    'дарю',
    'без оплаты',
    'ничего не плат',
    ' 0 р',
    ' 1 р',
    ' 0 ₽',
    ' 1 ₽',
    ' 0р',
    ' 1р',
    ' 0₽',
    ' 1₽',
    ...gifts.flatMap(literalsOf),
  ],
  examples: {
    correct: [
      { text: 'Замок за 1 руб. при заказе двери Титан до 20.12, условия zamok.example/1' },
      { text: 'Первый месяц 0 руб. при договоре на год до 31.12, fit.example/0' },
      { text: 'Кешбэк 50 % баллами, не более 500, до 20.12, правила shop.example/k' },
      { text: 'Бесплатный звонок 8-800-555-01-10, бесплатная парковка у входа' },
      { text: 'Карта ****1234 привязана, плитка 2*3 м 900 руб.' },
      { text: '*Пекарня Колос*: хлеб 60 руб.', channel: 'whatsapp' },
      { text: 'Скидка 20 %*, шины Круг.\n* на комплект от 4 штук, до 31.12' },
      { text: 'Дарим купон на следующий визит. Салон «Луч»' },
      { text: 'Носки в подарок к каждой паре ботинок' },
      { text: 'Букет маме в подарок соберём за час, 1 500 руб.' },
      { text: 'Стрижка 1 100 руб., укладка 10 руб. за минуту' },
    ],
    incorrect: [
      { text: 'Замок за 1 руб.* Звоните', message: 'asterisk' },
      { text: 'Месяц фитнеса бесплатно!', message: 'hidden' },
      { text: 'Кешбэк 50 %*, спешите', message: 'asterisk' },
      { text: 'Дарим телевизор! Приходите в «Шкаф и Диван»', message: 'hidden' },
      { text: 'Вторая пара очков в подарок, ждём вас', message: 'hidden' },
      { text: 'Телефон за 0 руб. в салоне «Луч»', message: 'hidden' },
      { text: 'Ролл даром! Звоните нам', message: 'hidden' },
    ],
  },
  check(subject, _settings, { report }) {
    if (subject.advertised.length === 0) return;
    const star = danglingAsterisk(subject);
    if (star !== undefined) return report({ message: 'asterisk', range: star.range });
    const text = subject.folded;
    const hit = firstClaim(subject, freebie, (claim) => isPlain(claim, text)) ?? firstClaim(subject, gift, (claim) => isPlain(claim, text));
    if (hit !== undefined) report({ message: 'hidden', range: hit.range, data: { term: hit.text } });
  },
});

const asterisk = quick(/(?<=[\p{L}\d%.!)"₽])\*{1,3}(?![\p{L}\d*])/gu);
const footnote = quick(/(?:^|[\s(])\*{1,3} ?(?=[\p{L}\d(])/u);

/** An asterisk after a word or figure with no note of its own; bold signs of messengers and masked numbers are none. */
function danglingAsterisk(subject: Subject): Hit | undefined {
  const first = subject.find(asterisk);
  if (first === undefined || footnote.test(subject.folded.slice(first.index + 1))) return undefined;
  return /(?:^|[\s("])\*[^*\n]{1,80}$/u.test(subject.folded.slice(0, first.index)) ? undefined : first;
}

function isPlain(claim: Claim, text: string): boolean {
  const { hit, before, after } = claim;
  if (isQuoted(claim)) return true;
  const near = `${before.slice(-25).replace(/^.{0,80}[.!?]/u, '')} ${after.slice(0, 25).replace(/[.!?].{0,80}$/su, '')}`;
  if (
    /^(?:бесплатн|без оплаты)/u.test(hit.text) &&
    plainFree.test(near) &&
    !/(?:месяц|недел|год|\d дн|урок|заняти)\p{L}{0,3} [^.!?]{0,25}$/u.test(before)
  )
    return true;
  if (
    /подар/u.test(hit.text) &&
    /(?:маме|папе|жене|мужу|друг\p{L}{0,30}|подруге|любим\p{L}{0,30}|близк\p{L}{0,30}|учител\p{L}{0,30}|коллег\p{L}{0,30}|бабушк\p{L}{0,30}|себе|ребенк\p{L}{0,30}|детям|мужчин\p{L}{0,30}|женщин\p{L}{0,30}|шефу|внук\p{L}{0,30}|сестр\p{L}{0,30}|брату|родн\p{L}{0,30}|купи\p{L}{0,30}|выбер\p{L}{0,30}|выбира\p{L}{0,30}|набор\p{L}{0,30}|иде[яи]\p{L}{0,30}) (?:\p{L}{1,30} )?$/u.test(
      before,
    )
  )
    return true;
  if (
    /дар(?:им|ит|ят)/u.test(hit.text) &&
    /дар(?:им|ит|ят|ю) (?:\d|скидк|радост|вдохнов|тепло|улыбк|настроен|эмоци|хорош|красот|себе|близким|цвет)/u.test(hit.text)
  )
    return true;
  if (/^[01]/u.test(hit.text) && /(?:^|[^\p{L}])(?:комисси|взнос|переплат|абонентск|сбор)\p{L}{0,30} ?[-:]? ?$/u.test(before)) return true;
  const whole = (/^[01]/u.test(hit.text) ? `${text.slice(0, hit.index)} ${text.slice(hit.index + hit.text.length)}` : text).replace(
    /(?:отпис|отказ|стоп)\p{L}{0,30}[^.!?]{0,80}/gu,
    ' ',
  );
  return condition.test(whole) || dateMention.test(whole.replace(/(?<!\p{L})(?:месяц|недел)\p{L}{0,30}/gu, ' ')) || pointsToTerms(text);
}
