import type { ConsentEntry, RuleEntry } from '../../pack.ts';
import { entry } from './entry.ts';
import { mentions } from './mentions.ts';

const practice = entry('No national text in the facts', 'good practice', 'KU');

/** What every mailing does well to say, where the national law was not looked into: the sender asked for, the way out advised. */
export function adviceMentions(languages: readonly string[]): readonly RuleEntry[] {
  return mentions({ languages, name: practice, optOut: practice, optOutSeverity: 'info' });
}

/** Consent first for marketing, where the national law was not looked into. */
export function adviceConsent(): readonly ConsentEntry[] {
  return [
    { ...practice, kinds: ['marketing'], requires: 'prior' },
    { ...practice, kinds: ['transactional', 'auth'], requires: 'none' },
  ];
}
