import type { PermissionDetails } from '../consent/consent-act.ts';
import type { OpenRequest } from '../consent/double-opt-in.ts';
import type { Evidence } from '../consent/record/record.ts';
import type { NoticeText } from '../proof/bundle.ts';
import type { ConsentDocument } from './consent-document.ts';
import type { ConsentFormOptions } from './consent-form.ts';
import { keepNotices } from './consent-notices.ts';

/** How people confirm on the handset. */
export interface DoubleOptIn {
  readonly by: 'code' | 'link';
  /** Address of `doubleOptInPage` as the world calls it. */
  readonly pageUrl: string;
  /** Sends the message that asks. It is a service message without any offer. A rejected promise tells the person to try later. */
  deliver(ask: ConfirmationAsk): Promise<void>;
  /** Messages one number can ask for in an hour. @default 3 */
  readonly requestsPerHour?: number | undefined;
}

/** What to send. Never log it. */
export interface ConfirmationAsk {
  /** E.164. */
  readonly address: string;
  readonly language: string;
  /** The code, or the whole address of the confirmation page. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A form that was filled in rightly. */
export interface Submission {
  /** Names this showing of the form and this number: sent twice, it is one act. */
  readonly key: string;
  readonly address: string;
  readonly country: string | null;
  readonly language: string;
  readonly chosen: readonly { readonly document: ConsentDocument; readonly notice: NoticeText }[];
  readonly sourceUrl: string;
  readonly details: Readonly<Record<string, string>>;
  readonly now: Date;
}

export type TakenConsent =
  | { readonly outcome: 'recorded' }
  /** Where the person types the code; absent when a link was sent. */
  | { readonly outcome: 'asked'; readonly next?: string }
  | { readonly outcome: 'too-many' }
  | { readonly outcome: 'not-sent' };

type Deps = Pick<ConsentFormOptions, 'consent' | 'notices' | 'sender' | 'doubleOptIn'>;

const HOUR_MS = 3_600_000;
const REQUESTS_PER_HOUR = 3;

/** Keeps the texts that were shown, then records one consent, or one request, per document. */
export async function takeConsent(deps: Deps, submission: Submission): Promise<TakenConsent> {
  const before = deps.doubleOptIn === undefined ? 'first' : await askedBefore(deps, submission);
  if (before === 'too-often') return { outcome: 'too-many' };
  const kept = await keepNotices(
    deps.notices,
    submission.chosen.map(({ notice }) => notice),
  );
  const acts = submission.chosen.map(({ document }, i) => actOf(deps.sender, submission, document, kept[i]!, i));
  if (deps.doubleOptIn !== undefined) return ask(deps, deps.doubleOptIn, submission, acts, before === 'first');
  await deps.consent.grantMany(acts);
  return { outcome: 'recorded' };
}

type Act = PermissionDetails & { readonly address: string; readonly id: string };

function actOf(sender: string, submission: Submission, document: ConsentDocument, notice: NonNullable<Evidence['notice']>, i: number): Act {
  const { key, address, country, sourceUrl, details } = submission;
  return {
    // the first stands for all: the others carry its name, and are confirmed with it
    id: i === 0 ? `form:${key}` : `form:${key}/${i + 1}`,
    address,
    sender,
    channels: document.channels,
    purposes: document.purposes,
    evidence: { method: 'web-form', grade: 'B', notice, actor: `form ${document.id}` },
    sourceUrl,
    details,
    ...(country === null ? {} : { jurisdiction: country }),
  };
}

/** The challenge goes with the first; the others wait for its answer and have no secret of their own that anybody is told. */
async function ask(
  { consent }: Deps,
  optIn: DoubleOptIn,
  { address, language }: Submission,
  acts: readonly Act[],
  isNew: boolean,
): Promise<TakenConsent> {
  const [first, ...others] = acts;
  for (const act of others) await consent.request({ ...act, by: 'reply' });
  const opened = await consent.request({ ...first!, by: optIn.by });
  const next = new URL(optIn.pageUrl);
  next.searchParams.set('lang', language);
  const secret = secretFor(optIn, opened, next);
  // the same form sent again asks nobody again: the message went out with the first, and the person is led to the same page
  if (secret !== null && isNew) {
    try {
      await optIn.deliver({ address, language, secret, expiresAt: opened.expiresAt });
    } catch {
      return { outcome: 'not-sent' };
    }
  }
  return optIn.by === 'link' ? { outcome: 'asked' } : { outcome: 'asked', next: next.href };
}

function secretFor({ by }: DoubleOptIn, { secret, subject, requestId }: OpenRequest, page: URL): string | null {
  if (by === 'code') {
    page.searchParams.set('person', subject);
    page.searchParams.set('request', requestId);
    return secret;
  }
  page.searchParams.set('token', secret ?? '');
  return page.href;
}

/** Counted over the ledger, so that it holds across processes. The same form sent again does not count. */
async function askedBefore({ consent, doubleOptIn }: Deps, { address, key, now }: Submission): Promise<'first' | 'same-form' | 'too-often'> {
  const subject = consent.subject(address);
  const chain = (await consent.load([subject])).get(subject) ?? [];
  const recent = chain.filter(
    (record) => record.kind === 'requested' && !record.id.includes('/') && now.getTime() - record.recordedAt.getTime() < HOUR_MS,
  );
  if (recent.some((record) => record.id === `form:${key}`)) return 'same-form';
  return recent.length >= (doubleOptIn?.requestsPerHour ?? REQUESTS_PER_HOUR) ? 'too-often' : 'first';
}
