import { deepEqual, equal, ok } from 'node:assert/strict';
import type { ChannelProvider, SubmitContext, SubmitResult, WebhookRequest } from '../channels/port.ts';
import { hasReached, mergeStatuses } from '../channels/receipt-lattice.ts';
import type { ErrorClass } from '../channels/taxonomy.ts';
import { mint } from '../clearance/mint.ts';
import type { ClearedMessage } from '../message/cleared.ts';
import type { OutboundMessage } from '../message/outbound.ts';
import { brokenAnswers, changed, orders, type WireScript, wireOf } from './channel-provider-wire.ts';
import type { Contract, ContractCase } from './contract.ts';

/** What the contract needs to prove one adapter: how to open it, one message, the provider's documented answers and its webhooks. */
export interface ChannelProviderBench {
  /** Opens the adapter on this transport. */
  open(fetch: typeof globalThis.fetch): ChannelProvider;
  /** What is to be sent, laid over an SMS `Order 4471 is ready` from `Shop` to `+447700900123`; the contract clears it. */
  readonly message?: Partial<OutboundMessage> | undefined;
  /** The one request the message becomes; a body is compared as JSON when it is JSON. */
  readonly request: { readonly method: string; readonly url: string; readonly body: unknown };
  readonly accepted: { readonly answer: WireScript; readonly messageId: string };
  /** Documented refusals of a submit. */
  readonly refusals: readonly { readonly answer: WireScript; readonly errorClass: ErrorClass; readonly outcome?: SubmitResult['outcome'] }[];
  /** Absent for providers without webhooks. */
  readonly webhooks?:
    | {
        readonly now: Date;
        /** Signed as the provider signs them. */
        readonly genuine: readonly WebhookRequest[];
        /** Headers that carry the signature; each of their characters is changed. */
        readonly signatureHeaders: readonly string[];
        /** False for static secrets and URL tokens, which say nothing about the body. @default true */
        readonly signsBody?: boolean | undefined;
        /** A genuine call of long ago, where the scheme has a time stamp. */
        readonly stale?: WebhookRequest | undefined;
      }
    | undefined;
  /** Secrets that must not be printed with the adapter. */
  readonly secrets: readonly string[];
}

const context = (signal: AbortSignal = new AbortController().signal): SubmitContext => ({ attempt: { stepKey: 'contract-step', number: 1 }, signal });

/** A host cannot clear a message outside the clearance; its adapter is tried with one that was. */
function messageOf({ message = {} }: ChannelProviderBench): ClearedMessage {
  const usual: OutboundMessage = {
    channel: 'sms',
    kind: 'transactional',
    to: '+447700900123',
    from: 'Shop',
    content: { type: 'text', text: 'Order 4471 is ready' },
    validUntil: new Date('2026-11-23T12:00:00Z'),
    stepKey: 'contract-step',
  };
  const terms = {
    clearanceId: 'contract',
    ground: { basis: 'contract' },
    packs: [],
    clearedFromMs: 0,
    clearedUntilMs: Number.MAX_SAFE_INTEGER,
  } as const;
  return mint({ ...usual, ...message }, terms);
}

async function submit(bench: ChannelProviderBench, answer: WireScript): Promise<{ readonly result: SubmitResult; readonly calls: number }> {
  const wire = wireOf(answer);
  const result = await bench.open(wire.fetch).submit(messageOf(bench), context());
  return { result, calls: wire.seen.length };
}

const sending: readonly ContractCase<ChannelProviderBench>[] = [
  {
    name: 'makes one call with exactly the documented request',
    async run(bench) {
      const wire = wireOf(bench.accepted.answer);
      await bench.open(wire.fetch).submit(messageOf(bench), context());
      equal(wire.seen.length, 1);
      const [{ method, url, body } = { method: '', url: '', body: '' }] = wire.seen;
      deepEqual({ method, url, body: typeof bench.request.body === 'string' ? body : JSON.parse(body) }, bench.request);
    },
  },
  {
    name: 'names the message it was given',
    async run(bench) {
      const { result } = await submit(bench, bench.accepted.answer);
      ok(result.outcome === 'accepted', `accepted, not ${result.outcome}`);
      equal(result.providerMessageId, bench.accepted.messageId);
    },
  },
  {
    name: 'gives every documented refusal its class and calls once',
    async run(bench) {
      ok(bench.refusals.length > 0, 'the bench has documented refusals');
      for (const { answer, errorClass, outcome = 'rejected' } of bench.refusals) {
        const { result, calls } = await submit(bench, answer);
        equal(calls, 1);
        deepEqual({ outcome: result.outcome, errorClass: 'errorClass' in result ? result.errorClass : undefined }, { outcome, errorClass });
      }
    },
  },
  {
    name: 'calls everything unknown after which the message may have left',
    async run(bench) {
      for (const answer of brokenAnswers) {
        const { result, calls } = await submit(bench, answer);
        deepEqual({ outcome: result.outcome, calls }, { outcome: 'unknown', calls: 1 });
      }
    },
  },
  {
    name: 'calls a submit stopped on the wire unknown, and one stopped before it refused',
    async run(bench) {
      const stop = new AbortController();
      const wire = wireOf({ hang: true, onCall: () => stop.abort() });
      equal((await bench.open(wire.fetch).submit(messageOf(bench), context(stop.signal))).outcome, 'unknown');
      const unused = wireOf(bench.accepted.answer);
      equal((await bench.open(unused.fetch).submit(messageOf(bench), context(AbortSignal.abort()))).outcome, 'rejected');
      equal(unused.seen.length, 0);
    },
  },
  {
    name: 'says that nothing left when the connection was refused',
    async run(bench) {
      const { result } = await submit(bench, { fault: 'ECONNREFUSED' });
      deepEqual(
        { outcome: result.outcome, errorClass: 'errorClass' in result && result.errorClass },
        { outcome: 'rejected', errorClass: 'retryable-transient' },
      );
    },
  },
  {
    name: 'keeps the wait of a 429 as a minimum',
    async run(bench) {
      const { result } = await submit(bench, { status: 429, headers: { 'retry-after': '7' }, body: '' });
      ok(result.outcome === 'rejected' && (result.retryAfterMs ?? 0) >= 7_000, 'rejected with a wait of at least seven seconds');
    },
  },
];

const receiving: readonly ContractCase<ChannelProviderBench>[] = [
  {
    name: 'accepts genuine webhooks and gives the same events for a replay',
    async run({ open, webhooks }) {
      if (webhooks === undefined) return;
      for (const call of webhooks.genuine) {
        const provider = open(wireOf({ status: 200, body: '' }).fetch);
        const first = await provider.parseWebhook(call, webhooks.now);
        ok(first.ok, 'a genuine call is accepted');
        deepEqual(await provider.parseWebhook(call, webhooks.now), first);
      }
    },
  },
  {
    name: 'refuses every changed byte, a missing signature and a stale one',
    async run({ open, webhooks }) {
      if (webhooks === undefined) return;
      const provider = open(wireOf({ status: 200, body: '' }).fetch);
      const forged = webhooks.genuine.flatMap((call) => changed(call, webhooks.signatureHeaders, webhooks.signsBody ?? true));
      for (const call of webhooks.stale === undefined ? forged : [...forged, webhooks.stale]) {
        const verdict = await provider.parseWebhook(call, webhooks.now);
        ok(!verdict.ok && verdict.status >= 400 && verdict.status < 500, 'a forged call is refused with 4xx');
      }
    },
  },
  {
    name: 'says one thing in whatever order its receipts come',
    async run({ open, webhooks }) {
      if (webhooks === undefined) return;
      const provider = open(wireOf({ status: 200, body: '' }).fetch);
      const verdicts = await Promise.all(webhooks.genuine.map((call) => provider.parseWebhook(call, webhooks.now)));
      const statuses = verdicts.flatMap((verdict) => (verdict.ok ? verdict.events : [])).flatMap(({ status }) => (status === null ? [] : [status]));
      equal(new Set(orders(statuses.slice(0, 5)).map(mergeStatuses)).size, 1);
    },
  },
  {
    name: 'refuses hostile bodies with 4xx and never throws',
    async run({ open, webhooks }) {
      const provider = open(wireOf({ status: 200, body: '' }).fetch);
      const bodies = ['', '{', '['.repeat(50_000), '{"__proto__":{"a":1}}', '\u0000\uffff', 'a=1&b=%', '<xml/>', 'x'.repeat(5_000_000)];
      for (const body of bodies) {
        const call: WebhookRequest = { method: 'POST', url: 'https://hooks.example.test/in', headers: new Headers(), body: Buffer.from(body) };
        const verdict = await provider.parseWebhook(call, webhooks?.now ?? new Date(0));
        ok(!verdict.ok && verdict.status >= 400 && verdict.status < 500, 'refused with 4xx');
      }
    },
  },
  {
    name: 'declares what is true of it',
    async run({ open, webhooks, secrets }) {
      const provider = open(wireOf({ status: 200, body: '' }).fetch);
      const { capabilities } = provider;
      if (capabilities.lookup === 'by-client-ref' || capabilities.lookup === 'by-recipient-and-time')
        ok(provider.lookup, 'a declared look-up exists');
      if (capabilities.receipts === 'none') ok(!hasReached(capabilities.reaches, 'delivered'), 'without receipts nothing is known to be delivered');
      if (capabilities.validity !== null) ok(capabilities.validity.minMs <= capabilities.validity.maxMs, 'the range of validity is not empty');
      ok(capabilities.contents.length > 0 && provider.channels.length > 0, 'it carries something somewhere');
      if (!capabilities.inbound && webhooks !== undefined) {
        for (const call of webhooks.genuine) {
          const verdict = await provider.parseWebhook(call, webhooks.now);
          ok(verdict.ok && verdict.events.every(({ kind }) => kind !== 'inbound'), 'no inbound messages from a provider without them');
        }
      }
      const printed = JSON.stringify(provider);
      for (const secret of secrets) ok(!printed.includes(secret), 'no secret is printed');
    },
  },
];

/** What makes an HTTP adapter a correct `ChannelProvider`. */
export const channelProviderContract: Contract<ChannelProviderBench> = { port: 'ChannelProvider', cases: [...sending, ...receiving] };
