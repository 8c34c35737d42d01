import type { TickOptions, TickResult } from '../cascade/work/tick-deps.ts';
import type { MessengerEmitter } from '../events.ts';

/** The part of a messenger that a driver needs. */
export interface Ticking {
  tick(options?: TickOptions): Promise<TickResult>;
  readonly events: Pick<MessengerEmitter, 'on' | 'off' | 'emit'>;
}

/**
 * What a driver asks of a job queue. A wake-up holds no data and says only "look now": it may come twice, late or never without harm, because
 * what is due stands in the delivery store.
 */
export interface WakeQueue {
  /** Asks for one wake-up, now or at an instant. One that already waits for about that time is enough. */
  wake(at?: Date): Promise<void>;
  /** Calls `handle` for each wake-up, with these in hand as many times at once as the queue is set to. */
  work(handle: () => Promise<void>): Promise<WakeWorker>;
}

export interface WakeWorker {
  /** Takes no new wake-up; resolves when those in hand are through. */
  stop(): Promise<void>;
}

export interface DriverOptions {
  /** Most deliveries of one tick. @default 500 */
  readonly limit?: number | undefined;
  /** Only this share of all people. */
  readonly shard?: TickOptions['shard'];
  /** How long one wake-up goes on taking batches before it asks for another one, in milliseconds. @default 10_000 */
  readonly turnMs?: number | undefined;
  /**
   * How long a worker goes without a wake-up before it looks by itself, in milliseconds: the most a lost wake-up, or a queue that is down, holds
   * anything up.
   * @default 15_000
   */
  readonly lookMs?: number | undefined;
  /** Longest wait for the queue at the end of `run`, in milliseconds: it may be the one that is down. @default 30_000 */
  readonly closeMs?: number | undefined;
}

/** Work on wake-ups of a job queue. Any number of workers, and the plain loop beside them, are safe. */
export interface Driver {
  /**
   * Works until the signal aborts. Then nothing more is started, calls under way are waited for and written, what was not touched is given back
   * and another worker is woken for it. Queue failures are told as `background-failure` and never end it.
   */
  run(messenger: Ticking, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Wakes workers when this messenger plans or learns something: for a process that takes requests and webhooks and does not work. Returns what ends it. */
  follow(messenger: Pick<Ticking, 'events'>): () => void;
  /** Asks for one wake-up. @throws whatever the queue throws. */
  wake(): Promise<void>;
}
