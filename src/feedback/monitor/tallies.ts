import { changeDocument } from '../../cascade/stores/change-document.ts';
import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import { sumDelays } from './delay-curve.ts';
import type { MonitorPolicy } from './monitor-policy.ts';
import { addCounts, type Cell, type Count, type HourTally, readTally, TALLY_PREFIX, tallyKey } from './tally.ts';

/** Counts by the hour, kept in documents. */
export interface Tallies {
  /** Adds counts, each to its hour. */
  add(counts: readonly Count[]): Promise<void>;
  /** The cells of the look-back, and the delays of hours all of whose ends are known. */
  read(now: Date): Promise<{ readonly cells: readonly Cell[]; readonly delays: HourTally['delays'] }>;
}

const DAY_MS = 86_400_000;

/** Opens the counts. Days whose ends are all known are read once. */
export function openTallies(documents: DocumentStore, { lookBackMs, reactionMs }: Pick<MonitorPolicy, 'lookBackMs' | 'reactionMs'>): Tallies {
  const settled = new Map<string, readonly HourTally[]>();

  async function dayAt(ms: number, now: Date): Promise<readonly HourTally[]> {
    const day = new Date(ms).toISOString().slice(0, 10);
    const known = settled.get(day);
    if (known !== undefined) return known;
    const hours = (await documents.list(TALLY_PREFIX + day)).map(({ key, value }) => readTally(key, value));
    // a day of grace for what is told late
    if (now.getTime() - ms > reactionMs + 2 * DAY_MS) settled.set(day, hours);
    return hours;
  }

  return {
    async add(counts) {
      for (const [key, own] of Map.groupBy(counts, ({ sentAt }) => tallyKey(sentAt)))
        await changeDocument(documents, key, (before) => addCounts(before?.value, own));
    },
    async read(now) {
      const days = Math.ceil(lookBackMs / DAY_MS) + 1;
      const hours = (await Promise.all(Array.from({ length: days }, (_, back) => dayAt(now.getTime() - back * DAY_MS, now)))).flat();
      const known = hours.filter(({ cells }) => cells.some(({ at }) => now.getTime() - at.getTime() > reactionMs));
      const names = new Set(known.flatMap(({ delays }) => Object.keys(delays)));
      const delays = Object.fromEntries([...names].map((name) => [name, sumDelays(known.map((hour) => hour.delays[name] ?? []))]));
      const cells = hours.flatMap((hour) => hour.cells).sort((a, b) => a.at.getTime() - b.at.getTime());
      return { cells, delays };
    },
  };
}

/** All counts that were ever kept, for reports. */
export async function allCells(documents: DocumentStore): Promise<readonly Cell[]> {
  return (await documents.list(TALLY_PREFIX)).flatMap(({ key, value }) => readTally(key, value).cells);
}
