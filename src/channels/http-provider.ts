import { type Clock, systemClock } from '../clock.ts';
import type { ClearedMessage } from '../message/cleared.ts';
import { reclassify } from './error-table.ts';
import { createHttpClient, type HttpAnswer, type HttpClient, type HttpProviderOptions, type HttpRequest } from './http.ts';
import { readSubmit, type SubmitReading } from './http-submit.ts';
import type { ChannelProvider, ParseEvents, ProviderCapabilities, SubmitContext, SubmitResult } from './port.ts';
import type { ErrorClass } from './taxonomy.ts';
import type { WebhookHandler } from './webhook-handler.ts';

/** A refusal of the adapter itself: the message cannot be put into the provider's form, nothing was called. */
export interface Unsendable {
  readonly refused: ErrorClass;
  readonly detail: string;
}

/** What one HTTP provider is, besides transport and outcomes, which are the same for all. */
export interface HttpProviderDefinition {
  readonly provider: string;
  readonly channels: ChannelProvider['channels'];
  readonly capabilities: ProviderCapabilities;
  readonly options: HttpProviderOptions;
  readonly baseUrl: string;
  readonly parse: ParseEvents;
  /** Builds the webhook side around the parser, the host's own error classes applied. */
  readonly webhook: (parse: ParseEvents) => WebhookHandler;
  readonly request: (
    message: ClearedMessage,
    context: SubmitContext,
    now: Date,
    http: HttpClient,
  ) => HttpRequest | Unsendable | Promise<HttpRequest | Unsendable>;
  /** @default ambiguous */
  readonly duplicate?: (message: ClearedMessage) => SubmitReading['duplicate'];
  readonly retryAfter?: (answer: HttpAnswer) => number | undefined;
  readonly segments?: (answer: HttpAnswer) => number | undefined;
  readonly lookup?: (http: HttpClient, parse: ParseEvents) => NonNullable<ChannelProvider['lookup']>;
  readonly cancel?: (http: HttpClient, parse: ParseEvents) => NonNullable<ChannelProvider['cancel']>;
}

/** Makes a provider that speaks HTTP: one call per submit, the outcome read by the common rules. */
export function httpProvider(definition: HttpProviderDefinition): ChannelProvider {
  const { options } = definition;
  const clock: Clock = options.clock ?? systemClock;
  const http = createHttpClient({ ...options, baseUrl: options.baseUrl ?? definition.baseUrl });
  const parse = reclassify(definition.parse, options.errorClasses);
  return {
    id: options.id ?? definition.provider,
    provider: definition.provider,
    channels: definition.channels,
    capabilities: definition.capabilities,
    parseWebhook: definition.webhook(parse),
    async submit(message, context) {
      const request = await prepared(() => definition.request(message, context, clock.now(), http));
      if ('refused' in request) return unsendable(request);
      const exchange = await http(request, context.signal);
      return readSubmit(exchange, {
        parse,
        now: clock.now(),
        duplicate: definition.duplicate?.(message) ?? { means: 'ambiguous' },
        ...(definition.retryAfter === undefined ? {} : { retryAfter: definition.retryAfter }),
        ...(definition.segments === undefined ? {} : { segments: definition.segments }),
      });
    },
    ...(definition.lookup === undefined ? {} : { lookup: definition.lookup(http, parse) }),
    ...(definition.cancel === undefined ? {} : { cancel: definition.cancel(http, parse) }),
  };
}

/** Tokens and keys may come from a function of the host's that fails: then nothing was sent. */
async function prepared(request: () => HttpRequest | Unsendable | Promise<HttpRequest | Unsendable>): Promise<HttpRequest | Unsendable> {
  try {
    return await request();
  } catch {
    return { refused: 'auth', detail: 'the request could not be prepared: its credentials were not available' };
  }
}

/** The submit result of a message that was never sent. */
export function unsendable(reason: Unsendable): SubmitResult {
  return { outcome: 'rejected', errorClass: reason.refused, providerCode: null, detail: reason.detail };
}

/** Refusal of content a provider does not carry. */
export function wrongContent(provider: string, type: string): Unsendable {
  return { refused: 'invalid-request', detail: `${provider} does not carry content of type ${type}` };
}

/** Too little time is left for the shortest validity the provider takes: it must not be lengthened. */
export const tooLate: Unsendable = { refused: 'retryable-transient', detail: 'less time is left than the shortest validity of this channel' };

/**
 * Whole seconds from `now` to the message's end, capped at what the provider takes; `undefined` when less than the provider's minimum is left:
 * a longer validity than asked for would let the message arrive too late.
 */
export function validitySeconds(validUntil: Date, now: Date, range: { readonly minMs: number; readonly maxMs: number }): number | undefined {
  const leftMs = validUntil.getTime() - now.getTime();
  return leftMs < range.minMs || leftMs <= 0 ? undefined : Math.floor(Math.min(leftMs, range.maxMs) / 1000);
}
