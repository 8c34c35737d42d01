import type { ErrorClass } from '../channels/taxonomy.ts';
import type { CounterStore, Hold, Tally, TallyTotals } from './counter-store.ts';
import { senderKey } from './sender-limits.ts';

/** How one submit ended, as far as it says something about its sender or campaign. No person is named. */
export interface SubmitReport {
  readonly provider: string;
  readonly sender: string;
  readonly campaignId?: string | undefined;
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
  readonly errorClass?: ErrorClass | undefined;
  readonly providerCode?: string | null | undefined;
  /** A minimum, never shortened. */
  readonly retryAfterMs?: number | undefined;
  /** How many submits ended just so. @default 1 */
  readonly count?: number | undefined;
}

/** When senders are closed and campaigns paused. Times in milliseconds. */
export interface HealthPolicy {
  /** Time over which outcomes are weighed. @default 60_000 */
  readonly windowMs: number;
  /** Fewest outcomes that say anything. @default 20 */
  readonly leastOutcomes: number;
  /** Share of failed calls at which a sender is closed. @default 0.5 */
  readonly failedShare: number;
  /** How long a failing sender is closed. @default 30_000 */
  readonly openForMs: number;
  /** Closing after a rate limit without a time of its own; doubles with each further one in the window, up to a minute. @default 1_000 */
  readonly limitedForMs: number;
  /** Closing when the provider refuses the sender itself. @default 900_000 */
  readonly refusedForMs: number;
  /** A Retry-After beyond this needs a person: it is kept, not shortened. @default 3_600_000 */
  readonly longestWaitMs: number;
  /** How long a sender takes from a tenth of its rate to the whole after a closing. @default 4_000 */
  readonly rampMs: number;
  /** Equal permanent errors that pause a campaign. @default 10 */
  readonly burst: number;
}

/** What was done, or must be done by the host. */
export type HealthAction =
  /** Closed for all processes until then. `needsPerson`: it will not mend itself, or asked for an absurd wait. */
  | {
      readonly kind: 'sender-closed';
      readonly provider: string;
      readonly sender: string;
      readonly until: Date;
      readonly reason: 'rate-limited' | 'failing' | SenderRefusal;
      readonly needsPerson: boolean;
    }
  /** Many equal permanent errors: the campaign or its data are wrong, not the people. */
  | { readonly kind: 'campaign-failing'; readonly campaignId: string; readonly errorClass: ErrorClass; readonly providerCode: string | null };

type SenderRefusal = 'auth' | 'insufficient-funds' | 'sender-blocked';

const defaults: HealthPolicy = {
  windowMs: 60_000,
  leastOutcomes: 20,
  failedShare: 0.5,
  openForMs: 30_000,
  limitedForMs: 1_000,
  refusedForMs: 900_000,
  longestWaitMs: 3_600_000,
  rampMs: 4_000,
  burst: 10,
};

const LONGEST_BACKOFF_MS = 60_000;
const senderRefusals: ReadonlySet<string> = new Set<SenderRefusal>(['auth', 'insufficient-funds', 'sender-blocked']);
const permanent: ReadonlySet<string> = new Set<ErrorClass>(['auth', 'insufficient-funds', 'sender-blocked', 'content-rejected', 'invalid-request']);

/**
 * Watches outcomes over all processes: closes a sender that is limited, failing or refused, and names campaigns that only fail.
 * Limits of one person (a platform's marketing cap, a pair rate) say nothing about the sender: leave them out of the reports.
 */
export function createSenderHealth(
  counters: CounterStore,
  policy: Partial<HealthPolicy> = {},
): { record(reports: readonly SubmitReport[], now: Date): Promise<readonly HealthAction[]> } {
  const rules = { ...defaults, ...policy };
  return {
    async record(reports, now) {
      const totals = await tallyAll(reports, rules, counters, now);
      const closings = [...Map.groupBy(reports, ({ provider, sender }) => senderKey(provider, sender))].flatMap(([key, group]) => {
        const action = closing(group, totals(`health/${key}`), totals(`limited/${key}`), rules, now);
        return action === undefined ? [] : [{ key, action }];
      });
      await counters.hold(
        closings.map(({ key, action }): Hold => ({ key, until: action.until, rampMs: rules.rampMs })),
        now,
      );
      return [...closings.map(({ action }) => action), ...failingCampaigns(reports, totals, rules)];
    },
  };
}

type Totals = (key: string) => TallyTotals;

async function tallyAll(reports: readonly SubmitReport[], { windowMs }: HealthPolicy, counters: CounterStore, now: Date): Promise<Totals> {
  const tallies = new Map<string, { key: string; ok: number; failed: number; windowMs: number }>();
  const add = (key: string, failed: boolean, { count = 1 }: SubmitReport): void => {
    const tally = tallies.get(key) ?? { key, ok: 0, failed: 0, windowMs };
    if (failed) tally.failed += count;
    else tally.ok += count;
    tallies.set(key, tally);
  };
  for (const report of reports) {
    const key = senderKey(report.provider, report.sender);
    add(`health/${key}`, isFailure(report), report);
    if (report.errorClass === 'rate-limited') add(`limited/${key}`, true, report);
    if (report.campaignId === undefined) continue;
    add(`campaign/${report.campaignId}`, false, report);
    if (isPermanent(report)) add(burstKey(report), true, report);
  }
  const list: readonly Tally[] = [...tallies.values()];
  const answers = await counters.tally(list, now);
  const byKey = new Map(list.map((tally, index) => [tally.key, answers[index]!]));
  return (key) => byKey.get(key) ?? { ok: 0, failed: 0 };
}

function closing(
  group: readonly SubmitReport[],
  health: TallyTotals,
  limited: TallyTotals,
  rules: HealthPolicy,
  now: Date,
): Extract<HealthAction, { readonly kind: 'sender-closed' }> | undefined {
  const { provider, sender } = group[0]!;
  const asked = Math.max(0, ...group.map((report) => report.retryAfterMs ?? 0));
  const close = (reason: 'rate-limited' | 'failing' | SenderRefusal, forMs: number) => {
    const waitMs = Math.max(forMs, asked);
    const until = new Date(now.getTime() + waitMs);
    return {
      kind: 'sender-closed',
      provider,
      sender,
      until,
      reason,
      needsPerson: senderRefusals.has(reason) || waitMs > rules.longestWaitMs,
    } as const;
  };
  const refusal = group.find((report) => report.outcome === 'rejected' && senderRefusals.has(report.errorClass ?? ''));
  if (refusal !== undefined) return close(refusal.errorClass as SenderRefusal, rules.refusedForMs);
  if (group.some((report) => report.errorClass === 'rate-limited')) {
    return close('rate-limited', Math.min(LONGEST_BACKOFF_MS, rules.limitedForMs * 2 ** Math.max(0, Math.ceil(limited.failed) - 1)));
  }
  const seen = health.ok + health.failed;
  if (seen >= rules.leastOutcomes && health.failed >= rules.failedShare * seen && group.some(isFailure)) return close('failing', rules.openForMs);
  return asked > 0 ? close('rate-limited', asked) : undefined;
}

function failingCampaigns(reports: readonly SubmitReport[], totals: Totals, rules: HealthPolicy): readonly HealthAction[] {
  const bursts = new Map(
    reports.filter((report) => report.campaignId !== undefined && isPermanent(report)).map((report) => [burstKey(report), report]),
  );
  return [...bursts].flatMap(([key, { campaignId, errorClass, providerCode }]): HealthAction[] => {
    const equal = totals(key).failed;
    const all = totals(`campaign/${campaignId}`).ok;
    if (equal < rules.burst || equal < rules.failedShare * all) return [];
    return [{ kind: 'campaign-failing', campaignId: campaignId!, errorClass: errorClass!, providerCode: providerCode ?? null }];
  });
}

/** The provider or the way to it fails; a refusal about a person or a content is an answer, so it works. */
function isFailure({ outcome, errorClass }: SubmitReport): boolean {
  return outcome === 'unknown' || (outcome === 'rejected' && errorClass === 'retryable-transient');
}

function isPermanent({ outcome, errorClass }: SubmitReport): boolean {
  return outcome === 'rejected' && errorClass !== undefined && permanent.has(errorClass);
}

function burstKey({ campaignId, errorClass, providerCode }: SubmitReport): string {
  return `burst/${campaignId}/${errorClass}/${providerCode ?? ''}`;
}
