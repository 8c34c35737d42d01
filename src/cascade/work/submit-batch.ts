import pLimit, { type LimitFunction } from 'p-limit';
import type { ChannelProvider } from '../../channels/port.ts';
import type { Clearance } from '../../clearance/clearance.ts';
import { isStillCleared, waitForSlotMs } from '../../clearance/mint.ts';
import type { Attempt, AttemptResult } from '../delivery/delivery.ts';
import { type Candidate, requestOf } from './candidate.ts';
import { holdBack } from './hold-back.ts';
import { persistently } from './persistently.ts';
import { reportOutcome } from './report-outcome.ts';
import { about, advance, endAttempt, record, type TickFrame, type Work } from './work.ts';
import type { WriteQueue } from './write-queue.ts';

type Cleared = Extract<Clearance, { verdict: 'cleared' }>;

interface Started extends Candidate {
  readonly clearance: Cleared;
  readonly attempt: Attempt;
}

const limits = new WeakMap<ChannelProvider, LimitFunction>();
/** How long intents take to be stored, by the calls they are for: slots before that would be lost. */
const leads = new WeakMap<ChannelProvider, number>();
const never = new AbortController().signal;

/**
 * Clears, stores the intents, submits and notes the outcomes of one provider's candidates, in portions small enough to be called before their
 * clearance ends. Finished work goes to the queue.
 */
export async function submitAll(frame: TickFrame, candidates: readonly Candidate[], queue: WriteQueue): Promise<void> {
  const untouched: Work[] = [];
  const largest = portionFor(candidates[0]?.provider);
  let portion = largest;
  const inOrder = [...candidates.filter((candidate) => !isSuspect(candidate)), ...candidates.filter(isSuspect)];
  for (let index = 0; index < inOrder.length; ) {
    const rest = inOrder.slice(index, index + portion);
    const suspect = rest.findIndex(isSuspect);
    const part = suspect < 0 ? rest : rest.slice(0, Math.max(1, suspect));
    index += part.length;
    if (!frame.mayStart()) {
      untouched.push(...part.map(({ work }) => work));
      continue;
    }
    const notSentBefore = frame.counts.notSent;
    await submitPortion(frame, part, queue);
    // Too many to be called in time: fewer at once, and more again when that went well.
    portion = frame.counts.notSent > notSentBefore ? Math.max(1, portion >> 1) : Math.min(largest, portion * 2);
  }
  if (untouched.length > 0) await frame.deps.store.release(untouched.map(({ claimed }) => claimed.lease));
}

/** Workers' deaths in its calls after which a message is called alone: it may be what kills them, and must not use up the tries of others. */
const DEATHS_TO_SUSPECT = 2;

function isSuspect({ work, action }: Candidate): boolean {
  const attempts = work.delivery.steps[action.index]?.attempts ?? [];
  const deaths = attempts.filter(({ result }) => result?.outcome === 'unknown' && result.reason === 'aborted').length;
  return deaths >= DEATHS_TO_SUSPECT;
}

/** How many intents may be stored ahead of their calls: few where a crash could never be cleared up. */
function portionFor(provider: ChannelProvider | undefined): number {
  if (provider === undefined) return 1;
  const { dedup, lookup } = provider.capabilities;
  const recoverable = dedup.by === 'key' || lookup === 'by-client-ref' || lookup === 'by-recipient-and-time';
  return recoverable ? 256 : Math.min(256, concurrencyOf(provider));
}

function concurrencyOf(provider: ChannelProvider): number {
  return provider.capabilities.limits.concurrency ?? 16;
}

async function submitPortion(frame: TickFrame, candidates: readonly Candidate[], queue: WriteQueue): Promise<void> {
  const { deps } = frame;
  const provider = candidates[0]?.provider as ChannelProvider;
  const clearances = await deps.clearance.clear(
    candidates.map((candidate) => requestOf(candidate)),
    frame.instant(),
    leads.get(provider),
  );
  const clearedMs = deps.clock.monotonicMs();
  await deps.faultPoint?.('cleared');
  const cleared: Started[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const clearance = clearances[index];
    if (clearance?.verdict === 'cleared') cleared.push({ ...candidate, clearance, attempt: attemptOf(frame, candidate, clearance) });
    else if (clearance !== undefined) {
      holdBack(frame, candidate.work, candidate.action, clearance);
      queue.add([candidate.work]);
    } else throw new Error('The clearance gave fewer answers than it was asked. This is a bug in the clearance port.');
  }
  const started = await startAll(frame, cleared);
  await deps.faultPoint?.('attempt-started:committed');
  if (started.length > 0) learnLead(provider, deps.clock.monotonicMs() - clearedMs);
  const limit = limitFor(provider);
  await Promise.all(
    started.map(async (item) => {
      const waitMs = waitForSlotMs(item.clearance.message, deps.clock.monotonicMs());
      if (waitMs > 0) await deps.clock.sleep(waitMs, frame.signal);
      await limit(async () => {
        const result = await submitOne(frame, item);
        await settleAttempt(frame, item, result);
        queue.add([item.work]);
      });
    }),
  );
}

/** Remembers long waits for a while: one quick commit does not make the next one quick. */
function learnLead(provider: ChannelProvider, tookMs: number): void {
  leads.set(provider, Math.max(1.25 * tookMs, 0.9 * (leads.get(provider) ?? 0)));
}

function limitFor(provider: ChannelProvider): LimitFunction {
  const limit = limits.get(provider) ?? pLimit(concurrencyOf(provider));
  limits.set(provider, limit);
  return limit;
}

function attemptOf(frame: TickFrame, { action, provider }: Candidate, { message, segments, reservation }: Cleared): Attempt {
  const { clearanceId, contentHash, packs, ground, channel } = message;
  return {
    number: action.number,
    channel,
    provider: provider.id,
    startedAt: frame.instant(),
    evidence: { clearanceId, contentHash, packs, ground, segments, priceMicros: reservation.priceMicros },
  };
}

/** Commits the intents. Those that lost their delivery or found the gate closed give back what they had reserved. */
async function startAll(frame: TickFrame, cleared: readonly Started[]): Promise<readonly Started[]> {
  if (cleared.length === 0) return [];
  const { deps, counts } = frame;
  for (const { work } of cleared) work.touched = true;
  const outcomes = await persistently(deps.clock, () =>
    deps.store.startAttempts(
      cleared.map(({ work, action, attempt }) => ({
        lease: work.claimed.lease,
        subject: work.delivery.request.subject,
        epoch: work.claimed.epoch,
        step: action.index,
        waitFor: action.step.waitFor,
        attempt,
      })),
    ),
  );
  const refused = cleared.filter((_, index) => outcomes[index] !== 'started');
  const fenced = cleared.filter((_, index) => outcomes[index] === 'fenced');
  counts.fenced += fenced.length;
  counts.lost += refused.length - fenced.length;
  if (refused.length > 0) await deps.clearance.release(refused.map(({ clearance }) => clearance.reservation));
  if (fenced.length > 0) await deps.store.release(fenced.map(({ work }) => work.claimed.lease));
  const started = cleared.filter((_, index) => outcomes[index] === 'started');
  for (const { work, action, attempt } of started)
    record(work, { type: 'attempt-started', step: action.index, waitFor: action.step.waitFor, attempt });
  return started;
}

/** The call itself, unless its clearance has run out or the tick was aborted on the way here. */
async function submitOne(frame: TickFrame, { clearance, provider, attempt }: Started): Promise<AttemptResult> {
  const { deps, signal } = frame;
  if (signal.aborted) return { outcome: 'not-sent', reason: 'aborted' };
  // Directly before the wire, on a clock that never steps back: a worker that slept must not act on an old consent.
  if (!isStillCleared(clearance.message, deps.clock.monotonicMs())) return { outcome: 'not-sent', reason: 'clearance-expired' };
  try {
    return await provider.submit(clearance.message, { attempt: { stepKey: clearance.message.stepKey, number: attempt.number }, signal: never });
  } catch {
    return { outcome: 'unknown', errorClass: 'unknown', reason: 'threw', providerCode: null };
  }
}

async function settleAttempt(frame: TickFrame, item: Started, result: AttemptResult): Promise<void> {
  const { work, action, attempt, provider, clearance } = item;
  const { counts, deps } = frame;
  await deps.faultPoint?.('submitted');
  endAttempt(work, action.index, { ...attempt, endedAt: frame.instant(), result });
  if (result.outcome === 'not-sent') {
    counts.notSent++;
    await deps.clearance.release([clearance.reservation]);
  } else {
    counts.submitted++;
    counts[result.outcome]++;
    const errorClass = result.outcome === 'accepted' ? undefined : result.errorClass;
    work.notices.push([
      'step-submitted',
      {
        ...about(work),
        channel: attempt.channel,
        provider: provider.id,
        outcome: result.outcome,
        ...(errorClass === undefined ? {} : { errorClass }),
      },
    ]);
    await reportOutcome(frame, item, result);
  }
  advance(frame, work);
}
