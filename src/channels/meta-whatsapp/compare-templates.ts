import { isSendable } from '../../template/message-template.ts';
import type { WhatsAppTemplate } from '../../template/whatsapp-template.ts';
import type { PlatformTemplate } from './platform-template.ts';

/** How one template of ours stands against the platform's. */
export type TemplateDifference =
  /** Only in our files: not submitted yet. */
  | { readonly kind: 'added'; readonly name: string; readonly language: string; readonly ours: WhatsAppTemplate }
  /** Only at the platform: removed from our files, or made by hand. */
  | { readonly kind: 'missing'; readonly name: string; readonly language: string; readonly theirs: PlatformTemplate }
  /** Wording or structure differ. `parts` names them, for instance `BODY` or `BUTTONS`. */
  | {
      readonly kind: 'changed';
      readonly name: string;
      readonly language: string;
      readonly parts: readonly string[];
      readonly ours: WhatsAppTemplate;
      readonly theirs: PlatformTemplate;
    }
  /** The platform files it elsewhere, or has announced that it will. Messages of it then need the consent of that category. */
  | {
      readonly kind: 'recategorised';
      readonly name: string;
      readonly language: string;
      readonly from: string;
      readonly to: string;
      readonly announced: boolean;
      readonly theirs: PlatformTemplate;
    }
  /** It cannot be sent as things stand. */
  | { readonly kind: 'unsendable'; readonly name: string; readonly language: string; readonly theirs: PlatformTemplate };

/**
 * Compares our template files with the platform's list, in the order of our files, then what only the platform has. A template may have several
 * differences; none means that it is there, the same, and may be sent. Media handles and samples are not compared: the platform rewrites them.
 */
export function compareTemplates(ours: readonly WhatsAppTemplate[], theirs: readonly PlatformTemplate[]): readonly TemplateDifference[] {
  const known = new Map(theirs.map((template) => [keyOf(template), template]));
  const own = new Set(ours.map(keyOf));
  return [
    ...ours.flatMap((template): readonly TemplateDifference[] => {
      const there = known.get(keyOf(template));
      const { name, language } = template;
      return there === undefined ? [{ kind: 'added', name, language, ours: template }] : differences(template, there);
    }),
    ...theirs
      .filter((template) => !own.has(keyOf(template)) && template.state !== 'archived')
      .map((template): TemplateDifference => ({ kind: 'missing', name: template.name, language: template.language, theirs: template })),
  ];
}

function differences(ours: WhatsAppTemplate, theirs: PlatformTemplate): readonly TemplateDifference[] {
  const { name, language } = ours;
  const found: TemplateDifference[] = [];
  const [before, after] = [partsOf(ours.components, ours.parameter_format ?? 'positional'), partsOf(theirs.components, theirs.parameterFormat)];
  const parts = [...new Set([...before.keys(), ...after.keys()])].filter((part) => before.get(part) !== after.get(part));
  if (parts.length > 0) found.push({ kind: 'changed', name, language, parts, ours, theirs });
  const announced = theirs.comingCategory !== null && theirs.comingCategory !== theirs.category;
  const to = announced ? theirs.comingCategory : theirs.category;
  if (to !== null && to !== ours.category) found.push({ kind: 'recategorised', name, language, from: ours.category, to, announced, theirs });
  if (theirs.state === undefined || !isSendable(theirs.state)) found.push({ kind: 'unsendable', name, language, theirs });
  return found;
}

/** Each part in one spelling, under its type; what the platform fills in or rewrites is left out. */
function partsOf(components: readonly object[], format: string): ReadonlyMap<string, string> {
  const parts = new Map([['parameter_format', format.toLowerCase()]]);
  for (const component of components) {
    const type = String((component as { type?: unknown }).type ?? '').toUpperCase();
    parts.set(type, `${parts.get(type) ?? ''}${JSON.stringify(plain(component))}`);
  }
  return parts;
}

const rewritten: ReadonlySet<string> = new Set(['example', 'id', 'flow_id', 'flow_json']);
const words: ReadonlySet<string> = new Set(['type', 'format', 'otp_type']);

function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => plain(entry));
  if (typeof value === 'string') return words.has(key) ? value.toUpperCase() : value.normalize('NFC').replaceAll('\r\n', '\n');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, one]) => !rewritten.has(name) && one !== undefined && one !== false);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one, name)]));
}

function keyOf({ name, language }: { readonly name: string; readonly language: string }): string {
  return `${name}\u0000${language}`;
}
