import { quick } from '../../text/index.ts';
import { matchesOf } from '../matches.ts';

/** Internet addresses as people write them in messages, on the folded text. */
export const webAddress: RegExp = quick(
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,60}[\p{L}\p{N}])?\.){1,5}\p{L}{2,24}(?::\d{2,5})?(?:\/[^\s<>"')\]]{0,300})?(?![\p{L}\p{N}@])/gu,
);

/** Mail addresses. */
export const mailAddress: RegExp = quick(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}\.\p{L}{2,24}/gu);

/** Numbers that people can call or text: short numbers, or phone numbers of any spelling; no prices, dates, times, percentages. */
export const dialled: RegExp = quick(
  /(?<![\p{L}\p{N}.,:/€$£₹₽%#-])(?:\(\d{2,5}\)[ -]?)?\+?\d(?:[ -]?\(?\d\)?){2,15}(?![\p{N}%]|[.,:/]\d|-\d| ?(?:%|€|\$|£|₹|₽|₺|zł|kr|tl\b|tg\b|тг|тенге|сум|so'm|rs\b|usd|eur|руб|원|円|元|aed|sar|zar))/gu,
);

/** Internet addresses of a text, left to right. */
export function addressesIn(text: string): readonly RegExpExecArray[] {
  if (text !== last.text) last = { text, found: /\p{L}\.\p{L}|\d\.\p{L}/u.test(text) ? matchesOf(text, webAddress) : [] };
  return last.found;
}

/** Several rules in a row ask for the addresses of one message. */
let last: { readonly text: string; readonly found: readonly RegExpExecArray[] } = { text: '', found: [] };

/** Host of an address. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\//u, '').split(/[/:?#]/u)[0]!;
}
