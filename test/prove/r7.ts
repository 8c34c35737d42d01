import { isDeepStrictEqual } from 'node:util';
import { type Delivery, type DeliveryEvent, evolve, newDelivery, receiptsOf } from '../../src/cascade/index.ts';
import { parseEvents } from '../../src/channels/meta-whatsapp/parse.ts';
import type { DeliveryStatus } from '../../src/channels/taxonomy.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';

const START = Date.parse('2026-11-23T10:00:00Z');

/**
 * Receipts are confluent: whatever the order and repetition in which a message's events come, it ends in one standing. All permutations of up to six
 * events with up to one repeated, and random streams that come as a platform's webhooks do. Naive: the last word wins.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const step = broken ? lastWord : evolve;
  const exhaustive = permuteAll(full ? 11 : 9, step);
  const random = randomStreams(full ? 1_000_000 : 200_000, seed, step);
  const wrong = exhaustive.differing + exhaustive.wrong + random.differing + random.wrong;
  return { ok: wrong === 0 && exhaustive.orders > 100_000, figures: { exhaustive, random } };
}

type Step = (delivery: Delivery, event: DeliveryEvent) => Delivery;

interface Tally {
  /** Streams that were folded. */
  orders: number;
  /** Sets of events whose orders did not all end alike. */
  differing: number;
  /** Ends that are not what the witness says. */
  wrong: number;
}

/** Every choice of up to six events, one of them twice or none, in every order; equal beginnings are folded once. */
function permuteAll(poolSize: number, step: Step): Tally {
  const tally = { orders: 0, differing: 0, wrong: 0 };
  const pool = events.slice(0, poolSize);
  for (let size = 1; size <= 6; size += 1) {
    for (const chosen of choose(pool, size)) judge(chosen, tally, step);
    if (size < 6) for (const chosen of choose(pool, size)) for (const twice of chosen) judge([...chosen, twice], tally, step);
  }
  return tally;
}

function judge(chosen: readonly DeliveryEvent[], tally: Tally, step: Step): void {
  let first: Delivery | undefined;
  let alike = true;
  const walk = (delivery: Delivery, left: readonly DeliveryEvent[]): void => {
    if (left.length === 0) {
      tally.orders += 1;
      first ??= delivery;
      if (alike && delivery !== first && !isDeepStrictEqual(delivery, first)) alike = false;
      return;
    }
    const tried = new Set<DeliveryEvent>();
    left.forEach((event, index) => {
      if (tried.has(event)) return;
      tried.add(event);
      walk(step(delivery, event), left.toSpliced(index, 1));
    });
  };
  walk(begun(), chosen);
  if (!alike) tally.differing += 1;
  if (first !== undefined && furthest(first) !== witness(chosen)) tally.wrong += 1;
}

/** Webhooks of one message in a random order, some twice, folded as the inbox folds them: by the hash of the report. */
function randomStreams(streams: number, seed: number, step: Step): Tally {
  const roll = dice(seed);
  const tally = { orders: 0, differing: 0, wrong: 0 };
  for (let stream = 0; stream < streams; stream += 1) {
    const calls = Array.from({ length: 1 + Math.floor(roll() * 8) }, () => Math.floor(roll() * webhooks.length));
    const shuffled = [...calls, ...calls.filter(() => roll() < 0.3)]
      .map((call) => ({ call, key: roll() }))
      .sort((a, b) => a.key - b.key)
      .map(({ call }) => call);
    const [straight, mixed] = [calls, shuffled].map((order) => order.flatMap((call) => webhooks[call]!).reduce(step, begun()));
    tally.orders += 1;
    if (!isDeepStrictEqual(straight, mixed)) tally.differing += 1;
    if (furthest(mixed!) !== witness(calls.flatMap((call) => webhooks[call]!))) tally.wrong += 1;
  }
  return tally;
}

function begun(): Delivery {
  const at = new Date(START);
  const request = {
    id: 'd',
    idempotencyKey: 'k',
    subject: 's' as SubjectRef,
    phone: '+447700900100',
    country: 'GB',
    kind: 'marketing' as const,
    sender: 'acme',
    template: 't',
    values: {},
    plan: { id: 'p', version: '1' },
    validUntil: new Date(START + 86_400_000),
  };
  const evidence = { clearanceId: 'c', contentHash: 'h', packs: [], ground: { basis: 'contract' as const }, segments: 1, priceMicros: 1 };
  const attempt = { number: 1, channel: 'whatsapp' as const, provider: 'wa', startedAt: at, evidence };
  return evolve(newDelivery(request, at), { type: 'attempt-started', step: 0, waitFor: 'delivered', attempt });
}

function receipt(
  status: DeliveryStatus,
  seconds: number,
  errorClass: 'opted-out' | 'recipient-unreachable' | 'unknown' | null = null,
): DeliveryEvent {
  const report = { messageId: 'm', status, errorClass, providerCode: errorClass, at: new Date(START + seconds * 1_000) };
  return { type: 'receipt', step: 0, report };
}

const events: readonly DeliveryEvent[] = [
  receipt('queued', 1),
  receipt('sent', 2),
  receipt('delivered', 5),
  receipt('read', 6),
  receipt('undelivered', 4, 'recipient-unreachable'),
  receipt('failed', 3, 'opted-out'),
  receipt('expired', 9, 'recipient-unreachable'),
  receipt('delivered', 3),
  receipt('rejected', 4, 'unknown'),
  receipt('sent', 7),
  receipt('unknown', 8, 'unknown'),
];

/** Bodies of a platform's webhooks about one message, through the adapter's parser and the inbox's own form. */
const webhooks: readonly (readonly DeliveryEvent[])[] = ['sent', 'delivered', 'read', 'failed'].flatMap((status) =>
  [1, 2, 3].map((second) => {
    const errors = status === 'failed' ? [{ code: second === 1 ? 131026 : 131050 }] : undefined;
    const told = {
      id: 'm',
      status,
      timestamp: String(START / 1_000 + second),
      recipient_id: '447700900100',
      ...(errors === undefined ? {} : { errors }),
    };
    const payload = { entry: [{ changes: [{ field: 'messages', value: { statuses: [told] } }] }] };
    const parsed = parseEvents({ payload, surface: 'webhook' });
    return receiptsOf('wa', parsed, new Date(START)).map(
      ({ messageId, status: is, errorClass, providerCode, at }): DeliveryEvent => ({
        type: 'receipt',
        step: 0,
        report: { messageId, status: is, errorClass, providerCode, at },
      }),
    );
  }),
);

/** The order of the fact sheet, written down again: the further of two words is what stands. */
const words = 'unknown accepted queued sent expired undelivered failed rejected delivered read'.split(' ');

function witness(told: readonly DeliveryEvent[]): string {
  const ranks = told.map((event) => (event.type === 'receipt' ? words.indexOf(event.report.status) : 0));
  return words[Math.max(...ranks)]!;
}

/** What a delivery says of its message. */
function furthest(delivery: Delivery): string {
  const seen = Object.keys(delivery.steps[0]?.messages[0]?.seen ?? {});
  return words[Math.max(...seen.map((status) => words.indexOf(status)))]!;
}

function lastWord(delivery: Delivery, event: DeliveryEvent): Delivery {
  if (event.type !== 'receipt') return delivery;
  const { messageId, status, at } = event.report;
  return { ...delivery, steps: [{ waitFor: 'delivered', attempts: [], messages: [{ messageId, seen: { [status]: at }, failure: null }] }] };
}

function choose<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
