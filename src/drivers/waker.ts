import type { WakeQueue } from './driver.ts';

/** Asks a queue for wake-ups without ever waiting for it: a queue that hangs must not hold up a plan or a tick. */
export interface Waker {
  /** Now; asked while the queue has not answered yet, once more after its answer. */
  now(): void;
  at(due: Date): void;
  /** Resolves when the queue has answered everything it was asked. */
  settled(): Promise<void>;
}

/** Wake-ups that fall due within so many milliseconds of one another are one. */
export const SAME_WAKE_MS = 250;

/** The instant a wake-up is asked for: never before what is due. */
export function wakeInstant(due: Date): Date {
  return new Date(Math.ceil(due.getTime() / SAME_WAKE_MS) * SAME_WAKE_MS);
}

export function createWaker(queue: Pick<WakeQueue, 'wake'>, onFailure: () => void): Waker {
  const asked = new Set<Promise<void>>();
  let isAsking = false;
  let again = false;
  let lastAtMs: number | undefined;
  const ask = (at?: Date): Promise<void> => {
    const answer: Promise<void> = queue
      .wake(at)
      .catch(onFailure)
      .finally(() => asked.delete(answer));
    asked.add(answer);
    return answer;
  };
  const now = (): void => {
    again = isAsking;
    if (isAsking) return;
    isAsking = true;
    void ask().then(() => {
      isAsking = false;
      if (again) now();
    });
  };
  return {
    now,
    at(due) {
      const at = wakeInstant(due);
      if (at.getTime() === lastAtMs) return;
      lastAtMs = at.getTime();
      void ask(at);
    },
    async settled() {
      while (asked.size > 0) await Promise.all(asked);
    },
  };
}
