import type { IsoDate, LawPack, LocalText, RuleEntry } from '../../law/index.ts';
import { builtInRules } from '../../linter/index.ts';
import { templateRules } from '../../linter/template/index.ts';

/** A clean or a faulty sample, ready to be read. */
export interface BookSample {
  readonly text: string;
  /** Country, channel, kind, and the sender and time where it has them. */
  readonly place?: string;
  /** Of a faulty one: the message that it gets. */
  readonly message?: LocalText;
}

/** What a person wants to know of a rule, about messages or about WhatsApp templates. */
export interface BookRule {
  readonly id: string;
  readonly concerns: 'message' | 'whatsapp-template';
  readonly description: LocalText;
  readonly messages: readonly LocalText[];
  readonly correct: readonly BookSample[];
  readonly incorrect: readonly BookSample[];
}

/** What puts a rule in force: a pack's entry, or for template rules the platform itself. */
export interface BookEntry {
  readonly rule: string;
  readonly pack: string;
  readonly country: string | null;
  /** First day in force. `always`: the platform asks for it since its rules were first read; `unknown`: to come, the day is not known. */
  readonly since: IsoDate | 'always' | 'unknown';
  readonly entry: Omit<RuleEntry, 'rule' | 'since' | 'checkedOn' | 'reviewBy'> & Partial<Pick<RuleEntry, 'checkedOn' | 'reviewBy'>>;
}

export type Standing = 'in-force' | 'coming' | 'ended' | 'date-unknown';

/** Every rule licet ships, by id. A rule about messages goes before one about templates of the same id. */
export function ruleBook(): ReadonlyMap<string, BookRule> {
  return new Map([...templateRules.map(templateCard), ...builtInRules.map(messageCard)].map((rule) => [rule.id, rule]));
}

function messageCard({ id, description, messages, examples, sampleDefaults }: (typeof builtInRules)[number]): BookRule {
  const read = (sample: (typeof examples.correct)[number]): BookSample => {
    const { country = 'RU', channel = 'sms', kind = 'marketing', sender, at, asOf } = { ...sampleDefaults, ...sample };
    return { text: sample.text, place: [country, channel, kind, sender, at ?? asOf].filter(Boolean).join(', ') };
  };
  return {
    id,
    concerns: 'message',
    description,
    messages: Object.values(messages),
    correct: examples.correct.map(read),
    incorrect: examples.incorrect.map((sample) => ({ ...read(sample), ...named(messages[sample.message]) })),
  };
}

function templateCard({ id, description, messages, examples }: (typeof templateRules)[number]): BookRule {
  return {
    id,
    concerns: 'whatsapp-template',
    description,
    messages: Object.values(messages),
    correct: examples.correct.map((template) => ({ text: JSON.stringify(template) })),
    incorrect: examples.incorrect.map(({ template, message }) => ({ text: JSON.stringify(template), ...named(messages[message]) })),
  };
}

const named = (message: LocalText | undefined): { readonly message?: LocalText } => (message === undefined ? {} : { message });

/** Every entry that puts a rule in force somewhere, the packs' first. Template rules are WhatsApp's own, without a pack. */
export function bookEntries(packs: readonly LawPack[], countries: readonly string[] | undefined): readonly BookEntry[] {
  const concerned = packs.filter(({ country }) => countries === undefined || country === null || countries.includes(country));
  return [
    ...concerned.flatMap(({ id, country, rules }) =>
      rules.map(({ rule, since, ...entry }) => ({ rule, pack: id, country, since: since ?? ('unknown' as const), entry })),
    ),
    ...templateRules.map(({ id, severity, basis, confidence, since }) => ({
      rule: id,
      pack: 'whatsapp',
      country: null,
      since: since ?? ('always' as const),
      entry: { severity, basis, confidence, channels: ['whatsapp'] as const },
    })),
  ];
}

/** How an entry stands on a day. */
export function standingOf({ since, entry: { until } }: BookEntry, on: IsoDate): Standing {
  if (since === 'unknown') return 'date-unknown';
  if (since !== 'always' && since > on) return 'coming';
  return until === undefined || on < until ? 'in-force' : 'ended';
}
