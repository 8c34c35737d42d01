/** Finds in one pass which of many groups of words occur in a text. */
export interface Automaton {
  /** Calls `found` with the number of each group that has a word in `text`, once each, in the order in which they are seen. */
  scan(text: string, found: (group: number) => void): void;
}

/**
 * Aho-Corasick automaton over folded words; `groups[n]` are the words of group `n`. Building is linear in the words, a scan in the text.
 * Words are taken as they are: fold them first. Empty words are ignored.
 */
export function buildAutomaton(groups: readonly (readonly string[])[]): Automaton {
  const { classes, width } = alphabet(groups);
  const trie = buildTrie(groups, classes, width);
  const { next, sets, outputs } = linkFailures(trie, width);
  const setSeen = new Uint32Array(sets.length);
  const groupSeen = new Uint32Array(groups.length);
  let scans = 0;
  return {
    scan(text, found) {
      const mark = ++scans;
      let node = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        node = next[node * width + (unit < classes.length ? classes[unit]! : 0)]!;
        const set = outputs[node]!;
        if (set === 0 || setSeen[set] === mark) continue;
        setSeen[set] = mark;
        for (const group of sets[set]!) {
          if (groupSeen[group] === mark) continue;
          groupSeen[group] = mark;
          found(group);
        }
      }
    },
  };
}

/** Numbers the units that occur in words from 1; 0 is every other unit. */
function alphabet(groups: readonly (readonly string[])[]): { classes: Uint16Array; width: number } {
  let highest = 0;
  const used = new Set<number>();
  for (const words of groups) {
    for (const word of words) {
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        used.add(unit);
        if (unit > highest) highest = unit;
      }
    }
  }
  const classes = new Uint16Array(highest + 1);
  let width = 1;
  for (const unit of used) classes[unit] = width++;
  return { classes, width };
}

interface Trie {
  /** Row of `width` children per node; 0 where there is none, since nothing leads back to the root. */
  readonly children: Int32Array;
  readonly nodes: number;
  /** Groups whose words end at a node. */
  readonly groupsAt: ReadonlyMap<number, readonly number[]>;
}

function buildTrie(groups: readonly (readonly string[])[], classes: Uint16Array, width: number): Trie {
  let room = 1;
  for (const words of groups) for (const word of words) room += word.length;
  const children = new Int32Array(room * width);
  const groupsAt = new Map<number, number[]>();
  let nodes = 1;
  groups.forEach((words, group) => {
    for (const word of words) {
      if (word === '') continue;
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const slot = node * width + classes[word.charCodeAt(i)]!;
        if (children[slot] === 0) children[slot] = nodes++;
        node = children[slot]!;
      }
      const ending = groupsAt.get(node);
      if (ending === undefined) groupsAt.set(node, [group]);
      else if (!ending.includes(group)) ending.push(group);
    }
  });
  return { children, nodes, groupsAt };
}

/** Next node by node and class of unit, and the set of groups whose words end at a node. Equal sets are shared; set 0 is empty. */
function linkFailures({ children, nodes, groupsAt }: Trie, width: number): { next: Int32Array; sets: number[][]; outputs: Int32Array } {
  const next = new Int32Array(nodes * width);
  const failure = new Int32Array(nodes);
  const outputs = new Int32Array(nodes);
  const sets: number[][] = [[]];
  const known = new Map<string, number>();
  const queue = new Int32Array(nodes);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const node = queue[head]!;
    const row = node * width;
    const fallback = failure[node]!;
    outputs[node] = outputSet(groupsAt.get(node), outputs[fallback]!, sets, known);
    for (let c = 0; c < width; c++) {
      const child = children[row + c]!;
      const viaFailure = node === 0 ? 0 : next[fallback * width + c]!;
      if (child === 0) next[row + c] = viaFailure;
      else {
        failure[child] = viaFailure;
        next[row + c] = child;
        queue[tail++] = child;
      }
    }
  }
  return { next, sets, outputs };
}

/** Number of the set that joins a node's own groups with those of its longest proper suffix. */
function outputSet(own: readonly number[] | undefined, inherited: number, sets: number[][], known: Map<string, number>): number {
  if (own === undefined) return inherited;
  const joined = [...new Set([...own, ...sets[inherited]!])].sort((a, b) => a - b);
  const key = joined.join(',');
  let set = known.get(key);
  if (set === undefined) {
    set = sets.length;
    sets.push(joined);
    known.set(key, set);
  }
  return set;
}
