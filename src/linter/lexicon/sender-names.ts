const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that say nothing about who writes, also with digits or joined: `INFO24`, `SMS-News`. In Latin as registered, in Cyrillic as written. */
const emptyWords: ReadonlySet<string> = words(
  'info inform informer sms smsinfo mms news novosti promo promotion sale sales admin administrator bank shop market alert alerts service servis skidka skidki akciya akcia akcii aktsiya test testsms notice notify notification message msg letter reklama rassylka ads advert free ' +
    'инфо смс новости промо скидка скидки акция акции админ банк магазин маркет сервис доставка реклама рассылка тест сообщение уведомление',
);
/** Words that are empty as a whole name only. */
const emptyNames: ReadonlySet<string> = words(
  'support dostavka delivery robot bot client klient vip bonus magazin store salon clinic klinika apteka cafe zakaz order kassa taxi hello gift podarok lucky winner заказ бонус салон аптека клиника',
);
/** Russian mobile operators, also in Cyrillic and misspelled: others may not use their names. */
export const operatorNames: ReadonlySet<string> = words(
  'mts mtc megafon megaphone beeline bilain bee tele2 t2 yota rostelecom rostelekom rtk мтс мегафон билайн теле2 йота ростелеком',
);
/** Parts long enough to tell an operator inside a longer name. */
export const operatorParts: readonly string[] = [
  'megafon',
  'beeline',
  'bilain',
  'tele2',
  'rostelecom',
  'rostelekom',
  'мегафон',
  'билайн',
  'ростелеком',
];
/** State bodies and services. */
export const stateNames: ReadonlySet<string> = words(
  'gosuslugi gosuslugy gosusluga fns fssp cbr mvd pfr sfr sotsfond mincifry minzdrav minfin fsb gibdd rosreestr pristav pristavy kremlin gosuslugiru госуслуги налоговая фнс фссп цб мвд пфр сфр соцфонд мчс гибдд',
);
/** Whole names only: `NalogPlus` may be an accountant. */
export const stateWhole: RegExp = /^(?:nalog|nalogi|nalogovaya|sud|policia|police|pravitelstvo)(?:[-._]?(?:ru|rf|rossii|rus|gov|\d{1,12}))?$/u;
export const stateParts: readonly string[] = ['gosuslug', 'fssp', 'госуслуг'];

/** Folds what registrars fold: digits and signs that stand for letters. */
export function lookalikeName(name: string): string {
  return name.toLowerCase().replace(/0/gu, 'o').replace(/[1|!]/gu, 'l').replace(/5/gu, 's').replace(/3/gu, 'e').replace(/ё/gu, 'е');
}

/** Words of a sender name: split at signs, digits after letters kept, and at capitals (`MTSBonus`, `InfoCenter`). */
export function nameWords(name: string): readonly string[] {
  let words = wordsBy.get(name);
  if (words === undefined) {
    words = splitName(name);
    if (wordsBy.size >= MOST_NAMES) wordsBy.clear();
    wordsBy.set(name, words);
  }
  return words;
}

/** A host has few sender names, and several rules ask for the words of each. */
const wordsBy = new Map<string, readonly string[]>();
const MOST_NAMES = 500;

function splitName(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]{1,80}/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** True when every word of the name is generic or a number. */
export function isGenericName(name: string): boolean {
  const whole = name.toLowerCase().replace(/[^\p{L}\p{N}]{1,80}/gu, '');
  if (emptyNames.has(whole) || emptyWords.has(whole)) return true;
  const parts = nameWords(name).map((word) => word.replace(/\d{1,12}$/u, ''));
  return parts.some((word) => emptyWords.has(word)) && parts.every((word) => word === '' || emptyWords.has(word) || emptyNames.has(word));
}

/** True for a phone number, a short number or digits alone. */
export function isNumericName(name: string): boolean {
  return /^[+\d][\d ()-]{0,40}$/u.test(name.trim());
}
