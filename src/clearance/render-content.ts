import type { ProviderCapabilities } from '../channels/port.ts';
import type { Button, Content, TemplateParameter } from '../message/outbound.ts';
import { type CompiledTemplate, compileTemplates } from '../template/compile-templates.ts';
import { countSegments, parseTemplate, placeholderNames, renderTemplate } from '../template/index.ts';
import type { TemplateVariant } from '../template/message-template.ts';
import type { ClearanceRequest } from './clearance.ts';

/** What a person will read, in the form their channel takes. */
export interface RenderedContent {
  readonly ok: true;
  readonly content: Content;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly segments: number;
}

export type RenderOutcome = RenderedContent | { readonly ok: false; readonly reason: 'template-value-missing' | 'template-variant-missing' };

/** Compiled templates by id. @throws {InvalidOptionsError} */
export const templateBook: typeof compileTemplates = compileTemplates;

/** Puts a person's values into a wording. The text is in NFC: in that form it is linted, hashed, counted and sent. */
export function renderContent(
  compiled: CompiledTemplate,
  variant: TemplateVariant,
  request: Pick<ClearanceRequest, 'values' | 'channel'>,
  capabilities: Pick<ProviderCapabilities, 'contents'>,
): RenderOutcome {
  const { values } = request;
  const parsed = compiled.texts.get(variant)!;
  const rendered = renderTemplate(parsed, values);
  const buttons = renderButtons(variant, values);
  const parameters = platformParameters(variant, values, () => placeholderNames(parsed));
  if (!rendered.ok || buttons === undefined || parameters === undefined) return { ok: false, reason: 'template-value-missing' };
  const text = rendered.text.normalize('NFC');
  const content = contentOf(text, buttons, parameters, values, capabilities);
  if (content === undefined) return { ok: false, reason: 'template-variant-missing' };
  return { ok: true, content, text, buttons, segments: request.channel === 'sms' ? countSegments(text).segments : 1 };
}

type TemplateContent = Extract<Content, { readonly type: 'template' }>;

/** The form this provider takes, or none when it takes no form that says all of the wording. */
function contentOf(
  text: string,
  buttons: readonly Button[],
  parameters: Omit<TemplateContent, 'text'> | null,
  values: Readonly<Record<string, string>>,
  { contents }: Pick<ProviderCapabilities, 'contents'>,
): Content | undefined {
  if (parameters !== null) return contents.includes('template') ? { ...parameters, text } : undefined;
  if (buttons.length > 0) return contents.includes('interactive') ? { type: 'text', text, buttons } : undefined;
  if (contents.includes('text')) return { type: 'text', text };
  return contents.includes('code') && values.code !== undefined ? { type: 'code', code: values.code, text } : undefined;
}

function renderButtons(variant: TemplateVariant, values: Readonly<Record<string, string>>): readonly Button[] | undefined {
  const buttons: Button[] = [];
  for (const { text, url, payload } of variant.buttons ?? []) {
    const label = fill(text, values);
    const address = url === undefined ? undefined : fill(url, values);
    if (label === undefined || (url !== undefined && address === undefined)) return undefined;
    buttons.push({ text: label, ...(address === undefined ? {} : { url: address }), ...(payload === undefined ? {} : { payload }) });
  }
  return buttons;
}

function fill(source: string, values: Readonly<Record<string, string>>): string | undefined {
  if (!source.includes('{{')) return source;
  const parsed = parseTemplate(source);
  const rendered = parsed.ok ? renderTemplate(parsed, values) : undefined;
  return rendered?.ok === true ? rendered.text.normalize('NFC') : undefined;
}

/** The approved template's name and values; `null` without one, `undefined` when a value is missing. */
function platformParameters(
  variant: TemplateVariant,
  values: Readonly<Record<string, string>>,
  inText: () => readonly string[],
): Omit<TemplateContent, 'text'> | null | undefined {
  const binding = variant.whatsapp;
  if (binding === undefined) return null;
  const named = binding.parameterFormat === 'named';
  const { header, body = inText(), buttons } = binding.parameters ?? {};
  const names = [...(header ?? []), ...body, ...(buttons ?? []).map((button) => button.placeholder)];
  if (names.some((name) => !Object.hasOwn(values, name))) return undefined;
  const parameter = (name: string): TemplateParameter => ({ ...(named ? { name } : {}), value: values[name]!.normalize('NFC') });
  return {
    type: 'template',
    name: binding.name,
    language: binding.language,
    ...(header === undefined ? {} : { header: header.map(parameter) }),
    body: body.map(parameter),
    ...(buttons === undefined
      ? {}
      : { buttons: buttons.map(({ index, type, placeholder }) => ({ index, type, value: values[placeholder]!.normalize('NFC') })) }),
  };
}
