import { isDeepStrictEqual } from 'node:util';
import type { DeliveryStore } from '../../src/cascade/index.ts';
import type { ChannelProvider, WebhookRequest } from '../../src/channels/port.ts';
import { createMessenger, memoryStores } from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { tenOClock } from '../channels/stopped-clock.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { type Vector, vectors } from './webhook-vectors.ts';

/**
 * No single byte of a signed webhook may be changed. Every byte of body, URL, time stamp and signature of twenty vectors and more, as far as the
 * scheme covers it, is replaced; each must be refused, and the untouched call taken. What a scheme leaves open may be taken only when it changes no
 * event, or is counted as open. Replays store nothing. Naive: the first characters of a signature are compared.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const tally = { vectors: vectors.length, taken: 0, changed: 0, refused: 0, missed: 0, replays: 0, replayWrites: 0 };
  const open: Record<string, number> = {};
  const sameMeaning: Record<string, number> = {};
  for (const vector of vectors) {
    const provider = broken ? shortSighted(vector) : vector.provider;
    const genuine = await provider.parseWebhook(vector.call, vector.now);
    if (genuine.ok && genuine.events.length > 0) tally.taken += 1;
    for (const { call, covered } of changes(vector, full ? [1, 2, 4, 8, 16, 32, 64, 128] : [1, 32])) {
      tally.changed += 1;
      const verdict = await provider.parseWebhook(call, vector.now);
      if (!verdict.ok) tally.refused += 1;
      else if (!covered || (genuine.ok && isDeepStrictEqual(verdict.events, genuine.events))) {
        const kind = covered ? sameMeaning : open;
        kind[vector.name] = (kind[vector.name] ?? 0) + 1;
      } else tally.missed += 1;
    }
  }
  await replay(tally);
  const ok = tally.missed === 0 && tally.taken === vectors.length && tally.replayWrites === 0 && tally.replays > 0;
  return { ok, figures: { ...tally, sameMeaning, leftOpenByScheme: open } };
}

interface Change {
  readonly call: WebhookRequest;
  /** The scheme says something about this byte. */
  readonly covered: boolean;
}

/** One byte changed at a time, by each of the masks. */
function* changes({ call, signedHeaders, signsBody, signsUrl }: Vector, masks: readonly number[]): Generator<Change> {
  for (const at of call.body.keys())
    for (const mask of masks) yield { call: { ...call, body: call.body.with(at, call.body[at]! ^ mask) }, covered: signsBody(at) };
  for (const name of signedHeaders) {
    const value = call.headers.get(name)!;
    for (const at of [...value].keys())
      for (const mask of masks) {
        const headers = new Headers(call.headers);
        const character = String.fromCharCode(value.charCodeAt(at) ^ mask);
        // Blanks at the ends are not part of a header's value, and some characters of none.
        if (!/[\u0021-\u007e]/u.test(character)) continue;
        headers.set(name, value.slice(0, at) + character + value.slice(at + 1));
        yield { call: { ...call, headers }, covered: true };
      }
    const bare = new Headers(call.headers);
    bare.delete(name);
    yield { call: { ...call, headers: bare }, covered: true };
  }
  for (const at of signsUrl(call.url))
    for (const mask of masks) {
      const character = String.fromCharCode(call.url.charCodeAt(at) ^ mask);
      const url = call.url.slice(0, at) + character + call.url.slice(at + 1);
      if (/[\u0021-\u007e]/u.test(character) && URL.canParse(url)) yield { call: { ...call, url }, covered: true };
    }
}

/** The same calls again and again through a messenger: what the stores hold stays as the first time left it. */
async function replay(tally: { replays: number; replayWrites: number }): Promise<void> {
  const stores = memoryStores({ clock: tenOClock });
  let news = 0;
  const deliveryStore: DeliveryStore = {
    ...stores.deliveryStore,
    async recordReceipts(receipts) {
      const recorded = await stores.deliveryStore.recordReceipts(receipts);
      news += recorded.recorded;
      return recorded;
    },
  };
  const providers = [...new Map(vectors.map(({ provider }) => [provider.id, provider])).values()];
  const messenger = createMessenger({
    ...stores,
    deliveryStore,
    secret: Buffer.alloc(32, 7),
    law: [gb(), ru()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '1063000' }],
    channels: providers,
    templates: [],
    plans: [],
    clock: tenOClock,
    publicUrl: 'https://hooks.example.test',
  });
  const post = ({ provider, call: { url, headers, body, method } }: Vector) =>
    messenger.webhook(provider.id, new Request(url, { method, headers, body: new Uint8Array(body) }));
  const held = async () => JSON.stringify([news, await stores.consentStore.scan(0 as never, 10_000), await stores.documentStore.list('')]);
  for (const vector of vectors) if ((await post(vector)).status !== 200) tally.replayWrites += 1;
  const before = await held();
  for (let round = 0; round < 3; round += 1)
    for (const vector of vectors.toReversed()) {
      tally.replays += 1;
      if ((await post(vector)).status !== 200) tally.replayWrites += 1;
    }
  if ((await held()) !== before) tally.replayWrites += 1;
}

/** Compares the first ten characters of a signature, as a hand-written check with `startsWith` does. */
function shortSighted({ provider, call, signedHeaders }: Vector): ChannelProvider {
  const start = (request: WebhookRequest, name: string) => (request.headers.get(name) ?? '').slice(0, 10);
  return {
    ...provider,
    parseWebhook: async (request, now) => {
      const looksRight = signedHeaders.every((name) => start(request, name) === start(call, name));
      const genuine = await provider.parseWebhook(call, now);
      if (!looksRight || !genuine.ok) return { ok: false, status: 401, reason: 'signature-invalid' };
      return { ok: true, events: genuine.events.map((event) => ({ ...event, text: Buffer.from(request.body).toString('latin1') })) };
    },
  };
}
