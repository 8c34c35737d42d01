import * as z from 'zod/mini';
import { type Channel, channels } from '../../law/vocabulary.ts';
import type { HttpProviderOptions } from '../http.ts';
import type { ProviderCapabilities } from '../port.ts';
import { checkOptions, httpOptionShape, secrets, text } from '../provider-options.ts';
import type { DeliveryStatus, ErrorClass } from '../taxonomy.ts';

/**
 * How a gateway is called. Values may hold `{to}` (E.164), `{toDigits}` (without `+`), `{from}`, `{text}`, `{ref}` (our step key) and
 * `{validitySeconds}`; they are put in once and encoded for their place.
 */
export interface GatewaySend {
  readonly method?: 'GET' | 'POST' | undefined;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Where the fields go. @default 'json' */
  readonly as?: 'json' | 'form' | 'query' | undefined;
  /** Names with dots nest in JSON: `message.text`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Dotted paths into an answer; numbers index arrays: `messages.0.id`. */
export interface GatewayAnswer {
  readonly messageId: string;
  /** Where an error code stands; an answer that has one is a refusal. */
  readonly errorCode?: string | undefined;
  readonly errorClasses?: Readonly<Record<string, ErrorClass>> | undefined;
}

/** Dotted paths into a receipt. */
export interface GatewayReceipt {
  /** Where a list of receipts stands, when one call carries several. */
  readonly list?: string | undefined;
  readonly messageId: string;
  readonly status: string;
  readonly statuses: Readonly<Record<string, DeliveryStatus>>;
  readonly recipient?: string | undefined;
  readonly ref?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorClasses?: Readonly<Record<string, ErrorClass>> | undefined;
}

/** Dotted paths into an inbound message; a payload without `from` and `text` is none. */
export interface GatewayInbound {
  readonly from: string;
  readonly text: string;
  readonly to?: string | undefined;
  readonly messageId?: string | undefined;
}

export interface HttpGatewayOptions extends HttpProviderOptions {
  readonly id: string;
  readonly baseUrl: string;
  /** @default `['sms']` */
  readonly channels?: readonly Channel[] | undefined;
  readonly send: GatewaySend;
  readonly answer: GatewayAnswer;
  readonly receipt?: GatewayReceipt | undefined;
  readonly inbound?: GatewayInbound | undefined;
  /** Your own token in the webhook URL, `?token=…`; without it webhooks are refused. */
  readonly webhookUrlToken?: string | readonly string[] | undefined;
  /** What the gateway can do; what is not said is not assumed. */
  readonly capabilities?: Partial<ProviderCapabilities> | undefined;
}

const texts = z.record(z.string(), z.string());
const schema = z.strictObject({
  ...httpOptionShape,
  id: text,
  baseUrl: z.string().check(z.regex(/^https?:\/\/[^\s/]/u)),
  channels: z.optional(z.readonly(z.array(z.enum([...channels])).check(z.minLength(1)))),
  send: z.strictObject({
    method: z.optional(z.enum(['GET', 'POST'])),
    path: z.string().check(z.regex(/^\//u)),
    headers: z.optional(texts),
    as: z.optional(z.enum(['json', 'form', 'query'])),
    fields: texts,
  }),
  answer: z.strictObject({ messageId: text, errorCode: z.optional(text), errorClasses: httpOptionShape.errorClasses }),
  receipt: z.optional(
    z.strictObject({
      list: z.optional(text),
      messageId: text,
      status: text,
      statuses: texts,
      recipient: z.optional(text),
      ref: z.optional(text),
      errorCode: z.optional(text),
      errorClasses: httpOptionShape.errorClasses,
    }),
  ),
  inbound: z.optional(z.strictObject({ from: text, text, to: z.optional(text), messageId: z.optional(text) })),
  webhookUrlToken: z.optional(secrets),
  capabilities: z.optional(z.looseObject({})),
});

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkHttpGatewayOptions(options: HttpGatewayOptions): void {
  checkOptions('httpGateway', schema, options);
}
