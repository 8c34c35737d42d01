import type { TemplateVariant } from './message-template.ts';
import { parseTemplate, placeholderNames } from './parse-template.ts';

/** One value for the platform; `name` only with named parameters. */
export interface WhatsAppValue {
  readonly name?: string;
  readonly value: string;
}

export type WhatsAppValues =
  | {
      readonly ok: true;
      readonly header: readonly WhatsAppValue[];
      readonly body: readonly WhatsAppValue[];
      readonly buttons: readonly { readonly index: number; readonly type: 'url' | 'quick-reply' | 'copy-code'; readonly value: string }[];
    }
  /** Placeholders without a value, each once. */
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Puts the values of one send into the order of the approved WhatsApp template.
 * Without a binding, or without `parameters.body`, the body takes the placeholders of the text in order of first use.
 */
export function whatsAppValues({ text, whatsapp }: TemplateVariant, values: Readonly<Record<string, string>>): WhatsAppValues {
  const missing = new Set<string>();
  const take = (name: string): string => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) missing.add(name);
    return value ?? '';
  };
  const isNamed = whatsapp?.parameterFormat === 'named';
  const ordered = (names: readonly string[]) => names.map((name) => ({ ...(isNamed ? { name } : {}), value: take(name) }));
  const { header = [], body = placeholderNames(parseTemplate(text)), buttons = [] } = whatsapp?.parameters ?? {};
  const result = {
    ok: true,
    header: ordered(header),
    body: ordered(body),
    buttons: buttons.map(({ index, type, placeholder }) => ({ index, type, value: take(placeholder) })),
  } as const;
  return missing.size > 0 ? { ok: false, missing: [...missing] } : result;
}
