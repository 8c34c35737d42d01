/** Counts things by key. */
export interface Tally<Key> {
  add(key: Key, count?: number): void;
  /** Most first; equal ones in order of their keys. */
  entries(): readonly (readonly [Key, number])[];
}

/** Counts keys that are text, or small objects with the same members in the same order. */
export function createTally<Key>(): Tally<Key> {
  const counts = new Map<string, number>();
  return {
    add(key, count = 1) {
      const name = JSON.stringify(key);
      counts.set(name, (counts.get(name) ?? 0) + count);
    },
    entries: () => [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name, count]) => [JSON.parse(name) as Key, count] as const),
  };
}
