import { inboundEvent, statusEvent } from '../../channels/channel-event.ts';
import type { ChannelProvider, LookupResult, ProviderCapabilities, SubmitResult } from '../../channels/port.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../../channels/taxonomy.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { Life, World } from './world.ts';

export interface SimulatedProviderOptions {
  readonly id: string;
  readonly channels: readonly Channel[];
  /** What it declares, and keeps. @default webhooks up to `read`, no key, no look-up */
  readonly capabilities?: Partial<ProviderCapabilities> | undefined;
  /** False: takes a repeated submit for a new message, whatever it declares. @default true */
  readonly keepsItsWord?: boolean | undefined;
}

/** One call as the provider saw it begin. */
export interface SimulatedCall {
  readonly provider: string;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly stepKey: string;
  readonly to: string;
  readonly atMs: number;
  readonly order: number;
  /** How it was answered, and when: absent when nobody heard the answer. */
  answer?: { readonly result: SubmitResult; readonly order: number };
}

/** A message the provider took. */
export interface TakenMessage {
  readonly id: string;
  readonly provider: string;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly stepKey: string;
  readonly to: string;
  readonly atMs: number;
  /** Statuses that came true so far. */
  readonly status: DeliveryStatus[];
}

/** A webhook that is on its way, to be posted until it is taken. */
export interface SimulatedWebhook {
  readonly provider: string;
  readonly event: ChannelEvent;
  readonly message: TakenMessage;
}

/** What all simulated providers saw: the witness. */
export interface ProviderLedger {
  readonly calls: SimulatedCall[];
  readonly taken: Map<string, TakenMessage[]>;
}

/** How often each thing goes wrong, as shares of 1. */
export interface SimulatedMoods {
  /** A store call fails, before or after its effect. @default 0.004 */
  readonly storeFault: number;
  /** A process dies at a step. @default 0.003 */
  readonly crash: number;
  /** A process stands still, for a moment or for minutes. @default 0.002 */
  readonly stall: number;
  /** A request or its answer is lost. @default 0.08 */
  readonly lost: number;
  /** The provider refuses for a passing reason. @default 0.06 */
  readonly transient: number;
  /** A person is not on the channel, or has refused on it; each. @default 0.06 */
  readonly unreachable: number;
  /** A report is posted twice. @default 0.2 */
  readonly repeated: number;
  /** A person who got a message answers STOP. @default 0.03 */
  readonly stop: number;
}

const defaults: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: null,
  contents: ['text', 'template', 'interactive', 'media', 'code'],
  limits: {},
  dataLocation: [],
};

/** Longest time a request is on its way, and longest wait for its answer, in milliseconds. */
const WIRE_MS = 20_000;
const TIMEOUT_MS = 10_000;

export interface ProviderPost {
  readonly world: World;
  readonly ledger: ProviderLedger;
  readonly moods: SimulatedMoods;
  readonly post: (webhook: SimulatedWebhook, atMs: number) => void;
  readonly onCall: (call: SimulatedCall) => void;
  readonly onTaken: (message: TakenMessage) => void;
  /** Events by the name a webhook request carries. */
  readonly eventNamed: (name: string) => ChannelEvent | undefined;
}

/** A provider as one life calls it; what it knows is in the ledger and outlives every process. */
export function simulatedProvider(options: SimulatedProviderOptions, life: Life, post: ProviderPost): ChannelProvider {
  const { id, channels, keepsItsWord = true } = options;
  const { world, ledger, moods } = post;
  const { roll } = world;
  const capabilities = { ...defaults, ...options.capabilities };
  const clock = world.clockOf(life);
  const echoes = capabilities.lookup === 'by-client-ref' || capabilities.lookup === 'webhook-echo' || capabilities.dedup.by === 'key';

  const known = (stepKey: string): TakenMessage | undefined => {
    const last = ledger.taken.get(stepKey)?.findLast((message) => message.provider === id);
    if (last === undefined || !keepsItsWord || capabilities.dedup.by === 'none') return undefined;
    return world.nowMs() - last.atMs < (capabilities.dedup.windowMs ?? Number.POSITIVE_INFINITY) ? last : undefined;
  };
  const take = (call: SimulatedCall): TakenMessage => {
    const before = known(call.stepKey);
    if (before !== undefined) return before;
    const { stepKey, to, channel, kind } = call;
    const message: TakenMessage = { id: `${id}-${world.order()}`, provider: id, channel, kind, stepKey, to, atMs: world.nowMs(), status: [] };
    ledger.taken.set(stepKey, [...(ledger.taken.get(stepKey) ?? []), message]);
    post.onTaken(message);
    if (capabilities.receipts === 'webhook') foretell(message);
    return message;
  };
  /** What will become of the message, and what will be reported of it, early or late, once or twice. */
  const foretell = (message: TakenMessage): void => {
    const fate = roll();
    const report = (status: DeliveryStatus, afterMs: number, errorClass: ErrorClass | null = null): void => {
      const happensMs = world.nowMs() + afterMs;
      world.at(happensMs, () => message.status.push(status));
      const event = statusEvent(id, {
        status,
        messageId: message.id,
        errorClass,
        at: new Date(happensMs),
        clientRef: echoes ? message.stepKey : null,
      });
      const webhook = { provider: id, event, message };
      const delay = (): number => (roll() < 0.1 ? roll() * 7_200_000 : roll() * 5_000);
      post.post(webhook, happensMs + delay());
      if (roll() < moods.repeated) post.post(webhook, happensMs + delay());
    };
    report('sent', roll() * 2_000);
    const arrivesMs = roll() < 0.2 ? roll() * 5_400_000 : roll() * 60_000;
    if (fate < 0.62) report('delivered', arrivesMs);
    if (fate < 0.2 && capabilities.reaches === 'read') report('read', arrivesMs + roll() * 600_000);
    if (fate >= 0.62 && fate < 0.82) report(roll() < 0.5 ? 'undelivered' : 'failed', arrivesMs, 'recipient-unreachable');
    if (fate >= 0.82 && fate < 0.86) report('failed', arrivesMs, 'opted-out');
    if (fate < 0.62 && capabilities.inbound && roll() < moods.stop) {
      const event = inboundEvent(id, { messageId: `in-${message.id}`, recipient: message.to, text: 'STOP', at: new Date(world.nowMs() + arrivesMs) });
      post.post({ provider: id, event, message }, world.nowMs() + arrivesMs + 1_000);
    }
  };
  /** What the provider thinks of the request when it has it. */
  const judge = (call: SimulatedCall): SubmitResult => {
    if (known(call.stepKey) !== undefined) return accepted(take(call).id);
    const standing = share(`${id}/${call.to}`);
    if (standing < moods.unreachable) return refused('not-on-channel');
    if (standing < 2 * moods.unreachable) return refused('opted-out');
    const mood = roll();
    if (mood < moods.transient) return refused('retryable-transient');
    if (mood < moods.transient * 1.3) return refused('rate-limited', 1_000 + roll() * 30_000);
    return accepted(take(call).id);
  };

  return {
    id,
    provider: id,
    channels,
    capabilities,
    async submit(message, { attempt }) {
      const call: SimulatedCall = {
        provider: id,
        channel: message.channel,
        kind: message.kind,
        stepKey: attempt.stepKey,
        to: message.to,
        atMs: world.nowMs(),
        order: world.order(),
      };
      ledger.calls.push(call);
      post.onCall(call);
      // From here on it is on the wire: it arrives though its process may not live to see it.
      const arrivesMs = roll() < moods.lost ? (roll() < 0.5 ? Number.POSITIVE_INFINITY : roll() * WIRE_MS) : roll() * 300;
      const answerMs = roll() < moods.lost ? Number.POSITIVE_INFINITY : arrivesMs + roll() * 300;
      let result: SubmitResult | undefined;
      if (Number.isFinite(arrivesMs)) {
        world.at(world.nowMs() + arrivesMs, () => {
          result = judge(call);
        });
      }
      await clock.sleep(Math.min(answerMs, TIMEOUT_MS) + 1);
      await world.turn(life, `${id}.submit answered`);
      const heard: SubmitResult =
        answerMs < TIMEOUT_MS && result !== undefined ? result : { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };
      call.answer = { result: heard, order: world.order() };
      return heard;
    },
    async lookup({ stepKey }): Promise<LookupResult> {
      await world.turn(life, `${id}.lookup`);
      if (roll() < moods.lost) return { found: 'unsure' };
      const found = ledger.taken.get(stepKey)?.findLast((message) => message.provider === id);
      return found === undefined ? { found: 'absent' } : { found: 'present', providerMessageId: found.id, status: found.status.at(-1) ?? 'accepted' };
    },
    async parseWebhook({ headers }) {
      const event = post.eventNamed(headers.get('x-event') ?? '');
      return event === undefined ? { ok: false, status: 400, reason: 'no such event' } : { ok: true, events: [event] };
    },
  };
}

function accepted(providerMessageId: string): SubmitResult {
  return { outcome: 'accepted', providerMessageId, status: 'accepted' };
}

function refused(errorClass: ErrorClass, retryAfterMs?: number): SubmitResult {
  return {
    outcome: 'rejected',
    errorClass,
    providerCode: errorClass,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(retryAfterMs) }),
  };
}

/** A number in [0, 1) that is always the same for a text: what a person is to a provider does not change. FNV-1a. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % 1_000_003) / 1_000_003;
}
