import type { Diagnostic, LintInput, Range } from '../../linter/index.ts';
import { type MessageTemplate, parseTemplate, renderTemplate, type TemplateVariant } from '../../template/index.ts';
import type { Checked } from './lint-session.ts';

/** A wording, and where it is going to be read. */
export interface WordingPlace {
  readonly template: MessageTemplate;
  readonly variant: TemplateVariant;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly sender?: string | undefined;
  readonly asOf: string;
}

/** The country where most people who read a locale live, by the Unicode likely subtags: `ru` is RU, `en-GB` is GB. Empty for a locale without one. */
export function countryOfLocale(locale: string): readonly string[] {
  try {
    const { region } = new Intl.Locale(locale.replaceAll('_', '-')).maximize();
    return region !== undefined && /^[A-Z]{2}$/u.test(region) ? [region] : [];
  } catch {
    return [];
  }
}

/**
 * Lints a wording as a person would read it, with values that stand for a person's. Ranges and fixes of what comes back point into the
 * template's own text, placeholders included.
 */
export function checkWording(place: WordingPlace, check: (input: LintInput) => Checked, samples: Readonly<Record<string, string>>): Checked {
  const { template, variant, country, sender, asOf } = place;
  const parsed = parseTemplate(variant.text);
  const fill = (source: string) => {
    const own = parseTemplate(source);
    const values = Object.fromEntries(own.placeholders.map(({ name }) => [name, Object.hasOwn(samples, name) ? samples[name]! : sampleValue(name)]));
    return own.ok ? renderTemplate(own, values) : undefined;
  };
  const rendered = fill(variant.text);
  if (rendered?.ok !== true) return { kept: [], suppressed: [] };
  const filled = (source: string): string => {
    const result = fill(source);
    return result?.ok === true ? result.text : source;
  };
  const { kept, suppressed } = check({
    country,
    channel: variant.channel,
    kind: template.kind,
    text: rendered.text,
    asOf,
    ...(sender === undefined ? {} : { sender }),
    ...(variant.buttons === undefined
      ? {}
      : { buttons: variant.buttons.map(({ text, url }) => ({ text: filled(text), ...(url === undefined ? {} : { url: filled(url) }) })) }),
  });
  const toSource = (range: Range): Range => {
    const origin = rendered.map.mapRange(range);
    return origin.part === 'template' ? origin.range : origin.placeholder;
  };
  const mapped = ({ fix, ...found }: Diagnostic): Diagnostic => {
    const range = found.range === null || found.in !== undefined ? found.range : toSource(found.range);
    const mend = fix === undefined ? undefined : { text: fix.text, range: toSource(fix.range) };
    // a mend that would swallow a placeholder would write a sample value into the template
    const isSafe = mend !== undefined && !parsed.placeholders.some((one) => one.range[0] < mend.range[1] && mend.range[0] < one.range[1]);
    return { ...found, range, ...(isSafe ? { fix: mend } : {}) };
  };
  return { kept: kept.map(mapped), suppressed: suppressed.map(({ diagnostic, by }) => ({ diagnostic: mapped(diagnostic), by })) };
}

/** Digits belong to no language and are no name of anything: no rule about words stumbles over them. */
function sampleValue(name: string): string {
  return /url|link|href|ссылк|сілтеме/iu.test(name) ? 'https://example.com/12' : '12';
}
