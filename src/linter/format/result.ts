import type { Diagnostic } from '../diagnostic.ts';

/** The findings about one message, as the formats print them. */
export interface LintResult {
  /** The host's id of the message, or its place in the input. */
  readonly id: string;
  readonly text: string;
  /** Where the text comes from, if it is a file, and where in it the text starts. */
  readonly file?: { readonly path: string; readonly line: number; readonly column: number };
  readonly diagnostics: readonly Diagnostic[];
}
