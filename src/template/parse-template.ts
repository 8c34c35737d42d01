import type { ParsedTemplate, Placeholder, TemplateFault } from './parsed-template.ts';

const placeholderName = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,63}$/u;

/**
 * Takes a template apart: fixed text with placeholders `{{name}}` or `{{1}}`, spaces inside the braces allowed.
 * Single braces are plain text. Faults come in the order of the source, each with its range.
 * @example
 * parseTemplate('Hello {{name}}')   // { ok: true, placeholders: [{ name: 'name', range: [6, 14] }], … }
 */
export function parseTemplate(source: string): ParsedTemplate {
  const placeholders: Placeholder[] = [];
  const faults: TemplateFault[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    const stray = source.indexOf('}}', at);
    if (stray !== -1 && (open === -1 || stray < open)) {
      faults.push({ fault: 'unopened', range: [stray, stray + 2] });
      at = stray + 2;
      continue;
    }
    if (open === -1) break;
    const close = source.indexOf('}}', open + 2);
    const nextOpen = source.indexOf('{{', open + 2);
    if (close === -1 || (nextOpen !== -1 && nextOpen < close)) {
      faults.push({ fault: 'unclosed', range: [open, nextOpen === -1 ? source.length : nextOpen] });
      at = nextOpen === -1 ? source.length : nextOpen;
      continue;
    }
    const range = [open, close + 2] as const;
    const name = source.slice(open + 2, close).trim();
    if (name === '') faults.push({ fault: 'empty', range });
    else if (!placeholderName.test(name)) faults.push({ fault: 'bad-name', range });
    else placeholders.push({ name, range });
    at = close + 2;
  }
  return faults.length === 0 ? { ok: true, source, placeholders } : { ok: false, source, placeholders, faults };
}

/** The distinct placeholder names of a template, in order of first use. */
export function placeholderNames(template: ParsedTemplate): readonly string[] {
  return [...new Set(template.placeholders.map((placeholder) => placeholder.name))];
}
