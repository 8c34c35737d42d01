import * as z from 'zod/mini';
import type { Clock } from '../../clock.ts';
import { checkOptions, httpOptionShape, text } from '../provider-options.ts';
import type { ChannelEvent, ErrorClass } from '../taxonomy.ts';
import type { SmppModule } from './smpp-module.ts';

export interface SmppOptions {
  readonly id?: string | undefined;
  /** `smpp://host:2775`, or `ssmpp://host:3550` for TLS. */
  readonly url: string;
  readonly systemId: string;
  readonly password: string;
  readonly systemType?: string | undefined;
  /** The `smpp` package, when it is not to be loaded by name. */
  readonly module?: SmppModule | undefined;
  /**
   * Takes receipts and inbound messages. The SMSC is told "taken" when the promise resolves and "try again" when it rejects; without it everything is to
   * be tried again.
   */
  readonly receive?: ((events: readonly ChannelEvent[]) => Promise<void>) | undefined;
  /** How long texts are cut: a header in the text, TLVs, or one `message_payload`. @default 'udh' */
  readonly concatenation?: 'udh' | 'sar' | 'payload' | undefined;
  /** Unanswered submits at most. @default 10 */
  readonly window?: number | undefined;
  /** Submits a second by contract. */
  readonly perSecond?: number | undefined;
  /** Longest wait for an answer; then the outcome is `unknown`. @default 30_000 */
  readonly timeoutMs?: number | undefined;
  /** @default 30_000 */
  readonly enquireLinkMs?: number | undefined;
  /** Wait before the bind is tried again after it was lost. @default 5_000 */
  readonly reconnectMs?: number | undefined;
  /** How message ids are written: some SMSCs answer in hexadecimal and report in decimal. @default as they are */
  readonly messageIds?: { readonly answer: 'text' | 'hex' | 'decimal'; readonly receipt: 'text' | 'hex' | 'decimal' } | undefined;
  /** Classes of this SMSC's vendor-specific command statuses and receipt errors. */
  readonly errorClasses?: Readonly<Record<string, ErrorClass>> | undefined;
  readonly clock?: Clock | undefined;
}

const count = z.number().check(z.positive(), z.maximum(86_400_000));
const idForm = z.enum(['text', 'hex', 'decimal']);
const schema = z.strictObject({
  id: httpOptionShape.id,
  clock: httpOptionShape.clock,
  errorClasses: httpOptionShape.errorClasses,
  url: z.string().check(z.regex(/^s?smpp:\/\/[^\s/]+$/u)),
  systemId: text,
  password: z.string(),
  systemType: z.optional(z.string()),
  module: z.optional(z.custom<SmppModule>((value) => typeof (value as SmppModule | null)?.connect === 'function', 'the smpp package')),
  receive: z.optional(z.custom<SmppOptions['receive']>((value) => typeof value === 'function', 'a function of events')),
  concatenation: z.optional(z.enum(['udh', 'sar', 'payload'])),
  window: z.optional(count),
  perSecond: z.optional(count),
  timeoutMs: z.optional(count),
  enquireLinkMs: z.optional(count),
  reconnectMs: z.optional(count),
  messageIds: z.optional(z.strictObject({ answer: idForm, receipt: idForm })),
});

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkSmppOptions(options: SmppOptions): void {
  checkOptions('smpp', schema, options);
}
