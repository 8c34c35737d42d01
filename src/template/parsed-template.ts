/** Half-open `[start, end)` in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

export interface Placeholder {
  readonly name: string;
  /** In the source, braces included. */
  readonly range: TextRange;
}

export interface TemplateFault {
  /** `{{` without `}}`, `}}` without `{{`, `{{ }}`, or a name that is not letters, digits, `_`, `-`, `.`. */
  readonly fault: 'unclosed' | 'unopened' | 'empty' | 'bad-name';
  readonly range: TextRange;
}

/** A template taken apart. With faults it must not be rendered; `renderTemplate` takes only `ok` ones. */
export type ParsedTemplate =
  | { readonly ok: true; readonly source: string; readonly placeholders: readonly Placeholder[] }
  | { readonly ok: false; readonly source: string; readonly placeholders: readonly Placeholder[]; readonly faults: readonly TemplateFault[] };
