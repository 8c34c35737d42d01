import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, LintResult } from '../../linter/index.ts';
import { lineAndColumn } from '../../template/index.ts';
import { type PlacedFinding, placeText, type WordingResult } from './lint-files.ts';

const words = {
  en: {
    error: 'error',
    warn: 'warning',
    info: 'advice',
    clean: 'no findings',
    byLocale: 'by locale',
    wouldBecome: 'would become',
    wouldAdd: 'would add',
  },
  ru: {
    error: 'ошибка',
    warn: 'предупреждение',
    info: 'совет',
    clean: 'замечаний нет',
    byLocale: 'по языку',
    wouldBecome: 'станет',
    wouldAdd: 'добавится',
  },
} as const;

/** Findings for people: `path:line:column severity rule …`, one a line; the same finding for several countries is one line. */
export function filesText(results: readonly WordingResult[], language: 'en' | 'ru'): string {
  const lines = new Map<string, Set<string>>();
  for (const result of results) {
    for (const { diagnostic, place } of result.findings) {
      const { id, channel, locale, file } = result;
      const excerpt = diagnostic.range === null ? '' : ` «${clipped(file.source.slice(...place))}»`;
      const head = `${placeText(file, place[0])} ${words[language][diagnostic.severity]} ${diagnostic.rule}${excerpt}`;
      const line = [head, `${[id, channel, locale].filter(Boolean).join(' ')}`, diagnostic.message].join('\u0000');
      const countries = lines.get(line) ?? new Set();
      lines.set(line, countries);
      if (result.country !== undefined)
        countries.add(result.countryBy === 'locale' ? `${result.country} ${words[language].byLocale}` : result.country);
    }
  }
  if (lines.size === 0) return `${words[language].clean}\n`;
  return [...lines]
    .map(([line, countries]) => {
      const [head, about, message] = line.split('\u0000');
      return `${head} (${about}${countries.size === 0 ? '' : `, ${[...countries].join(', ')}`}): ${message}\n`;
    })
    .join('');
}

function clipped(text: string): string {
  const flat = text.replace(/\s+/gu, ' ');
  return flat.length <= 40 ? flat : `${flat.slice(0, 39)}…`;
}

/** What `--fix` would write, one line each; files are the author's to change. */
export function filesFixes(results: readonly WordingResult[], language: 'en' | 'ru'): string {
  const lines = results.flatMap(({ file, findings }) =>
    findings.flatMap(({ diagnostic: { rule, fix }, fixPlace }) => {
      if (fix === undefined || fixPlace === undefined) return [];
      const old = file.source.slice(...fixPlace);
      const change =
        old === ''
          ? `${words[language].wouldAdd} ${JSON.stringify(fix.text)}`
          : `${JSON.stringify(old)} ${words[language].wouldBecome} ${JSON.stringify(fix.text)}`;
      return [`${placeText(file, fixPlace[0])} ${rule}: ${change}\n`];
    }),
  );
  return [...new Set(lines)].join('');
}

/** One JSON object per wording and country. `range` points into the wording, `place` into the file, lines and columns from 1. */
export function wordingJson({ file, id, channel, kind, locale, country, countryBy, place, findings, suppressed }: WordingResult): object {
  const { line, column } = lineAndColumn(file.source, place[0]);
  return {
    id,
    file: file.path,
    line,
    column,
    channel,
    kind,
    locale,
    country,
    countryBy,
    diagnostics: findings.map(({ diagnostic, place: at }) => {
      const [start, end] = [lineAndColumn(file.source, at[0]), lineAndColumn(file.source, at[1])];
      return { ...diagnostic, place: { line: start.line, column: start.column, endLine: end.line, endColumn: end.column } };
    }),
    ...(suppressed.length === 0 ? {} : { suppressed: suppressed.map(({ diagnostic, by }) => ({ rule: diagnostic.rule, by })) }),
  };
}

/** For formats that take ranges in a whole file: one result per file, twins for several countries once. */
export function fileResults(results: readonly WordingResult[]): readonly LintResult[] {
  return [...Map.groupBy(results, ({ file }) => file)].map(([{ path, source }, group]) => ({
    id: path,
    text: source,
    file: { path: uriOf(path), line: 1, column: 1 },
    diagnostics: unique(group.flatMap(({ findings }) => findings)),
  }));
}

function unique(findings: readonly PlacedFinding[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const { diagnostic, place } of findings) {
    const { in: _, ...found } = { ...diagnostic, range: place };
    const key = [found.rule, found.pack, ...place, found.message].join('|');
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}

function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : encodeURI(path.split(sep).join('/'));
}
