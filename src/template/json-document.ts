import type { DocumentPath, TemplateDocument, TextLocation } from './template-document.ts';

/** Reads JSON and remembers where every value stands. @throws {SyntaxError} as `JSON.parse` does. */
export function jsonDocument(source: string): TemplateDocument {
  const data: unknown = JSON.parse(source);
  let locations: ReadonlyMap<string, TextLocation> | undefined;
  return {
    data,
    locate(path) {
      locations ??= locateAll(source);
      return locations.get(keyOf(path));
    },
  };
}

const keyOf = (path: DocumentPath) => JSON.stringify(path.map(String));
const token = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/gu;

/** Walks the tokens of a text that is known to be JSON. */
function locateAll(source: string): ReadonlyMap<string, TextLocation> {
  const locations = new Map<string, TextLocation>();
  const tokens = source.matchAll(token);
  let current = next();

  function next(): { readonly text: string; readonly start: number; readonly end: number } {
    const match = tokens.next().value;
    return match === undefined
      ? { text: '', start: source.length, end: source.length }
      : { text: match[0], start: match.index, end: match.index + match[0].length };
  }

  function take(): { readonly text: string; readonly start: number; readonly end: number } {
    const taken = current;
    current = next();
    return taken;
  }

  function value(path: readonly string[]): void {
    const { text, start, end } = take();
    let last = end;
    if (text === '{' || text === '[') {
      const close = text === '{' ? '}' : ']';
      for (let index = 0; current.text !== close && current.text !== ''; index += 1) {
        if (current.text === ',') take();
        const key = text === '{' ? (JSON.parse(take().text) as string) : String(index);
        if (text === '{') take();
        value([...path, key]);
      }
      last = take().end;
    }
    locations.set(keyOf(path), { range: [start, last], at: (offset) => offsetInLiteral(source, start, last, offset) });
  }

  value([]);
  return locations;
}

/** Steps over escapes: `\n` is two characters in the file and one in the text. */
function offsetInLiteral(source: string, start: number, end: number, offset: number): number {
  let at = start + 1;
  for (let passed = 0; passed < offset && at < end - 1; passed += 1) at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  return at;
}
