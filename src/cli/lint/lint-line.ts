import * as z from 'zod/mini';
import { type Channel, channels, type MessageKind, messageKinds } from '../../law/vocabulary.ts';
import type { LintInput } from '../../linter/index.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/u, 'a day or local time, 2026-11-23 or 2026-11-23T10:00'));

const message = z.object({
  id: z.union([z.string(), z.number()]),
  country: z.string().check(z.regex(/^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$/u, 'a two-letter country code')),
  region: z.optional(z.nullable(z.string())),
  channel: z.enum(channels as [Channel, ...Channel[]]),
  kind: z.enum(messageKinds as [MessageKind, ...MessageKind[]]),
  sender: z.optional(z.nullable(z.string())),
  text: z.string(),
  buttons: z.optional(z.nullable(z.array(z.union([z.string(), z.object({ text: z.string(), url: z.optional(z.nullable(z.string())) })])))),
  at: z.optional(z.nullable(day)),
  asOf: z.optional(z.nullable(day)),
  facts: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

const template = z.object({
  id: z.union([z.string(), z.number()]),
  channel: z.literal('whatsapp'),
  template: z.record(z.string(), z.unknown()),
  asOf: z.optional(z.nullable(day)),
});

interface MessageLine {
  readonly id: string | number;
  readonly country: string;
  readonly region?: string | null | undefined;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly sender?: string | null | undefined;
  readonly text: string;
  readonly buttons?: readonly (string | { readonly text: string; readonly url?: string | null | undefined })[] | null | undefined;
  readonly at?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | null | undefined;
}

interface TemplateLine {
  readonly id: string | number;
  readonly channel: 'whatsapp';
  readonly template: Readonly<Record<string, unknown>>;
  readonly asOf?: string | null | undefined;
}

/** One line of `licet lint`: a message, or a WhatsApp template as the Cloud API has it. */
export type LintLine = MessageLine | TemplateLine;

/** Chooses the shape by the presence of `template`, so that errors name the fields that matter. */
export const lintLine: z.ZodMiniType<LintLine> = z.pipe(
  z.unknown(),
  z.transform((raw, context): LintLine => {
    const schema = typeof raw === 'object' && raw !== null && 'template' in raw && raw.template != null ? template : message;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: raw } as (typeof context.issues)[number]);
    return z.NEVER;
  }),
) as z.ZodMiniType<LintLine>;

export function isTemplateLine(line: LintLine): line is TemplateLine {
  return 'template' in line;
}

/** The linter's input of a message line; `null` counts as absent. */
export function toLintInput(line: MessageLine): LintInput {
  const [country, ownRegion] = line.country.toUpperCase().split('-') as [string, string?];
  const region = line.region?.replace(/^[A-Za-z]{2}-/u, '').toUpperCase() ?? ownRegion;
  return {
    country,
    channel: line.channel,
    kind: line.kind,
    text: line.text,
    ...(region === undefined ? {} : { region }),
    ...(line.sender == null ? {} : { sender: line.sender }),
    ...(line.buttons == null
      ? {}
      : {
          buttons: line.buttons.map((button) =>
            typeof button === 'string' ? button : { text: button.text, ...(button.url == null ? {} : { url: button.url }) },
          ),
        }),
    ...(line.at == null ? {} : { at: line.at }),
    ...(line.asOf == null ? {} : { asOf: line.asOf }),
    ...(line.facts == null ? {} : { facts: line.facts }),
  };
}
