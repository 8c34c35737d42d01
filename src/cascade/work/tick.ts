import { isLicetError } from '../../errors.ts';
import { defaultPolicy } from '../plan/policy.ts';
import type { Claimed } from '../stores/delivery-store.ts';
import { candidatesOf } from './candidate.ts';
import { loadControls } from './controls.ts';
import { lookUpAll } from './look-up-batch.ts';
import { recordRefusals } from './record-refusals.ts';
import { submitAll } from './submit-batch.ts';
import { noCounts, type TickDeps, type TickOptions, type TickResult } from './tick-deps.ts';
import { hasClosedItsGate, type TickFrame, takeInHand, type Work } from './work.ts';
import { createWriteQueue } from './write-queue.ts';

/**
 * Takes what is due and does what must happen next to each: one batch, once. Durable state is in the store, so it may be called from anywhere,
 * by any number of workers, and die at any moment.
 * @throws whatever the store throws when it is down; nothing is sent without a stored intent.
 */
export async function tick(deps: TickDeps, options: TickOptions = {}): Promise<TickResult> {
  const policy = { ...defaultPolicy, ...deps.policy };
  const counts = noCounts();
  const signal = options.signal ?? new AbortController().signal;
  if (signal.aborted) return { done: 0, nextDueAt: null, counts };
  const startedMs = deps.clock.monotonicMs();
  // Read along with the claim: a code must not wait for one more round trip.
  const controls = loadControls(deps.documents, deps.installation);
  controls.catch(() => undefined);
  const batch = await deps.store.claim({
    limit: options.limit ?? 500,
    leaseMs: policy.leaseMs,
    worker: deps.worker,
    ...(options.shard === undefined ? {} : { shard: options.shard }),
  });
  counts.claimed = batch.claimed.length;
  if (batch.claimed.length === 0) return { done: 0, nextDueAt: batch.nextDueAt, counts };
  await deps.faultPoint?.('claimed');
  const elapsedMs = () => deps.clock.monotonicMs() - startedMs;
  const works: Work[] = [];
  try {
    await deps.plans.load(batch.claimed.map(({ delivery }) => delivery.request.plan));
    const frame: TickFrame = {
      deps,
      policy,
      controls: await controls,
      counts,
      signal,
      now: batch.now,
      instant: () => new Date(batch.now.getTime() + elapsedMs()),
      mayStart: () => !signal.aborted && elapsedMs() < policy.leaseMs / 2,
    };
    for (const claimed of batch.claimed) works.push(takeInHand(frame, claimed));
    await perform(frame, works);
  } catch (error) {
    await giveBack(deps, batch.claimed, works, error);
    throw error;
  }
  return { done: batch.claimed.length, nextDueAt: batch.nextDueAt, counts };
}

async function perform(frame: TickFrame, works: readonly Work[]): Promise<void> {
  const queue = createWriteQueue(frame);
  await recordRefusals(frame, works);
  const goesOut = (kind: 'look-up' | 'submit') => (work: Work) => work.action.kind === kind && !hasClosedItsGate(work);
  queue.add(works.filter((work) => !goesOut('look-up')(work) && !goesOut('submit')(work)));
  // A step that was definitely refused is followed by the next one at once, once the refusal is written.
  for (let inHand = works; inHand.length > 0; ) {
    const asking = inHand.filter(goesOut('look-up'));
    const sending = inHand.filter(goesOut('submit'));
    const results = await Promise.allSettled([
      lookUpAll(frame, asking, queue),
      ...[...candidatesOf(frame, sending, queue).values()].map((candidates) => submitAll(frame, candidates, queue)),
    ]);
    inHand = await queue.drained();
    // What one provider's share met must not keep the others' outcomes from being written; then it is told.
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}

/** A store that was down says nothing against the deliveries: what had not been touched is given back uncounted, as far as that is possible. */
async function giveBack(deps: TickDeps, claimed: readonly Claimed[], works: readonly Work[], error: unknown): Promise<void> {
  if (!isLicetError(error) || error.code !== 'store-unavailable') return;
  const touched = new Set(works.filter((work) => work.touched).map((work) => work.claimed.lease.id));
  await deps.store.release(claimed.map(({ lease }) => lease).filter(({ id }) => !touched.has(id))).catch(() => undefined);
}
