import type { LawPack } from '../pack.ts';
import { fines } from './ru/fines.ts';
import { ruleEntries } from './ru/rule-entries.ts';

const checkedOn = '2026-11-23';
const soon = { checkedOn, reviewBy: '2026-12-31' } as const;
const later = { checkedOn, reviewBy: '2027-06-30' } as const;
const adsLaw = '38-ФЗ «О рекламе»';
const dataLaw = '152-ФЗ «О персональных данных»';

/** Russian law on mailings, by date. Source: facts on Russian law, sections 0.1, 2, 5, 7, 9 and 10. */
export function ru(): LawPack {
  return {
    id: 'ru',
    country: 'RU',
    name: { en: 'Russia', ru: 'Россия' },
    version: '2026-11-23',
    rules: ruleEntries,
    windows: [
      {
        basis: [],
        since: '2006-07-01',
        confidence: 'inference',
        ...later,
        kinds: ['marketing'],
        strength: 'advisory',
        weekdays: [['09:00', '21:00']],
        saturday: [['09:00', '21:00']],
        sunday: [['09:00', '21:00']],
        holidays: [['09:00', '21:00']],
        note: {
          en: 'No law sets hours for advertising messages; a courtesy default. Hours of debt messages are the rule debt-message-hours.',
          ru: 'Закон не назначает часов рекламным сообщениям; это обычай вежливости. Часы сообщений о долгах — правило debt-message-hours.',
        },
      },
    ],
    caps: [],
    channels: [
      {
        channel: 'whatsapp',
        kinds: ['marketing'],
        effect: 'barred',
        basis: [{ act: adsLaw, article: 'ст. 5(10.7)' }],
        since: '2026-02-11',
        confidence: 'secondary',
        ...soon,
      },
      {
        channel: 'telegram',
        kinds: ['marketing'],
        effect: 'barred',
        basis: [{ act: adsLaw, article: 'ст. 5(10.7)' }],
        since: '2026-02-10',
        confidence: 'secondary',
        ...soon,
      },
      {
        channel: 'whatsapp',
        kinds: ['transactional', 'auth'],
        effect: 'unreliable',
        basis: [],
        since: '2026-02-11',
        confidence: 'secondary',
        ...soon,
        note: { en: 'Reached by VPN only.', ru: 'Доступен только через VPN.' },
      },
      {
        channel: 'telegram',
        kinds: ['transactional', 'auth'],
        effect: 'unreliable',
        basis: [],
        since: '2026-02-10',
        confidence: 'secondary',
        ...soon,
        note: { en: 'Slowed.', ru: 'Замедлен.' },
      },
      {
        channel: 'viber',
        kinds: ['marketing', 'transactional', 'auth'],
        effect: 'unreliable',
        basis: [],
        since: '2024-12-31',
        confidence: 'unverified',
        ...soon,
        note: { en: 'Blocked in December 2024; the day is approximate.', ru: 'Заблокирован в декабре 2024 года; день приблизителен.' },
      },
    ],
    optOut: [
      {
        basis: [
          { act: adsLaw, article: 'ст. 18(1)' },
          { act: dataLaw, article: 'ст. 15(2)' },
        ],
        since: '2006-07-01',
        confidence: 'quoted',
        ...later,
        withinHours: 0,
        confirmation: 'none',
        fine: fines.networks,
      },
    ],
    deadlines: [
      { duty: 'erasure', calendarDays: 30, basis: [{ act: dataLaw, article: 'ст. 21(5)' }], since: '2007-01-26', confidence: 'secondary', ...later },
      {
        duty: 'stop-processing',
        workingDays: 10,
        basis: [{ act: dataLaw, article: 'ст. 21(5.1)' }],
        since: '2022-09-01',
        confidence: 'unverified',
        ...later,
      },
      {
        duty: 'access-request',
        workingDays: 10,
        basis: [{ act: dataLaw, article: 'ст. 20' }],
        since: '2022-09-01',
        confidence: 'unverified',
        ...later,
      },
      { duty: 'leak-notice', hours: 24, basis: [{ act: dataLaw, article: 'ст. 21(3.1)' }], since: '2022-09-01', confidence: 'unverified', ...later },
      { duty: 'leak-report', hours: 72, basis: [{ act: dataLaw, article: 'ст. 21(3.1)' }], since: '2022-09-01', confidence: 'unverified', ...later },
    ],
    consent: [
      {
        kinds: ['marketing'],
        requires: 'prior',
        basis: [
          { act: adsLaw, article: 'ст. 18(1)' },
          { act: '126-ФЗ «О связи»', article: 'ст. 44.1(1)' },
          { act: dataLaw, article: 'ст. 15(1)' },
        ],
        since: '2006-07-01',
        until: '2025-09-01',
        confidence: 'quoted',
        ...later,
      },
      {
        kinds: ['marketing'],
        requires: 'prior',
        separateDocuments: true,
        basis: [
          { act: adsLaw, article: 'ст. 18(1)' },
          { act: '126-ФЗ «О связи»', article: 'ст. 44.1(1)' },
          { act: dataLaw, article: 'ст. 9(1) в ред. 156-ФЗ' },
        ],
        since: '2025-09-01',
        confidence: 'secondary',
        fine: fines.networks,
        ...later,
        note: {
          en: 'Data consent and advertising consent are separate documents. Whether older bundled consents must be asked again is unsettled.',
          ru: 'Согласие на данные и согласие на рекламу — разные документы. Нужно ли переспрашивать прежние общие согласия, не решено.',
        },
      },
      {
        kinds: ['transactional', 'auth'],
        requires: 'none',
        basis: [{ act: dataLaw, article: 'ст. 6' }],
        since: '2007-01-26',
        confidence: 'unverified',
        ...later,
      },
    ],
    holidays: [],
    holidayYears: [],
  };
}
