import type { LocalText, Severity } from '../../law/vocabulary.ts';
import type { LintResult } from './result.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warn: 'warning', info: 'note' };

export interface SarifOptions {
  readonly version: string;
  readonly language?: 'en' | 'ru';
  /** Descriptions of the rules, for the tool's rule list. */
  readonly rules: readonly { readonly id: string; readonly description: LocalText }[];
}

/** SARIF 2.1.0 log with one result per finding. A message outside a file is named by its id as an artifact `message:<id>`. */
export function formatSarif(results: readonly LintResult[], options: SarifOptions): string {
  const { version, language = 'en', rules } = options;
  const used = new Set(results.flatMap((result) => result.diagnostics.map((found) => found.rule)));
  const known = new Map(rules.map((rule) => [rule.id, rule.description]));
  const ids = [...used].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'licet', version, rules: ids.map((id) => ({ id, shortDescription: { text: known.get(id)?.[language] ?? id } })) } },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap((result) =>
          result.diagnostics.map((found) => ({
            ruleId: found.rule,
            ruleIndex: ids.indexOf(found.rule),
            level: levels[found.severity],
            message: { text: found.message },
            locations: [{ physicalLocation: location(result, found.in === undefined ? found.range : null) }],
            properties: { pack: found.pack, confidence: found.confidence },
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(result: LintResult, range: readonly [number, number] | null): object {
  const uri = result.file?.path ?? `message:${encodeURIComponent(result.id)}`;
  if (range === null) return { artifactLocation: { uri } };
  const start = position(result, range[0]);
  const end = position(result, range[1]);
  return { artifactLocation: { uri }, region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column } };
}

/** Line and column from 1, in the file when there is one. */
function position({ text, file }: LintResult, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  const column = before.at(-1)!.length + 1;
  const first = before.length === 1;
  return { line: (file?.line ?? 1) + before.length - 1, column: first ? column + (file?.column ?? 1) - 1 : column };
}
