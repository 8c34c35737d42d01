import type { Clock } from '../../src/clock.ts';
import {
  type ConsentBook,
  type ConsentBookOptions,
  type ConsentRecord,
  createConsentBook,
  memoryConsentStore,
  memoryKeyStore,
  noFence,
  type SubjectRef,
} from '../../src/consent/index.ts';

export const DAY_MS = 86_400_000;
export const start: Date = new Date('2026-03-01T10:00:00.000Z');

/** An instant some days after the start. */
export function day(days: number): Date {
  return new Date(start.getTime() + days * DAY_MS);
}

/** A clock moved by hand. */
export function handClock(from: Date = start): Clock & { set(at: Date): void } {
  let now = from;
  return { now: () => now, monotonicMs: () => now.getTime(), sleep: async () => {}, set: (at) => (now = at) };
}

export function countingIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}

export const someone = 'AAAAAAAAAAAAAAAAAAAAAAAA' as SubjectRef;

let sequence = 0;
/** A record of `someone` with everything a decision reads; by default a web-form grant of offers by SMS to acme. */
export function record(given: Partial<ConsentRecord> = {}): ConsentRecord {
  sequence += 1;
  const occurredAt = given.occurredAt ?? start;
  return {
    kind: 'granted',
    subject: someone,
    sender: 'acme',
    channels: ['sms'],
    purposes: ['offers'],
    evidence: { method: 'web-form', grade: 'B' },
    occurredAt,
    recordedAt: given.recordedAt ?? occurredAt,
    id: `record-${sequence}`,
    tenant: 'acme',
    sequence,
    previousHash: null,
    hash: '0'.repeat(64),
    ...given,
  };
}

/** A book on memory stores. */
export function openBook(given: Partial<ConsentBookOptions> = {}): {
  book: ConsentBook;
  clock: ReturnType<typeof handClock>;
  options: ConsentBookOptions;
} {
  const clock = handClock();
  const options: ConsentBookOptions = {
    store: memoryConsentStore(),
    keys: memoryKeyStore(),
    tenant: 'acme',
    secret: Buffer.alloc(32, 7),
    clock,
    newId: countingIds(),
    fence: noFence,
    ...given,
  };
  return { book: createConsentBook(options), clock, options };
}
