import { InvalidOptionsError } from '../errors.ts';
import type { IsoDate, LawPack } from '../law/pack.ts';
import type { Folded } from '../text/folded.ts';
import { buildWordFinder, type WordFinder } from '../text/word-finder.ts';
import type { Diagnostic } from './diagnostic.ts';
import { LONGEST_TEXT, noLawPack, textTooLong } from './engine-findings.ts';
import type { LintInput } from './lint-message.ts';
import type { Finding, Rule, Subject } from './rule.ts';
import { type ActiveRule, type RuleOverride, selectRules } from './select-rules.ts';
import { buildSubject, type FindOffers, type ReadText } from './subject.ts';

/** Checks messages by the law of their place and day. Pure: same message, facts and day, same diagnostics. */
export interface Linter {
  /** Findings in the order of the text, those without a range last; an empty list is a clean message. */
  lint(input: LintInput): readonly Diagnostic[];
}

export interface EngineOptions {
  readonly packs: readonly LawPack[];
  readonly rules: readonly Rule[];
  /** The day whose law applies when a message names neither `asOf` nor `at`. */
  readonly today: IsoDate;
  /** Language of the messages. @default 'en' */
  readonly language?: 'en' | 'ru' | undefined;
  /** The host's say by rule id. */
  readonly overrides?: Readonly<Record<string, RuleOverride>> | undefined;
  /** Builds how texts are read, from the words that rules look for. @default lower case, no disguise seen through */
  readonly reader?: ((words: readonly string[]) => ReadText) | undefined;
  /** How offers inside service messages are recognised: rules about advertising look at these parts. */
  readonly findOffers?: FindOffers | undefined;
}

/** Plans are small; a host with very many regions and days still stays bounded. */
const MAX_PLANS = 2_000;

interface Plan {
  /** Rules that must run on every message, by number. */
  readonly always: Uint8Array;
  readonly active: readonly (readonly ActiveRule[])[];
  readonly numbers: readonly number[];
}

/**
 * Builds a linter from rules and law packs. One word finder over all rules' triggers decides which rules can fire at all; only those run.
 * @throws {InvalidOptionsError} when two rules share an id.
 */
export function createEngine(options: EngineOptions): Linter {
  const { packs, rules, today, language = 'en', overrides = {}, findOffers, reader = plainly } = options;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  if (byId.size !== rules.length) throw new InvalidOptionsError('Two linter rules share an id.');
  const numberOf = new Map(rules.map((rule, number) => [rule.id, number]));
  const covered = new Set(packs.map((pack) => pack.country));
  const { finder, read } = wordsOf(rules, reader);
  const plans = new Map<string, Plan>();

  const planFor = (input: LintInput, on: IsoDate): Plan => {
    const key = `${input.country}|${input.region ?? ''}|${input.channel}|${input.kind}|${on}`;
    let plan = plans.get(key);
    if (plan === undefined) {
      const place = { country: input.country, region: input.region, channel: input.channel, kind: input.kind, on };
      plan = toPlan(selectRules(packs, byId, place, overrides), numberOf, rules.length);
      if (plans.size >= MAX_PLANS) plans.clear();
      plans.set(key, plan);
    }
    return plan;
  };

  return {
    lint(given) {
      if (lengthOf(given) > LONGEST_TEXT) return [textTooLong(language)];
      const input = normalised(given);
      const on = input.asOf?.slice(0, 10) ?? input.at?.slice(0, 10) ?? today;
      const plan = planFor(input, on);
      const subject = buildSubject(input, { on, read, findOffers });
      const woken = plan.always.slice();
      const wake = (number: number): void => {
        woken[number] = 1;
      };
      finder.scan(subject.folded, wake);
      if (subject.sender !== '') finder.scan(read(subject.sender).text, wake);
      const found: Diagnostic[] = [];
      for (const number of plan.numbers) if (woken[number] === 1) runRule(plan.active[number]!, subject, language, found);
      if (input.kind === 'marketing' && !covered.has(input.country)) found.push(noLawPack(input.country, language));
      return found.length < 2 ? found : found.sort(byPlace);
    },
  };
}

type Reader = NonNullable<EngineOptions['reader']>;

interface Words {
  readonly finder: WordFinder;
  readonly read: ReadText;
}

/** What follows from rules and reader alone is built once for each pair of them: for the rules licet ships it takes milliseconds. */
const known = new WeakMap<readonly Rule[], WeakMap<Reader, Words>>();

function wordsOf(rules: readonly Rule[], reader: Reader): Words {
  const byReader = known.get(rules) ?? new WeakMap<Reader, Words>();
  known.set(rules, byReader);
  const triggers = rules.map((rule) => rule.triggers ?? []);
  const words = byReader.get(reader) ?? { finder: buildWordFinder(triggers), read: reader(triggers.flat()) };
  byReader.set(reader, words);
  return words;
}

const plainly: Reader = () => lowerCase;

/** Places stay the same, so a text that would grow stays as it is. */
function lowerCase(text: string): Folded {
  const lower = text.toLowerCase();
  return { text: lower.length === text.length ? lower : text, suspicious: false };
}

/** All that a recipient may have written into a message. */
function lengthOf({ text, sender = '', buttons = [] }: LintInput): number {
  let length = text.length + sender.length;
  for (const button of buttons) length += typeof button === 'string' ? button.length : button.text.length + (button.url?.length ?? 0);
  return length;
}

/** Country and region in upper case; nothing else is touched. */
function normalised(input: LintInput): LintInput {
  const country = input.country.toUpperCase();
  const region = input.region?.toUpperCase().replace(`${country}-`, '');
  if (country === input.country && region === input.region) return input;
  return { ...input, country, ...(region === undefined ? {} : { region }) };
}

function toPlan(active: readonly ActiveRule[], numberOf: ReadonlyMap<string, number>, count: number): Plan {
  const always = new Uint8Array(count);
  const byNumber: ActiveRule[][] = [];
  const numbers = new Set<number>();
  for (const one of active) {
    const number = numberOf.get(one.rule.id)!;
    byNumber[number] ??= [];
    byNumber[number].push(one);
    numbers.add(number);
    if (one.rule.triggers === undefined) always[number] = 1;
  }
  return { always, active: byNumber, numbers: [...numbers] };
}

function runRule(entries: readonly ActiveRule[], subject: Subject, language: 'en' | 'ru', found: Diagnostic[]): void {
  const first = found.length;
  for (const active of entries) {
    const report = (finding: Finding): void => {
      const diagnostic = toDiagnostic(active, subject, finding, language);
      const twin = found.findIndex((other, i) => i >= first && samePlace(other, diagnostic));
      if (twin === -1) found.push(diagnostic);
      else if (weight[diagnostic.severity] > weight[found[twin]!.severity]) found[twin] = diagnostic;
    };
    active.rule.check(subject, active.settings, { report });
  }
}

const weight = { info: 0, warn: 1, error: 2 } as const;

function samePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.in === b.in && a.range?.[0] === b.range?.[0] && a.range?.[1] === b.range?.[1];
}

function toDiagnostic(active: ActiveRule, subject: Subject, finding: Finding, language: 'en' | 'ru'): Diagnostic {
  const { rule, entry, pack, severity, why } = active;
  const text = rule.messages[finding.message]?.[language] ?? rule.description[language];
  const filled = finding.data === undefined ? text : text.replace(/\{(\w+)\}/gu, (whole, name: string) => finding.data?.[name] ?? whole);
  const inButton = finding.in === undefined && finding.range !== null && finding.range[0] >= subject.text.length;
  const place = inButton ? 'button' : finding.in;
  return {
    rule: rule.id,
    pack,
    severity,
    message: filled + why[language],
    range: inButton ? null : clipped(finding, subject),
    ...(place === undefined ? {} : { in: place }),
    basis: entry.basis.map(({ act, article }) => ({ act, article })),
    confidence: entry.confidence,
    ...(finding.needs === undefined ? {} : { needs: finding.needs }),
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  };
}

/** A finding in the text never points beyond it, into the buttons read after it. */
function clipped(finding: Finding, subject: Subject): Diagnostic['range'] {
  if (finding.range === null || finding.in !== undefined) return finding.range;
  return [finding.range[0], Math.min(finding.range[1], subject.text.length)];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.[0] ?? Number.POSITIVE_INFINITY) - (b.range?.[0] ?? Number.POSITIVE_INFINITY) || (a.rule < b.rule ? -1 : 1);
}
