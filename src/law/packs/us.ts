import { addDays, holidaysOf, nthWeekday, weekdayOf } from '../holidays.ts';
import type { IsoDate, LawPack, RuleEntry, WindowEntry } from '../pack.ts';
import type { Severity } from '../vocabulary.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours, type Span } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const years = [2024, 2025, 2026, 2027];
const languages = ['en', 'es'];

/** A holiday on a Saturday is also kept on Friday, one on a Sunday on Monday. */
function withObserved(days: readonly IsoDate[]): readonly IsoDate[] {
  const observed = days.flatMap((day) => (weekdayOf(day) === 6 ? [addDays(day, -1)] : weekdayOf(day) === 7 ? [addDays(day, 1)] : []));
  return [...new Set([...days, ...observed])].toSorted();
}

const federalHolidays = withObserved(
  holidaysOf(years, ['01-01', '06-19', '07-04', '11-11', '12-25'], (year) => [
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    nthWeekday(year, 5, 1, -1),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ]),
);
const utahHolidays = withObserved([...federalHolidays, ...holidaysOf(years, ['07-24'])]);

const federal = marketingHours(entry('47 CFR 64.1200', '(c)(1)', 'Q'), { strength: 'statute', weekdays: '08:00-21:00' });

interface StateHours {
  readonly state: string;
  readonly act: string;
  readonly hours: Span;
  readonly saturday?: Span;
  readonly sunday?: Span;
  readonly holidays?: Span;
  readonly since?: IsoDate;
  readonly mark?: '2' | 'KU';
  /** Known from trade tables only: a human is asked. */
  readonly advisory?: true;
}

const states: readonly StateHours[] = [
  { state: 'AL', act: 'Alabama Telemarketing Act', hours: '08:00-20:00', sunday: '-', holidays: '-' },
  { state: 'CA', act: 'California, trade table of calling hours', hours: '09:00-21:00', advisory: true },
  { state: 'CT', act: 'Conn. Gen. Stat. 42-288a', hours: '09:00-20:00', since: '2023-10-01' },
  { state: 'FL', act: 'Fla. Stat. 501.059', hours: '08:00-20:00' },
  { state: 'IL', act: 'Illinois, trade table of calling hours', hours: '09:00-21:00', advisory: true },
  { state: 'KY', act: 'KRS 367.46955', hours: '10:00-21:00' },
  { state: 'LA', act: 'Louisiana telephone solicitation law', hours: '08:00-20:00', sunday: '-', holidays: '-' },
  { state: 'MA', act: 'M.G.L. c.159C', hours: '08:00-20:00' },
  { state: 'MD', act: 'Md. Com. Law 14-4501 ff.', hours: '08:00-20:00', since: '2024-01-01' },
  { state: 'MI', act: 'Michigan, trade table of calling hours', hours: '09:00-21:00', advisory: true },
  { state: 'MN', act: 'Minnesota, trade table of calling hours', hours: '09:00-21:00', advisory: true },
  { state: 'MS', act: 'Mississippi telephone solicitation law', hours: '08:00-20:00', sunday: '-', holidays: '-' },
  { state: 'NJ', act: 'N.J.S.A. 56:8-119 ff.', hours: '08:00-20:00' },
  { state: 'OK', act: '15 O.S. 775C', hours: '08:00-20:00', holidays: '-', since: '2022-11-01' },
  { state: 'OR', act: 'HB 3865', hours: '08:00-20:00', since: '2026-01-01' },
  { state: 'RI', act: 'Rhode Island telephone sales law', hours: '09:00-18:00', saturday: '10:00-17:00', sunday: '-', holidays: '-' },
  {
    state: 'TX',
    act: 'Tex. Bus. & Com. Code ch. 301, 302, 304 with SB 140',
    hours: '09:00-21:00',
    sunday: '12:00-21:00',
    holidays: '09:00-21:00',
    since: '2025-09-01',
  },
  { state: 'UT', act: 'Utah Code 13-25a', hours: '08:00-21:00', sunday: '-', holidays: '-' },
  { state: 'VA', act: 'Va. Code 59.1-510 ff.', hours: '08:00-21:00', mark: 'KU', since: '2026-01-01' },
  { state: 'WA', act: 'RCW 80.36.390 after HB 1497', hours: '08:00-20:00', mark: 'KU', since: '2022-06-09' },
];

function stateWindow({ state, act, hours, saturday, sunday, holidays, since, mark, advisory }: StateHours): WindowEntry {
  return marketingHours(entry(act, 'hours', mark ?? '2', since), {
    strength: advisory ? 'advisory' : 'statute',
    weekdays: hours,
    ...(saturday === undefined ? {} : { saturday }),
    ...(sunday === undefined ? {} : { sunday }),
    ...(holidays === undefined ? {} : { holidays }),
    regions: [state],
  });
}

function stateRules(spec: StateHours): readonly RuleEntry[] {
  const severity: Severity = spec.advisory ? 'warn' : 'error';
  return hourRules([stateWindow(spec)], spec.state === 'UT' ? utahHolidays : federalHolidays, [severity]);
}

const ctia = (article: string) => entry('CTIA Messaging Principles and Best Practices', article, 'Q', '2019-07-01');
const carriers = (article: string) => entry("Carriers' codes of conduct (SHAFT-C)", article, 'V');

/** United States: federal rules, state hours and caps, carrier codes. */
export function us(): LawPack {
  return countryPack({
    id: 'us',
    country: 'US',
    name: { en: 'United States', ru: 'США' },
    rules: [
      ...hourRules([federal], federalHolidays),
      ...states.flatMap(stateRules),
      ...numericSendersOnly(entry('10DLC, toll-free and short code rules of US carriers', 'numeric senders only', 'V')),
      ...mentions({ languages, name: ctia('5.1'), optOut: ctia('5.1.3'), optOutForm: { source: ctia('5.1.3'), form: 'stop-word' } }),
      { ...ctia('5.1.2.1'), rule: 'missing-program-disclosures', severity: 'error', channels: ['sms', 'rcs'], settings: { languages } },
      ...contents(languages, {
        'cannabis-cbd': carriers('cannabis and CBD in every state'),
        'tobacco-nicotine-ad': carriers('tobacco and vape'),
        firearms: carriers('firearms'),
        'alcohol-no-age-gate': carriers('alcohol only behind an age gate'),
        'gambling-ad': carriers('gambling'),
        'high-risk-finance': carriers('payday loans, debt relief, crypto and stock tips'),
        'public-url-shortener': entry('AT&T code of conduct; CTIA 5.3.2', 'shared short domains', 'V', '2021-03-01'),
      }),
    ],
    windows: [federal, ...states.map(stateWindow)],
    caps: [
      ...(['FL', 'OK', 'MD'] as const).map((state) => ({
        ...entry('State telephone solicitation acts', '3 per 24 h on one subject', '2', state === 'MD' ? '2024-01-01' : '2022-11-01'),
        kinds: ['marketing'] as const,
        regions: [state],
        max: 3,
        per: { hours: 24 },
      })),
      { ...entry('N.J.S.A. 56:8-119 ff.', 'one vendor list: 3 per 24 h', '2'), kinds: ['marketing'], regions: ['NJ'], max: 3, per: { hours: 24 } },
      { ...entry('HB 3865', '3 a day', '2', '2026-01-01'), kinds: ['marketing'], regions: ['OR'], max: 3, per: 'calendar-day' },
    ],
    channels: [
      {
        ...entry('Meta, marketing templates to US numbers', 'not delivered', 'V', '2025-04-01'),
        channel: 'whatsapp',
        kinds: ['marketing'],
        effect: 'unreliable',
        note: {
          en: 'Marketing templates to +1 numbers with a US area code are not delivered (131049).',
          ru: 'Маркетинговые шаблоны на номера США не доставляются (131049).',
        },
      },
    ],
    optOut: [
      { ...entry('47 CFR 64.1200', '(a)(10), (a)(12), (d)(3)', 'Q', '2025-04-11'), withinWorkingDays: 10, confirmation: { withinMinutes: 5 } },
      { ...entry('Va. Code 59.1-510 ff. (SB 1339)', 'a texted STOP or UNSUBSCRIBE', '2', '2026-01-01'), bindsForYears: 10 },
      {
        ...entry('FCC 26-67', 'one exclusive opt-out method may be named; pending publication', '2', null),
        withinWorkingDays: 10,
        confirmation: { withinMinutes: 5 },
      },
    ],
    consent: [
      {
        ...entry('47 CFR 64.1200', '(f)(9) prior express written consent', 'Q', '2013-10-16'),
        kinds: ['marketing'],
        requires: 'prior',
        minimumGrade: 'B',
        note: {
          en: 'Names the number, says that consent is not a condition of purchase. One-to-one consent is not in force (vacated 2025-01-24).',
          ru: 'Называет номер и говорит, что согласие не условие покупки. Правило «одно согласие на одного продавца» не действует (отменено 24.01.2025).',
        },
      },
      { ...entry('47 CFR 64.1200', '(a)(1) prior express consent', 'Q'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    holidays: federalHolidays,
    holidayYears: years,
  });
}
