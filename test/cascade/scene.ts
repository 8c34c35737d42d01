import type {
  CascadePlan,
  DeliveryRequest,
  DeliveryStore,
  DocumentStore,
  OptOutReport,
  Receipt,
  SenderOutcome,
  TickDeps,
  TickResult,
} from '../../src/cascade/index.ts';
import { memoryDeliveryStore, memoryDocumentStore, openPlanBook, tick } from '../../src/cascade/index.ts';
import type { ChannelProvider, LookupResult, ProviderCapabilities, SubmitResult } from '../../src/channels/port.ts';
import type { Clearance, ClearancePort, ClearanceRequest, Reservation } from '../../src/clearance/clearance.ts';
import type { Clock } from '../../src/clock.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { createEmitter, type MessengerEvents } from '../../src/events.ts';
import type { Channel } from '../../src/law/vocabulary.ts';
import type { ClearedMessage } from '../../src/message/cleared.ts';

export const start: Date = new Date('2026-11-23T10:00:00Z');

/** A clock that moves when told to, and by every sleep. */
export interface HandClock extends Clock {
  advance(ms: number): void;
  set(at: Date): void;
}

export function handClock(at: Date = start): HandClock {
  let nowMs = at.getTime();
  return {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs,
    async sleep(ms) {
      nowMs += ms;
    },
    advance(ms) {
      nowMs += ms;
    },
    set(to) {
      nowMs = to.getTime();
    },
  };
}

/** What a fake provider took, as its own ledger has it. */
export interface Taken {
  readonly stepKey: string;
  readonly number: number;
  readonly to: string;
  readonly at: Date;
}

export interface FakeProvider extends ChannelProvider {
  readonly ledger: Taken[];
  /** Answers of the next calls, in order; then `accepted`. */
  readonly script: (SubmitResult | Error | (() => SubmitResult | Promise<SubmitResult>))[];
  readonly lookups: LookupResult[];
  asked: number;
}

export function fakeProvider(
  clock: Clock,
  channel: Channel,
  capabilities: Partial<ProviderCapabilities> = {},
  kind = `fake-${channel}`,
): FakeProvider {
  const ledger: Taken[] = [];
  const script: FakeProvider['script'] = [];
  const lookups: LookupResult[] = [];
  const seen = new Map<string, string>();
  const provider: FakeProvider = {
    id: `${channel}-1`,
    provider: kind,
    channels: [channel],
    capabilities: {
      dedup: { by: 'none' },
      lookup: 'none',
      receipts: 'webhook',
      reaches: 'read',
      inbound: true,
      validity: { minMs: 60_000, maxMs: 86_400_000 },
      contents: ['text'],
      limits: {},
      dataLocation: 'unknown',
      ...capabilities,
    },
    ledger,
    script,
    lookups,
    asked: 0,
    async submit(message, { attempt }) {
      const next = script.shift();
      if (next instanceof Error) throw next;
      if (typeof next === 'function') return next();
      if (next !== undefined) return next;
      const known = capabilities.dedup?.by === 'key' ? seen.get(attempt.stepKey) : undefined;
      if (known !== undefined) return { outcome: 'accepted', providerMessageId: known, status: 'accepted' };
      ledger.push({ stepKey: attempt.stepKey, number: attempt.number, to: message.to, at: clock.now() });
      const providerMessageId = `${channel}-m${ledger.length}`;
      seen.set(attempt.stepKey, providerMessageId);
      return { outcome: 'accepted', providerMessageId, status: 'accepted' };
    },
    async parseWebhook() {
      return { ok: true, events: [] };
    },
    async lookup() {
      provider.asked++;
      return lookups.shift() ?? { found: 'unsure' };
    },
  };
  return provider;
}

/** A clearance that lets through what `decide` does not hold back, for five seconds. */
export interface FakeClearance extends ClearancePort {
  readonly released: Reservation[];
  decide: (request: ClearanceRequest) => Exclude<Clearance, { verdict: 'cleared' }> | undefined;
  /** Milliseconds a clearance lasts. */
  lastsMs: number;
}

export function fakeClearance(clock: Clock): FakeClearance {
  const released: Reservation[] = [];
  let made = 0;
  const clearance: FakeClearance = {
    released,
    decide: () => undefined,
    lastsMs: 5_000,
    async clear(requests) {
      return requests.map((request): Clearance => {
        const held = clearance.decide(request);
        if (held !== undefined) return held;
        const fields = {
          channel: request.channel,
          kind: request.kind,
          to: request.phone,
          from: 'ACME',
          content: { type: 'text', text: 'Hello' },
          validUntil: request.validUntil,
          stepKey: request.stepKey,
          clearanceId: `clearance-${++made}`,
          ground: { basis: 'consent', recordId: 'record-1', sequence: 1 },
          packs: ['gb@1'],
          contentHash: 'c0ffee',
          clearedFromMs: clock.monotonicMs(),
          clearedUntilMs: clock.monotonicMs() + clearance.lastsMs,
        };
        const message: ClearedMessage = JSON.parse(JSON.stringify(fields));
        return { verdict: 'cleared', message, segments: 1, reservation: { keys: [], priceMicros: 50_000 } };
      });
    },
    async release(reservations) {
      released.push(...reservations);
    },
  };
  return clearance;
}

interface Notice {
  readonly name: keyof MessengerEvents;
  readonly event: MessengerEvents[keyof MessengerEvents];
}

/** A whole orchestrator on fakes. */
export interface Scene {
  readonly clock: HandClock;
  readonly store: DeliveryStore;
  readonly documents: DocumentStore;
  readonly clearance: FakeClearance;
  readonly deps: TickDeps;
  readonly optOuts: OptOutReport[];
  /** What was told about senders, successes left out. */
  readonly troubles: SenderOutcome[];
  readonly notices: Notice[];
  /** Stores one delivery to a number reserved for fiction and answers its id. */
  send(change?: Partial<DeliveryRequest>): Promise<string>;
  /** Ticks until nothing is due now. */
  settle(): Promise<TickResult[]>;
  receipt(change: Partial<Receipt> & Pick<Receipt, 'provider' | 'status'>): Promise<void>;
  state(id: string): Promise<string>;
}

export async function scene(options: {
  readonly plan: CascadePlan;
  readonly providers: (clock: HandClock) => readonly ChannelProvider[];
  readonly store?: (clock: HandClock) => DeliveryStore;
  readonly deps?: Partial<TickDeps>;
}): Promise<Scene> {
  const clock = handClock();
  const store = options.store?.(clock) ?? memoryDeliveryStore({ clock });
  const documents = memoryDocumentStore();
  const clearance = fakeClearance(clock);
  const optOuts: OptOutReport[] = [];
  const troubles: SenderOutcome[] = [];
  const notices: Notice[] = [];
  const events = createEmitter();
  const listen = <Name extends keyof MessengerEvents>(name: Name) =>
    events.on(name, ((event: MessengerEvents[Name]) => void notices.push({ name, event })) as never);
  for (const name of ['step-submitted', 'step-fell-back', 'delivery-deferred', 'delivery-settled', 'late-delivery', 'background-failure'] as const)
    listen(name);
  const deps: TickDeps = {
    store,
    documents,
    clearance,
    providers: options.providers(clock),
    plans: openPlanBook([options.plan], documents),
    clock,
    worker: 'worker-1',
    events,
    recordOptOut: async (reports) => {
      optOuts.push(...reports);
    },
    senderOutcome: async (report) => {
      if (report.errorClass !== null) troubles.push(report);
    },
    ...options.deps,
  };
  let sent = 0;
  let told = 0;
  return {
    clock,
    store,
    documents,
    clearance,
    deps,
    optOuts,
    troubles,
    notices,
    async send(change = {}) {
      const number = String(100 + sent++);
      const id = `d-${number}`;
      await store.insert([
        {
          request: {
            id,
            idempotencyKey: `key-${number}`,
            subject: `subject-${number}` as SubjectRef,
            phone: `+447700900${number}`,
            country: 'GB',
            kind: 'marketing',
            purpose: 'offers',
            sender: 'acme',
            template: 'autumn',
            values: {},
            plan: { id: options.plan.id, version: options.plan.version },
            validUntil: new Date(clock.now().getTime() + 24 * 3_600_000),
            ...change,
          },
        },
      ]);
      return change.id ?? id;
    },
    async settle() {
      const results: TickResult[] = [];
      for (let count = 0; count < 50; count++) {
        const result = await tick(deps);
        results.push(result);
        if (result.done === 0) return results;
      }
      throw new Error('Something is due for ever.');
    },
    async receipt(change) {
      await store.recordReceipts([{ hash: `hash-${++told}`, messageId: null, errorClass: null, providerCode: null, at: clock.now(), ...change }]);
    },
    async state(id) {
      const [delivery] = await store.load([id]);
      return delivery === undefined ? 'missing' : `${delivery.state}${delivery.reason === null ? '' : `: ${delivery.reason}`}`;
    },
  };
}
