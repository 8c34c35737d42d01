import type { ParsedTemplate, TextRange } from './parsed-template.ts';
import { type SourceMap, sourceMap } from './source-map.ts';

export type RenderResult =
  | { readonly ok: true; readonly text: string; readonly map: SourceMap }
  /** Placeholders without a value, each once, in order of first use. */
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Puts values into a template, once: braces inside a value stay what they are. Values without a placeholder are ignored; an empty string is
 * a value. The map leads from ranges of the rendered text back to the template or the value they came from.
 */
export function renderTemplate(template: ParsedTemplate & { readonly ok: true }, values: Readonly<Record<string, string>>): RenderResult {
  const { source, placeholders } = template;
  const missing = new Set<string>();
  const renderedAt: TextRange[] = [];
  let text = '';
  let from = 0;
  for (const { name, range } of placeholders) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      missing.add(name);
      continue;
    }
    text += source.slice(from, range[0]);
    renderedAt.push([text.length, text.length + value.length]);
    text += value;
    from = range[1];
  }
  if (missing.size > 0) return { ok: false, missing: [...missing] };
  text += source.slice(from);
  return { ok: true, text, map: sourceMap(placeholders, renderedAt) };
}
