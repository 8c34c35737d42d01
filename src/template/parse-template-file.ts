import { InvalidOptionsError } from '../errors.ts';
import { jsonDocument } from './json-document.ts';
import { markdownDocument } from './markdown-document.ts';
import { readTemplates, type TemplateFile } from './read-templates.ts';
import type { TemplateDocument } from './template-document.ts';

export type TemplateFileFormat = 'json' | 'yaml' | 'md';

export interface ParseTemplateFileOptions {
  /** Reads YAML; only needed for format `yaml`. Make the document with `documentWithRanges`. */
  readonly parseYaml?: (source: string) => TemplateDocument;
}

/**
 * Reads a file of templates with the place of every fault in it.
 * @throws {InvalidOptionsError} for YAML without `parseYaml`, and when the file is not well-formed at all.
 */
export function parseTemplateFile(
  source: string,
  format: TemplateFileFormat,
  options: ParseTemplateFileOptions = {},
): TemplateFile & { readonly document: TemplateDocument } {
  const document = readDocument(source, format, options);
  return { ...readTemplates(document), document };
}

function readDocument(source: string, format: TemplateFileFormat, { parseYaml }: ParseTemplateFileOptions): TemplateDocument {
  if (format === 'md') return markdownDocument(source);
  const parse = format === 'json' ? jsonDocument : parseYaml;
  if (parse === undefined) throw new InvalidOptionsError('YAML templates need a YAML parser: pass `parseYaml`, or write the file as JSON.');
  try {
    return parse(source);
  } catch (cause) {
    throw new InvalidOptionsError(`The template file is not well-formed ${format.toUpperCase()}.`, [], { cause });
  }
}

/** Line and column of a position in a file, both from 1; the column counts UTF-16 units. */
export function lineAndColumn(source: string, position: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
