import type { MessengerEvents } from '../events.ts';
import { persistently } from './persistently.ts';
import { noticesOf, type TickFrame, type Work, writeOf } from './work.ts';

/** Writes finished work as it comes in: whatever is ready when the last write is through goes with the next one. */
export interface WriteQueue {
  add(work: readonly Work[]): void;
  /** Resolves when everything added so far is written; rejects when the store gave up. */
  drained(): Promise<void>;
}

export function createWriteQueue(frame: TickFrame): WriteQueue {
  let ready: Work[] = [];
  let running: Promise<void> | undefined;
  const run = async () => {
    // Lets what finishes in the same turn come along.
    await Promise.resolve();
    while (ready.length > 0) {
      const batch = ready;
      ready = [];
      await writeBatch(frame, batch);
    }
  };
  return {
    add(work) {
      ready.push(...work);
      running ??= run().finally(() => {
        running = undefined;
      });
      // The failure is told by `drained`; nobody may be listening yet.
      running.catch(() => undefined);
    },
    async drained() {
      while (running !== undefined) await running;
      if (ready.length > 0) await run();
    },
  };
}

async function writeBatch(frame: TickFrame, batch: readonly Work[]): Promise<void> {
  const { deps, counts } = frame;
  await deps.faultPoint?.('write:before');
  const outcomes = await persistently(deps.clock, () => deps.store.write(batch.map((work) => writeOf(frame, work))));
  await deps.faultPoint?.('write:committed');
  for (const [index, work] of batch.entries()) {
    if (outcomes[index] === 'lost') counts.lost++;
    else tell(frame, work);
  }
}

/** Tells the host what became of a delivery that is written. */
export function tell(frame: TickFrame, work: Work): void {
  for (const [name, event] of noticesOf(frame, work)) emit(frame, name, event);
}

function emit<Name extends keyof MessengerEvents>(frame: TickFrame, name: Name, event: MessengerEvents[Name]): void {
  frame.deps.events?.emit(name, ...([event] as never));
}
