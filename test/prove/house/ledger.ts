import { readFileSync } from 'node:fs';

/** One line of the gateway's own ledger: what it did when a call came in. */
export interface LedgerLine {
  /**
   * `accepted`: taken and charged. `repeat`: the key was known, nothing was charged. `limited`: answered with 429. `asked`: a look-up.
   * `closed`: told by the test to answer 429 from here on.
   */
  readonly kind: 'accepted' | 'repeat' | 'limited' | 'asked' | 'closed';
  /** The sender's reference; absent where the sender gave none. */
  readonly ref?: string;
  readonly to?: string;
  /** When the call came in, on the machine's monotonic clock, in milliseconds with fractions. */
  readonly atMs: number;
  /** What the gateway charges, by its own count of segments. */
  readonly micros?: number;
  /** Of `closed`: until when. */
  readonly untilMs?: number;
}

/** The whole ledger, in the order in which calls came in. A last line cut off by a crash of the gateway is no line. */
export function readLedger(file: string): readonly LedgerLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** How often each person got a message. */
export function acceptedBy(lines: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, to } of lines) if (kind === 'accepted' && to !== undefined) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

/** Messages beyond the first of each person. */
export function duplicatesIn(accepted: ReadonlyMap<string, number>): number {
  return [...accepted.values()].reduce((sum, count) => sum + count - 1, 0);
}
