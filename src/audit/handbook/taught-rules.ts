import type { Basis, Confidence, IsoDate, LawPack, RuleEntry } from '../../law/pack.ts';
import type { Channel, LocalText, MessageKind, Severity } from '../../law/vocabulary.ts';
import { builtInRules, createLinter, type Diagnostic, type Linter, type LintInput, type Rule, type Sample } from '../../linter/index.ts';
import { isTaught, packsInScope, type TrainingScope } from './training-scope.ts';

/** Where, since when and on what ground a rule is in force. */
export interface TaughtPlace {
  readonly pack: string;
  /** ISO 3166-1 alpha-2; `null` for a platform. */
  readonly country: string | null;
  readonly since: IsoDate;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  readonly confidence: Confidence;
  readonly channels?: readonly Channel[];
  readonly kinds?: readonly MessageKind[];
}

/** A message as an example, with what the linter says about it by the law that is taught. */
export interface TaughtSample {
  readonly input: LintInput;
  /** What the rule finds wrong with it; absent on those it lets pass. */
  readonly message?: LocalText;
  /** Every rule that finds something there, advice included. */
  readonly found: readonly string[];
}

/** One rule as it is taught. */
export interface TaughtRule {
  readonly id: string;
  readonly description: LocalText;
  /** The gravest of its places. */
  readonly severity: Severity;
  readonly places: readonly TaughtPlace[];
  /** Fine by role, in words, each once. */
  readonly fines: readonly LocalText[];
  readonly good: readonly TaughtSample[];
  readonly bad: readonly TaughtSample[];
}

const gravity: readonly Severity[] = ['error', 'warn', 'info'];
/** Countries where a message in Russian is an everyday thing: others get no example in it. */
const russianSpeaking: ReadonlySet<string> = new Set(['RU', 'BY', 'KZ', 'KG', 'UZ', 'TJ', 'AM', 'AZ', 'MD', 'UA', 'GE', 'LV', 'EE', 'LT']);

/**
 * The rules about messages that are in force in a scope, gravest first, with those of their samples that mean there what they mean to the rule:
 * the linter has said so with the packs and the day of the scope.
 */
export function taughtRules(scope: TrainingScope): readonly TaughtRule[] {
  const packs = packsInScope(scope);
  // Without basis and fine, which stand beside the samples: a finding then says only what is wrong.
  const bare = packs.map((pack) => ({ ...pack, rules: pack.rules.map(({ fine: _fine, ...entry }) => ({ ...entry, basis: [] })) }));
  const linters = { en: createLinter({ packs: bare, today: scope.on }), ru: createLinter({ packs: bare, today: scope.on, language: 'ru' }) };
  const countries = packs.flatMap(({ country }) => country ?? []);
  const taught = builtInRules.flatMap((rule): readonly TaughtRule[] => {
    const entries = packs.flatMap((pack) =>
      pack.rules.filter((entry) => entry.rule === rule.id && isTaught(entry, scope)).map((entry) => ({ pack, entry })),
    );
    if (entries.length === 0) return [];
    const national = countries.filter((country) => entries.some(({ pack }) => pack.country === country || pack.country === null));
    const judge = { rule, scope, linters, countries: national };
    return [
      {
        id: rule.id,
        description: rule.description,
        severity: gravity.find((one) => entries.some(({ entry }) => entry.severity === one)) ?? 'info',
        places: entries.map(placeOf),
        fines: distinct(entries.flatMap(({ entry }) => entry.fine ?? [])),
        good: nearest(rule.examples.correct.flatMap((sample) => asTaught(judge, sample, false))),
        bad: nearest(rule.examples.incorrect.flatMap((sample) => asTaught(judge, sample, true))),
      },
    ];
  });
  return taught.toSorted((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}

function placeOf({ pack, entry }: { readonly pack: LawPack; readonly entry: RuleEntry }): TaughtPlace {
  const { severity, basis, confidence, channels, kinds, since } = entry;
  return {
    pack: pack.id,
    country: pack.country,
    since: since ?? '',
    severity,
    basis,
    confidence,
    ...(channels === undefined ? {} : { channels }),
    ...(kinds === undefined ? {} : { kinds }),
  };
}

/** A sample, and whether it comes from the country it is shown for. */
interface Judged extends TaughtSample {
  readonly own: boolean;
}

/** Those from the countries themselves; others, with their foreign prices and numbers, only where there are none. */
function nearest(samples: readonly Judged[]): readonly TaughtSample[] {
  const own = samples.filter((sample) => sample.own);
  return (own.length > 0 ? own : samples).map(({ own: _own, ...sample }) => sample);
}

interface Judge {
  readonly rule: Rule;
  readonly scope: TrainingScope;
  readonly linters: Readonly<Record<'en' | 'ru', Linter>>;
  readonly countries: readonly string[];
}

/** The sample in its own country, or in the first one of the scope where the linter judges it alike; none where it does nowhere. */
function asTaught({ rule, scope, linters, countries }: Judge, sample: Sample & { readonly message?: string }, faulty: boolean): readonly Judged[] {
  const { message: _name, ...given } = sample;
  const { asOf: _day, ...input } = { country: 'RU', channel: 'sms' as const, kind: 'marketing' as const, ...rule.sampleDefaults, ...given };
  if (scope.channels?.includes(input.channel) === false || scope.kinds?.includes(input.kind) === false) return [];
  const places = countries.includes(input.country) ? [input.country] : countries.filter((country) => isSpokenIn(input.text, country)).slice(0, 3);
  for (const country of places) {
    const tried = { ...input, country };
    const en = linters.en.lint({ ...tried, asOf: scope.on });
    const found = [...new Set(en.map((diagnostic) => diagnostic.rule))];
    if (found.includes(rule.id) !== faulty) continue;
    const said = (all: readonly Diagnostic[]): string => all.find((diagnostic) => diagnostic.rule === rule.id)?.message ?? '';
    const own = country === input.country;
    if (!faulty) return [{ input: tried, found, own }];
    return [{ input: tried, found, own, message: { en: said(en), ru: said(linters.ru.lint({ ...tried, asOf: scope.on })) } }];
  }
  return [];
}

function isSpokenIn(text: string, country: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text) ? russianSpeaking.has(country) : !/[^\p{Script=Latin}\p{Script=Common}]/u.test(text);
}

function distinct(texts: readonly LocalText[]): readonly LocalText[] {
  return texts.filter((text, place) => texts.findIndex(({ en }) => en === text.en) === place);
}
