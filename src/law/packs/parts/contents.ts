import type { LawEntry, RuleEntry } from '../../pack.ts';
import type { Channel } from '../../vocabulary.ts';
import { entry } from './entry.ts';

/** Goods and services some countries or carriers bar from mailings. */
export type RestrictedContent =
  | 'cannabis-cbd'
  | 'tobacco-nicotine-ad'
  | 'firearms'
  | 'alcohol-no-age-gate'
  | 'gambling-ad'
  | 'high-risk-finance'
  | 'public-url-shortener';

const restricted: readonly RestrictedContent[] = [
  'cannabis-cbd',
  'tobacco-nicotine-ad',
  'firearms',
  'alcohol-no-age-gate',
  'gambling-ad',
  'high-risk-finance',
  'public-url-shortener',
];

/** What WhatsApp's commerce policy bars in every country. */
const barredOnWhatsApp: ReadonlySet<RestrictedContent> = new Set([
  'cannabis-cbd',
  'tobacco-nicotine-ad',
  'firearms',
  'alcohol-no-age-gate',
  'gambling-ad',
  'high-risk-finance',
]);

const policy = entry("Providers' acceptable use policies", 'restricted content', 'V');
const whatsappPolicy = entry('WhatsApp Business Messaging Policy', 'prohibited goods and services', 'V');
const fraud = entry("Providers' acceptable use policies", 'fraud, phishing and filter evasion', 'V');
const data = entry("Data protection principles and providers' policies", 'no card numbers or passwords in clear text', 'V');
const kindOf = entry("Consent law and providers' policies", 'a service message that carries an offer is advertising', 'V');

const exceptWhatsApp: readonly Channel[] = ['sms', 'telegram', 'max', 'viber', 'rcs'];

/** A ban with its own ground; `settings` pass to the rule, for instance `{ loans: true }`. */
export type Ban = LawEntry | { readonly ground: LawEntry; readonly settings: Readonly<Record<string, unknown>> };

function restriction(rule: RestrictedContent, ban: Ban | undefined, languages: readonly string[]): readonly RuleEntry[] {
  const onWhatsApp: RuleEntry[] = barredOnWhatsApp.has(rule)
    ? [{ ...whatsappPolicy, rule, severity: 'warn', channels: ['whatsapp'], settings: { languages } }]
    : [];
  const elsewhere = onWhatsApp.length > 0 ? { channels: exceptWhatsApp } : {};
  if (ban === undefined) return [{ ...policy, rule, severity: 'info', ...elsewhere, settings: { languages } }, ...onWhatsApp];
  const { ground, settings } = 'ground' in ban ? ban : { ground: ban, settings: {} };
  const before: RuleEntry[] =
    ground.since === policy.since || ground.since === null
      ? []
      : [{ ...policy, until: ground.since, rule, severity: 'info', ...elsewhere, settings: { languages } }];
  return [...before, { ...ground, rule, severity: 'error', ...elsewhere, settings: { languages, ...settings } }, ...onWhatsApp];
}

/**
 * Rules about what a text may say. What nobody bars in the country stays advice (`info`).
 * @param languages BCP 47 language codes whose wordings are looked for; English is always among them.
 */
export function contents(languages: readonly string[], bans: Partial<Readonly<Record<RestrictedContent, Ban>>> = {}): readonly RuleEntry[] {
  const spoken = [...new Set([...languages, 'en'])];
  const settings = { languages: spoken };
  return [
    { ...kindOf, rule: 'marketing-in-transactional', severity: 'error', kinds: ['transactional', 'auth'], settings },
    { ...kindOf, rule: 'confirmation-with-marketing', severity: 'error', settings },
    { ...fraud, rule: 'deceptive-claim', severity: 'error', settings },
    { ...fraud, rule: 'phishing-pattern', severity: 'error', settings },
    { ...fraud, rule: 'obfuscated-text', severity: 'error', settings },
    { ...data, rule: 'sensitive-data-in-text', severity: 'warn', settings },
    ...restricted.flatMap((rule) => restriction(rule, bans[rule], spoken)),
  ];
}
