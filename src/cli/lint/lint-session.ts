import type { IsoDate, LawPack, LocalText, RuleEntry } from '../../law/index.ts';
import {
  builtInRules,
  createLinter,
  createSuppressor,
  type Diagnostic,
  type LintInput,
  type Rule,
  type SuppressedFinding,
} from '../../linter/index.ts';
import { lintWhatsAppTemplate, templateRules } from '../../linter/template/index.ts';
import type { CommandIo } from '../command.ts';
import { warnOfReview } from '../rules/rules-options.ts';
import type { LintConfig } from './lint-config.ts';

/** What is left of the findings, and what the house decided to live with. */
export interface Checked {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** One run of `licet lint`: the linter by the house's configuration. */
export interface LintSession {
  check(input: LintInput): Checked;
  /** A WhatsApp template in Cloud API JSON. */
  checkTemplate(template: unknown, asOf?: IsoDate): Checked;
  /** For formats that list the rules. */
  readonly rules: readonly { readonly id: string; readonly description: LocalText }[];
  /** Says on standard error which suppressions are of no use, and which packs are due for a review. */
  end(io: CommandIo): void;
}

export interface LintSessionOptions {
  readonly packs: readonly LawPack[];
  readonly config: LintConfig;
  readonly today: IsoDate;
  readonly language: 'en' | 'ru';
}

export function createLintSession({ packs: shipped, config, today, language }: LintSessionOptions): LintSession {
  const own = config.packs ?? [];
  const hostRules = config.rules ?? [];
  const packs = [...shipped.filter(({ id }) => !own.some((pack) => pack.id === id)), ...own];
  const linter = createLinter({
    packs: [...packs, ...housePack(hostRules, packs, today)],
    rules: [...builtInRules, ...hostRules],
    today,
    language,
    ...(config.overrides === undefined ? {} : { overrides: config.overrides }),
  });
  const suppressions = config.suppressions ?? [];
  const suppressor = createSuppressor(suppressions);
  const countries = new Set<string>();
  return {
    check(given) {
      const country = given.country.toUpperCase();
      countries.add(country);
      const facts = config.facts === undefined ? given.facts : { ...config.facts, ...given.facts };
      const input: LintInput = { ...given, country, ...(facts === undefined ? {} : { facts }) };
      return suppressor.apply(input, linter.lint(input), dayOf(input, today));
    },
    checkTemplate(template, asOf = today) {
      const found = lintWhatsAppTemplate(template, { today: asOf, language }).flatMap((diagnostic) => override(diagnostic, config));
      return suppressor.apply({ country: '', channel: 'whatsapp', kind: 'marketing', text: JSON.stringify(template) }, found, asOf);
    },
    rules: [...templateRules, ...builtInRules, ...hostRules],
    end(io) {
      const expired = new Set(suppressor.expired(today));
      for (const { rule, author, expires } of expired)
        io.err(`licet: the suppression of ${rule} by ${author} ended on ${expires}: decide again or remove it.\n`);
      for (const one of suppressor.unused())
        if (!expired.has(one)) io.err(`licet: the suppression of ${one.rule} by ${one.author} took out nothing: remove it.\n`);
      warnOfReview(
        packs.filter(({ country }) => country !== null && countries.has(country)),
        today,
        io,
      );
    },
  };
}

function dayOf({ asOf, at }: LintInput, today: IsoDate): IsoDate {
  return (asOf ?? at ?? today).slice(0, 10);
}

/** Template rules are the platform's and have no settings; the house may still silence or weigh them. */
function override(diagnostic: Diagnostic, { overrides = {} }: LintConfig): readonly Diagnostic[] {
  const say = overrides[diagnostic.rule];
  if (say === 'off') return [];
  const severity = typeof say === 'string' ? say : say?.severity;
  return [severity === undefined ? diagnostic : { ...diagnostic, severity }];
}

/** Puts the house's rules in force that no pack names. */
function housePack(rules: readonly Rule[], packs: readonly LawPack[], today: IsoDate): readonly LawPack[] {
  const named = new Set(packs.flatMap((pack) => pack.rules.map(({ rule }) => rule)));
  const entries = rules.flatMap(({ id }): readonly RuleEntry[] =>
    named.has(id)
      ? []
      : [{ rule: id, severity: 'error', basis: [], since: '0000-01-01', confidence: 'inference', checkedOn: today, reviewBy: '9999-12-31' }],
  );
  if (entries.length === 0) return [];
  const name = { en: 'House rules', ru: 'Правила дома' };
  const none = { windows: [], caps: [], channels: [], optOut: [], deadlines: [], consent: [], holidays: [], holidayYears: [] };
  return [{ id: 'house', country: null, name, version: today, rules: entries, ...none }];
}
