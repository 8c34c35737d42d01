import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';

export interface TwilioOptions extends HttpProviderOptions {
  readonly accountSid: string;
  /** Signs webhooks, and authenticates calls unless `apiKey` is given; the newest first while one is rotated out. */
  readonly authToken: string | readonly string[];
  readonly apiKey?: { readonly sid: string; readonly secret: string } | undefined;
  /** Sends through a Messaging Service instead of a single sender. */
  readonly messagingServiceSid?: string | undefined;
  /** Public URL of this provider's webhook; our step key travels in its query as `ref` and comes back with every receipt. */
  readonly statusCallback?: string | undefined;
  /** Content SIDs (`HX…`) by template name, or by `name/language` where a template has several. */
  readonly contentSids?: Readonly<Record<string, string>> | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  accountSid: z.string().check(z.regex(/^AC[0-9a-zA-Z]+$/u)),
  authToken: secrets,
  apiKey: z.optional(z.strictObject({ sid: text, secret: text })),
  messagingServiceSid: z.optional(z.string().check(z.regex(/^MG[0-9a-zA-Z]+$/u))),
  statusCallback: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/u))),
  contentSids: z.optional(z.record(z.string(), z.string().check(z.regex(/^HX[0-9a-zA-Z]+$/u)))),
}) satisfies z.ZodMiniType<unknown, TwilioOptions>;

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkTwilioOptions(options: TwilioOptions): void {
  checkOptions('twilio', schema, options);
}
