/** A text as matching sees it, and the way back to the original. */
export interface Folded {
  /** Lower-case skeleton: disguises undone, `ё` as `е`, dashes, quotes and spaces in one form each. */
  readonly text: string;
  /** True when signs or digits stand inside words, so that a masked word may be hidden. */
  readonly suspicious: boolean;
  /** Original place of each unit of `text`; both absent when places are the same. */
  readonly starts?: Uint32Array;
  readonly ends?: Uint32Array;
}

/** Half-open range of the original that `[start, end)` of the folded text came from. */
export function originalRange(folded: Folded, start: number, end: number): readonly [start: number, end: number] {
  const { starts, ends } = folded;
  if (starts === undefined || ends === undefined) return [start, end];
  if (end <= start) {
    const at = start < starts.length ? starts[start]! : (ends[ends.length - 1] ?? 0);
    return [at, at];
  }
  return [starts[start]!, ends[end - 1]!];
}
