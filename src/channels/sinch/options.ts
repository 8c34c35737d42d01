import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';

export interface SinchOptions extends HttpProviderOptions {
  readonly servicePlanId: string;
  readonly apiToken: string;
  /** Where the SMS service plan lives. @default 'eu' */
  readonly region?: 'us' | 'eu' | 'au' | 'br' | 'ca' | undefined;
  /** Conversation API for channels other than SMS; the token is asked for on every send, so that the host can renew it. */
  readonly conversation?:
    | {
        readonly projectId: string;
        readonly appId: string;
        readonly accessToken: () => string | Promise<string>;
        /** @default `https://eu.conversation.api.sinch.com` */
        readonly baseUrl?: string | undefined;
      }
    | undefined;
  /** Secret of signed webhooks (Conversation API; SMS on request). */
  readonly webhookSecret?: string | readonly string[] | undefined;
  /** Your own token in the URL of unsigned SMS webhooks, `?token=…`. Without either webhooks are refused. */
  readonly webhookUrlToken?: string | readonly string[] | undefined;
  /** Where SMS receipts of each batch go; the plan's setting when absent. */
  readonly callbackUrl?: string | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  servicePlanId: text,
  apiToken: text,
  region: z.optional(z.enum(['us', 'eu', 'au', 'br', 'ca'])),
  conversation: z.optional(
    z.strictObject({
      projectId: text,
      appId: text,
      accessToken: z.custom<() => string | Promise<string>>((value) => typeof value === 'function', 'a function that gives a token'),
      baseUrl: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]/u))),
    }),
  ),
  webhookSecret: z.optional(secrets),
  webhookUrlToken: z.optional(secrets),
  callbackUrl: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/u))),
});

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkSinchOptions(options: SinchOptions): void {
  checkOptions('sinch', schema, options);
}
