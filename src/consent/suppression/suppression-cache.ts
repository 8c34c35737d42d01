import { lookUpWhole, type SuppressionFinding, type SuppressionQuestion, type SuppressionSource, stillStands } from './suppression-source.ts';

export interface SuppressionCacheOptions {
  /**
   * How long an answer is good, in milliseconds. Take no longer than the law lets a look-up be old: 31 days for the United States' national
   * list, 21 days for Singapore's.
   * Source: docs of the law packs (`us`, `sg`).
   */
  readonly freshForMs: number;
  /** How long "nothing against it" is good, in milliseconds. @default freshForMs */
  readonly clearFreshForMs?: number | undefined;
  /** Answers kept; the oldest go first. @default 100_000 */
  readonly maxEntries?: number | undefined;
}

interface Kept {
  readonly finding: SuppressionFinding | null;
  readonly until: number;
}

const MAX_ENTRIES = 100_000;

/** The same register, asked once per number, sender, channel and kind while its answer is fresh. A failed look-up is not kept. */
export function cachedSuppressionSource(source: SuppressionSource, options: SuppressionCacheOptions): SuppressionSource {
  const { freshForMs, clearFreshForMs = freshForMs, maxEntries = MAX_ENTRIES } = options;
  const kept = new Map<string, Kept>();
  const keep = (key: string, finding: SuppressionFinding | null, now: Date): void => {
    const fresh = now.getTime() + (finding === null ? clearFreshForMs : freshForMs);
    kept.delete(key);
    kept.set(key, { finding, until: Math.min(fresh, finding?.until?.getTime() ?? fresh) });
    if (kept.size > maxEntries) kept.delete(kept.keys().next().value!);
  };
  return {
    id: source.id,
    concerns: source.concerns,
    async lookUp(questions, now) {
      const keys = questions.map(keyOf);
      const missing = new Map<string, SuppressionQuestion>();
      const known = new Map<string, SuppressionFinding | null>();
      for (const [i, key] of keys.entries()) {
        const entry = kept.get(key);
        if (entry !== undefined && entry.until > now.getTime()) known.set(key, entry.finding);
        else missing.set(key, questions[i]!);
      }
      if (missing.size > 0) {
        const found = await lookUpWhole(source, [...missing.values()], now);
        for (const [i, key] of [...missing.keys()].entries()) {
          const finding = stillStands(found[i]!, now);
          keep(key, finding, now);
          known.set(key, finding);
        }
      }
      return keys.map((key) => known.get(key) ?? null);
    },
  };
}

function keyOf({ phone, sender, channel, kind }: SuppressionQuestion): string {
  return JSON.stringify([phone, sender, channel, kind]);
}
