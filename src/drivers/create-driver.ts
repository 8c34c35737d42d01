import { type Clock, systemClock } from '../clock.ts';
import { isLicetError } from '../errors.ts';
import type { Driver, DriverOptions, Ticking, WakeQueue, WakeWorker } from './driver.ts';
import { createWaker, type Waker } from './waker.ts';

/** Shortest pause before something is looked at that was due and could not be taken, in milliseconds: another worker has it. */
const RECHECK_MS = 1_000;

/** A driver on any job queue that can be put behind the port. */
export function createDriver(queue: WakeQueue, options: DriverOptions & { readonly clock?: Clock | undefined } = {}): Driver {
  const { limit = 500, shard, turnMs = 10_000, lookMs = 15_000, closeMs = 30_000, clock = systemClock } = options;
  const wakerFor = ({ events }: Pick<Ticking, 'events'>): Waker =>
    createWaker(queue, () => events.emit('background-failure', { where: 'wake-up', code: 'queue-failed' }));
  const follow = ({ events }: Pick<Ticking, 'events'>, waker: Waker): (() => void) => {
    events.on('work-due', waker.now);
    return () => events.off('work-due', waker.now);
  };

  return {
    wake: () => queue.wake(),
    follow: (messenger) => follow(messenger, wakerFor(messenger)),
    async run(messenger, { signal }) {
      const waker = wakerFor(messenger);
      const turns = new Set<Promise<void>>();
      let lookedMs = clock.monotonicMs();

      /** Batch after batch until nothing is due, the turn is over or the signal aborts. */
      const takeTurn = async (): Promise<void> => {
        const endMs = clock.monotonicMs() + turnMs;
        for (;;) {
          const { done, nextDueAt } = await messenger.tick({ limit, shard, signal });
          lookedMs = clock.monotonicMs();
          if (done === 0) {
            if (nextDueAt !== null) waker.at(new Date(Math.max(nextDueAt.getTime(), clock.now().getTime() + RECHECK_MS)));
            return;
          }
          if (signal.aborted) return;
          // More than one worker can hold at once: another one may join.
          if (done >= limit || lookedMs >= endMs) waker.now();
          if (lookedMs >= endMs) return;
        }
      };
      const turn = (): Promise<void> => {
        if (signal.aborted) return Promise.resolve();
        const taken = takeTurn()
          .catch((error: unknown) => {
            messenger.events.emit('background-failure', { where: 'tick', code: isLicetError(error) ? error.code : 'unexpected' });
          })
          .finally(() => turns.delete(taken));
        turns.add(taken);
        return taken;
      };

      const unfollow = follow(messenger, waker);
      let worker: WakeWorker | undefined;
      const hire = async (): Promise<void> => {
        try {
          worker ??= await queue.work(turn);
        } catch {
          messenger.events.emit('background-failure', { where: 'wake-up', code: 'queue-failed' });
        }
      };
      let hiring = hire();
      await turn();
      while (!signal.aborted) {
        await clock.sleep(lookMs - (clock.monotonicMs() - lookedMs), signal);
        if (signal.aborted || clock.monotonicMs() - lookedMs < lookMs) continue;
        lookedMs = clock.monotonicMs();
        hiring = hiring.then(hire);
        if (turns.size === 0) await turn();
      }
      unfollow();
      // What is under way comes first and is waited for however long it takes; the queue has a bound.
      await Promise.all(turns);
      const leave = hiring
        .then(() => worker?.stop())
        .then(() => {
          // Once, when no wake-up comes here any more: for what was given back, and for wake-ups that came too late to be heeded.
          waker.now();
          return waker.settled();
        });
      const left = new AbortController();
      await Promise.race([leave.catch(() => undefined).finally(() => left.abort()), clock.sleep(closeMs, left.signal)]);
      await Promise.all(turns);
    },
  };
}
