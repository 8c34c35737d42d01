import type { Basis, Confidence } from '../law/pack.ts';
import type { Severity } from '../law/vocabulary.ts';

/** Half-open `[start, end)` in UTF-16 units of the text that was linted. */
export type Range = readonly [start: number, end: number];

/** A mechanical mend: replace `range` of the text by `text` (an insertion has an empty range). */
export interface Fix {
  readonly range: Range;
  readonly text: string;
}

/** One thing wrong with one message. */
export interface Diagnostic {
  readonly rule: string;
  /** Pack whose entry put the rule in force; `platform` packs included. */
  readonly pack: string;
  readonly severity: Severity;
  /** What is wrong and how to mend it, in the language asked for. */
  readonly message: string;
  /** Where in `text`; `null` when something is missing or the fault is outside the text. */
  readonly range: Range | null;
  /** What the range points into when it is not the text. */
  readonly in?: 'sender' | 'button' | 'template';
  /** Of a finding in a template's JSON: the dotted place of the text the range points into, `components.0.text`. */
  readonly path?: string;
  readonly basis: readonly Pick<Basis, 'act' | 'article'>[];
  readonly confidence: Confidence;
  /** Facts that would settle the finding, names of `LintFacts`. */
  readonly needs?: readonly string[];
  readonly fix?: Fix;
}
