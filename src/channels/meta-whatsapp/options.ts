import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';

export interface WhatsappCloudOptions extends HttpProviderOptions {
  /** The business number's id (not the number), used when a message names no sender of its own. */
  readonly phoneNumberId: string;
  /** System user token with `whatsapp_business_messaging`. */
  readonly accessToken: string;
  /** App secret that signs webhooks; the newest first while one is rotated out. */
  readonly appSecret: string | readonly string[];
  /** The token you typed into Meta's webhook form; without it the GET handshake is refused. */
  readonly verifyToken?: string | undefined;
  /** @default 'v25.0' */
  readonly apiVersion?: string | undefined;
  /** Send marketing templates through the Marketing Messages API. @default false */
  readonly marketingMessagesApi?: boolean | undefined;
  /** Authentication template that carries one-time codes: its body and its button take the code. Without it codes are refused. */
  readonly codeTemplate?: { readonly name: string; readonly language: string } | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  phoneNumberId: z.string().check(z.regex(/^\d{5,25}$/u)),
  accessToken: text,
  appSecret: secrets,
  verifyToken: z.optional(text),
  apiVersion: z.optional(z.string().check(z.regex(/^v\d+\.\d+$/u))),
  marketingMessagesApi: z.optional(z.boolean()),
  codeTemplate: z.optional(z.strictObject({ name: text, language: text })),
}) satisfies z.ZodMiniType<unknown, WhatsappCloudOptions>;

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkWhatsappCloudOptions(options: WhatsappCloudOptions): void {
  checkOptions('whatsappCloud', schema, options);
}
