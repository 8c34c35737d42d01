import type { IsoDate, LawEntry } from './pack.ts';

/** Whether an entry applies on a day. An entry without a date (`since: null`) never does. */
export function isInForce(entry: LawEntry, on: IsoDate): boolean {
  return entry.since !== null && entry.since <= on && (entry.until === undefined || on < entry.until);
}
