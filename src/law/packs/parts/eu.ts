import type { ConsentEntry, DeadlineEntry, LawEntry, OptOutEntry, RuleEntry } from '../../pack.ts';
import { entry } from './entry.ts';
import { mentions } from './mentions.ts';

const ePrivacy = (article: string): LawEntry => entry('Directive 2002/58/EC', article, 'KU', '2003-10-31');
const gdpr = (article: string): LawEntry => entry('Regulation (EU) 2016/679 (GDPR)', article, 'KU', '2018-05-25');

/** Sender named and a refusal route in every promotional message: the frame all member states share. */
export function euMentions(languages: readonly string[]): readonly RuleEntry[] {
  return mentions({ languages, name: ePrivacy('art. 13(4)'), optOut: ePrivacy('art. 13(2) and (4)') });
}

/** Prior consent, or own similar products to own customers. */
export function euConsent(
  requires: ConsentEntry['requires'] = 'soft-opt-in',
  source: LawEntry = ePrivacy('art. 13(1) and (2)'),
): readonly ConsentEntry[] {
  return [
    { ...source, kinds: ['marketing'], requires },
    { ...gdpr('art. 6(1)(b)'), kinds: ['transactional', 'auth'], requires: 'none' },
  ];
}

/** An objection to direct marketing binds at once. */
export function euOptOut(): readonly OptOutEntry[] {
  return [{ ...gdpr('art. 21(2) and (3)'), withinHours: 0 }];
}

/** Answers to people within a month; a leak is told to the authority within three days. */
export function euDeadlines(): readonly DeadlineEntry[] {
  return [
    { ...gdpr('art. 12(3)'), duty: 'access-request', calendarDays: 30 },
    { ...gdpr('art. 17 and 12(3)'), duty: 'erasure', calendarDays: 30 },
    { ...gdpr('art. 33(1)'), duty: 'leak-notice', hours: 72 },
  ];
}
