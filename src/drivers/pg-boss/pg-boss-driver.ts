import { createDriver } from '../create-driver.ts';
import type { Driver, DriverOptions, WakeQueue } from '../driver.ts';

/** The part of a pg-boss instance (12 and newer) that is used. It is started, and stopped after `run`, by the host. */
export interface PgBossClient {
  createQueue(
    name: string,
    options: {
      readonly policy: 'short';
      readonly retryLimit: number;
      readonly expireInSeconds: number;
      readonly deleteAfterSeconds: number;
      readonly notify: boolean;
    },
  ): Promise<void>;
  send(name: string, data: null, options: { readonly singletonKey: string; readonly startAfter?: Date }): Promise<string | null>;
  work(
    name: string,
    options: { readonly localConcurrency: number; readonly pollingIntervalSeconds: number },
    handler: () => Promise<void>,
  ): Promise<string>;
  offWork(name: string, options: { readonly wait: boolean }): Promise<void>;
}

export interface PgBossDriverOptions extends DriverOptions {
  readonly boss: PgBossClient;
  /** Name of the queue of wake-ups; a messenger (tenant, shard) of its own needs one of its own. @default 'licet' */
  readonly queue?: string | undefined;
  /** How many wake-ups one process handles at a time. @default 1 */
  readonly concurrency?: number | undefined;
  /** How often pg-boss looks for wake-ups, in seconds, at least 0.5. With `useListenNotify` they come at once. @default 1 */
  readonly pollSeconds?: number | undefined;
}

/**
 * Works on wake-ups of a pg-boss queue.
 * @example
 * const boss = await new PgBoss(url).start();
 * await pgBossDriver({ boss }).run(messenger, { signal });
 */
export function pgBossDriver({ boss, queue = 'licet', concurrency = 1, pollSeconds = 1, ...options }: PgBossDriverOptions): Driver {
  return createDriver(pgBossQueue({ boss, queue, concurrency, pollSeconds }), options);
}

type QueueOptions = Required<{ readonly [Name in 'boss' | 'queue' | 'concurrency' | 'pollSeconds']: NonNullable<PgBossDriverOptions[Name]> }>;

function pgBossQueue({ boss, queue, concurrency, pollSeconds }: QueueOptions): WakeQueue {
  let opened: Promise<void> | undefined;
  // `short`: one wake-up of a key may wait while any number is worked on. A failed one is not repeated: whoever looks next sees what is due.
  const open = (): Promise<void> => {
    opened ??= boss
      .createQueue(queue, { policy: 'short', retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: 3_600, notify: true })
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    return opened;
  };
  return {
    async wake(at) {
      await open();
      await boss.send(queue, null, at === undefined ? { singletonKey: 'now' } : { singletonKey: `at-${at.getTime()}`, startAfter: at });
    },
    async work(handle) {
      await open();
      await boss.work(queue, { localConcurrency: concurrency, pollingIntervalSeconds: pollSeconds }, handle);
      return { stop: () => boss.offWork(queue, { wait: true }) };
    },
  };
}
