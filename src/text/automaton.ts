/** Finds in one pass which of many groups of words occur in a text. */
export interface Automaton {
  /** Calls `found` with the number of each group that has a word in `text`, possibly more than once. */
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
  return {
    scan(text, found) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        state = next[state + (unit < classes.length ? classes[unit]! : 0)]!;
        const set = outputs[state]!;
        if (set !== 0) for (const group of sets[set]!) found(group);
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
  /** Row of `width` children per node; -1 where there is none. */
  readonly children: number[];
  readonly groupsOf: Set<number>[];
}

function buildTrie(groups: readonly (readonly string[])[], classes: Uint16Array, width: number): Trie {
  const children: number[] = new Array<number>(width).fill(-1);
  const groupsOf: Set<number>[] = [new Set()];
  groups.forEach((words, group) => {
    for (const word of words) {
      if (word === '') continue;
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const slot = node * width + classes[word.charCodeAt(i)]!;
        if (children[slot] === -1) {
          children[slot] = groupsOf.length;
          groupsOf.push(new Set());
          for (let c = 0; c < width; c++) children.push(-1);
        }
        node = children[slot]!;
      }
      groupsOf[node]!.add(group);
    }
  });
  return { children, groupsOf };
}

/** States are row offsets, so that a step is one addition and one look-up. Equal output sets are shared. */
function linkFailures(trie: Trie, width: number): { next: Int32Array; sets: number[][]; outputs: Uint16Array } {
  const nodes = trie.groupsOf.length;
  const next = new Int32Array(nodes * width);
  const failure = new Int32Array(nodes);
  const outputs = new Uint16Array(nodes * width);
  const sets: number[][] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    const groups = trie.groupsOf[node]!;
    if (node !== 0) for (const group of trie.groupsOf[failure[node]!]!) groups.add(group);
    const key = [...groups].sort((a, b) => a - b).join(',');
    let set = known.get(key);
    if (set === undefined) {
      set = sets.length;
      sets.push([...groups]);
      known.set(key, set);
    }
    outputs[node * width] = set;
    for (let c = 0; c < width; c++) {
      const child = trie.children[node * width + c]!;
      const viaFailure = node === 0 ? 0 : next[failure[node]! * width + c]!;
      if (child === -1) next[node * width + c] = viaFailure;
      else {
        failure[child] = node === 0 ? 0 : viaFailure / width;
        next[node * width + c] = child * width;
        queue.push(child);
      }
    }
  }
  return { next, sets, outputs };
}
