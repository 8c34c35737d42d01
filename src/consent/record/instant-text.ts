const SLOTS = 64;
const instants = new Float64Array(SLOTS).fill(Number.NaN);
const texts: string[] = new Array<string>(SLOTS).fill('');

/**
 * An instant as ISO 8601, from epoch milliseconds. The records of a batch share instants, and writing one out is the dearest part of a text.
 * @throws {RangeError} when no calendar holds it.
 */
export function instantText(ms: number): string {
  const slot = Math.abs(ms % SLOTS) | 0;
  if (instants[slot] !== ms) {
    texts[slot] = new Date(ms).toISOString();
    instants[slot] = ms;
  }
  return texts[slot]!;
}
