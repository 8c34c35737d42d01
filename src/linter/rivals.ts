import { quick } from '../text/index.ts';
import { compatible, houseNouns, knownFirms, workBefore } from './lexicon/ru-rivals.ts';
import { matchesOfAll } from './matches.ts';
import { isOwnName, latin } from './own-name.ts';
import type { Subject } from './rule.ts';

/** A message in lower case with `ё` as `е`, in which names of other firms are runs of `§` and our own are runs of `¤`; places are the original's. */
export interface Rivals {
  readonly text: string;
}

/** Names of firms; where two begin alike, the first of the list wins. */
const mentions: readonly RegExp[] = [
  '["«„“][^"»”“\\n]{2,40}["»”“]',
  `(?<![\\p{L}\\d])(?:${knownFirms})(?![\\p{L}\\d])`,
  [
    `(?=[А-ЯЁ])(?<=${houseNouns} )[А-ЯЁ][\\p{L}\\d]{2,30}(?:-[А-ЯЁ\\d][\\p{L}\\d]{0,20})?`,
    '(?=[А-ЯЁA-Z])(?<![\\p{L}\\d.-])(?:[А-ЯЁ][а-яё]{1,20}-[А-ЯЁ\\d][\\p{L}\\d]{0,20}|[А-ЯЁ][а-яё]{1,20}[А-ЯЁ][\\p{L}]{1,20}|[A-Z][a-z]{1,20}[A-Z][A-Za-z]{1,20})(?![\\p{L}\\d-])',
    '(?=[А-ЯЁ])(?<=(?:[Вв] отличие от|[Нн]е то,? что (?:у|в|во)|[Чч]ем (?:у|в|во)|(?<!\\p{L})[Кк]ак (?:у|в|во)) )[А-ЯЁ][а-яё]{2,42}',
  ].join('|'),
  '(?<!\\p{L})[Кк]онкурент(?:а|у|ом|ы|ов|ам|ами|ах)?(?!\\p{L})',
  `(?<!\\p{L})(?:[Сс]оседн(?:ий|ем|его|яя|ей|юю|их|ие)|[Дд]руг(?:ие|их|ими)|[Ии]ны(?:е|х)|[Чч]уж(?:ие|их|ой|ом)) (?:${houseNouns}|фирм\\p{L}{0,3}|мастер\\p{L}{0,3}|продав\\p{L}{1,5})`,
].map((source) => quick(new RegExp(source, 'gu')));
/** What stands before our own name: a call to come, a legal form, `in`. */
const invited = quick(
  /(?:(?:приход|приезжа|заход|загляд|звони|обраща|переход|пиши|жд[уе]т|ждем|выбира|выбер|заказыва|закажи|покупа|купи|добро пожаловать|встреча|приглаша|возвраща|скачива|скачай|попробу|бери)\p{L}{0,5}(?: вас| к нам)?(?: в| к| на| из| от| у)?|(?:^|[^\p{L}])(?:ооо|ао|пао|ип|зао|мкк|мы|мы -|это|ваш|ваша|наш|наша|наше|нашего|нашей|нашем|команда|с уважением,?)) (?:\p{L}{3,15} )?$/u,
);
const warned = quick(/(?<!\p{L})не \p{L}{1,20}(?: \p{L}{1,5}){0,2} $/u);
/** What follows our own name: an opening, a verb of ours. */
const speaks = quick(
  /^ ?[:|]|^[.,]? (?:приглаша|предлага|рад|дари|жд[уе]т|поможе?т|почин|сдела|привез|работа[ею]т|открыт|открыл|верн|теперь|поздравля|поменя|избав|спас|снова с вами|исправ|вычист|очист|убер|защит|реш)\p{L}{0,5}/u,
);
/** What stands before a name that is spoken of. */
const told = quick(/(?<!\p{L})(?:о|об|про|после|из|от|у|в|отзывы|жалобы|чем) (?:\p{L}{3,15} )?$/u);
const products = quick(
  /^["«„“]?(?:самсунг|хонор|редми|сяоми|хуавей|айфон|эпл|филипс|бош|лджи|сони|лада|киа|тойота|рено|ниссан|хендай|чери|хавал|нокиа|samsung|honor|redmi|xiaomi|huawei|iphone|apple|philips|bosch|lg|sony|lada|kia|toyota|nokia|стоп|отписка|отказ|да|хочу|нет|stop|\/stop)/u,
);

/** Masks the names of firms in a message; undefined when it names nobody but the writer. */
export function rivalsOf(subject: Subject): Rivals | undefined {
  const { text } = subject;
  const found = matchesOfAll(text, mentions);
  if (found.length === 0) return undefined;
  const lower = lowered(text);
  let masked = '';
  let last = 0;
  let named = false;
  const own = new Set<string>();
  for (const match of found) {
    const end = match.index + match[0].length;
    const name = lower.slice(match.index, end);
    const before = lower.slice(Math.max(0, match.index - 40), match.index);
    if (products.test(name) || compatible.test(before) || workBefore.test(before)) {
      masked += lower.slice(last, match.index) + '_'.repeat(match[0].length);
    } else {
      const key = latin(name).slice(0, 5);
      const ours =
        own.has(key) ||
        (invited.test(before) && !warned.test(before)) ||
        (speaks.test(lower.slice(end, end + 30)) &&
          !told.test(before) &&
          !(
            lower[end] === ':' &&
            (match.index > 25 || /(?<!\p{L})(?:мы|вы|состав|отзывы|качество|цены|меню|сравнили|проверили)(?!\p{L})/u.test(before))
          )) ||
        isOwnName(name, subject);
      if (ours) own.add(key);
      else named = true;
      masked += lower.slice(last, match.index) + (ours ? '¤' : '§').repeat(match[0].length);
    }
    last = end;
  }
  return named ? { text: masked + lower.slice(last) } : undefined;
}

/** Lower case with `ё` as `е`, unit by unit, so that places stay. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower.replaceAll('ё', 'е');
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
    .join('')
    .replaceAll('ё', 'е');
}
