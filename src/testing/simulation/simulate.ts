import { type MessengerStores, memoryStores } from '../../cascade/stores/memory-stores.ts';
import type { ChannelProvider } from '../../channels/port.ts';
import type { DeliveryStatus } from '../../channels/taxonomy.ts';
import type { Clock, NewId } from '../../clock.ts';
import type { GrantAct, WithdrawAct } from '../../consent/consent-act.ts';
import type { MessageRequest } from '../../message/request.ts';
import type { Messenger } from '../../messenger.ts';
import { heldStores } from './held-stores.ts';
import { type Acknowledgement, judge } from './judge.ts';
import { openOffice } from './office.ts';
import {
  type ProviderLedger,
  type SimulatedCall,
  type SimulatedMoods,
  type SimulatedProviderOptions,
  type SimulatedWebhook,
  simulatedProvider,
  type TakenMessage,
} from './simulated-provider.ts';
import { createWorld, type Life } from './world.ts';

/** What a process is opened on, to be spread into `createMessenger`. */
export interface SimulationParts extends MessengerStores {
  readonly channels: readonly ChannelProvider[];
  readonly clock: Clock;
  readonly newId: NewId;
  readonly worker: string;
}

/** One message of a schedule, and what its person does. */
export interface SimulatedMessage {
  readonly request: MessageRequest;
  /** Given before the message is planned. */
  readonly consent?: GrantAct | undefined;
  /** Taken back while it is on its way, so long after it was planned, in milliseconds. */
  readonly withdrawal?: (WithdrawAct & { readonly address: string; readonly afterMs: number }) | undefined;
}

export interface SimulationOptions {
  /** The same seed on stores that do no input or output of their own gives the same trace, step by step. */
  readonly seed: number;
  readonly schedules: number;
  /** Opens a process on simulated parts: your law, senders, templates, plans, limits. Called again after each crash. */
  readonly messenger: (parts: SimulationParts) => Messenger;
  readonly providers: readonly SimulatedProviderOptions[];
  /** Who gets what in a schedule; `roll` gives numbers in [0, 1). */
  readonly story: (schedule: number, now: Date, roll: () => number) => readonly SimulatedMessage[];
  /** Stores that survive every crash. @default stores in memory */
  readonly stores?: ((clock: Clock) => MessengerStores) | undefined;
  /** Looks at each call as it begins, and says what it violates: hours, caps, budgets, whatever you promise beyond licet. */
  readonly checkCall?: ((call: SimulatedCall) => string | undefined) | undefined;
  /** The same for each message a provider takes. */
  readonly checkTaken?: ((message: TakenMessage) => string | undefined) | undefined;
  /** Processes that work, beside the one that takes requests and webhooks. @default 2 */
  readonly workers?: number | undefined;
  readonly moods?: Partial<SimulatedMoods> | undefined;
  /** @default 2026-03-02T06:00:00Z */
  readonly startAt?: Date | undefined;
}

export interface SimulationResult {
  readonly schedules: number;
  readonly steps: number;
  readonly calls: number;
  readonly taken: number;
  readonly crashes: number;
  /** Different steps at which a process was crashed. */
  readonly crashSites: number;
  readonly storeFaults: number;
  readonly webhooks: number;
  readonly withdrawals: number;
  /** Of all deliveries, by final state. */
  readonly states: Readonly<Record<string, number>>;
  /** How often each thing was violated. Empty when all promises held. */
  readonly violations: Readonly<Record<string, number>>;
  /** Number and trace hash of the first schedule that violated something. */
  readonly firstViolation: { readonly schedule: number; readonly what: readonly string[] } | null;
  /** Virtual time that passed, in hours. */
  readonly hours: number;
  readonly traceHash: string;
}

const defaultMoods: SimulatedMoods = {
  storeFault: 0.004,
  crash: 0.003,
  stall: 0.002,
  lost: 0.08,
  transient: 0.06,
  unreachable: 0.06,
  repeated: 0.2,
  stop: 0.03,
};

/**
 * Plays the real orchestrator against simulated providers and people, on virtual time, with processes that crash, freeze and lose answers at any
 * step, and looks whether licet's promises hold: by what the providers took, not by what the library says.
 * @example
 * const { violations } = await simulate({ seed: 1, schedules: 1_000, messenger: (parts) => createMessenger({ ...parts, ...ours }), providers, story });
 */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { schedules, story, checkCall, checkTaken, workers = 2, startAt = new Date('2026-03-02T06:00:00Z') } = options;
  const moods = { ...defaultMoods, ...options.moods };
  const roll = dice(options.seed);
  const world = createWorld(startAt.getTime(), roll);
  const still: Life = { name: 'store', alive: true, stalledUntilMs: 0 };
  const stores = (options.stores ?? ((clock) => memoryStores({ clock })))(world.clockOf(still));
  const ledger: ProviderLedger = { calls: [], taken: new Map() };
  const violations: Record<string, number> = {};
  const states: Record<string, number> = {};
  const tally = { calls: 0, taken: 0, storeFaults: 0, webhooks: 0, withdrawals: 0 };
  const paces = new Map<string, number[]>();
  let current: string[] = [];
  let ids = 0;
  let firstViolation: SimulationResult['firstViolation'] = null;
  let reported = new Map<string, DeliveryStatus[]>();

  const onCall = (call: SimulatedCall): void => {
    const perSecond = options.providers.find(({ id }) => id === call.provider)?.capabilities?.limits?.perSecond;
    if (perSecond !== undefined && overPace(paces, call, perSecond))
      current.push(`P12: ${call.provider} got more than ${perSecond} calls in a second`);
    const own = checkCall?.(call);
    if (own !== undefined) current.push(own);
  };
  const onTaken = (message: TakenMessage): void => {
    const own = checkTaken?.(message);
    if (own !== undefined) current.push(own);
  };
  const office = openOffice({
    world,
    workers,
    open(life) {
      const post = { world, ledger, moods, onCall, onTaken, post: postWebhook, eventNamed: (name: string) => posted.get(name)?.event };
      return options.messenger({
        ...heldStores(stores, world, life, moods.storeFault, () => {
          tally.storeFaults += 1;
        }),
        channels: options.providers.map((provider) => simulatedProvider(provider, life, post)),
        clock: world.clockOf(life),
        newId: () => {
          ids += 1;
          return `id-${String(ids).padStart(9, '0')}`;
        },
        worker: life.name,
      });
    },
  });
  const posted = new Map<string, SimulatedWebhook>();
  function postWebhook(webhook: SimulatedWebhook, atMs: number): void {
    const name = String(world.order());
    posted.set(name, webhook);
    office.ask(atMs, async (messenger) => {
      const request = new Request('https://simulation.invalid/hook', { method: 'POST', headers: { 'x-event': name } });
      const { status } = await messenger.webhook(webhook.provider, request);
      if (status !== 200) throw new Error(`The webhook was answered with ${status}.`);
      tally.webhooks += 1;
      posted.delete(name);
      const { status: told } = webhook.event;
      if (told !== null) reported.set(webhook.message.id, [...(reported.get(webhook.message.id) ?? []), told]);
    });
  }

  for (let schedule = 0; schedule < schedules; schedule += 1) {
    current = [];
    reported = new Map();
    const acknowledged: Acknowledgement[] = [];
    const messages = story(schedule, new Date(world.nowMs()), roll).map((message) => ({ ...message, deliveryIds: new Set<string>() }));
    for (const [number, { request, consent, withdrawal, deliveryIds }] of messages.entries()) {
      const name = `${options.seed}/${schedule}/${number}`;
      const plan = async (messenger: Messenger): Promise<void> => {
        if (consent !== undefined) await messenger.consent.grant({ ...consent, id: `grant-${name}` });
        const sent = await messenger.send(request, { idempotencyKey: name });
        if ('deliveryId' in sent) deliveryIds.add(sent.deliveryId);
      };
      const withdraw = async (messenger: Messenger): Promise<void> => {
        if (withdrawal === undefined) return;
        const { afterMs: _, ...act } = withdrawal;
        const { inFlight } = await messenger.consent.withdraw({ ...act, id: `withdrawal-${name}` });
        tally.withdrawals += 1;
        acknowledged.push({ to: withdrawal.address, order: world.order(), inFlight: new Set(inFlight.map(({ stepKey }) => stepKey)) });
      };
      const atMs = world.nowMs() + roll() * 2_000;
      // A withdrawal follows a consent that is known.
      office.ask(atMs, plan, withdrawal === undefined ? undefined : () => office.ask(world.nowMs() + withdrawal.afterMs, withdraw));
    }
    const allIds = (): readonly string[] => messages.flatMap(({ deliveryIds }) => [...deliveryIds]);
    const loaded = async () => (await stores.deliveryStore.load(allIds())).filter((delivery) => delivery !== undefined);
    const isOver = async (): Promise<boolean> => office.isDone() && (await loaded()).every(({ state }) => !open.has(state));
    const ended = await world.play(
      isOver,
      () => {
        const luck = roll();
        return luck < moods.crash ? 'crash' : luck < moods.crash + moods.stall ? 'stall' : 'none';
      },
      office.buried,
    );
    const deliveries = new Map((await loaded()).map((delivery) => [delivery.request.id, delivery]));
    for (const { state } of deliveries.values()) states[state] = (states[state] ?? 0) + 1;
    const what = [
      ...new Set([
        ...current,
        ...(ended ? [] : ['P6: it does not end']),
        ...judge({ messages, deliveries, calls: ledger.calls, taken: ledger.taken, acknowledged, reported }),
      ]),
    ];
    for (const one of what) violations[one] = (violations[one] ?? 0) + 1;
    if (what.length > 0) firstViolation ??= { schedule, what };
    if (!ended) break;
    tally.calls += ledger.calls.length;
    for (const taken of ledger.taken.values()) tally.taken += taken.length;
    ledger.calls.length = 0;
    ledger.taken.clear();
  }
  let crashes = 0;
  for (const count of world.crashes.values()) crashes += count;
  return {
    schedules,
    steps: world.steps(),
    ...tally,
    crashes,
    crashSites: world.crashes.size,
    states,
    violations,
    firstViolation,
    hours: Math.round((world.nowMs() - startAt.getTime()) / 3_600_000),
    traceHash: world.traceHash(),
  };
}

const open: ReadonlySet<string> = new Set(['planned', 'deferred', 'in-progress']);

/** True when a provider got more calls in the second before this one than it takes. */
function overPace(paces: Map<string, number[]>, { provider, atMs }: SimulatedCall, perSecond: number): boolean {
  const recent = (paces.get(provider) ?? []).filter((before) => before > atMs - 1_000);
  recent.push(atMs);
  paces.set(provider, recent);
  return recent.length > perSecond;
}

/** A seeded source of numbers in [0, 1). Mulberry32. */
function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
