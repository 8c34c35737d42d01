import type { TextRange } from './parsed-template.ts';

export type DocumentPath = readonly (string | number)[];

/** Where a value stands in a file. */
export interface TextLocation {
  /** The whole value in the file, quotes included. */
  readonly range: TextRange;
  /** Position in the file of a UTF-16 offset of the value's text; escapes and indentation are seen through. */
  at(offset: number): number;
}

/** A file of templates, read: its data, and where each value stands. */
export interface TemplateDocument {
  readonly data: unknown;
  /** `undefined` when there is nothing at that path. */
  locate(path: DocumentPath): TextLocation | undefined;
}

/**
 * A document made by another parser, YAML for instance, that knows only the range of each value.
 * Offsets inside a text are found line by line, so that indented and folded blocks work too.
 */
export function documentWithRanges(source: string, data: unknown, rangeOf: (path: DocumentPath) => TextRange | undefined): TemplateDocument {
  return {
    data,
    locate(path) {
      const range = rangeOf(path);
      const value = valueAt(data, path);
      return range && { range, at: (offset) => offsetByLines(source, range, typeof value === 'string' ? value : '', offset) };
    },
  };
}

/** The value at a path; `undefined` when the path leads nowhere. */
export function valueAt(data: unknown, path: DocumentPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function offsetByLines(source: string, [start, end]: TextRange, text: string, offset: number): number {
  let from = start;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const found = line === '' ? from : source.indexOf(line, from);
    if (found === -1 || found >= end) return from;
    if (offset <= lineStart + line.length) return found + offset - lineStart;
    lineStart += line.length + 1;
    from = found + line.length;
  }
  return Math.min(from, end);
}
