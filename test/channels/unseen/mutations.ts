/** Draws the same numbers on every run: a failing call can be made again from its number. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Roll = (below: number) => number;
const one = <Item>(items: readonly Item[], roll: Roll): Item => items[roll(items.length)] as Item;

/** What no honest provider sends in a field, and what an honest one does in another. */
const evil: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  8.64e15,
  8.64e15 + 1,
  -8.64e15 - 1,
  9_007_199_254_740_993n.toString(),
  '99999999999999999999999999',
  '-',
  'NaN',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  'STOP',
  'стоп',
  'x'.repeat(5_000),
  '2026-11-23T10:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00',
  true,
  [],
  {},
  [[]],
  [null],
  { __proto: 1 },
  { id: { id: { id: [] } } },
  ['STOP', 1, null, {}],
];

/** The value with one to three places changed: replaced, removed, wrapped, repeated or taken from elsewhere. */
export function mutated(value: unknown, roll: Roll): unknown {
  const copy = structuredClone(value);
  const holder = { root: copy };
  for (let times = 1 + roll(3); times > 0; times--) change(holder, roll);
  return holder.root;
}

function change(holder: { root: unknown }, roll: Roll): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(holder);
  const [parent, key] = one(places, roll);
  switch (roll(7)) {
    case 0:
      if (parent !== (holder as unknown)) delete parent[key];
      return;
    case 1:
      parent[key] = [parent[key], parent[key]];
      return;
    case 2:
      parent[key] = { [key]: parent[key], value: parent[key] };
      return;
    case 3: {
      const [other, name] = one(places, roll);
      parent[key] = structuredClone(other[name]);
      return;
    }
    case 4:
      parent[key] = typeof parent[key] === 'number' ? String(parent[key]) : Number(parent[key]);
      return;
    default:
      parent[key] = structuredClone(one(evil, roll));
  }
}

/** The bytes with a few of them changed, cut or repeated. */
export function scrambled(bytes: Buffer, roll: Roll): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = roll(6); times > 0 && copy.length > 0; times--) copy[roll(copy.length)] = roll(256);
  if (roll(3) === 0) return copy.subarray(0, roll(copy.length + 1));
  return roll(5) === 0 ? Buffer.concat([copy, copy]) : copy;
}
