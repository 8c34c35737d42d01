import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';

export interface RbmOptions extends HttpProviderOptions {
  readonly agentId: string;
  /** OAuth 2 token of the service account, asked for before every call: scope `https://www.googleapis.com/auth/rcsbusinessmessaging`. */
  readonly accessToken: () => string | Promise<string>;
  /** Token you chose for the webhook; it signs every event. Without it webhooks are refused. */
  readonly clientToken?: string | readonly string[] | undefined;
  /** Region prefix of the API host, for instance `europe-`. */
  readonly region?: 'europe-' | 'us-' | 'asia-' | undefined;
}

const schema = z.strictObject({
  ...httpOptionShape,
  agentId: text,
  accessToken: z.custom<() => string | Promise<string>>((value) => typeof value === 'function', 'a function that gives a token'),
  clientToken: z.optional(secrets),
  region: z.optional(z.enum(['europe-', 'us-', 'asia-'])),
});

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkRbmOptions(options: RbmOptions): void {
  checkOptions('rbm', schema, options);
}
