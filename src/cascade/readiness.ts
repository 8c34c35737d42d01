import type { ChannelProvider } from '../channels/port.ts';
import type { AccountState } from '../clearance/clearance-deps.ts';
import type { Clock } from '../clock.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { SubjectRef } from '../consent/record/record.ts';
import { dueForReview } from '../law/feed.ts';
import type { IsoDate, LawPack } from '../law/pack.ts';
import type { Sender } from '../message/sender.ts';
import type { MessengerStores } from './stores/memory-stores.ts';
import { type ClosedSender, closedSenders } from './work/closed-senders.ts';
import { type Controls, loadControls } from './work/controls.ts';

export interface ReadinessOptions {
  /** How long a store may take to answer, in milliseconds of the clock. @default 2_000 */
  readonly timeoutMs?: number | undefined;
  /** How far behind what is due workers may be before somebody should look, in milliseconds. @default 60_000 */
  readonly maxLagMs?: number | undefined;
}

export type StoreName = 'consent' | 'deliveries' | 'counters' | 'documents' | 'keys';

export interface StoreCheck {
  readonly store: StoreName;
  readonly reachable: boolean;
  /** How long it took to answer, or was waited for. */
  readonly tookMs: number;
}

/** A sender that can send nothing on a provider, or no advertising, and why. */
export interface ClosedWay {
  readonly provider: string;
  readonly sender: string;
  /** `closed`: by how its calls ended; `halted`: by the platform; `paused`, `stopped`: by a control. */
  readonly state: 'closed' | 'halted' | 'halted-for-marketing' | 'paused' | 'stopped';
  readonly reason?: string;
  readonly until?: Date;
}

/** Why somebody should look. Only `store-unreachable` makes a messenger unready: with all else it still takes in webhooks and withdrawals. */
export type Worry = 'store-unreachable' | 'queue-behind' | 'sender-closed' | 'no-sender-open' | 'law-stale';

/** Whether this process can work, and what somebody should look at. No field holds a number, a text or a name of a person. */
export interface Readiness {
  readonly state: 'ok' | 'degraded' | 'failing';
  readonly worries: readonly Worry[];
  readonly at: Date;
  readonly stores: readonly StoreCheck[];
  /** How long the delivery that has waited longest is overdue, in milliseconds, 0 when none is; `null` when the store did not tell. */
  readonly lagMs: number | null;
  /** Ways out: pairs of a sender and a provider that it can use. */
  readonly senders: { readonly open: number; readonly total: number; readonly closed: readonly ClosedWay[] };
  /** Packs with entries past their review day: the law may have changed since. */
  readonly stalePacks: readonly { readonly pack: string; readonly entries: number; readonly since: IsoDate }[];
}

export interface ReadinessDeps extends Pick<MessengerStores, 'consentStore' | 'deliveryStore' | 'counterStore' | 'documentStore' | 'keyStore'> {
  readonly book: Pick<ConsentBook, 'subject'>;
  readonly providers: readonly ChannelProvider[];
  readonly senders: readonly Sender[];
  readonly law: readonly LawPack[];
  readonly clock: Clock;
  /** How the accounts behind providers stand, read anew. */
  readonly accounts: () => Promise<(provider: string, now: Date) => AccountState | undefined>;
}

/** Asks every store one cheap question that changes nothing, all at a time, and looks at queue, senders and packs. Never rejects. */
export async function readReadiness(deps: ReadinessDeps, { timeoutMs = 2_000, maxLagMs = 60_000 }: ReadinessOptions = {}): Promise<Readiness> {
  const { clock, consentStore, deliveryStore, counterStore, keyStore, book } = deps;
  const nobody = book.subject('nobody');
  const ask = asker(clock, timeoutMs);
  const [consent, due, counters, ways, keys] = await Promise.all([
    ask('consent', () => consentStore.load([nobody])),
    ask('deliveries', () => deliveryStore.nextDue()),
    // A total that nothing fits in: it is asked for and never taken.
    ask('counters', () => counterStore.take([[{ kind: 'sum', key: 'readiness', amount: 1, max: 0, expiresAt: clock.now() }]], clock.now())),
    ask('documents', () => readWays(deps, nobody, clock.now())),
    keyStore === undefined ? undefined : ask('keys', () => keyStore.get([nobody])),
  ]);
  const stores = [consent, due, counters, ways, ...(keys === undefined ? [] : [keys])].map(({ check }) => check);
  const lagMs = due.answer === undefined ? null : lagOf(due.answer.now, due.answer.nextDueAt);
  const total = pairsOf(deps).length;
  const closed = ways.answer ?? [];
  const shut = new Set(closed.filter(({ state }) => state !== 'halted-for-marketing').map(({ provider, sender }) => `${provider}\n${sender}`));
  const senders = { open: total - shut.size, total, closed };
  const at = clock.now();
  const stalePacks = staleOf(deps.law, at.toISOString().slice(0, 10));
  const worries: readonly Worry[] = [
    ...(stores.every(({ reachable }) => reachable) ? [] : (['store-unreachable'] as const)),
    ...(lagMs !== null && lagMs > maxLagMs ? (['queue-behind'] as const) : []),
    ...(closed.length > 0 ? (['sender-closed'] as const) : []),
    ...(senders.open === 0 && total > 0 ? (['no-sender-open'] as const) : []),
    ...(stalePacks.length > 0 ? (['law-stale'] as const) : []),
  ];
  const state = worries.includes('store-unreachable') ? 'failing' : worries.length > 0 ? 'degraded' : 'ok';
  return { state, worries, at, stores, lagMs, senders, stalePacks };
}

type Asked<T> = { readonly check: StoreCheck; readonly answer: T | undefined };

/** Asks within a time; a store that throws, or is silent, is not reachable. What it threw may name people and is not kept. */
function asker(clock: Clock, timeoutMs: number): <T>(store: StoreName, question: () => Promise<T>) => Promise<Asked<T>> {
  return async (store, question) => {
    const startedMs = clock.monotonicMs();
    const done = new AbortController();
    const silent = clock.sleep(timeoutMs, done.signal).then(() => undefined);
    const answered = (async () => ({ answer: await question() }))().catch(() => undefined);
    const found = await Promise.race([answered, silent]);
    done.abort();
    return { check: { store, reachable: found !== undefined, tookMs: clock.monotonicMs() - startedMs }, answer: found?.answer };
  };
}

function lagOf(now: Date, nextDueAt: Date | null): number {
  return nextDueAt === null ? 0 : Math.max(0, now.getTime() - nextDueAt.getTime());
}

function pairsOf({ providers, senders }: ReadinessDeps): readonly { readonly provider: ChannelProvider; readonly sender: Sender }[] {
  return providers.flatMap((provider) =>
    senders.filter((sender) => provider.channels.some((channel) => sender[channel] !== undefined)).map((sender) => ({ provider, sender })),
  );
}

async function readWays(deps: ReadinessDeps, nobody: SubjectRef, now: Date): Promise<readonly ClosedWay[]> {
  const [closings, accounts, controls] = await Promise.all([
    closedSenders(deps.documentStore, now),
    deps.accounts(),
    loadControls(deps.documentStore),
  ]);
  return pairsOf(deps).flatMap(({ provider, sender }) => closedWay(provider.id, sender.id, { closings, accounts, controls, nobody }, now) ?? []);
}

interface WayFacts {
  readonly closings: readonly ClosedSender[];
  readonly accounts: (provider: string, now: Date) => AccountState | undefined;
  readonly controls: Controls;
  readonly nobody: SubjectRef;
}

function closedWay(provider: string, sender: string, { closings, accounts, controls, nobody }: WayFacts, now: Date): ClosedWay | undefined {
  const control = controls({ sender, template: '', subject: nobody });
  if (control !== undefined) return { provider, sender, state: control.state };
  const account = accounts(provider, now);
  if (account?.halted !== undefined) {
    const state = account.halted === 'all' ? 'halted' : 'halted-for-marketing';
    return { provider, sender, state, ...(account.until === undefined ? {} : { until: account.until }) };
  }
  const closing = closings.find((one) => one.provider === provider && one.sender === sender);
  return closing === undefined ? undefined : { provider, sender, state: 'closed', reason: closing.reason, until: closing.until };
}

function staleOf(law: readonly LawPack[], on: IsoDate): Readiness['stalePacks'] {
  return [...Map.groupBy(dueForReview(law, on), ({ pack }) => pack)].map(([pack, entries]) => ({
    pack,
    entries: entries.length,
    since: entries.map(({ entry }) => entry.reviewBy).toSorted()[0]!,
  }));
}
