import type { MessengerEvents } from '../../events.ts';
import { persistently } from './persistently.ts';
import { goOnFrom, noticesOf, type TickFrame, type Work, writeOf } from './work.ts';

/** Writes finished work as it comes in: whatever is ready when the last write is through goes with the next one. */
export interface WriteQueue {
  add(work: readonly Work[]): void;
  /** Resolves when everything added so far is written, with those that go on with a further step; rejects when the store gave up. */
  drained(): Promise<readonly Work[]>;
}

export function createWriteQueue(frame: TickFrame): WriteQueue {
  let ready: Work[] = [];
  let running: Promise<void> | undefined;
  let goingOn: Work[] = [];
  const run = async () => {
    // Lets what finishes in the same turn come along.
    await Promise.resolve();
    while (ready.length > 0) {
      const batch = ready;
      ready = [];
      goingOn.push(...(await writeBatch(frame, batch)));
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
      const kept = goingOn;
      goingOn = [];
      return kept;
    },
  };
}

async function writeBatch(frame: TickFrame, batch: readonly Work[]): Promise<readonly Work[]> {
  const { deps, counts } = frame;
  await deps.faultPoint?.('write:before');
  const writes = batch.map((work) => writeOf(frame, work));
  const outcomes = await persistently(deps.clock, () => deps.store.write(writes));
  await deps.faultPoint?.('write:committed');
  const kept: Work[] = [];
  for (const [index, work] of batch.entries()) {
    if (outcomes[index] === 'lost') {
      counts.lost++;
      continue;
    }
    tell(frame, work);
    if (writes[index]?.keep !== true) continue;
    goOnFrom(work);
    kept.push(work);
  }
  return kept;
}

/** Tells the host what became of a delivery that is written. */
export function tell(frame: TickFrame, work: Work): void {
  for (const [name, event] of noticesOf(frame, work)) emit(frame, name, event);
}

function emit<Name extends keyof MessengerEvents>(frame: TickFrame, name: Name, event: MessengerEvents[Name]): void {
  frame.deps.events?.emit(name, ...([event] as never));
}
