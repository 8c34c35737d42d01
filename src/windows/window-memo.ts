import { type LawfulInstant, nextLawfulInstant, type WindowQuestion } from './next-lawful.ts';

const MAX_KEYS = 5_000;

interface Stretch {
  readonly fromMs: number;
  readonly atMs: number;
  readonly endMs: number;
}

/**
 * Remembers the stretch around the last answer of a question: thousands of people of one place ask the same minute.
 * The key must name everything that decides: windows, zones and holidays.
 */
export interface WindowMemo {
  next(key: string, from: Date, until: Date, question: () => Omit<WindowQuestion, 'from' | 'until'>): LawfulInstant;
}

/** A bounded memo; same answers as `nextLawfulInstant`. */
export function windowMemo(): WindowMemo {
  const stretches = new Map<string, Stretch>();
  return {
    next(key, from, until, question) {
      const fromMs = from.getTime();
      let stretch = stretches.get(key);
      if (stretch === undefined || fromMs < stretch.fromMs || fromMs >= stretch.endMs) {
        const found = nextLawfulInstant({ ...question(), from });
        if ('none' in found) return found;
        stretch = { fromMs, atMs: found.at.getTime(), endMs: found.endsAt.getTime() };
        if (stretches.size >= MAX_KEYS) stretches.clear();
        stretches.set(key, stretch);
      }
      const atMs = Math.max(fromMs, stretch.atMs);
      return atMs < until.getTime() ? { at: new Date(atMs), endsAt: new Date(stretch.endMs) } : { none: 'no-lawful-window' };
    },
  };
}
