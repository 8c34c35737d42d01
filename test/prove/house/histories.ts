import {
  type Attempt,
  type AttemptResult,
  type CascadePlan,
  type DeliveryEvent,
  defaultPolicy,
  definePlan,
  evolve,
  newDelivery,
  nextAction,
} from '../../../src/cascade/index.ts';
import type { SubjectRef } from '../../../src/consent/index.ts';
import type { ChannelProvider } from '../../../src/index.ts';
import { decodeAttempt, decodeDelivery, decodeReceipt, encodeProgress, encodeRequest } from '../../../src/postgres/delivery-store-codec.ts';
import { dice } from '../claim.ts';

/** What happened to one delivery, as the database keeps it, and what the library made of it on the day it was recorded. */
export interface History {
  readonly request: string;
  /** The standing before the first event, as stored. */
  readonly before: string;
  readonly createdMs: number;
  readonly planVersion: string;
  readonly events: readonly unknown[];
  /** After each event: what was to be done next at some instant. */
  readonly actions: readonly { readonly at: string; readonly action: string }[];
  /** The standing after the last one, as stored. */
  readonly after: string;
}

/** The plan of all histories; its version is the hash of what it says. */
const plan: CascadePlan = definePlan(
  'golden',
  [
    { channel: 'whatsapp', waitFor: 'read', fallBackAfterMs: 900_000 },
    { channel: 'sms', maxAttempts: 4 },
  ],
  { onUnknown: 'wait' },
);
const channels = ['whatsapp', 'sms'] as const;
const capabilities: ChannelProvider['capabilities'] = {
  dedup: { by: 'client-id' },
  lookup: 'by-client-ref',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: { minMs: 60_000, maxMs: 86_400_000 },
  contents: ['text'],
  limits: {},
  dataLocation: 'unknown',
};

const START = Date.UTC(2026, 0, 5, 9);

/** One history that chance wrote. */
export function recordHistory(seed: number): History {
  const roll = dice(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(roll() * items.length)]!;
  let atMs = START;
  const later = () => {
    atMs += Math.floor(roll() * 400_000);
    return new Date(atMs);
  };
  const delivery = newDelivery(
    {
      id: `d${seed}`,
      idempotencyKey: `k${seed}`,
      subject: `s${seed}` as SubjectRef,
      phone: '+447700900100',
      country: 'GB',
      kind: pick(['marketing', 'transactional']),
      sender: 'acme',
      template: 'sale',
      values: { name: 'Ada' },
      plan: { id: plan.id, version: plan.version },
      validUntil: new Date(START + 3 * 3_600_000),
    },
    new Date(START),
  );
  const results: readonly AttemptResult[] = [
    { outcome: 'accepted', providerMessageId: 'm1', status: 'accepted' },
    { outcome: 'accepted', providerMessageId: 'm2', status: 'sent', segments: 2 },
    { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: '131026' },
    { outcome: 'rejected', errorClass: 'rate-limited', providerCode: '429', retryAfterMs: 30_000 },
    { outcome: 'rejected', errorClass: 'opted-out', providerCode: null },
    { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null },
    { outcome: 'unknown', errorClass: 'unknown', reason: 'threw', providerCode: null },
    { outcome: 'not-sent', reason: 'clearance-expired' },
  ];
  const attempt = (step: number): Attempt => {
    const startedAt = later();
    const evidence = { clearanceId: 'c', contentHash: 'h', packs: ['gb'], ground: { basis: 'contract' }, segments: 1, priceMicros: 35_000 } as const;
    return { number: 1 + Math.floor(roll() * 3), channel: channels[step]!, provider: `${channels[step]!}-1`, startedAt, evidence };
  };
  const draw = (): DeliveryEvent => {
    const step = Math.floor(roll() * 2);
    switch (pick(['start', 'end', 'end', 'receipt', 'receipt', 'receipt', 'lookup', 'defer', 'fall-back', 'opt-out', 'halt', 'settle'])) {
      case 'start':
        return { type: 'attempt-started', step, waitFor: plan.steps[step]!.waitFor, attempt: attempt(step) };
      case 'end':
        return {
          type: 'attempt-ended',
          step,
          waitFor: plan.steps[step]!.waitFor,
          attempt: { ...attempt(step), endedAt: later(), result: pick(results) },
        };
      case 'receipt': {
        const status = pick(['sent', 'delivered', 'read', 'failed', 'expired'] as const);
        const parts = roll() < 0.2 ? { parts: { index: 1 + Math.floor(roll() * 2), total: 2 } } : {};
        const report = { messageId: pick(['m1', 'm2', null]), status, errorClass: null, providerCode: null, at: later(), ...parts };
        return { type: 'receipt', step, report };
      }
      case 'lookup': {
        const result = pick([{ found: 'absent' }, { found: 'unsure' }, { found: 'present', providerMessageId: 'm1', status: 'accepted' }] as const);
        return { type: 'looked-up', step, number: 1, result, at: later() };
      }
      case 'defer':
        return { type: 'deferred', until: later(), reason: pick(['quiet-hours', 'rate-limit', 'budget']), at: later() };
      case 'fall-back':
        return { type: 'fell-back', from: 0, waitFor: plan.steps[1]!.waitFor, reason: pick(['not-in-time', 'not-on-channel']), at: later() };
      case 'opt-out':
        return { type: pick(['opt-out-recorded', 'gone-recorded']), at: later() };
      case 'halt':
        return { type: 'halted', reason: pick(['withdrawn', 'campaign-stopped', 'erased']), at: later() };
      default:
        return {
          type: 'settled',
          cause: pick(['exhausted', 'refused', 'validity-over', 'cancelled', 'parked']),
          reason: pick([null, 'no-answer']),
          at: later(),
        };
    }
  };
  const events = Array.from({ length: 2 + Math.floor(roll() * 7) }, draw).map((event) => JSON.parse(JSON.stringify(event)));
  const history = { request: encodeRequest(delivery.request), before: encodeProgress(delivery), createdMs: START, planVersion: plan.version, events };
  const instants = events.map(() => later().toISOString());
  return { ...history, ...replay(history, instants, decodeDelivery) };
}

/** Whether the library makes of a history what it made of it when it was recorded. `read` takes a standing out of its stored texts. */
export function repeats(history: History, read: typeof decodeDelivery = decodeDelivery): boolean {
  if (history.planVersion !== plan.version) return false;
  try {
    const { actions, after } = replay(
      history,
      history.actions.map(({ at }) => at),
      read,
    );
    return after === history.after && JSON.stringify(actions) === JSON.stringify(history.actions);
  } catch {
    return false;
  }
}

type Told = Omit<History, 'actions' | 'after'>;

function replay(
  { request, before, createdMs, events }: Told,
  instants: readonly string[],
  read: typeof decodeDelivery,
): Pick<History, 'actions' | 'after'> {
  let progress = before;
  const actions = events.map((stored, index) => {
    // What one worker writes another one reads.
    const delivery = evolve(read(request, progress, createdMs), eventOf(stored));
    progress = encodeProgress(delivery);
    const at = instants[index]!;
    const action = nextAction(read(request, progress, createdMs), {
      now: new Date(at),
      plan,
      providerOf: ({ channel }) => ({ provider: `fake-${channel}`, capabilities }),
      goneCodes: () => [],
      policy: defaultPolicy,
      strikes: 0,
    });
    return { at, action: JSON.stringify(action) };
  });
  return { actions, after: progress };
}

/** An event as the database's rows give it. */
function eventOf(stored: unknown): DeliveryEvent {
  const event = stored as { readonly type: string; readonly at: string; readonly until: string; readonly attempt: unknown; readonly report: unknown };
  const at = new Date(event.at);
  switch (event.type) {
    case 'attempt-started':
    case 'attempt-ended':
      return { ...(event as object), attempt: decodeAttempt(JSON.stringify(event.attempt)) } as DeliveryEvent;
    case 'receipt':
      return { ...(event as object), report: decodeReceipt(JSON.stringify(event.report)) } as unknown as DeliveryEvent;
    case 'deferred':
      return { ...(event as object), at, until: new Date(event.until) } as DeliveryEvent;
    default:
      return { ...(event as object), at } as DeliveryEvent;
  }
}
