import { quick } from '../../text/index.ts';
/** A day, a span of days or a deadline in Russian. */
export const dateMention: RegExp = quick(
  /(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])(?!\d)|(?<!\d)\d{1,2}(?:-?(?:го|е))? (?:январ|феврал|март|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр)|(?<!\p{L})(?:сегодня|завтра|послезавтра|выходн\p{L}{1,30}|недел\p{L}{1,30}|понедельник\p{L}{0,30}|вторник\p{L}{0,30}|сред[аыу](?!\p{L})|четверг\p{L}{0,30}|пятниц\p{L}{0,30}|суббот\p{L}{0,30}|воскресень\p{L}{0,30})|(?<!\p{L})до (?:конца|нового года|полуночи|праздник)|(?<!\p{L})(?:весь|в течение|в|на) (?:январ|феврал|март|апрел|ма[йяе](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|месяц|сутки)|(?<!\d)\d{1,2} (?:дн|день|дня|час|сут)/u,
);

/** Words that point at a page or a place with the terms. */
export const termsPointer: RegExp = quick(/(?<!\p{L})(?:услови|правил|подробн|детал|организатор|оферт|регламент|узна[йт])/u);

/** A phone number to call: Russian, at least seven digits or an 8-800 spelled with dots. */
export const phoneNumber: RegExp = quick(
  /(?<![\d.])(?:\+7|8|7)[ (-]{0,2}\d{3}[ )-]{0,2}(?:\d[ -]?\d[ -]?\d|[x.…*]{1,3})|(?<!\p{L})(?:тел|телефон\p{L}{0,30}|звон\p{L}{1,30}|т)[.:]?\s{0,4}(?:по\s{0,4})?[+(]?\d[\d ()-]{3,43}/u,
);

const LONGEST_TOKEN = 80;
const FULL_STOP = 0x2e;
const ENDS = 0x3001;
const ends: Uint8Array = Uint8Array.from({ length: ENDS }, (_, unit) => (/[\s()"<>[\],;]/u.test(String.fromCharCode(unit)) ? 1 : 0));

function endsToken(unit: number): boolean {
  return unit < ENDS ? ends[unit] === 1 : unit === 0xfeff;
}
const link = quick(
  /^(?:https?:\/\/)?(?:[\p{L}\d_-]{1,40}\.){1,8}(?:[a-z]{2,12}|рф|рус|дети|москва|онлайн|сайт|бел|орг)(?::\d{1,12})?(?:[/?#].{0,80})?$/u,
);

export interface Link {
  readonly text: string;
  readonly index: number;
  /** True when it leads to a page and not only to a site. */
  readonly hasPath: boolean;
}

/** Addresses in a folded text. */
export function linksOf(text: string): readonly Link[] {
  const links: Link[] = [];
  for (let at = 0; at < text.length; ) {
    if (endsToken(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let dot = -1;
    for (let length = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const isHalf = unit >= 0xdc00 && unit < 0xe000;
      if (endsToken(unit) || (length === LONGEST_TOKEN && !isHalf)) break;
      if (!isHalf) length++;
      if (unit === FULL_STOP && dot === -1) dot = at;
    }
    // A full stop at the end of a word is none of an address.
    if (dot === -1 || dot === at - 1) continue;
    const word = text.slice(start, at).replace(/[.:!?…]{1,3}$/u, '');
    if (!word.includes('.') || word.includes('@') || !link.test(word)) continue;
    links.push({ text: word, index: start, hasPath: /[^/]\/[^/]|\?/u.test(word) });
  }
  return links;
}

const optOutBefore: RegExp = quick(
  /(?:отпис\p{L}{0,30}|отказ\p{L}{0,30}|стоп|stop|не получать|не присылать|отключ\p{L}{0,30}|рассылк\p{L}{0,30})[^.!?]{0,30}$/u,
);

/** Addresses that lead to the offer and not to the way out of the mailing. */
export function contentLinks(text: string): readonly Link[] {
  return linksOf(text).filter(
    ({ index, text: link }) =>
      !optOutBefore.test(text.slice(Math.max(0, index - 40), index)) && !/^(?:https?:\/\/)?(?:stop|otkaz|otpis|unsub)/u.test(link),
  );
}

const optOutSentence: RegExp = quick(
  /(?<!\p{L})(?:отпис|отказ|стоп(?!-)|stop(?!-)|не получать|не присылать|отключить (?:рассыл|смс))\p{L}{0,30}[^!?\n]{0,80}/gu,
);

/** The text without its opt-out line: its number and link are no terms. */
export function withoutOptOut(text: string): string {
  return text.replace(optOutSentence, ' ');
}

/** True when a link leads to terms: it has a path of its own, or words next to it say so; a link to opt out is not one. */
export function pointsToTerms(text: string): boolean {
  const links = contentLinks(text);
  if (links.some(({ index, hasPath }) => hasPath || termsPointer.test(text.slice(Math.max(0, index - 40), index)))) return true;
  return termsPointer.test(text) && (phoneNumber.test(withoutOptOut(text)) || links.length > 0);
}

/** Legal forms with a name after them: who answers. */
export const legalEntity: RegExp = quick(/(?<!\p{L})(?:ооо|оао|зао|пао|нао|ао|сао|спао|нко|мкк|мфк|мфо|кпк|ип|гбуз|муп|гуп|сз)\s{1,4}"?[\p{L}]/u);
export const registrationNumber: RegExp = quick(/(?<!\p{L})огрн(?:ип)?\s{0,4}:?\s{0,4}\d{13}(?:\d\d)?(?!\d)/u);
export const taxNumber: RegExp = quick(/(?<!\p{L})инн\s{0,4}:?\s{0,4}(?:\d{12}|\d{10})(?!\d)/u);
