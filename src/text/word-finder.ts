/** Finds in one pass which of many groups of words occur in a text. */
export interface WordFinder {
  /** Calls `found` with the number of each group that has a word in `text`, once each, in the order in which they are seen. */
  scan(text: string, found: (group: number) => void): void;
}

/** Words that are looked up alike, those of one hash together. */
interface Table {
  readonly words: readonly string[];
  /** One bit per hash: set where there are words. */
  readonly marks: Int32Array;
  /** Of each word, the last scan that found it. */
  readonly seen: Uint32Array;
  /** Groups of each word. */
  readonly groups: readonly (readonly number[])[];
  /** Of each hash, where its words begin and end; both 0 when there are none. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** Words are looked up by their first units: as many as they have, and at most that many. */
const LONGEST_KEY = 4;
/** Bits of a table's hashes, by the length of its keys: most words are longer than three units. */
const BITS: readonly number[] = [0, 12, 14, 14, 16];

/** Half of a hash: of two units. */
function mixed(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1);
}

/** All bits of both halves tell in the highest bits. */
function joined(half: number, other: number, bits: number): number {
  return Math.imul(half ^ (other >>> 15) ^ (other << 1), 0x85ebca6b) >>> (32 - bits);
}

/**
 * Builds a finder; `groups[n]` are the words of group `n`. The words are taken as they are: fold them first. Empty words are ignored. Words are
 * looked up by their first units in a table that fits into the processor's nearest memory: an automaton of so many words does not, and waits
 * for memory at every unit.
 */
export function buildWordFinder(groups: readonly (readonly string[])[]): WordFinder {
  const all = groupsByWord(groups);
  const [ones, twos, threes, longer] = [1, 2, 3, LONGEST_KEY].map((key) =>
    tableOf(
      all.filter(([word]) => Math.min(word.length, LONGEST_KEY) === key),
      key,
    ),
  ) as [Table, Table, Table, Table];
  const seen = new Uint32Array(groups.length);
  let scans = 0;

  const report = (table: Table, hash: number, text: string, at: number, found: (group: number) => void): void => {
    const end = table.to[hash]!;
    for (let i = table.from[hash]!; i < end; i++) {
      if (table.seen[i] === scans || !text.startsWith(table.words[i]!, at)) continue;
      table.seen[i] = scans;
      const mine = table.groups[i]!;
      for (let at = 0; at < mine.length; at++) {
        const group = mine[at]!;
        if (seen[group] === scans) continue;
        seen[group] = scans;
        found(group);
      }
    }
  };

  return {
    scan(text, found) {
      scans++;
      const { length } = text;
      let second = length > 0 ? text.charCodeAt(0) : 0;
      let third = length > 1 ? text.charCodeAt(1) : 0;
      let fourth = length > 2 ? text.charCodeAt(2) : 0;
      for (let i = 0; i < length; i++) {
        const first = second;
        second = third;
        third = fourth;
        fourth = i + 3 < length ? text.charCodeAt(i + 3) : 0;
        const half = mixed(first, second);
        const four = joined(half, mixed(third, fourth), BITS[4]!);
        if (((longer.marks[four >> 5]! >>> (four & 31)) & 1) !== 0) report(longer, four, text, i, found);
        const three = joined(half, mixed(third, 0), BITS[3]!);
        if (((threes.marks[three >> 5]! >>> (three & 31)) & 1) !== 0) report(threes, three, text, i, found);
        const two = joined(half, 0, BITS[2]!);
        if (((twos.marks[two >> 5]! >>> (two & 31)) & 1) !== 0) report(twos, two, text, i, found);
        const one = joined(mixed(first, 0), 0, BITS[1]!);
        if (((ones.marks[one >> 5]! >>> (one & 31)) & 1) !== 0) report(ones, one, text, i, found);
      }
    },
  };
}

function hashOf(word: string, key: number): number {
  const unit = (at: number): number => (at < key ? word.charCodeAt(at) : 0);
  return joined(mixed(unit(0), unit(1)), key > 2 ? mixed(unit(2), unit(3)) : 0, BITS[key]!);
}

function groupsByWord(groups: readonly (readonly string[])[]): readonly (readonly [word: string, groups: readonly number[]])[] {
  const found = new Map<string, number[]>();
  groups.forEach((words, group) => {
    for (const word of new Set(words)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [group]);
      else known.push(group);
    }
  });
  found.delete('');
  return [...found];
}

function tableOf(entries: readonly (readonly [word: string, groups: readonly number[]])[], key: number): Table {
  const hashed = entries.map(([word, groups]) => ({ word, groups, hash: hashOf(word, key) })).sort((a, b) => a.hash - b.hash);
  const from = new Uint16Array(1 << BITS[key]!);
  const to = new Uint16Array(1 << BITS[key]!);
  const marks = new Int32Array((1 << BITS[key]!) / 32);
  hashed.forEach((entry, i) => {
    if (to[entry.hash] === 0) from[entry.hash] = i;
    to[entry.hash] = i + 1;
    marks[entry.hash >> 5]! |= 1 << (entry.hash & 31);
  });
  return { marks, words: hashed.map(({ word }) => word), seen: new Uint32Array(hashed.length), groups: hashed.map(({ groups }) => groups), from, to };
}
