import type { PermissionDetails, WithdrawAct } from '../consent/consent-act.ts';
import { decideConsent } from '../consent/decide/decide-consent.ts';
import type { ConsentRecord } from '../consent/record/record.ts';
import type { Channel } from '../law/vocabulary.ts';
import { sha256Hex } from '../ledger/hash.ts';
import type { ConsentDocument } from './consent-document.ts';
import { linkEvidence } from './opt-out-page.ts';

/** One box of the page: `topic` and channel, as its value says them. */
export type Choice = `${string}/${Channel}`;

/** What a person sent: everything taken back, or the boxes that are ticked now and those that were when the page was made. */
export interface SentChoices {
  readonly stopAll: boolean;
  readonly ticked: ReadonlySet<Choice>;
  readonly shown: ReadonlySet<Choice>;
}

/** Something to be recorded. */
export type PreferenceAct =
  | { readonly act: 'withdraw'; readonly withdrawal: Omit<WithdrawAct, 'subject' | 'address'> }
  | { readonly act: 'grant'; readonly topic: ConsentDocument; readonly grant: PermissionDetails };

export function choice(topic: ConsentDocument, channel: Channel): Choice {
  return `${topic.id}/${channel}`;
}

/** The boxes a ledger stands for: a consent for every purpose of the topic on that channel. */
export function standingChoices(chain: readonly ConsentRecord[], topics: readonly ConsentDocument[], sender: string, at: Date): ReadonlySet<Choice> {
  const stands = (purpose: string, channel: Channel): boolean =>
    decideConsent(chain, { kind: 'marketing', sender, channel, purpose, at, policy: { requires: 'soft-opt-in' } }).allowed;
  return new Set(
    topics.flatMap((topic) =>
      topic.channels.filter((channel) => topic.purposes.every((purpose) => stands(purpose, channel))).map((channel) => choice(topic, channel)),
    ),
  );
}

/** What a posted form says; boxes that the page does not have are passed over. */
export function choicesOf(form: URLSearchParams, topics: readonly ConsentDocument[]): SentChoices {
  const known = new Set(topics.flatMap((topic) => topic.channels.map((channel) => choice(topic, channel))));
  const read = (name: string): ReadonlySet<Choice> => new Set(form.getAll(name).filter((value): value is Choice => known.has(value as Choice)));
  return { stopAll: form.get('act') === 'stop-all', ticked: read('want'), shown: read('shown') };
}

/**
 * What a saved page means. Not ticked is taken back, whatever the page had shown. Only what was shown empty and is ticked now is a new consent: a
 * box that was ticked when an old page was made revives nothing. Pure.
 */
export function planPreferences(
  given: SentChoices & {
    readonly chain: readonly ConsentRecord[];
    readonly topics: readonly ConsentDocument[];
    readonly sender: string;
    readonly token: string;
    readonly now: Date;
  },
): readonly PreferenceAct[] {
  const { chain, topics, sender, token, now, ticked, shown } = given;
  const evidence = linkEvidence(token, 'preference page');
  // the same page sent twice is one act; sent again after something else happened it is another
  const idOf = (what: string): string => `link-${sha256Hex([token, chain.length, what].join('\n')).slice(0, 32)}`;
  const withdraw = (what: string, scope: Pick<WithdrawAct, 'channels' | 'purposes'>): PreferenceAct => ({
    act: 'withdraw',
    withdrawal: { id: idOf(what), sender, ...scope, evidence, occurredAt: now },
  });
  if (given.stopAll) return [withdraw('stop-all', {})];
  const stands = standingChoices(chain, topics, sender, now);
  return topics.flatMap((topic) => {
    const off = topic.channels.filter((channel) => !ticked.has(choice(topic, channel)));
    const gone = off.filter((channel) => stands.has(choice(topic, channel)) || shown.has(choice(topic, channel)));
    const added = topic.channels.filter((channel) => {
      const box = choice(topic, channel);
      return ticked.has(box) && !shown.has(box) && !stands.has(box);
    });
    const acts: PreferenceAct[] = [];
    // nothing of the topic is wanted any more: then on no channel at all
    const channels = off.length === topic.channels.length ? ('*' as const) : gone;
    if (gone.length > 0) acts.push(withdraw(`off ${topic.id} ${gone.join()}`, { channels, purposes: topic.purposes }));
    if (added.length > 0) {
      const grant = { id: idOf(`on ${topic.id} ${added.join()}`), sender, channels: added, purposes: topic.purposes, evidence, occurredAt: now };
      acts.push({ act: 'grant', topic, grant });
    }
    return acts;
  });
}
