import { parsePhone } from './parse-phone.ts';
import type { E164 } from './phone-number.ts';

/** The country of a number, ISO 3166-1 alpha-2; `null` for numbers of no country (`+800`). A ported or roaming number keeps its country. */
export function countryOf(e164: E164): string | null {
  const parsed = parsePhone(e164);
  return parsed.ok ? parsed.country : null;
}
