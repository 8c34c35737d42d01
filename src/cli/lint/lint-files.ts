import type { Diagnostic, Range } from '../../linter/index.ts';
import { type DocumentPath, lineAndColumn, type MessageTemplate, type TemplateVariant, type TextLocation, valueAt } from '../../template/index.ts';
import type { CommandIo } from '../command.ts';
import { readTemplateSource, type TemplateSource, templatePaths } from './lint-files-read.ts';
import { checkWording, countryOfLocale } from './lint-files-wording.ts';
import type { Checked, LintSession } from './lint-session.ts';

/** A finding with its place in the file, half-open `[start, end)` in UTF-16 units of the source. */
export interface PlacedFinding {
  readonly diagnostic: Diagnostic;
  readonly place: Range;
  /** Place in the file of what the fix replaces. */
  readonly fixPlace?: Range;
}

/** The findings about one wording for one country, or about one template in Cloud API JSON. */
export interface WordingResult {
  readonly file: TemplateSource;
  readonly id: string;
  readonly channel: string;
  readonly kind?: string;
  readonly locale?: string;
  /** Absent of templates in Cloud API JSON: their rules are the platform's. */
  readonly country?: string;
  /** How the country was found. */
  readonly countryBy?: 'option' | 'locale';
  /** Where the wording stands. */
  readonly place: Range;
  readonly findings: readonly PlacedFinding[];
  readonly suppressed: Checked['suppressed'];
}

export interface LintFilesOptions {
  readonly session: LintSession;
  /** Countries to lint every wording for; by each wording's locale when absent. */
  readonly countries: readonly string[] | undefined;
  readonly sender: string | undefined;
  readonly asOf: string;
  readonly sampleValues: Readonly<Record<string, string>>;
  readonly io: CommandIo;
}

export interface LintFilesResult {
  readonly results: readonly WordingResult[];
  /** Faults in the files themselves; each was named on standard error. */
  readonly bad: number;
}

/** Lints every wording in files and folders of templates. */
export async function lintFiles(paths: readonly string[], options: LintFilesOptions): Promise<LintFilesResult> {
  const { io } = options;
  const results: WordingResult[] = [];
  let bad = 0;
  const complain: Complain = (where, problem) => {
    bad += 1;
    io.err(`${where}: ${problem}\n`);
  };
  for (const found of await templatePaths(paths)) {
    const read = await readTemplateSource(found);
    if (read.ok) results.push(...lintSource(read.file, options, complain));
    else if (read.why === 'unreadable') complain(read.path, read.problem);
    else io.err(`${read.path}: passed over, ${read.problem}\n`);
  }
  return { results, bad };
}

type Complain = (where: string, problem: string) => void;

function lintSource(file: TemplateSource, options: LintFilesOptions, complain: Complain): readonly WordingResult[] {
  for (const { path, range, expected } of file.faults)
    complain(placeText(file, (range ?? nearest(file, path).range)[0]), `field "${path.join('.') || '(whole file)'}": expected ${expected}`);
  const wordings = file.templates.flatMap(({ template, path }) =>
    template.variants.map((variant, index) => ({ template, variant, path: [...path, 'variants', index] })),
  );
  return [
    ...file.cloud.map((template) => lintCloud(file, template, options)),
    ...wordings.flatMap((wording) => {
      const countries = options.countries ?? countryOfLocale(wording.variant.locale);
      if (countries.length === 0)
        complain(
          placeText(file, nearest(file, [...wording.path, 'locale']).range[0]),
          `no country is known for locale "${wording.variant.locale}"; give --country`,
        );
      return countries.map((country) => lintWording(file, wording, country, options));
    }),
  ];
}

interface Wording {
  readonly template: MessageTemplate;
  readonly variant: TemplateVariant;
  readonly path: DocumentPath;
}

function lintWording(file: TemplateSource, { template, variant, path }: Wording, country: string, options: LintFilesOptions): WordingResult {
  const { sender, asOf, sampleValues, session, countries } = options;
  const { kept, suppressed } = checkWording({ template, variant, country, sender, asOf }, session.check, sampleValues);
  const text = nearest(file, [...path, 'text']);
  const buttons = nearest(file, [...path, 'buttons']);
  return {
    file,
    id: template.id,
    channel: variant.channel,
    kind: template.kind,
    locale: variant.locale,
    country,
    countryBy: countries === undefined ? 'locale' : 'option',
    place: whole(text, variant.text),
    findings: kept.map((diagnostic) => ({
      diagnostic,
      place: placeOf(diagnostic, text, variant.text, buttons),
      ...(diagnostic.fix === undefined ? {} : { fixPlace: [text.at(diagnostic.fix.range[0]), text.at(diagnostic.fix.range[1])] as const }),
    })),
    suppressed,
  };
}

/** `path:line:column` of a position in a file. */
export function placeText({ path, source }: Pick<TemplateSource, 'path' | 'source'>, offset: number): string {
  const { line, column } = lineAndColumn(source, offset);
  return `${path}:${line}:${column}`;
}

function lintCloud(file: TemplateSource, { json, path }: TemplateSource['cloud'][number], { session, asOf }: LintFilesOptions): WordingResult {
  const { kept, suppressed } = session.checkTemplate(json, asOf);
  const { name, category, language } = json;
  const start = nearest(file, path).range[0];
  return {
    file,
    id: typeof name === 'string' ? name : path.join('.') || 'template',
    channel: 'whatsapp',
    ...(typeof category === 'string' ? { kind: category.toLowerCase() } : {}),
    ...(typeof language === 'string' ? { locale: language } : {}),
    place: [start, start],
    findings: kept.map((diagnostic) => {
      const inner = diagnostic.path === undefined || diagnostic.path === '' ? [] : diagnostic.path.split('.');
      const full = [...path, ...inner];
      const { range, at } = nearest(file, full);
      const isText = typeof valueAt(file.document.data, full) === 'string';
      const entire: Range = isText ? range : [range[0], range[0]];
      const place: Range = diagnostic.range === null ? entire : [at(diagnostic.range[0]), at(diagnostic.range[1])];
      return { diagnostic, place };
    }),
    suppressed,
  };
}

function placeOf({ range, in: part }: Diagnostic, text: TextLocation, source: string, buttons: TextLocation): Range {
  if (part === 'button') return [buttons.range[0], buttons.range[0]];
  return range === null || part !== undefined ? whole(text, source) : [text.at(range[0]), text.at(range[1])];
}

const whole = (text: TextLocation, source: string): Range => [text.at(0), text.at(source.length)];

/** Where a value stands, or what should hold it. */
function nearest({ document, source }: TemplateSource, path: DocumentPath): TextLocation {
  for (let length = path.length; length >= 0; length -= 1) {
    const location = document.locate(path.slice(0, length));
    if (location !== undefined) return location;
  }
  return { range: [0, source.length], at: () => 0 };
}
