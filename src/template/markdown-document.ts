import type { TextRange } from './parsed-template.ts';
import type { TemplateDocument, TextLocation } from './template-document.ts';

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const field = /^([A-Za-z][\w-]*):[ \t]*(.*)$/gmu;
const heading = /^## +([a-z]+) +([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})*)[ \t]*$/gmu;

/**
 * Reads one template from Markdown: front matter of `key: value` lines (`id`, `kind`, `purpose`), then one section per wording,
 * headed `## sms ru`. The text of a wording is the section without the blank lines around it.
 */
export function markdownDocument(source: string): TemplateDocument {
  const locations = new Map<string, TextLocation>();
  const place = (path: string, [start, end]: TextRange) =>
    locations.set(path, { range: [start, end], at: (offset) => Math.min(start + offset, end) });
  const template: Record<string, unknown> = {};
  const front = frontMatter.exec(source);
  for (const match of (front?.[1] ?? '').matchAll(field)) {
    const value = (match[2] ?? '').trim().replace(/^(['"])(.*)\1$/u, '$2');
    template[match[1] ?? ''] = value;
    const start = source.indexOf(match[0]);
    place(match[1] ?? '', [start + match[0].length - (match[2] ?? '').length, start + match[0].length]);
  }
  const headings = [...source.matchAll(heading)];
  template.variants = headings.map((match, index) => {
    const from = match.index + match[0].length;
    const section = source.slice(from, headings[index + 1]?.index ?? source.length);
    const text = section.trim();
    const start = from + (text === '' ? 0 : section.indexOf(text));
    place(`variants.${index}.text`, [start, start + text.length]);
    place(`variants.${index}`, [match.index, from + section.length]);
    return { channel: match[1], locale: match[2], text };
  });
  place('', [0, source.length]);
  return { data: template, locate: (path) => locations.get(path.join('.')) };
}
