import { type Attributes, SpanKind } from '@opentelemetry/api';
import type { Operation } from '../observe.ts';

/**
 * Names of the OpenTelemetry conventions for messaging that are used here.
 * Source: https://opentelemetry.io/docs/specs/semconv/messaging/
 */
export const conventions: Readonly<
  Record<
    | 'system'
    | 'operationName'
    | 'operationType'
    | 'destination'
    | 'messageId'
    | 'batchCount'
    | 'errorType'
    | 'status'
    | 'duration'
    | 'processing'
    | 'sent',
    string
  >
> = {
  system: 'messaging.system',
  operationName: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  destination: 'messaging.destination.name',
  messageId: 'messaging.message.id',
  batchCount: 'messaging.batch.message_count',
  errorType: 'error.type',
  status: 'http.response.status_code',
  duration: 'messaging.client.operation.duration',
  processing: 'messaging.process.duration',
  sent: 'messaging.client.sent.messages',
};

/** Bounds of duration histograms in seconds, as the conventions advise. */
export const durationBounds: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** How an operation appears: whom it speaks to, what it is in the words of the conventions, and where messages go to or come from. */
interface Appearance {
  readonly kind: SpanKind;
  readonly type?: 'create' | 'send' | 'receive' | 'process';
  readonly destination: string | undefined;
}

function appearanceOf({ name, channel }: Operation): Appearance {
  switch (name) {
    case 'plan':
      return { kind: SpanKind.PRODUCER, type: 'create', destination: 'deliveries' };
    case 'tick':
      return { kind: SpanKind.CONSUMER, type: 'process', destination: 'deliveries' };
    case 'submit':
      return { kind: SpanKind.CLIENT, type: 'send', destination: channel };
    case 'look-up':
      return { kind: SpanKind.CLIENT, destination: channel };
    case 'webhook':
      return { kind: SpanKind.CONSUMER, type: 'receive', destination: 'webhooks' };
    case 'clear':
      return { kind: SpanKind.INTERNAL, destination: 'deliveries' };
    case 'withdraw':
      return { kind: SpanKind.INTERNAL, destination: 'consent' };
  }
}

/** Span name and kind: `submit sms`, `tick deliveries`. */
export function spanOf(operation: Operation): { readonly name: string; readonly kind: SpanKind } {
  const { kind, destination } = appearanceOf(operation);
  return { name: destination === undefined ? operation.name : `${operation.name} ${destination}`, kind };
}

/** What metrics are told apart by: few values each. The system is the provider's kind, `licet` for what stays inside. */
export function dimensionsOf(operation: Operation): Attributes {
  const { type, destination } = appearanceOf(operation);
  return {
    [conventions.system]: operation.provider ?? 'licet',
    [conventions.operationName]: operation.name,
    ...(type === undefined ? {} : { [conventions.operationType]: type }),
    ...(destination === undefined ? {} : { [conventions.destination]: destination }),
  };
}

/** What a span says beyond its dimensions. */
export function detailsOf({ kind, stepKey, attempt, count }: Operation): Attributes {
  return {
    ...(kind === undefined ? {} : { 'licet.message.kind': kind }),
    ...(stepKey === undefined ? {} : { [conventions.messageId]: stepKey }),
    ...(attempt === undefined ? {} : { 'licet.attempt': attempt }),
    ...(count === undefined ? {} : { [conventions.batchCount]: count }),
  };
}
