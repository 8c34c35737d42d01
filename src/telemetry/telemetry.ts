import { type Histogram, type Meter, type MeterProvider, metrics, type Span, SpanStatusCode, type TracerProvider, trace } from '@opentelemetry/api';
import { isLicetError } from '../errors.ts';
import type { Messenger } from '../messenger.ts';
import type { Ending, Observe, Operation } from '../observe.ts';
import { countEvents } from './event-counters.ts';
import { watchReadiness } from './readiness-gauges.ts';
import { conventions, detailsOf, dimensionsOf, durationBounds, spanOf } from './semantics.ts';

export interface TelemetryOptions {
  /** @default the global one */
  readonly tracerProvider?: TracerProvider | undefined;
  /** @default the global one */
  readonly meterProvider?: MeterProvider | undefined;
  /** Monotonic time in milliseconds, for durations. @default that of the machine */
  readonly monotonicMs?: (() => number) | undefined;
}

export interface Telemetry {
  /** For `createMessenger({ observe })`: a span and a duration for each operation. */
  readonly observe: Observe;
  /** Counts a messenger's events and reads its readiness whenever metrics are collected, until the returned function is called. */
  follow(messenger: Pick<Messenger, 'events' | 'readiness'>): () => void;
}

const SCOPE = 'licet';

/**
 * Spans and metrics by OpenTelemetry's conventions for messaging. Needs `@opentelemetry/api`; costs next to nothing where no SDK is registered.
 * No attribute holds a number, a text, a name or a provider's message id.
 * @example
 * const otel = telemetry();
 * const messenger = createMessenger({ ...options, observe: otel.observe });
 * otel.follow(messenger);
 */
export function telemetry({ tracerProvider, meterProvider, monotonicMs = () => performance.now() }: TelemetryOptions = {}): Telemetry {
  const tracer = (tracerProvider ?? trace).getTracer(SCOPE);
  const meter = (meterProvider ?? metrics).getMeter(SCOPE);
  const durations = durationsOn(meter);
  const sent = meter.createCounter(conventions.sent, { unit: '{message}', description: 'Messages that providers were asked to send.' });

  const finish = (span: Span, operation: Operation, ending: Ending, tookMs: number): void => {
    span.setAttributes(endingAttributes(ending));
    if (ending.error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    const dimensions = { ...dimensionsOf(operation), ...(ending.error === undefined ? {} : { [conventions.errorType]: ending.error }) };
    if (operation.name === 'submit') sent.add(1, dimensions);
    // A look that found nothing due is not processing: it would drown what is.
    if (operation.name === 'tick' && ending.count === 0) return;
    (operation.name === 'tick' ? durations.processing : durations.operation).record(tookMs / 1000, dimensions);
  };

  const observe: Observe = (operation, work, endingOf) => {
    const { name, kind } = spanOf(operation);
    return tracer.startActiveSpan(name, { kind, attributes: { ...dimensionsOf(operation), ...detailsOf(operation) } }, async (span) => {
      const startedMs = monotonicMs();
      try {
        const result = await work();
        finish(span, operation, endingOf(result), monotonicMs() - startedMs);
        return result;
      } catch (error) {
        // Only the code: messages and stacks of foreign errors may hold anything.
        finish(span, operation, { error: isLicetError(error) ? error.code : '_OTHER' }, monotonicMs() - startedMs);
        throw error;
      }
    });
  };

  return {
    observe,
    follow(messenger) {
      const stops = [countEvents(messenger.events, meter), watchReadiness(() => messenger.readiness(), meter)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function durationsOn(meter: Meter): { readonly operation: Histogram; readonly processing: Histogram } {
  const advice = { explicitBucketBoundaries: [...durationBounds] };
  return {
    operation: meter.createHistogram(conventions.duration, {
      unit: 's',
      description: 'Duration of operations, calls to providers among them.',
      advice,
    }),
    processing: meter.createHistogram(conventions.processing, { unit: 's', description: 'Duration of ticks that had something to do.', advice }),
  };
}

function endingAttributes({ outcome, error, count, tally }: Ending): Record<string, string | number> {
  return {
    ...(outcome === undefined ? {} : { 'licet.outcome': outcome }),
    ...(error === undefined ? {} : { [conventions.errorType]: error }),
    ...(count === undefined ? {} : { [conventions.batchCount]: count }),
    ...Object.fromEntries(Object.entries(tally ?? {}).flatMap(([name, times]) => (times === 0 ? [] : [[`licet.count.${name}`, times]]))),
  };
}
