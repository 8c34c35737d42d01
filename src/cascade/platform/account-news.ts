import type { ChannelEvent } from '../../channels/taxonomy.ts';
import type { AccountState } from '../../clearance/clearance-deps.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';

type Subject = NonNullable<ChannelEvent['subject']>;
type HaltedKinds = NonNullable<AccountState['halted']>;

/** What one piece of news means for an account: a halt or its end, from one source each, or how many people a day it may reach. */
export type AccountNews =
  | { readonly source: 'account' | 'review' | 'number'; readonly halts: HaltedKinds | 'nothing'; readonly until: Date }
  | { readonly source: 'reach'; readonly people: number | null };

const DAY_MS = 86_400_000;
/** Where the platform names no end, its own refusals close the sender again afterwards. */
const openEndedMs = 30 * DAY_MS;
/** A flagged number is judged anew after seven good days. Source: facts on WhatsApp, section 8, "Number status". */
const flaggedMs = 7 * DAY_MS;
const violationMs = DAY_MS;

/**
 * Reads what a platform says about an account or a number; `undefined` for news that change nothing.
 * Source: facts on WhatsApp, sections 8, 9, 12 ("What a sender should do") and 14.
 */
export function accountNews(subject: Subject, at: Date): AccountNews | undefined {
  const after = (ms: number): Date => new Date(at.getTime() + ms);
  const state = subject.state?.toUpperCase() ?? '';
  switch (subject.type) {
    case 'account':
      return accountHalt(subject, state, after);
    case 'account-review':
      if (state === 'REJECTED') return { source: 'review', halts: 'all', until: after(openEndedMs) };
      return state === 'APPROVED' ? { source: 'review', halts: 'nothing', until: at } : undefined;
    case 'number-quality':
      if (state === 'FLAGGED') return { source: 'number', halts: 'marketing', until: after(flaggedMs) };
      if (state === 'UNFLAGGED' || state === 'UPGRADE') return { source: 'number', halts: 'nothing', until: at };
      return reach(subject.reason);
    case 'capability':
      return reach(subject.state);
    default:
      return undefined;
  }
}

function accountHalt(subject: Subject, state: string, after: (ms: number) => Date): AccountNews | undefined {
  switch (state) {
    case 'DISABLE':
    case 'DISABLED_UPDATE':
    case 'ACCOUNT_DELETED':
      return { source: 'account', halts: 'all', until: after(openEndedMs) };
    case 'SCHEDULE_FOR_DISABLE':
      return { source: 'account', halts: 'marketing', until: after(openEndedMs) };
    case 'REINSTATE':
      return { source: 'account', halts: 'nothing', until: after(0) };
    case 'ACCOUNT_RESTRICTION':
      // Some restrictions are about adding numbers alone and stop no message.
      if (subject.reason?.split(',').every((type) => /ADD_PHONE_NUMBER/iu.test(type))) return undefined;
      return { source: 'account', halts: 'all', until: subject.until ?? after(DAY_MS) };
    case 'ACCOUNT_VIOLATION':
      // A warning: the platform still takes messages, so only advertising waits for a person to look.
      return { source: 'account', halts: 'marketing', until: after(violationMs) };
    default:
      return undefined;
  }
}

/** `TIER_250`, `TIER_2K`, `TIER_UNLIMITED`, or the older bare number with -1 for no limit. */
function reach(tier: string | undefined): AccountNews | undefined {
  const found = /^(?:TIER_)?(?:(-1|UNLIMITED)|(\d+)(K|M)?)$/iu.exec(tier?.trim() ?? '');
  if (found === null) return undefined;
  if (found[1] !== undefined) return { source: 'reach', people: null };
  const unit = { K: 1_000, M: 1_000_000 }[found[3]?.toUpperCase() ?? ''] ?? 1;
  return { source: 'reach', people: Number(found[2]) * unit };
}

/** An account's standing as it is stored: the newest news of each source. */
type Kept = Readonly<Record<string, { readonly at: string; readonly halts?: string; readonly until?: string; readonly people?: number | null }>>;

/** The standing with one more piece of news; `undefined` when something newer of that source is there already. */
export function withNews(before: JsonValue | undefined, news: AccountNews, at: Date): JsonValue | undefined {
  const kept = (before ?? {}) as Kept;
  const known = kept[news.source];
  if (known !== undefined && Date.parse(known.at) > at.getTime()) return undefined;
  const entry =
    news.source === 'reach'
      ? { at: at.toISOString(), people: news.people }
      : { at: at.toISOString(), halts: news.halts, until: news.until.toISOString() };
  return { ...kept, [news.source]: entry } as JsonValue;
}

/** What a stored standing means now: the widest halt that is not over, and the lowest reach. */
export function standingOf(value: JsonValue): (now: Date) => AccountState {
  const entries = Object.values(value as Kept);
  const halts = entries.flatMap(({ halts: kinds, until }) =>
    (kinds === 'all' || kinds === 'marketing') && until !== undefined ? [{ kinds, until: new Date(until) } as const] : [],
  );
  const people = entries.flatMap((entry) => (typeof entry.people === 'number' ? [entry.people] : []))[0];
  return (now) => {
    const open = halts.filter(({ until }) => until > now);
    const widest = open.find(({ kinds }) => kinds === 'all') ?? open[0];
    const same = open.filter(({ kinds }) => kinds === widest?.kinds).map(({ until }) => until.getTime());
    return {
      ...(widest === undefined ? {} : { halted: widest.kinds, until: new Date(Math.max(...same)) }),
      ...(people === undefined ? {} : { dailyReach: people }),
    };
  };
}
