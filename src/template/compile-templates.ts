import { InvalidOptionsError, type OptionIssue } from '../errors.ts';
import type { MessageTemplate, TemplateSet, TemplateVariant } from './message-template.ts';
import { parseTemplate, placeholderNames } from './parse-template.ts';
import type { ParsedTemplate } from './parsed-template.ts';

/** A template that was parsed once, whose wordings render at once. */
export interface CompiledTemplate {
  readonly template: MessageTemplate;
  /** By variant object of `template`. */
  readonly texts: ReadonlyMap<TemplateVariant, ParsedTemplate & { readonly ok: true }>;
  /** Every placeholder of text, buttons and WhatsApp parameters, each once. */
  readonly placeholders: readonly string[];
}

/**
 * Parses every wording of a set once and checks the set: unique ids, no malformed placeholders, WhatsApp bindings only on WhatsApp.
 * @throws {InvalidOptionsError} naming each fault by its path, `0.variants.1.text`.
 */
export function compileTemplates(set: TemplateSet): ReadonlyMap<string, CompiledTemplate> {
  const issues: OptionIssue[] = [];
  const compiled = new Map<string, CompiledTemplate>();
  for (const [index, template] of set.entries()) {
    if (compiled.has(template.id)) issues.push({ path: `${index}.id`, expected: 'an id no other template has' });
    compiled.set(template.id, compileTemplate(template, String(index), issues));
  }
  if (issues.length > 0) throw new InvalidOptionsError('The templates cannot be used.', issues);
  return compiled;
}

function compileTemplate(template: MessageTemplate, path: string, issues: OptionIssue[]): CompiledTemplate {
  const texts = new Map<TemplateVariant, ParsedTemplate & { readonly ok: true }>();
  const placeholders = new Set<string>();
  if (template.variants.length === 0) issues.push({ path: `${path}.variants`, expected: 'at least one wording' });
  for (const [index, variant] of template.variants.entries()) {
    const at = `${path}.variants.${index}`;
    const parsed = check(variant.text, `${at}.text`, issues, placeholders);
    if (parsed.ok) texts.set(variant, parsed);
    for (const [number, button] of (variant.buttons ?? []).entries()) {
      check(button.text, `${at}.buttons.${number}.text`, issues, placeholders);
      check(button.url ?? '', `${at}.buttons.${number}.url`, issues, placeholders);
    }
    if (variant.whatsapp === undefined) continue;
    if (variant.channel !== 'whatsapp') issues.push({ path: `${at}.whatsapp`, expected: 'nothing: the wording is for another channel' });
    const { header = [], body = [], buttons = [] } = variant.whatsapp.parameters ?? {};
    for (const name of [...header, ...body, ...buttons.map((button) => button.placeholder)]) placeholders.add(name);
  }
  return { template, texts, placeholders: [...placeholders] };
}

function check(source: string, path: string, issues: OptionIssue[], placeholders: Set<string>): ParsedTemplate {
  const parsed = parseTemplate(source);
  for (const name of placeholderNames(parsed)) placeholders.add(name);
  if (!parsed.ok) {
    for (const { fault, range } of parsed.faults) {
      issues.push({ path, expected: `well-formed placeholders such as {{name}} (${fault} at ${range[0]})` });
    }
  }
  return parsed;
}
