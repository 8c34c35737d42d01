import type { Clock } from '../clock.ts';

/** Runs things when a clock says so. */
export interface Schedule {
  /** Runs `run` once when the clock has reached `dueMs` (milliseconds of the epoch); a past instant runs at the next turn. */
  at(dueMs: number, run: () => void): void;
  /** How many things are still to run. */
  readonly pending: number;
}

interface Item {
  readonly dueMs: number;
  readonly run: () => void;
}

/** A schedule on an injected clock, until `signal` aborts. */
export function createSchedule(clock: Clock, signal: AbortSignal): Schedule {
  const heap: Item[] = [];
  let wake = new AbortController();
  void (async () => {
    while (!signal.aborted) {
      const next = heap[0];
      const waitMs = next === undefined ? idleMs : next.dueMs - clock.now().getTime();
      if (next !== undefined && waitMs <= 0) {
        pop(heap);
        next.run();
        continue;
      }
      wake = new AbortController();
      await clock.sleep(Math.min(waitMs, idleMs), AbortSignal.any([wake.signal, signal]));
    }
  })();
  return {
    at(dueMs, run) {
      push(heap, { dueMs, run });
      if (heap[0]?.run === run) wake.abort();
    },
    get pending() {
      return heap.length;
    },
  };
}

/** Below the longest delay a timer honours, on whatever scale the clock runs. */
const idleMs = 1_000_000_000;

function push(heap: Item[], item: Item): void {
  let index = heap.length;
  heap.push(item);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (heap[parent]!.dueMs <= item.dueMs) break;
    heap[index] = heap[parent]!;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Item[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = index * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.dueMs < heap[child]!.dueMs) child += 1;
    if (heap[child]!.dueMs >= last.dueMs) break;
    heap[index] = heap[child]!;
    index = child;
  }
  heap[index] = last;
}
