import type { Basis, Confidence, IsoDate, RuleEntry } from '../../pack.ts';
import type { Severity } from '../../vocabulary.ts';
import { fines } from './fines.ts';
import { restDays } from './rest-days.ts';

const checkedOn = '2026-11-23';
/** Entries about channels and the newest acts are looked at again soon. */
const soon = '2026-12-31';
const later = '2027-06-30';

const ads = '38-ФЗ «О рекламе»';
const one = (act: string, article: string): readonly Basis[] => [{ act, article }];

type More = Partial<Pick<RuleEntry, 'fine' | 'channels' | 'kinds' | 'settings' | 'note' | 'reviewBy'>>;

function entry(rule: string, severity: Severity, basis: readonly Basis[], since: IsoDate, confidence: Confidence, more: More = {}): RuleEntry {
  return { rule, severity, basis, since, confidence, checkedOn, reviewBy: later, ...more };
}

const general = { fine: fines.general } as const;
const start = '2006-07-01';

/** Every linter rule of Russian law, by date. Source: facts on Russian law, sections 0.1 and 10; scope as in the rule vocabulary. */
export const ruleEntries: readonly RuleEntry[] = [
  entry(
    'no-opt-out',
    'warn',
    [
      { act: '149-ФЗ «Об информации»', article: 'ст. 10(3)' },
      { act: ads, article: 'ст. 18(1)' },
    ],
    '2006-07-01',
    'unverified',
    { kinds: ['marketing'] },
  ),
  entry('sender-not-identified', 'error', one('149-ФЗ «Об информации»', 'ст. 10(2)'), '2006-07-01', 'secondary'),
  entry('sender-name-invalid', 'error', one('Правила операторов связи', 'имя отправителя'), '2006-07-01', 'provider', { channels: ['sms'] }),
  entry(
    'marketing-in-transactional',
    'error',
    [
      { act: ads, article: 'ст. 3(1)' },
      { act: ads, article: 'ст. 18(1)' },
    ],
    start,
    'secondary',
    {
      kinds: ['transactional', 'auth'],
      fine: fines.networks,
    },
  ),
  entry('superlative-unsupported', 'warn', one(ads, 'ст. 5(3)(1)'), start, 'secondary', general),
  entry('unfair-comparison', 'warn', one(ads, 'ст. 5(2)(1)–(2)'), start, 'unverified', general),
  entry(
    'foreign-word-untranslated',
    'warn',
    [
      { act: ads, article: 'ст. 5(5)(1)' },
      { act: '53-ФЗ «О государственном языке»', article: 'ст. 3' },
      { act: '168-ФЗ от 24.06.2025', article: '' },
    ],
    start,
    'secondary',
    {
      ...general,
      settings: { housingNamesFrom: '2026-03-01' },
      reviewBy: soon,
    },
  ),
  entry('state-endorsement', 'warn', one(ads, 'ст. 5(5)(2)'), start, 'unverified', general),
  entry('healing-claim-non-medicine', 'error', one(ads, 'ст. 5(5)(6)'), start, 'unverified', general),
  entry('obscene-offensive', 'error', one(ads, 'ст. 5(6)'), start, 'quoted', general),
  entry('minor-targeting', 'warn', one(ads, 'ст. 6'), start, 'unverified', general),
  entry('missing-material-terms', 'warn', one(ads, 'ст. 5(7)'), start, 'secondary', general),
  entry('price-not-in-rubles', 'warn', one(ads, 'ст. 5(7.1)'), '2009-01-01', 'unverified', general),
  entry(
    'age-mark-missing',
    'warn',
    [
      { act: ads, article: 'ст. 5(10.1)' },
      { act: '436-ФЗ', article: '' },
    ],
    '2012-09-01',
    'unverified',
    general,
  ),
  entry('restricted-channel-ad', 'error', one(ads, 'ст. 5(10.7)'), '2026-02-11', 'secondary', {
    ...general,
    channels: ['whatsapp'],
    kinds: ['marketing'],
    reviewBy: soon,
    note: { en: 'Domains removed from the national DNS on this day.', ru: 'В этот день домены удалены из национальной системы имён.' },
  }),
  entry('restricted-channel-ad', 'error', one(ads, 'ст. 5(10.7)'), '2026-02-10', 'secondary', {
    ...general,
    channels: ['telegram'],
    kinds: ['marketing'],
    reviewBy: soon,
    note: { en: 'Slowed from this day; the reading is disputed.', ru: 'С этого дня замедлен; толкование оспаривают.' },
  }),
  entry('vpn-ad', 'error', one(ads, 'ст. 5(10.8)'), '2025-09-01', 'secondary', { fine: fines.vpn }),
  entry('tobacco-nicotine-ad', 'error', one(ads, 'ст. 7(8)'), start, 'unverified', { fine: fines.tobacco }),
  entry('crypto-ad', 'error', one(ads, 'ст. 7(13)–(14)'), '2024-09-01', 'secondary', general),
  entry('prohibited-goods', 'error', one(ads, 'ст. 7'), start, 'unverified', general),
  entry('distance-seller-missing', 'warn', one(ads, 'ст. 8'), start, 'unverified', general),
  entry('promo-missing-terms', 'warn', one(ads, 'ст. 9'), start, 'secondary', general),
  entry('misleading-prize', 'warn', one(ads, 'ст. 5(3)'), start, 'inference', general),
  entry('ad-mark-missing', 'warn', one(ads, 'ст. 18.1'), '2022-09-01', 'secondary', {
    fine: fines.marking,
    channels: ['max', 'telegram', 'whatsapp'],
    kinds: ['marketing'],
    reviewBy: soon,
  }),
  entry('alcohol-ad', 'error', one(ads, 'ст. 21'), start, 'inference', { ...general, channels: ['sms'] }),
  entry('alcohol-ad', 'error', one(ads, 'ст. 21 в ред. 119-ФЗ'), '2012-07-20', 'secondary', {
    ...general,
    channels: ['whatsapp', 'telegram', 'max', 'viber', 'rcs'],
  }),
  entry('medical-no-warning', 'error', one(ads, 'ст. 24(7)'), start, 'quoted', { fine: fines.medical }),
  entry('medical-guarantee', 'error', one(ads, 'ст. 24(1)–(2)'), start, 'unverified', { fine: fines.medical }),
  entry('prescription-drug-ad', 'error', one(ads, 'ст. 24(8)'), start, 'unverified', { fine: fines.medical }),
  entry('bad-no-disclaimer', 'error', one(ads, 'ст. 25(1.1)'), '2013-10-22', 'quoted', { fine: fines.medical }),
  entry('bad-healing-claim', 'error', one(ads, 'ст. 25(1)'), start, 'quoted', { fine: fines.medical }),
  entry('gambling-ad', 'error', one(ads, 'ст. 27'), start, 'quoted', general),
  entry('financial-no-name', 'warn', one(ads, 'ст. 28(1)'), start, 'secondary', general),
  entry('guaranteed-return', 'warn', one(ads, 'ст. 28(2)'), start, 'secondary', general),
  entry('credit-no-psk', 'error', one(ads, 'ст. 28(3)'), '2023-10-23', 'secondary', { fine: fines.credit }),
  entry('credit-no-risk-warning', 'error', one(ads, 'ст. 28(3) в ред. 479-ФЗ'), '2025-03-01', 'secondary', { fine: fines.credit }),
  entry('credit-no-study-warning', 'error', one(ads, 'ст. 28(3) в ред. 479-ФЗ'), '2025-03-01', 'secondary', { fine: fines.credit }),
  entry('bankruptcy-promise', 'error', one('332-ФЗ от 31.07.2025', ''), '2026-01-01', 'secondary', { ...general, reviewBy: soon }),
  entry('bankruptcy-no-warning', 'error', one('332-ФЗ от 31.07.2025', ''), '2026-01-01', 'secondary', { ...general, reviewBy: soon }),
  entry('construction-no-declaration', 'warn', one(ads, 'ст. 28(7)'), start, 'unverified', general),
  entry('construction-before-permit', 'warn', one(ads, 'ст. 28(8)'), start, 'unverified', general),
  entry('foreign-messenger-org-ban', 'error', one('41-ФЗ от 01.04.2025', ''), '2025-06-01', 'secondary', {
    channels: ['whatsapp', 'telegram', 'viber'],
    reviewBy: soon,
  }),
  entry('debt-message-hours', 'error', one('230-ФЗ', 'ст. 7(5)'), '2017-01-01', 'quoted', { fine: fines.debt, settings: { holidays: restDays } }),
  entry('debt-message-incomplete', 'error', one('230-ФЗ', 'ст. 7'), '2017-01-01', 'unverified', { fine: fines.debt }),
  entry('debt-message-threat', 'error', one('230-ФЗ', 'ст. 6'), '2017-01-01', 'unverified', { fine: fines.debt }),
  entry('sensitive-data-in-text', 'warn', one('152-ФЗ «О персональных данных»', 'ст. 7, 10'), '2007-01-26', 'unverified', {
    fine: fines.personalData,
  }),
  entry('impersonation-risk', 'error', one(ads, 'ст. 5(3)'), start, 'inference', general),
  entry('restricted-resource-promo', 'info', one(ads, 'ст. 5(10.7)'), '2025-09-01', 'inference', { reviewBy: soon }),
];
