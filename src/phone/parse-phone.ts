import { type CountryCode, type NumberType, ParseError, type PhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import { callingCodeLength, hasNumberingPlan, lookUp } from './numbering-plan.ts';
import type { E164, ParsedPhone, PhoneKind, PhoneRefusal } from './phone-number.ts';

export interface ParsePhoneOptions {
  /** ISO 3166-1 alpha-2: how to read a number without `+`. Without it only international spellings are taken. */
  readonly defaultCountry?: string | undefined;
}

/** Longest input looked at: no spelling of one number is longer. */
const maxInputLength = 64;

const separators = /[\s().\u00A0\u2000-\u200D\u202A-\u202E\u2060\u2066-\u2069\uFEFF\-‐-―−/]+/gu;
const cleanInternational = /^\+[1-9]\d{6,14}$/u;
/** Full-width plus and digits, as East Asian keyboards give them. */
const fullWidth = /[\uFF0B\uFF10-\uFF19]/gu;
const toAscii = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);
const extension = /(?:;ext=|(?:ext|extension|доб|вн|x|х)\.?\s*\d+\s*$|[#,;]\s*\d+\s*$)/iu;

const kinds: Readonly<Record<NonNullable<NumberType>, PhoneKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed-line',
  FIXED_LINE_OR_MOBILE: 'fixed-line-or-mobile',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium-rate',
  SHARED_COST: 'shared-cost',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
};

const reasons: Readonly<Record<string, PhoneRefusal>> = {
  NOT_A_NUMBER: 'not-a-number',
  INVALID_COUNTRY: 'unknown-country',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
};

const refuse = (reason: PhoneRefusal): ParsedPhone => ({ ok: false, reason });

/**
 * Reads a phone number in any usual spelling into E.164, checked against the numbering plans.
 * Takes `+`, `00`, the Russian `8`, `(0)` trunk prefixes and all usual separators; refuses letters and extensions.
 * A national spelling needs `defaultCountry`.
 * @example
 * parsePhone('8 (999) 000-00-12', { defaultCountry: 'RU' })   // { ok: true, e164: '+79990000012', country: 'RU', kind: 'mobile' }
 */
export function parsePhone(input: string, options?: ParsePhoneOptions): ParsedPhone {
  if (cleanInternational.test(input)) return parseClean(input) ?? parseNoisy(input, undefined);
  if (input.length > maxInputLength) return refuse('too-long');
  const compact = input.replace(separators, '').replace(fullWidth, toAscii);
  if (compact === '') return refuse('empty');
  if (extension.test(input)) return refuse('has-extension');
  if (/\p{L}/u.test(compact)) return refuse('has-letters');
  if (cleanInternational.test(compact)) return parseClean(compact) ?? parseNoisy(compact, undefined);
  const parsed = parseNoisy(input, options?.defaultCountry);
  if (parsed.ok || !compact.startsWith('00')) return parsed;
  const international = `+${compact.slice(2)}`;
  if (!cleanInternational.test(international)) return parsed;
  const dialled = parseClean(international) ?? parseNoisy(international, undefined);
  return dialled.ok || options?.defaultCountry === undefined ? dialled : parsed;
}

/** True when `value` is exactly what `parsePhone` would answer for it. */
export function isE164(value: string): value is E164 {
  const parsed = parsePhone(value);
  return parsed.ok && parsed.e164 === value;
}

/** Looks `+` and digits up without a parse; `undefined` when only a parse can tell. */
function parseClean(international: string): ParsedPhone | undefined {
  const codeEnd = callingCodeLength(international.slice(1, 4)) + 1;
  if (codeEnd === 1) return undefined;
  const match = lookUp(international.slice(1, codeEnd), international.slice(codeEnd));
  if (match === undefined || match === 'ambiguous') return undefined;
  return { ok: true, e164: international as E164, country: match.country, kind: match.kind };
}

function parseNoisy(input: string, defaultCountry: string | undefined): ParsedPhone {
  let number: PhoneNumber;
  try {
    const country = defaultCountry?.toUpperCase();
    const known = country !== undefined && hasNumberingPlan(country);
    number = known ? parsePhoneNumberWithError(input, country as CountryCode, metadata) : parsePhoneNumberWithError(input, metadata);
  } catch (error) {
    if (error instanceof ParseError) return refuse(reasons[error.message] ?? 'not-a-number');
    throw error;
  }
  if (number.ext !== undefined) return refuse('has-extension');
  const e164 = number.number as unknown as E164;
  const type = number.isValid() ? number.getType() : undefined;
  if (type !== undefined) return { ok: true, e164, country: number.country ?? null, kind: kinds[type] };
  const match = lookUp(number.countryCallingCode, number.nationalNumber);
  if (match === undefined || match === 'ambiguous') return refuse(lengthFault(number));
  return { ok: true, e164, ...match };
}

function lengthFault(number: PhoneNumber): PhoneRefusal {
  if (number.nationalNumber.length < 4) return 'too-short';
  return number.countryCallingCode.length + number.nationalNumber.length > 15 ? 'too-long' : 'not-in-plan';
}
