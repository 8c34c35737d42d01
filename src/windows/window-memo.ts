import { type LawfulInstant, nextLawfulInstant, type WindowQuestion } from './next-lawful.ts';

const MAX_KEYS = 5_000;

interface Stretch {
  readonly fromMs: number;
  readonly endMs: number;
  readonly found: Extract<LawfulInstant, { readonly at: Date }>;
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
        stretch = { fromMs, endMs: found.endsAt.getTime(), found };
        if (stretches.size >= MAX_KEYS) stretches.clear();
        stretches.set(key, stretch);
      }
      const { found } = stretch;
      const isNow = fromMs >= found.at.getTime();
      if ((isNow ? fromMs : found.at.getTime()) >= until.getTime()) return { none: 'no-lawful-window' };
      return isNow ? { at: from, endsAt: found.endsAt } : found;
    },
  };
}
