import type { LawPack } from '../law/index.ts';
import { loadAllPacks } from '../law/packs/all.ts';
import { applyFixes, formatSarif, formatText, type LintResult } from '../linter/index.ts';
import { type Command, type CommandIo, lineOptions, readFormat, readOptions, UsageError } from './command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from './json-lines.ts';
import { loadLintConfig } from './lint/lint-config.ts';
import { lintFiles } from './lint/lint-files.ts';
import { fileResults, filesFixes, filesText, wordingJson } from './lint/lint-files-report.ts';
import { isTemplateLine, type LintLine, lintLine, toLintInput } from './lint/lint-line.ts';
import { type Checked, createLintSession, type LintSession } from './lint/lint-session.ts';
import { readCountries, readDay } from './rules/rules-options.ts';
import { version } from './version.ts';

type Format = 'text' | 'jsonl' | 'sarif';

interface Outcome {
  readonly bad: number;
  readonly errors: number;
}

export const lint: Command = {
  summary: 'check messages, template files and WhatsApp templates against the law and platform rules of their day',
  usage: [
    'licet lint [--input FILE] [--format text|jsonl|sarif] [--language en|ru] [--config FILE] [--fix]',
    '  line: {"id", "country", "region"?, "channel", "kind", "sender", "text", "buttons"?, "at"?, "asOf"?, "facts"?}',
    '     or {"id", "channel": "whatsapp", "template": {Cloud API JSON}}',
    'licet lint PATH... [--country CC[,CC]] [--sender NAME] [--on DATE] [--format text|jsonl|sarif] [--language en|ru] [--config FILE] [--fix]',
    '  PATH: template files (YAML, JSON, Markdown with front matter, WhatsApp Cloud API JSON) or folders of them',
    '  --country: where they will be read; each wording’s own locale says it otherwise (ru is RU, en-GB is GB)',
    '  --fix: mends the texts of lines; of files it shows what would change',
    '  --config: licet.lint.ts in this folder when it exists; house rules, overrides, suppressions, facts, sample values',
    '  exit: 0 clean, 1 a finding of severity error, 2 a bad line or file',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...lineOptions,
      language: { type: 'string', short: 'l' },
      config: { type: 'string' },
      country: { type: 'string', short: 'c' },
      sender: { type: 'string' },
      on: { type: 'string' },
      fix: { type: 'boolean' },
    });
    const format = readFormat(values.format, ['text', 'jsonl', 'sarif'], 'text');
    const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
    const isFiles = positionals.length > 0;
    if (isFiles && values.input !== undefined) throw new UsageError('Give either paths of template files or --input with lines, not both.');
    const misplaced = isFiles ? undefined : (['country', 'sender', 'on'] as const).find((name) => values[name] !== undefined);
    if (misplaced !== undefined) throw new UsageError(`--${misplaced} is for template files; a line says it itself.`);
    const today = io.now().toISOString().slice(0, 10);
    const packs = await loadAllPacks();
    const config = await loadLintConfig(values.config, packs);
    const session = createLintSession({ packs, config, today, language });
    const output = { format, language, fix: values.fix === true };
    let outcome: Outcome;
    if (isFiles) {
      const known: readonly LawPack[] = [...packs, ...(config.packs ?? [])];
      const countries = values.country === undefined ? undefined : readCountries(values.country, known);
      const asOf = values.on === undefined ? today : readDay(values.on, '--on');
      const options = { session, countries, sender: values.sender, asOf, sampleValues: config.sampleValues ?? {}, io };
      outcome = await lintPaths(positionals, options, output);
    } else outcome = await lintLines(values.input, session, output, io);
    session.end(io);
    return outcome.bad > 0 ? 2 : outcome.errors > 0 ? 1 : 0;
  },
};

interface Output {
  readonly format: Format;
  readonly language: 'en' | 'ru';
  readonly fix: boolean;
}

async function lintPaths(paths: readonly string[], options: Parameters<typeof lintFiles>[1], { format, language, fix }: Output): Promise<Outcome> {
  const { io, session } = options;
  const { results, bad } = await lintFiles(paths, options);
  if (format === 'jsonl') for (const result of results) writeJson(io, wordingJson(result));
  if (format === 'sarif') io.out(formatSarif(fileResults(results), { version, language, rules: session.rules }));
  if (format === 'text' && results.length > 0) io.out(filesText(results, language));
  if (format === 'text' && fix) io.out(filesFixes(results, language));
  return { bad, errors: results.filter(({ findings }) => findings.some(({ diagnostic }) => diagnostic.severity === 'error')).length };
}

async function lintLines(path: string | undefined, session: LintSession, output: Output, io: CommandIo): Promise<Outcome> {
  const { format, language } = output;
  const results: LintResult[] = [];
  let bad = 0;
  let errors = 0;
  for await (const read of readJsonLines(await openInput(path, io), lintLine)) {
    if (!read.ok) {
      bad++;
      reportLine(io, read.line, read.problem);
      continue;
    }
    const { id } = read.value;
    const { text, fixed, kept: diagnostics, suppressed } = checkLine(read.value, session, output.fix);
    if (diagnostics.some((found) => found.severity === 'error')) errors++;
    if (format === 'jsonl') {
      const silenced = suppressed.map(({ diagnostic, by }) => ({ rule: diagnostic.rule, by }));
      writeJson(io, { id, diagnostics, ...(fixed === undefined ? {} : { text: fixed }), ...(silenced.length === 0 ? {} : { suppressed: silenced }) });
    } else results.push({ id: String(id), text, diagnostics });
    if (format === 'text' && fixed !== undefined) io.out(`${id}: ${fixed}\n`);
  }
  if (format === 'text' && results.length > 0) io.out(formatText(results, language));
  if (format === 'sarif') io.out(formatSarif(results, { version, language, rules: session.rules }));
  return { bad, errors };
}

/** The findings about one line; with `fix` those that are left in the mended text. */
function checkLine(line: LintLine, session: LintSession, fix: boolean): Checked & { readonly text: string; readonly fixed?: string } {
  if (isTemplateLine(line)) return { text: JSON.stringify(line.template), ...session.checkTemplate(line.template, line.asOf?.slice(0, 10)) };
  const input = toLintInput(line);
  const first = session.check(input);
  if (!fix) return { text: input.text, ...first };
  const fixed = applyFixes(input.text, first.kept).text;
  return { text: fixed, fixed, ...(fixed === input.text ? first : session.check({ ...input, text: fixed })) };
}
