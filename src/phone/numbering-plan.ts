import metadata from 'libphonenumber-js/max/metadata';
import type { PhoneKind } from './phone-number.ts';

/** What a national number turned out to be under a calling code. */
export interface PlanMatch {
  readonly country: string;
  readonly kind: PhoneKind;
}

type Test = (national: string) => boolean;

interface CountryPlan {
  readonly country: string;
  readonly matches: Test;
  readonly startsWith: RegExp | undefined;
  readonly fixedLine: Test | undefined;
  readonly mobile: Test | undefined;
  readonly others: readonly (readonly [kind: PhoneKind, test: Test])[];
}

/** One calling code: the countries that share it, main country first, and the prefix its callers dial inside the country. */
interface CallingCodePlan {
  readonly nationalPrefix: RegExp | undefined;
  readonly countries: readonly CountryPlan[];
}

/** Places of the compact metadata's arrays. Source: libphonenumber-js, METADATA.md. */
const field = { pattern: 2, lengths: 3, nationalPrefix: 5, nationalPrefixForParsing: 7, leadingDigits: 10, types: 11 } as const;
const typeIndex = { fixedLine: 0, mobile: 1 } as const;

/** In the order the library tries them after fixed line. */
const otherTypes: readonly (readonly [index: number, kind: PhoneKind])[] = [
  [3, 'premium-rate'],
  [2, 'toll-free'],
  [9, 'shared-cost'],
  [8, 'voip'],
  [4, 'personal'],
  [7, 'pager'],
  [6, 'uan'],
  [5, 'voicemail'],
];

type Row = readonly unknown[];
const rows = metadata.countries as unknown as Readonly<Record<string, Row>>;
const countriesByCode = metadata.country_calling_codes as unknown as Readonly<Record<string, readonly string[]>>;

function whole(pattern: string): Test {
  const compiled = new RegExp(`^(?:${pattern})$`, 'u');
  return (national) => compiled.test(national);
}

function typeTest(row: Row, index: number): Test | undefined {
  const definition = (row[field.types] as Row | undefined)?.[index] as readonly [pattern: string, lengths?: readonly number[]] | 0 | undefined;
  if (!definition || definition[0] === '') return undefined;
  const matches = whole(definition[0]);
  const lengths = definition[1] ?? (row[field.lengths] as readonly number[] | undefined);
  return lengths === undefined ? matches : (national) => lengths.includes(national.length) && matches(national);
}

function compileCountry(country: string): CountryPlan {
  const row = rows[country] as Row;
  const leading = row[field.leadingDigits];
  return {
    country,
    matches: whole(row[field.pattern] as string),
    startsWith: leading ? new RegExp(`^(?:${leading as string})`, 'u') : undefined,
    fixedLine: typeTest(row, typeIndex.fixedLine),
    mobile: typeTest(row, typeIndex.mobile),
    others: otherTypes.flatMap(([index, kind]) => {
      const test = typeTest(row, index);
      return test === undefined ? [] : [[kind, test] as const];
    }),
  };
}

/**
 * Ranges a regulator keeps free for drama, which the metadata leaves out: taken, so that examples, tests and the sandbox can use numbers
 * nobody has. Source: Ofcom, telephone numbers for drama use.
 */
const dramaRanges: readonly { readonly callingCode: string; readonly test: RegExp; readonly match: PlanMatch }[] = [
  { callingCode: '44', test: /^7700900\d{3}$/u, match: { country: 'GB', kind: 'mobile' } },
];

const compiledPlans = new Map<string, CallingCodePlan>();

function planOf(callingCode: string): CallingCodePlan {
  const known = compiledPlans.get(callingCode);
  if (known !== undefined) return known;
  const countries = (countriesByCode[callingCode] ?? []).map(compileCountry);
  const main = rows[countries[0]?.country ?? ''];
  const prefix = main?.[field.nationalPrefixForParsing] || main?.[field.nationalPrefix];
  const plan = { nationalPrefix: prefix ? new RegExp(`^(?:${prefix as string})`, 'u') : undefined, countries };
  compiledPlans.set(callingCode, plan);
  return plan;
}

function kindIn(plan: CountryPlan, national: string): PhoneKind | undefined {
  if (!plan.matches(national)) return undefined;
  if (plan.fixedLine?.(national)) {
    return plan.mobile === undefined || plan.mobile(national) ? 'fixed-line-or-mobile' : 'fixed-line';
  }
  if (plan.mobile?.(national)) return 'mobile';
  return plan.others.find(([, test]) => test(national))?.[0];
}

/** Length of the geographic calling code at the start of the digits, or 0 when there is none. No two calling codes share a start. */
export function callingCodeLength(digits: string): 0 | 1 | 2 | 3 {
  for (const length of [1, 2, 3] as const) {
    const countries = countriesByCode[digits.slice(0, length)];
    if (countries !== undefined) return countries[0] === '001' ? 0 : length;
  }
  return 0;
}

/** True when ISO 3166-1 alpha-2 `country` has a numbering plan of its own. */
export function hasNumberingPlan(country: string): boolean {
  return Object.hasOwn(rows, country);
}

/**
 * Looks a national number up in the plan of its calling code.
 * @returns `undefined` when no range holds it; `'ambiguous'` when a dialling prefix stands where the number should begin,
 * so that only a full parse can tell.
 */
export function lookUp(callingCode: string, national: string): PlanMatch | 'ambiguous' | undefined {
  const { nationalPrefix, countries } = planOf(callingCode);
  const dialled = nationalPrefix?.exec(national);
  if (dialled && (dialled[0] !== '' || dialled.some((group) => group))) return 'ambiguous';
  for (const plan of countries) {
    if (plan.startsWith !== undefined) {
      if (!plan.startsWith.test(national)) continue;
      const kind = kindIn(plan, national);
      return kind === undefined ? undefined : { country: plan.country, kind };
    }
    const kind = kindIn(plan, national);
    if (kind !== undefined) return { country: plan.country, kind };
  }
  return dramaRanges.find((range) => range.callingCode === callingCode && range.test.test(national))?.match;
}
