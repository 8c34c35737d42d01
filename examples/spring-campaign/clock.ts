import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from 'licet';

/** One moment at which story time and machine time were read together; from it every process of the example tells the same time. */
export interface Anchor {
  readonly storyMs: number;
  readonly machineMs: number;
  /** Seconds of story per second of machine. */
  readonly scale: number;
}

export interface StoryTime {
  /** The anchor in force. */
  anchor(): Anchor;
  /** Goes on from now at another pace. */
  pace(scale: number): Anchor;
  /** Keeps the time for the last time. */
  stop(): void;
}

/**
 * The campaign's own time: it starts on a fixed Monday, runs faster than the machine and is kept on disk, so that windows, deferrals and
 * fall-backs are real and do not depend on the hour at which somebody tries the example. A killed run resumes within half a second of its time.
 */
export function keptTime(file: string, start: Date): StoryTime {
  mkdirSync(dirname(file), { recursive: true });
  let current: Anchor = { storyMs: readTime(file) ?? start.getTime(), machineMs: Date.now(), scale: 1 };
  const keep = (): void => {
    writeFileSync(`${file}.new`, String(Math.round(storyTime(current))));
    renameSync(`${file}.new`, file);
  };
  keep();
  const timer = setInterval(keep, 500);
  timer.unref();
  return {
    anchor: () => current,
    pace(scale) {
      current = { storyMs: storyTime(current), machineMs: Date.now(), scale };
      return current;
    },
    stop: () => {
      clearInterval(timer);
      keep();
    },
  };
}

/** A clock that tells the story's time. */
export function storyClock(anchor: () => Anchor): Clock {
  const zero = anchor().storyMs;
  return {
    now: () => new Date(storyTime(anchor())),
    monotonicMs: () => storyTime(anchor()) - zero,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || ms <= 0) return resolve();
        const wake = (): void => {
          clearTimeout(handle);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const handle = setTimeout(wake, Math.min(ms / anchor().scale, 2_147_483_647));
        signal?.addEventListener('abort', wake, { once: true });
      }),
  };
}

function storyTime({ storyMs, machineMs, scale }: Anchor): number {
  return storyMs + (Date.now() - machineMs) * scale;
}

function readTime(file: string): number | undefined {
  try {
    const value = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(value) && value > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
