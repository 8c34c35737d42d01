import { type Channel, channels, type MessageKind, messageKinds } from '../law/vocabulary.ts';
import type { MessageTemplate, TemplateButton, TemplateState, TemplateVariant } from './message-template.ts';
import { parseTemplate } from './parse-template.ts';
import type { TextRange } from './parsed-template.ts';
import type { DocumentPath, TemplateDocument } from './template-document.ts';
import type { WhatsAppBinding, WhatsAppCategory } from './whatsapp-template.ts';

export interface TemplateFileFault {
  readonly path: DocumentPath;
  /** In the file; `null` when the place is not known. */
  readonly range: TextRange | null;
  /** What should be there. */
  readonly expected: string;
}

/** A template and where it stands: `[...path, 'variants', 0, 'text']` locates a wording. */
export interface LocatedTemplate {
  readonly template: MessageTemplate;
  readonly path: DocumentPath;
}

export interface TemplateFile {
  /** Templates without faults, in the order of the file. */
  readonly templates: readonly LocatedTemplate[];
  readonly faults: readonly TemplateFileFault[];
}

type Fields = Readonly<Record<string, unknown>>;
type Fault = (path: DocumentPath, expected: string, range?: TextRange) => undefined;

const states: readonly TemplateState[] = ['approved', 'pending', 'paused', 'disabled', 'rejected', 'archived'];
const categories: readonly WhatsAppCategory[] = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const templateFields = ['id', 'kind', 'purpose', 'variants'];
const variantFields = ['channel', 'locale', 'text', 'buttons', 'whatsapp', 'state'];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads templates out of a document: one template, a list, or `{ templates: [...] }`. A faulty template is left out and named. */
export function readTemplates(document: TemplateDocument): TemplateFile {
  const faults: TemplateFileFault[] = [];
  const fault: Fault = (path, expected, range) => {
    faults.push({ path, range: range ?? document.locate(path)?.range ?? null, expected });
  };
  const { data } = document;
  const under = isFields(data) && 'templates' in data;
  const listed: unknown = under ? data.templates : data;
  const root: DocumentPath = under ? ['templates'] : [];
  const entries = Array.isArray(listed)
    ? listed.map((entry, index) => ({ entry: entry as unknown, path: [...root, index] }))
    : [{ entry: listed, path: root }];
  const templates = entries.flatMap(({ entry, path }) => {
    const before = faults.length;
    const template = readTemplate(entry, path, fault, document);
    return template === undefined || faults.length > before ? [] : [{ template, path }];
  });
  return { templates, faults };
}

function refuseUnknown(fields: Fields, known: readonly string[], path: DocumentPath, fault: Fault): void {
  for (const name of Object.keys(fields)) if (!known.includes(name)) fault([...path, name], `one of ${known.join(', ')}`);
}

function readTemplate(entry: unknown, path: DocumentPath, fault: Fault, document: TemplateDocument): MessageTemplate | undefined {
  if (!isFields(entry)) return fault(path, 'a template with id, kind and variants');
  refuseUnknown(entry, templateFields, path, fault);
  const { id, kind, purpose, variants } = entry;
  if (!isText(id)) return fault([...path, 'id'], 'a name');
  if (!messageKinds.includes(kind as MessageKind)) return fault([...path, 'kind'], messageKinds.join(', '));
  if (purpose !== undefined && !isText(purpose)) return fault([...path, 'purpose'], 'a name, or nothing');
  if (!Array.isArray(variants) || variants.length === 0) return fault([...path, 'variants'], 'at least one wording');
  const read = variants.flatMap((variant: unknown, index) => readVariant(variant, [...path, 'variants', index], fault, document) ?? []);
  return { id, kind: kind as MessageKind, ...(purpose === undefined ? {} : { purpose }), variants: read };
}

function readVariant(entry: unknown, path: DocumentPath, fault: Fault, document: TemplateDocument): TemplateVariant | undefined {
  if (!isFields(entry)) return fault(path, 'a wording with channel, locale and text');
  refuseUnknown(entry, variantFields, path, fault);
  const { channel, locale, text, buttons, whatsapp, state } = entry;
  if (!channels.includes(channel as Channel)) return fault([...path, 'channel'], channels.join(', '));
  if (typeof locale !== 'string' || !/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u.test(locale))
    return fault([...path, 'locale'], 'a language, en or en-GB');
  if (!isText(text)) return fault([...path, 'text'], 'a text');
  const parsed = parseTemplate(text);
  for (const found of parsed.ok ? [] : parsed.faults) {
    const at = document.locate([...path, 'text']);
    const range = at && ([at.at(found.range[0]), at.at(found.range[1])] as const);
    fault([...path, 'text'], `a well-formed placeholder such as {{name}} (${found.fault})`, range);
  }
  if (state !== undefined && !states.includes(state as TemplateState)) fault([...path, 'state'], states.join(', '));
  if (buttons !== undefined && !isButtons(buttons)) fault([...path, 'buttons'], 'a list of { text, url?, payload? }');
  if (whatsapp !== undefined && !isBinding(whatsapp)) fault([...path, 'whatsapp'], 'name, language and category of the approved template');
  return {
    channel: channel as Channel,
    locale,
    text,
    ...(isButtons(buttons) ? { buttons } : {}),
    ...(isBinding(whatsapp) ? { whatsapp } : {}),
    ...(state === undefined ? {} : { state: state as TemplateState }),
  };
}

function isButtons(value: unknown): value is readonly TemplateButton[] {
  const optional = (field: unknown) => field === undefined || typeof field === 'string';
  return (
    Array.isArray(value) &&
    value.every((button: unknown) => isFields(button) && isText(button.text) && optional(button.url) && optional(button.payload))
  );
}

function isBinding(value: unknown): value is WhatsAppBinding {
  if (!isFields(value) || !isText(value.name) || !isText(value.language)) return false;
  return categories.includes(value.category as WhatsAppCategory) && (value.parameters === undefined || isFields(value.parameters));
}
