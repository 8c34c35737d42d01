import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, text } from '../provider-options.ts';

export interface WhatsappTemplatesOptions extends Pick<HttpProviderOptions, 'baseUrl' | 'timeoutMs' | 'fetch' | 'clock'> {
  /** The WhatsApp Business account's id: templates belong to it, not to a number. */
  readonly businessAccountId: string;
  /** System user token with `whatsapp_business_management`. */
  readonly accessToken: string;
  /** @default 'v25.0' */
  readonly apiVersion?: string | undefined;
  /** Templates a page of the list holds. @default 100 */
  readonly pageSize?: number | undefined;
}

const { baseUrl, timeoutMs, fetch, clock } = httpOptionShape;
const schema = z.strictObject({
  baseUrl,
  timeoutMs,
  fetch,
  clock,
  businessAccountId: z.string().check(z.regex(/^\d{5,25}$/u)),
  accessToken: text,
  apiVersion: z.optional(z.string().check(z.regex(/^v\d+\.\d+$/u))),
  pageSize: z.optional(z.int().check(z.minimum(1), z.maximum(1_000))),
}) satisfies z.ZodMiniType<unknown, WhatsappTemplatesOptions>;

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkWhatsappTemplatesOptions(options: WhatsappTemplatesOptions): void {
  checkOptions('whatsappTemplates', schema, options);
}
