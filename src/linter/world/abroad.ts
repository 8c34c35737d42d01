import type { RuleSettings, Subject } from '../rule.ts';

/** True when a rule that also stands in the Russian table is to be read by the settings of another country. */
export function isAbroad(subject: Subject, settings: RuleSettings): boolean {
  return settings.languages !== undefined || settings.world === true || subject.input.country !== 'RU';
}
