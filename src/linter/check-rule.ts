import type { LawPack } from '../law/pack.ts';
import { seeThrough } from '../text/index.ts';
import { createEngine } from './engine.ts';
import type { LintInput } from './lint-message.ts';
import type { Rule, Sample } from './rule.ts';
import type { FindOffers } from './subject.ts';

export interface CheckRuleOptions {
  /** Settings for the samples, as a law pack would give them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly findOffers?: FindOffers;
}

/**
 * What is wrong with a rule: a sample that is not found, a clean one that is, a sample without its trigger, a malformed id, a missing text.
 * Empty when the rule is sound. Runs in tests and in `RuleTester`, not at every start.
 */
export function checkRule(rule: Rule, options: CheckRuleOptions = {}): readonly string[] {
  const faults: string[] = [];
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(rule.id)) faults.push('the id is not lower-case kebab');
  if (rule.examples.correct.length === 0) faults.push('there is no correct sample');
  if (rule.examples.incorrect.length === 0) faults.push('there is no incorrect sample: a rule that cannot match does not load');
  for (const [name, text] of Object.entries(rule.messages)) {
    if (text.en === '' || text.ru === '') faults.push(`message "${name}" lacks a language`);
  }
  const messageOf = messageFinder(rule, options);
  rule.examples.correct.forEach((sample, i) => {
    const found = messageOf(sample);
    if (found.length > 0) faults.push(`correct sample ${i + 1} is found as "${found.join('", "')}": ${sample.text}`);
  });
  rule.examples.incorrect.forEach((sample, i) => {
    const found = messageOf(sample);
    if (!found.includes(sample.message))
      faults.push(`incorrect sample ${i + 1} should be "${sample.message}" and is ${found.join(', ') || 'clean'}: ${sample.text}`);
  });
  for (const name of Object.keys(rule.messages)) {
    if (!rule.examples.incorrect.some((sample) => sample.message === name)) faults.push(`no sample produces message "${name}"`);
  }
  return faults;
}

const today = '2026-11-23';

/** Runs one rule alone, by an invented pack that puts it in force everywhere. */
function messageFinder(rule: Rule, options: CheckRuleOptions): (sample: Sample) => readonly string[] {
  const names = Object.keys(rule.messages);
  const named: Rule = { ...rule, messages: Object.fromEntries(names.map((name) => [name, { en: name, ru: name }])) };
  const pack: LawPack = {
    id: 'samples',
    country: null,
    name: { en: 'Samples', ru: 'Образцы' },
    version: today,
    rules: [
      {
        rule: rule.id,
        severity: 'error',
        basis: [],
        since: '1900-01-01',
        confidence: 'inference',
        checkedOn: today,
        reviewBy: '2999-01-01',
        ...(options.settings === undefined ? {} : { settings: options.settings }),
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
  const engine = createEngine({
    packs: [pack],
    rules: [named],
    today,
    reader: seeThrough,
    ...(options.findOffers ? { findOffers: options.findOffers } : {}),
  });
  return (sample) => {
    const { message: _, ...input } = { message: undefined, ...sample };
    const whole: LintInput = { country: 'RU', channel: 'sms', kind: 'marketing', ...rule.sampleDefaults, ...input };
    return engine.lint(whole).flatMap((found) => (found.rule === rule.id ? [found.message] : []));
  };
}
