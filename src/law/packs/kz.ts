import { holidaysOf } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['kk', 'ru'];
const years = [2024, 2025, 2026, 2027];
/** Kurban Ait moves with the moon. */
const kurbanAit = ['2024-06-16', '2025-06-06', '2026-05-27', '2027-05-16'];
const holidays = [
  ...holidaysOf(years, [
    '01-01',
    '01-02',
    '01-07',
    '03-08',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-07',
    '05-09',
    '07-06',
    '08-30',
    '10-25',
    '12-16',
  ]),
  ...kurbanAit,
].toSorted();

const operators = (article: string) => entry('Rules of mobile operators of Kazakhstan', article, 'V');
const window = marketingHours(operators('notices and promotion on weekdays 09:00-21:00'), {
  strength: 'operator',
  weekdays: '09:00-21:00',
  saturday: '-',
  sunday: '-',
  holidays: '-',
  note: {
    en: 'The weekend ban stands in the rules of one aggregator and of Tele2/Altel; other guides do not have it. Zone UTC+5 since 2024-03-01.',
    ru: 'Запрет выходных есть в правилах одного агрегатора и Tele2/Altel, в других руководствах его нет. Пояс UTC+5 с 01.03.2024.',
  },
});

/** Kazakhstan: advertising law, operators' contractual rules. */
export function kz(): LawPack {
  return countryPack({
    id: 'kz',
    country: 'KZ',
    name: { en: 'Kazakhstan', ru: 'Казахстан' },
    rules: [
      ...hourRules([window], holidays).map((rule) => ({
        ...rule,
        fine: { en: 'from KZT 1,000,000 per violation, by the operator contract', ru: 'от 1 000 000 тенге за нарушение по договору с оператором' },
      })),
      ...namedSenders([[operators('alphanumeric, 11 characters, no space, no numbers'), { allowed: 'A-Za-z\\d.\\-_', numericRefused: true }]]),
      ...mentions({ languages, name: operators('registered sender name') }),
      ...contents(languages, { 'gambling-ad': entry('Rules of mobile operators of Kazakhstan', 'gambling and betting by SMS', 'V', '2025-06-01') }),
    ],
    windows: [window],
    optOut: [{ ...entry('Law on Personal Data 94-V', 'withdrawal of consent', 'KU', '2013-11-25'), withinHours: 24 }],
    consent: [
      { ...operators('provable consent of the subscriber for a named service'), kinds: ['marketing'], requires: 'prior' },
      { ...entry('Law on Communications 567-II', 'information messages', 'KU', '2004-08-05'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    holidays,
    holidayYears: [],
  });
}
