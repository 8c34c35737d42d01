interface Reader {
  readonly source: string;
  at: number;
}

type Literals = readonly string[] | undefined;

/**
 * Literal parts of which every match of a pattern's source holds at least one; undefined when a match may hold none. What stands in
 * look-arounds does not count.
 */
export function literalsIn(source: string): Literals {
  return alternatives({ source, at: 0 });
}

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
      if (quantifier(reader) !== 'optional') offer(inner);
      continue;
    }
    const plain = atom(reader);
    const times = quantifier(reader);
    if (plain !== undefined && times !== 'optional') run += plain;
    if (plain === undefined || times !== 'once') close();
  }
  close();
  return best;
}

const opening = /\((?:\?(?::|<?[=!]|<[^>]*>))?/uy;

function group(reader: Reader): Literals {
  opening.lastIndex = reader.at;
  const open = opening.exec(reader.source)![0];
  reader.at += open.length;
  const inner = alternatives(reader);
  reader.at++;
  return /[=!]$/u.test(open) ? undefined : inner;
}

const escapeSequence = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|c[a-z]|\d+|[\s\S])/iuy;

/** One character, or undefined for a class or an escape that stands for many. */
function atom(reader: Reader): string | undefined {
  const { source } = reader;
  const char = source[reader.at]!;
  if (char === '[') {
    let end = reader.at + 1;
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    reader.at = end + 1;
    return undefined;
  }
  if (char === '\\') {
    escapeSequence.lastIndex = reader.at;
    const found = escapeSequence.exec(source)![0];
    reader.at += found.length;
    return found.length === 2 && /[^\p{L}\p{N}]/u.test(found[1]!) ? found[1] : undefined;
  }
  if (/[\ud800-\udbff]/.test(char)) {
    reader.at += 2;
    return undefined;
  }
  reader.at++;
  return char === '.' || char === '^' || char === '$' ? undefined : char;
}

const times = /[?*+]\??|\{\d+(?:,\d*)?\}\??/uy;

/** Reads how often the thing before it occurs; a count in braces is taken for none. */
function quantifier(reader: Reader): 'once' | 'repeated' | 'optional' {
  times.lastIndex = reader.at;
  const found = times.exec(reader.source)?.[0];
  if (found === undefined) return 'once';
  reader.at += found.length;
  return found.startsWith('+') ? 'repeated' : 'optional';
}

function shortest(literals: Literals): number {
  return literals === undefined ? 0 : Math.min(...literals.map((literal) => literal.length));
}
