/** Characters by which a needle is looked up; none may be shorter. */
const HEAD = 8;
const FILTER_BITS = 20;

/** Counts which of many strings stand in a text. One pass over the text, whatever their number. */
export function needleCounter(needles: readonly string[]): (text: string) => number {
  const byHead = new Map<string, Map<number, Set<string>>>();
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const needle of needles) {
    if (needle.length < HEAD) throw new Error(`A needle has ${HEAD} characters at least.`);
    const head = needle.slice(0, HEAD);
    filter[hashAt(needle, 0)] = 1;
    const byLength = byHead.get(head) ?? new Map<number, Set<string>>();
    byHead.set(head, byLength);
    byLength.set(needle.length, (byLength.get(needle.length) ?? new Set()).add(needle));
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + HEAD <= text.length; at += 1) {
      if (filter[hashAt(text, at)] === 0) continue;
      for (const [length, set] of byHead.get(text.slice(at, at + HEAD)) ?? []) {
        const here = text.slice(at, at + length);
        if (set.has(here)) found.add(here);
      }
    }
    return found.size;
  };
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + HEAD; i += 1) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return (Math.imul(hash, 0x9e3779b1) >>> 0) >>> (32 - FILTER_BITS);
}
