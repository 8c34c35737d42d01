import type { Diagnostic } from './diagnostic.ts';

/** Rule id of the finding that says no law pack covers a country. */
export const NO_LAW_PACK = 'no-law-pack';

/** Rule id of the finding that says a message is too long to be read. */
export const TEXT_TOO_LONG = 'text-too-long';

/** Most units of text, sender and buttons that are read: several times what any channel carries, so that no text can hold up a linter. */
export const LONGEST_TEXT = 20_000;

type Language = 'en' | 'ru';

/** Marketing to a country without a pack. */
export function noLawPack(country: string, language: Language): Diagnostic {
  return ofEngine(
    NO_LAW_PACK,
    {
      en: `No law pack is loaded for ${country}: marketing there cannot be checked and is refused. Load the country's pack or leave the country out.`,
      ru: `Для страны ${country} не подключён пакет законов: рекламу туда нельзя проверить, она не отправляется. Подключите пакет страны или исключите её.`,
    }[language],
  );
}

/** A message beyond `LONGEST_TEXT`: it is refused unread. */
export function textTooLong(language: Language): Diagnostic {
  return ofEngine(
    TEXT_TOO_LONG,
    {
      en: `The message is longer than ${LONGEST_TEXT} characters, more than any channel carries, and was not checked. Shorten it.`,
      ru: `Сообщение длиннее ${LONGEST_TEXT} знаков, столько не передаёт ни один канал; оно не проверялось. Сократите его.`,
    }[language],
  );
}

function ofEngine(rule: string, message: string): Diagnostic {
  return { rule, pack: 'licet', severity: 'error', message, range: null, basis: [], confidence: 'inference' };
}
