import { countSegments, forcesUcs2, type Origin, type ParsedTemplate, renderTemplate, type SegmentCount } from '../template/index.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Linter } from './engine.ts';
import type { LintInput } from './lint-message.ts';
import { digitsOf, numberShape, standsAlone } from './text-shape.ts';

/** A finding about a rendered text, and where its range came from: the template's own words or one value. */
export interface RenderedFinding {
  readonly diagnostic: Diagnostic;
  /** Absent when the finding has no range in the text. */
  readonly origin?: Origin;
}

export type RenderedLint =
  | {
      readonly ok: true;
      readonly findings: readonly RenderedFinding[];
      /** What the text takes as an SMS; absent on other channels. */
      readonly segments?: SegmentCount;
      /** The characters of values that make a template of GSM-7 need UCS-2, so that it costs more; mostly none. */
      readonly forcedBy: readonly Origin[];
    }
  /** Placeholders without a value. */
  | { readonly ok: false; readonly missing: readonly string[] };

/** Lints one template's text with the values of one person after another. */
export type LintRendering = (values: Readonly<Record<string, string>>) => RenderedLint;

type Template = ParsedTemplate & { readonly ok: true };
type Values = Readonly<Record<string, string>>;

const MAX_SHAPES = 20_000;

/**
 * Prepares to lint what people will read: the template with their values. A value can break a clean template, so what is read is the whole
 * rendering. Values that were read before, or that differ from those only in numbers no rule tells apart, are not read again while the
 * rendering was clean; with findings it is, so that none speaks of another person's values.
 * @example
 * const lint = lintRendering(linter, template, { country: 'GB', channel: 'sms', kind: 'transactional' });
 * lint({ name: 'Ann', number: '104200' });
 */
export function lintRendering(linter: Pick<Linter, 'lint'>, template: Template, place: Omit<LintInput, 'text'>): LintRendering {
  const { source, placeholders } = template;
  const own = digitsOf(place.sender ?? '');
  const alone = placeholders.map(({ range: [start, end] }, i) => {
    const last = placeholders[i - 1]?.range[1] ?? 0;
    const next = placeholders[i + 1]?.range[0] ?? source.length;
    const known = (start - last >= 2 || i === 0) && (next - end >= 2 || i === placeholders.length - 1);
    return known && standsAlone(source.slice(Math.max(last, start - 2), start), source.slice(end, Math.min(next, end + 2)));
  });
  const isGsm =
    countSegments(placeholders.reduceRight((text, { range }) => text.slice(0, range[0]) + text.slice(range[1]), source)).encoding === 'GSM-7';
  const clean = new Map<string, RenderedLint>();

  return (values) => {
    const key = keyOf(values);
    const known = clean.get(key);
    if (known !== undefined) return known;
    const read = readRendering(values);
    if (!read.ok || read.findings.length > 0) return read;
    if (clean.size >= MAX_SHAPES) clean.clear();
    clean.set(key, read);
    return read;
  };

  /** Lengths stand before values, so that no two lists of values have one key. */
  function keyOf(values: Values): string {
    let key = '';
    for (let i = 0; i < placeholders.length; i++) {
      const { name } = placeholders[i]!;
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return `-${name}`;
      key += `${value.length}:${alone[i]! ? numberShape(value, own) : value}`;
    }
    return key;
  }

  function readRendering(values: Values): RenderedLint {
    const rendered = renderTemplate(template, values);
    if (!rendered.ok) return rendered;
    const { text, map } = rendered;
    const findings = linter.lint({ ...place, text }).map((diagnostic): RenderedFinding => {
      const { range, in: where } = diagnostic;
      return range === null || where !== undefined ? { diagnostic } : { diagnostic, origin: map.mapRange(range) };
    });
    if (place.channel !== 'sms') return { ok: true, findings, forcedBy: [] };
    const segments = countSegments(text);
    const forced = isGsm && segments.encoding === 'UCS-2';
    return { ok: true, findings, segments, forcedBy: forced ? forcesUcs2(text).causes.map(({ range }) => map.mapRange(range)) : [] };
  }
}
