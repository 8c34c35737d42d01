import { quick } from '../../text/index.ts';
import { adText, type Claim, firstClaim, isQuoted } from '../claims.ts';
import { literalsOf } from '../lexicon/literals.ts';
import { draws, noDraw } from '../lexicon/ru-draws.ts';
import { contentLinks, dateMention, phoneNumber, termsPointer, withoutOptOut } from '../lexicon/ru-terms.ts';
import { widened } from '../lexicon/widened.ts';
import { defineRule, type Rule } from '../rule.ts';
import { saysWon } from '../winners.ts';

const draw: RegExp = widened(
  /(?<!\p{L})(?:розыгрыш\p{L}{0,30}|разыгр\p{L}{1,30}|выигрыва(?:й|йте|ют|ть|ем)(?!\p{L})|выигра(?:й|йте|ть|ет|ете|ешь|ют)(?!\p{L})|лотере\p{L}{1,30}|приз(?:ы|ов|ам|ами|а|у|ом)?(?!\p{L})|призов\p{L}{1,30} фонд\p{L}{0,30}|конкурс\p{L}{0,30}|викторин\p{L}{0,30}|гивэвей\p{L}{0,30}|giveaway|колес\p{L} (?:фортун|удач)\p{L}{0,30}|суперприз\p{L}{0,30}|счастлив\p{L}{1,30} (?:чек|билет|номер)\p{L}{0,30}|участвуй\p{L}{0,30} и (?:выигр|получ)\p{L}{0,30}|беспроигрышн\p{L}{1,30})/gu,
  draws,
);
const elsewhere: RegExp = quick(new RegExp(`(?<!\\p{L})(?:${noDraw})`, 'u'));
const source: RegExp = quick(/(?<!\p{L})(?:правил|организатор|услови|подробн|детал|регламент|положени\p{L} о)/u);
const result: RegExp = quick(
  /(?<!\p{L})(?:по итогам|итоги (?:розыгрыш|конкурс|лотере)|результат\p{L}{0,30} (?:розыгрыш|тираж|конкурс|лотере)|протокол|тираж\p{L}{0,30})/u,
);

function excused(claim: Claim): boolean {
  const { hit, before, after } = claim;
  if (/^лучш\p{L}{2} (?:друг|подруг|пода)/u.test(hit.text)) return true;
  if (isQuoted(claim) || elsewhere.test(before + hit.text + after)) return true;
  if (/^конкурс/u.test(hit.text))
    return (
      /^конкурсн/u.test(hit.text) ||
      /^ (?:ваканс|на (?:замещ|должн|ваканс|грант)|управля|чтец|педагог|проект|красот|детск\p{L}{1,30} рисунк)/u.test(after) ||
      /(?:вне|без|участник\p{L}{0,30}|победител\p{L}{0,30}|лауреат\p{L}{0,30}|билеты на|репетиц\p{L}{1,30}) $/u.test(before)
    );
  if (/^лотере/u.test(hit.text)) return /(?:государственн|гос)\p{L}{0,30} $/u.test(before) && result.test(before + after);
  if (
    /^приз/u.test(hit.text) &&
    /(?:забери|получи|востребуй|выпал|достал|присужд|выиграл)\p{L}{0,30} (?:(?:свой|ваш|главный|денежный|ценный) )?$|ваш (?:главный )?$/u.test(before)
  )
    return true;
  if (/^приз/u.test(hit.text)) return /(?:игр\p{L}{1,30}|участник\p{L}{0,30}|фильм\p{L}{0,30}) $/u.test(before);
  if (/^выигра/u.test(hit.text)) return /^ (?:врем|в (?:цен|качеств|скорост)|минут|час|по цене|суд|дело)/u.test(after);
  return /^разыгр/u.test(hit.text) && /^ (?:сцен|спектакл|друз|аппетит)/u.test(after);
}

export const promoMissingTerms: Rule<'missing'> = defineRule({
  id: 'promo-missing-terms',
  description: { en: 'A draw or contest names its dates and where its rules are', ru: 'У розыгрыша названы сроки и где правила' },
  messages: {
    missing: {
      en: 'A draw or contest needs its dates and a source of information on the organiser, rules, prizes and their handing out: {missing} is missing.',
      ru: 'У розыгрыша или конкурса должны быть сроки и источник сведений об организаторе, правилах, призах и их выдаче. Не хватает: {missing}.',
    },
  },
  triggers: literalsOf(draw.source),
  examples: {
    correct: [
      { text: 'Розыгрыш 5 путёвок, чеки 01-31.12, организатор, правила, число призов, сроки и место выдачи: shop.example/r' },
      { text: 'Разыгрываем 3 самоката до 25.12. Правила и организатор: 8-800-555-01-10' },
      { text: 'Анна, по итогам розыгрыша от 02.12 ваш чек 771 выиграл, протокол shop.example/p' },
      { text: 'Государственная лотерея: результаты тиража на loto.example' },
      { text: 'Выигрышный тариф «Дом»: 500 Мбит/с за 600 руб.' },
      { text: 'Конкурс вакансий: ищем пекаря, от 60 000 руб.' },
      { text: 'Ваш билет выиграл, заберите приз в магазине «Луч»' },
      { text: 'Сюрприз от пекарни Колос: пирог 90 руб. в субботу' },
      { text: 'Лагерь «Призыв», смена с 1 июня, 29 000 руб.' },
    ],
    incorrect: [
      { text: 'Купи шампунь, выиграй путёвку', message: 'missing' },
      { text: 'Разыграем телевизор, звоните', message: 'missing' },
      { text: 'Участвуйте в розыгрыше до 31.12!', message: 'missing' },
      { text: 'Лотерея для гостей кафе «Привал», призы каждому', message: 'missing' },
      { text: 'Конкурс рецептов: победителю мультиварка', message: 'missing' },
      { text: 'Крутите колесо удачи в нашем салоне', message: 'missing' },
      { text: 'Розыгрыш iPhone, правила на shop.example/r', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const hit = firstClaim(subject, draw, excused);
    if (
      hit === undefined ||
      saysWon(subject) !== undefined ||
      /(?<!\p{L})(?:кэф|ставь|ставк|казино|слоты|букмекер|фрибет|фриспин)/u.test(subject.folded)
    )
      return;
    const text = adText(subject);
    if (result.test(text) && /(?<!\p{L})(?:чек|билет|номер|заявк|протокол)/u.test(text)) return;
    const dated = dateMention.test(text);
    const links = contentLinks(text);
    const sourced =
      links.some((link) => link.hasPath) ||
      ((source.test(text) || termsPointer.test(text)) && (links.length > 0 || phoneNumber.test(withoutOptOut(text))));
    if (dated && sourced) return;
    const missing = [...(dated ? [] : ['сроки']), ...(sourced ? [] : ['источник правил'])].join(', ');
    report({ message: 'missing', range: hit.range, data: { missing } });
  },
});
