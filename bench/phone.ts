import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { parsePhone } from '../src/phone/index.ts';
import { compare } from './compare.ts';

/** Numbers of made-up lists: mobile ranges with the ending filled by counting. */
const patterns: readonly (readonly [prefix: string, digits: number, country: 'RU' | 'GB' | 'US' | 'KZ' | 'DE' | 'FR' | 'IN' | 'BR'])[] = [
  ['+79', 9, 'RU'],
  ['+4479', 8, 'GB'],
  ['+1212', 7, 'US'],
  ['+7701', 7, 'KZ'],
  ['+49151', 8, 'DE'],
  ['+336', 8, 'FR'],
  ['+9198', 8, 'IN'],
  ['+55119', 8, 'BR'],
];
const numbers = Array.from({ length: 800 }, (_, index) => {
  const [prefix, digits, country] = patterns[index % patterns.length] as (typeof patterns)[number];
  const ending = String((index * 7_919 + 2_345_678) % 10 ** digits).padStart(digits, '2');
  return { text: `${prefix}${ending}`, country };
});
const noisy = numbers.map(({ text, country }, index) => {
  const spaced = `${text.slice(0, -7)} ${text.slice(-7, -4)}-${text.slice(-4)}`;
  return { text: index % 3 === 0 ? ` ${spaced.replace(/^(\+\d{1,2})(\d)/u, '$1 ($2')}`.replace(/ (\d{3})-/u, ') $1-') : spaced, country };
});

for (const { text, country } of [...numbers, ...noisy]) {
  const theirs = parsePhoneNumberFromString(text, country);
  const ours = parsePhone(text, { defaultCountry: country });
  const same = theirs?.isValid() ? ours.ok && ours.e164 === theirs.number && ours.country === theirs.country : !ours.ok;
  if (!same) throw new Error('The answers differ.');
}

for (const [name, batch] of [
  ['clean E.164', numbers],
  ['noisy international', noisy],
] as const) {
  compare(
    `phone, ${name}`,
    batch.length,
    {
      licet: () => batch.filter(({ text, country }) => parsePhone(text, { defaultCountry: country }).ok).length,
      'libphonenumber-js/max + valid': () => batch.filter(({ text, country }) => parsePhoneNumberFromString(text, country)?.isValid()).length,
    },
    11,
  );
}
