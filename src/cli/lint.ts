import { loadAllPacks } from '../law/packs/all.ts';
import { applyFixes, builtInRules, createLinter, type Diagnostic, formatSarif, formatText, type LintResult } from '../linter/index.ts';
import { lintWhatsAppTemplate } from '../linter/template/index.ts';
import { type Command, lineOptions, readFormat, readOptions } from './command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from './json-lines.ts';
import { isTemplateLine, lintLine, toLintInput } from './lint-line.ts';
import { version } from './version.ts';

export const lint: Command = {
  summary: 'check messages and WhatsApp templates against the law and platform rules of their day',
  usage:
    'licet lint [--input FILE] [--format text|jsonl|sarif] [--language en|ru] [--fix]\n  line: {"id", "country", "region"?, "channel", "kind", "sender", "text", "buttons"?, "at"?, "asOf"?, "facts"?}\n     or {"id", "channel": "whatsapp", "template": {Cloud API JSON}}\n  exit: 0 clean, 1 a finding of severity error, 2 a bad line',
  async run(args, io) {
    const { values } = readOptions(args, { ...lineOptions, language: { type: 'string', short: 'l' }, fix: { type: 'boolean' } });
    const format = readFormat(values.format, ['text', 'jsonl', 'sarif'], 'text');
    const language = readFormat(values.language, ['en', 'ru'], 'en');
    const today = io.now().toISOString().slice(0, 10);
    const linter = createLinter({ packs: await loadAllPacks(), today, language });
    const results: LintResult[] = [];
    let bad = 0;
    let errors = 0;
    for await (const read of readJsonLines(await openInput(values.input, io), lintLine)) {
      if (!read.ok) {
        bad++;
        reportLine(io, read.line, read.problem);
        continue;
      }
      const { id } = read.value;
      let text: string;
      let diagnostics: readonly Diagnostic[];
      let fixed: string | undefined;
      if (isTemplateLine(read.value)) {
        text = JSON.stringify(read.value.template);
        diagnostics = lintWhatsAppTemplate(read.value.template, { today: read.value.asOf?.slice(0, 10) ?? today, language });
      } else {
        const input = toLintInput(read.value);
        text = input.text;
        diagnostics = linter.lint(input);
        if (values.fix) {
          fixed = applyFixes(text, diagnostics).text;
          if (fixed !== text) diagnostics = linter.lint({ ...input, text: fixed });
          text = fixed;
        }
      }
      if (diagnostics.some((found) => found.severity === 'error')) errors++;
      if (format === 'jsonl') writeJson(io, { id, diagnostics, ...(fixed === undefined ? {} : { text: fixed }) });
      else results.push({ id: String(id), text, diagnostics });
      if (format === 'text' && fixed !== undefined) io.out(`${id}: ${fixed}\n`);
    }
    if (format === 'text' && results.length > 0) io.out(formatText(results, language));
    if (format === 'sarif') io.out(`${formatSarif(results, { version, language, rules: builtInRules })}\n`);
    return bad > 0 ? 2 : errors > 0 ? 1 : 0;
  },
};
