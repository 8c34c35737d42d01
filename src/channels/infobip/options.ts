import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, text } from '../provider-options.ts';

export interface InfobipOptions extends HttpProviderOptions {
  /** Your personal domain, `https://….api.infobip.com`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** What your webhook's security profile sends; without it webhooks are refused. `urlToken` stands in the webhook URL as `?token=…`. */
  readonly webhookAuth?:
    | { readonly username: string; readonly password: string }
    | { readonly header: string; readonly value: string }
    | { readonly urlToken: string }
    | undefined;
  /** Where SMS receipts of each message go; the account's setting when absent. */
  readonly webhookUrl?: string | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  baseUrl: z.string().check(z.regex(/^https?:\/\/[^\s/]/u)),
  apiKey: text,
  webhookAuth: z.optional(
    z.union([z.strictObject({ username: text, password: text }), z.strictObject({ header: text, value: text }), z.strictObject({ urlToken: text })]),
  ),
  webhookUrl: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/u))),
}) satisfies z.ZodMiniType<unknown, InfobipOptions>;

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkInfobipOptions(options: InfobipOptions): void {
  checkOptions('infobip', schema, options);
}
