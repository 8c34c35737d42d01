/**
 * Literal parts of which every match of a pattern fragment holds at least one: triggers for the word finder.
 * @throws {Error} when the fragment can match without any literal part: such a wording belongs into code, not into a lexicon.
 */
export function literalsOf(fragment: string): readonly string[] {
  const reader = { source: fragment, at: 0 };
  const found = alternatives(reader);
  if (found === undefined) throw new Error(`This is a bug in licet: the wording "${fragment}" has no literal part.`);
  return found;
}

interface Reader {
  readonly source: string;
  at: number;
}

type Literals = readonly string[] | undefined;

/** Union over `a|b|c`; undefined when one of them needs no literal. */
function alternatives(reader: Reader): Literals {
  const union: string[] = [];
  let open = false;
  for (;;) {
    const branch = sequence(reader);
    if (branch === undefined) open = true;
    else union.push(...branch);
    if (reader.source[reader.at] !== '|') return open ? undefined : union;
    reader.at++;
  }
}

/** The best part of a sequence: the one whose shortest literal is longest. */
function sequence(reader: Reader): Literals {
  let best: Literals;
  let run = '';
  const offer = (literals: Literals): void => {
    if (literals !== undefined && shortest(literals) > shortest(best)) best = literals;
  };
  const close = (): void => {
    const literal = run.trim();
    if (literal !== '') offer([literal]);
    run = '';
  };
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at]!;
    if (char === '|' || char === ')') break;
    if (char === '(') {
      close();
      const inner = group(reader);
      if (!isOptional(reader)) offer(inner);
      continue;
    }
    const plain = atom(reader);
    if (isOptional(reader)) close();
    else if (plain === undefined) close();
    else run += plain;
  }
  close();
  return best;
}

function group(reader: Reader): Literals {
  const around = /^\(\?(?:[=!]|<[=!])/u.test(reader.source.slice(reader.at, reader.at + 4));
  const prefix = /^\((?:\?(?::|<?[=!]))?/u.exec(reader.source.slice(reader.at, reader.at + 4));
  reader.at += prefix?.[0].length ?? 1;
  const inner = alternatives(reader);
  reader.at++;
  return around ? undefined : inner;
}

/** One character, or undefined for a class or an escape that stands for many. */
function atom(reader: Reader): string | undefined {
  const { source } = reader;
  const char = source[reader.at]!;
  if (char === '[') {
    reader.at = source.indexOf(']', reader.at) + 1;
    return undefined;
  }
  if (char === '\\') {
    const next = source[reader.at + 1]!;
    reader.at = /[pP]/u.test(next) ? source.indexOf('}', reader.at) + 1 : reader.at + 2;
    return /[+.*?()[\]{}|/\\^$-]/u.test(next) ? next : undefined;
  }
  reader.at++;
  return char === '.' || char === '^' || char === '$' ? undefined : char;
}

/** Reads a quantifier; true when the thing before it need not occur. */
function isOptional(reader: Reader): boolean {
  const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(reader.source.slice(reader.at, reader.at + 8));
  if (quantifier === null) return false;
  reader.at += quantifier[0].length;
  return !quantifier[0].startsWith('+');
}

function shortest(literals: Literals): number {
  return literals === undefined ? 0 : Math.min(...literals.map((literal) => literal.length));
}
