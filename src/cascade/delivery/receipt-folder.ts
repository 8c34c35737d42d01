import { defaultPolicy } from '../plan/policy.ts';
import type { ReceiptFolder } from '../stores/delivery-store.ts';
import { noCounts, type TickDeps } from '../work/tick-deps.ts';
import { advance, dueAt, type TickFrame, type Work } from '../work/work.ts';
import { tell } from '../work/write-queue.ts';
import { evolve } from './evolve.ts';

type FolderDeps = Omit<TickDeps, 'recordOptOut' | 'senderOutcome'>;

const never = new AbortController().signal;

/**
 * Folds receipts into deliveries that wait for nothing else: they are settled, or go on waiting. Whatever wants more than to be written down (a
 * fall-back to submit, a refusal to record, a plan that is not loaded) is left to a tick. Make one for each call of `recordReceipts`.
 */
export function receiptFolder(deps: FolderDeps): ReceiptFolder {
  const folding = new Map<string, { readonly frame: TickFrame; readonly work: Work }>();
  return {
    fold(delivery, events, now) {
      const plan = deps.plans.get(delivery.request.plan);
      if (plan === undefined) return undefined;
      const frame = frameAt(deps, now);
      const claimed = { lease: { id: delivery.request.id, fence: 0 }, delivery, pending: events, receipts: [], wake: 0, epoch: 0, strikes: 0 };
      const work: Work = {
        claimed,
        plan,
        delivery: events.reduce(evolve, delivery),
        action: { kind: 'none' },
        touched: false,
        ended: [],
        notices: [],
      };
      advance(frame, work);
      if (frame.counts.fellBack > 0 || (work.action.kind !== 'none' && work.action.kind !== 'wait')) return undefined;
      folding.set(delivery.request.id, { frame, work });
      return { delivery: work.delivery, dueAt: dueAt(frame, work.action) };
    },
    folded(id) {
      const done = folding.get(id);
      if (done !== undefined) tell(done.frame, done.work);
    },
  };
}

function frameAt(deps: FolderDeps, now: Date): TickFrame {
  return {
    deps: { ...deps, recordOptOut: () => Promise.reject(new Error('Receipts are folded without acting. This is a bug in licet.')) },
    policy: { ...defaultPolicy, ...deps.policy },
    controls: () => undefined,
    counts: noCounts(),
    signal: never,
    now,
    instant: () => now,
    mayStart: () => false,
  };
}
