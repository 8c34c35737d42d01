import { receiptsOf } from './cascade/delivery/receipt.ts';
import type { PlatformEffect } from './cascade/platform/platform-facts.ts';
import type { DeliveryStore } from './cascade/stores/delivery-store.ts';
import type { ChannelProvider } from './channels/port.ts';
import type { ChannelEvent } from './channels/taxonomy.ts';
import type { Clock } from './clock.ts';
import type { ConsentBook } from './consent/consent-book.ts';
import type { SubjectRef } from './consent/record/record.ts';
import type { MessengerEmitter } from './events.ts';
import { type InboundReply, tellWithdrawn } from './feedback/act-on-reply.ts';
import type { Channel } from './law/vocabulary.ts';
import { sha256Hex } from './ledger/hash.ts';
import type { Sender } from './message/sender.ts';
import { type Observe, unobserved } from './observe.ts';

/** Where an event came from: the hash of the raw body is its proof. */
export interface InboundEvidence {
  readonly bodyHash: string;
  readonly receivedAt: Date;
}

export interface InboundDeps {
  readonly consent: ConsentBook;
  readonly deliveries: Pick<DeliveryStore, 'recordReceipts'>;
  readonly senders: readonly Sender[];
  /** Acts on what people wrote: `createReplyActs`. */
  readonly actOnReply: (reply: InboundReply) => Promise<void>;
  readonly clock: Clock;
  readonly events: MessengerEmitter;
  /** The person behind a channel's own user id, if a message was ever sent there. */
  readonly personBehind: (channelId: string) => Promise<SubjectRef | undefined>;
  /** Keeps what a platform says about templates, quality and limits. */
  readonly platformNews: (provider: string, event: ChannelEvent, receivedAt: Date) => Promise<PlatformEffect | undefined>;
}

/** Acts on verified provider events. When it resolves, receipts are in the inbox and every opt-out is durable; repeating it changes nothing. */
export interface Inbound {
  accept(provider: ChannelProvider, events: readonly ChannelEvent[], evidence: InboundEvidence): Promise<void>;
}

/** Builds the way in: receipts to the cascade, replies to intent and consent, platform news to the facts a clearance reads. */
export function createInbound(deps: InboundDeps): Inbound {
  const { consent, senders, events: emitter } = deps;

  return {
    async accept(provider, events, evidence) {
      const receipts = receiptsOf(provider.id, events, evidence.receivedAt);
      if (receipts.length > 0) await deps.deliveries.recordReceipts(receipts);
      await Promise.all(events.map((event) => act(provider, event, evidence)));
    },
  };

  async function act(provider: ChannelProvider, event: ChannelEvent, evidence: InboundEvidence): Promise<void> {
    switch (event.kind) {
      case 'status':
        return;
      case 'inbound':
        return reply(provider, event, evidence);
      case 'preference':
        if (event.recipient === null) return;
        if (event.preference === 'opted-out') await withdraw(provider, event, event.recipient, evidence);
        // A person who returns has told the platform, not us: only the host can ask for a new consent.
        else emitter.emit('preference-returned', { provider: provider.id, subject: (await personOf(provider, event.recipient)).subject });
        return;
      case 'template':
      case 'quality':
        tell(provider, event, await deps.platformNews(provider.id, event, evidence.receivedAt));
        return;
    }
  }

  function tell(provider: ChannelProvider, { kind, subject }: ChannelEvent, effect: PlatformEffect | undefined): void {
    const { type = 'unknown', name, state } = subject ?? {};
    emitter.emit('platform-changed', {
      provider: provider.id,
      kind: kind === 'template' ? 'template' : 'quality',
      type,
      ...(name === undefined ? {} : { name }),
      ...(state === undefined ? {} : { state }),
    });
    if (effect?.on === 'template' && effect.news.about === 'category') {
      const { category, announced } = effect.news;
      emitter.emit('template-recategorised', { provider: provider.id, name: name ?? '', category, announced });
    }
    if (effect?.on === 'account' && effect.news.source !== 'reach' && effect.news.halts !== 'nothing') {
      const { halts, until } = effect.news;
      emitter.emit('account-halted', { provider: provider.id, halts, until, ...(state === undefined ? {} : { state }) });
    }
  }

  async function reply(provider: ChannelProvider, event: ChannelEvent, { bodyHash, receivedAt }: InboundEvidence): Promise<void> {
    if (event.recipient === null) return;
    const { subject, phone } = await personOf(provider, event.recipient);
    await deps.actOnReply({
      id: actId(provider, event, bodyHash),
      provider: provider.id,
      subject,
      phone,
      sender: senderAt(provider, event.to),
      channel: channelAt(provider, event.to),
      text: event.text ?? '',
      providerOptedOut: event.preference === 'opted-out',
      proofHash: bodyHash,
      receivedAt,
      writtenAt: actedAt(event),
    });
  }

  /** A time ahead of ours is not believed: a refusal counts from now at the latest. */
  function actedAt({ at }: ChannelEvent): Date {
    const now = deps.clock.now();
    return at !== undefined && at < now ? at : now;
  }

  async function personOf(provider: ChannelProvider, recipient: string): Promise<{ readonly subject: SubjectRef; readonly phone: string | null }> {
    if (recipient.startsWith('+')) return { subject: consent.subject(recipient), phone: recipient };
    const channelId = channelAddress(provider.channels[0] ?? provider.id, recipient);
    return { subject: (await deps.personBehind(channelId)) ?? consent.subject(channelId), phone: null };
  }

  async function withdraw(provider: ChannelProvider, event: ChannelEvent, recipient: string, { bodyHash }: InboundEvidence): Promise<void> {
    const { subject } = await personOf(provider, recipient);
    const sender = senderAt(provider, event.to);
    const withdrawn = await consent.withdraw({
      subject,
      id: actId(provider, event, bodyHash),
      ...(sender === undefined ? {} : { sender }),
      evidence: { method: 'platform', grade: 'A', actor: provider.id, proofHash: bodyHash },
      occurredAt: actedAt(event),
    });
    tellWithdrawn(emitter, withdrawn);
  }

  /** The sender the person wrote to; unclear means all of them. */
  function senderAt(provider: ChannelProvider, to: string | undefined): string | undefined {
    if (to === undefined) return senders.length === 1 ? senders[0]!.id : undefined;
    const found = senders.filter((sender) => provider.channels.some((channel) => addressesOf(sender, channel).includes(to)));
    return found.length === 1 ? found[0]!.id : undefined;
  }

  /** The channel of the address that was written to, or the provider's only one. */
  function channelAt({ channels }: ChannelProvider, to: string | undefined): Channel | undefined {
    if (channels.length === 1) return channels[0];
    const found = channels.filter((channel) => to !== undefined && senders.some((sender) => addressesOf(sender, channel).includes(to)));
    return found.length === 1 ? found[0] : undefined;
  }
}

/** Address of a person on a channel that has ids of its own, as the ledger refers to it. */
export function channelAddress(channel: string, id: string): string {
  return `${channel}:${id}`;
}

/** Same event, same act: a replayed webhook records nothing twice. */
function actId(provider: ChannelProvider, event: ChannelEvent, bodyHash: string): string {
  return `in-${sha256Hex(JSON.stringify([provider.id, event.kind, event.messageId ?? bodyHash, event.recipient, event.preference ?? null])).slice(0, 32)}`;
}

function addressesOf(sender: Sender, channel: ChannelProvider['channels'][number]): readonly string[] {
  const name = sender[channel];
  if (name === undefined) return [];
  return typeof name === 'string' ? [name] : Object.values(name);
}

export interface WebhookEntryDeps {
  readonly providers: readonly ChannelProvider[];
  readonly inbound: Inbound;
  readonly clock: Clock;
  readonly events: MessengerEmitter;
  readonly observe?: Observe | undefined;
  /** Origin as the world calls it; without it the request's own URL is taken. */
  readonly publicUrl?: string | undefined;
}

/** Longest webhook body that is read, in bytes. */
const MAX_BODY_BYTES = 1_048_576;

/** Takes one provider call: reads the raw bytes once, verifies, makes its news durable, answers. A store that is down makes a 503, so that the provider calls again. */
export async function handleWebhook(deps: WebhookEntryDeps, providerId: string, request: Request): Promise<Response> {
  const wanted = providerId.replaceAll('_', '-');
  const provider = deps.providers.find((one) => one.id === providerId || one.id === wanted) ?? deps.providers.find((one) => one.provider === wanted);
  if (provider === undefined) return new Response('no such provider', { status: 404 });
  const { observe = unobserved } = deps;
  return observe(
    { name: 'webhook', provider: provider.provider },
    () => takeIn(deps, provider, request),
    ({ status }) => ({ outcome: String(status), ...(status < 400 ? {} : { error: String(status) }) }),
  );
}

async function takeIn(deps: WebhookEntryDeps, provider: ChannelProvider, request: Request): Promise<Response> {
  const refuse = (status: number, reason: string): Response => {
    deps.events.emit('webhook-refused', { provider: provider.id, status, reason });
    return new Response(reason, { status });
  };
  const body = await readCapped(request);
  if (body === 'too-large') return refuse(413, 'body-too-large');
  if (body === 'cut-off') return refuse(400, 'body-cut-off');
  const { pathname, search } = new URL(request.url);
  const url = deps.publicUrl === undefined ? request.url : `${deps.publicUrl.replace(/(?<!\/)\/+$/u, '')}${pathname}${search}`;
  const receivedAt = deps.clock.now();
  const verdict = await provider.parseWebhook({ method: request.method, url, headers: request.headers, body }, receivedAt);
  if (!verdict.ok) return refuse(verdict.status, verdict.reason);
  try {
    await deps.inbound.accept(provider, verdict.events, { bodyHash: sha256Hex(body), receivedAt });
  } catch {
    deps.events.emit('background-failure', { where: 'webhook', code: 'not-stored' });
    return new Response('try again', { status: 503, headers: { 'retry-after': '5' } });
  }
  const { status, body: text, contentType } = verdict.reply ?? { status: 200, body: '', contentType: 'text/plain' };
  return new Response(text, { status, headers: { 'content-type': contentType } });
}

async function readCapped(request: Request): Promise<Uint8Array | 'too-large' | 'cut-off'> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'cut-off';
  }
  return chunks.length === 1 ? chunks[0]! : new Uint8Array(Buffer.concat(chunks));
}
