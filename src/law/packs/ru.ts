import type { LawPack } from '../pack.ts';

const checked = { checkedOn: '2026-11-23', reviewBy: '2027-03-01' } as const;

/** Russian law on mailings, by date. Source: facts on Russian law, sections 1 to 10. */
export function ru(): LawPack {
  return {
    id: 'ru',
    country: 'RU',
    name: { en: 'Russia', ru: 'Россия' },
    version: '2026-11-23',
    rules: [
      {
        rule: 'superlative-unsupported',
        severity: 'warn',
        basis: [{ act: '38-ФЗ', article: 'ст. 5(3)(1)' }],
        since: '2006-07-01',
        confidence: 'quoted',
        ...checked,
      },
    ],
    windows: [],
    caps: [],
    channels: [],
    optOut: [],
    deadlines: [],
    consent: [],
    holidays: [],
    holidayYears: [],
  };
}
