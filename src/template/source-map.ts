import type { Placeholder, TextRange } from './parsed-template.ts';

/** Where a range of the rendered text came from. */
export type Origin =
  /** From the template; `range` in its source. A range that covers several parts belongs to the template as a whole. */
  | { readonly part: 'template'; readonly range: TextRange }
  /** Inside one value; `range` in the value, `placeholder` where it stands in the source. */
  | { readonly part: 'value'; readonly name: string; readonly range: TextRange; readonly placeholder: TextRange };

/** Leads from the rendered text back to template and values. */
export interface SourceMap {
  /** Where a half-open range of the rendered text came from. */
  mapRange(range: TextRange): Origin;
}

/** Builds the map of one rendering. `rendered[i]` is where the value of `placeholders[i]` went. */
export function sourceMap(placeholders: readonly Placeholder[], rendered: readonly TextRange[]): SourceMap {
  return {
    mapRange([start, end]) {
      for (const [index, value] of rendered.entries()) {
        const placeholder = placeholders[index];
        if (placeholder === undefined || !within(start, end, value)) continue;
        return { part: 'value', name: placeholder.name, range: [start - value[0], end - value[0]], placeholder: placeholder.range };
      }
      return { part: 'template', range: [toSource(start, 'start', placeholders, rendered), toSource(end, 'end', placeholders, rendered)] };
    },
  };
}

/** An empty range on the edge of a value belongs to the template. */
function within(start: number, end: number, value: TextRange): boolean {
  return start === end ? value[0] < start && end < value[1] : value[0] <= start && end <= value[1];
}

/** A position inside a value becomes the edge of its placeholder. */
function toSource(position: number, edge: 'start' | 'end', placeholders: readonly Placeholder[], rendered: readonly TextRange[]): number {
  let shift = 0;
  for (const [index, value] of rendered.entries()) {
    const placeholder = placeholders[index];
    if (placeholder === undefined || position < value[0] || (position === value[0] && edge === 'end')) break;
    if (position < value[1] || (position === value[1] && edge === 'end')) return placeholder.range[edge === 'start' ? 0 : 1];
    shift = placeholder.range[1] - value[1];
  }
  return position + shift;
}
