import { systemClock } from '../../clock.ts';
import { createDriver } from '../create-driver.ts';
import type { Driver, DriverOptions, WakeQueue } from '../driver.ts';

/** What a wake-up holds: the key under which an equal one would be the same. */
export interface BullJob {
  readonly data: { readonly key: string };
}

/** The part of a BullMQ `Queue` (5 and newer) that is used. */
export interface BullQueue {
  readonly name: string;
  add(
    name: string,
    data: BullJob['data'],
    options: {
      readonly delay?: number;
      readonly deduplication: { readonly id: string };
      readonly removeOnComplete: boolean;
      readonly removeOnFail: boolean;
    },
  ): Promise<unknown>;
  removeDeduplicationKey(id: string): Promise<unknown>;
}

/** The part of a BullMQ `Worker` that is used. */
export interface BullWorker {
  close(): Promise<void>;
}

export interface BullDriverOptions extends DriverOptions {
  /** The queue of wake-ups; a messenger (tenant, shard) of its own needs one of its own. */
  readonly queue: BullQueue;
  /** Opens a worker on that queue: connection, concurrency and what is done with its errors are the host's. */
  readonly worker: (queueName: string, handle: (job: BullJob) => Promise<void>) => BullWorker;
}

/**
 * Works on wake-ups of a BullMQ queue. Redis may lose all of them: what is due stands in the delivery store.
 * @example
 * const driver = bullDriver({ queue, worker: (name, handle) => new Worker(name, handle, { connection }) });
 * await driver.run(messenger, { signal });
 */
export function bullDriver({ queue, worker, ...options }: BullDriverOptions): Driver {
  const wakes: WakeQueue = {
    async wake(at) {
      const key = at === undefined ? 'now' : `at-${at.getTime()}`;
      const delay = at === undefined ? 0 : Math.max(0, at.getTime() - systemClock.now().getTime());
      await queue.add('wake', { key }, { deduplication: { id: key }, removeOnComplete: true, removeOnFail: true, ...(delay > 0 ? { delay } : {}) });
    },
    async work(handle) {
      const opened = worker(queue.name, async ({ data }) => {
        // BullMQ holds a key until its job is through: what falls due from here on must be able to ask for a wake-up of its own.
        await queue.removeDeduplicationKey(data.key);
        await handle();
      });
      return { stop: () => opened.close() };
    },
  };
  return createDriver(wakes, options);
}
