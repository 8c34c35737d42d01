import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';

export interface VonageOptions extends HttpProviderOptions {
  /** An application with its RSA private key (PEM), or the account's key and secret. */
  readonly auth: { readonly applicationId: string; readonly privateKey: string } | { readonly apiKey: string; readonly apiSecret: string };
  /** Signs webhooks; the newest first while one is rotated out. Without it webhooks are refused. */
  readonly signatureSecret?: string | readonly string[] | undefined;
  /** Where receipts of each message go; the application's setting when absent. */
  readonly webhookUrl?: string | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  auth: z.union([z.strictObject({ applicationId: text, privateKey: text }), z.strictObject({ apiKey: text, apiSecret: text })]),
  signatureSecret: z.optional(secrets),
  webhookUrl: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/u))),
}) satisfies z.ZodMiniType<unknown, VonageOptions>;

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkVonageOptions(options: VonageOptions): void {
  checkOptions('vonage', schema, options);
}
