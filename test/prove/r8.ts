import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadParser, providerIdOf } from '../../src/channels/parsers.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { house, signedCall, unsignedCall } from '../channels/unseen/fuzzed-calls.ts';
import { everyAdapter } from '../channels/unseen/signed-calls.ts';
import type { Outcome, ProveOptions } from './claim.ts';

/** A house is rebuilt after so many signed calls: what genuine calls store is kept for ever, and would hide a leak. */
const SIGNED_PER_HOUSE = 2_500;

/**
 * Fuzzed webhooks: none throws, none is answered with 5xx, none changes anything without a valid signature, and nothing is left on the heap.
 * Nine in ten calls are unsigned or changed after signing; the rest are signed over mutated bodies. Naive: bodies are parsed and believed unsigned.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const calls = full ? 1_000_000 : 200_000;
  const offset = Math.abs(seed) % 1_000_000;
  const channels = broken ? await Promise.all(everyAdapter.map(believing)) : everyAdapter;
  const tally = { thrown: 0, serverErrors: 0, accepted: 0, writesUnsigned: 0, writesSigned: 0, failures: 0 };
  const heap: number[] = [];
  const collect = collector();

  const unsigned = house(channels);
  const unsignedCalls = Math.floor(calls * 0.9);
  for (let number = 0; number < unsignedCalls; number += 1) {
    const { id, request } = unsignedCall(offset + number);
    const status = await answered(unsigned.messenger.webhook(id, request), tally);
    if (status < 400) tally.accepted += 1;
    if (number % Math.floor(unsignedCalls / 20) === 0) heap.push(collect());
  }
  tally.writesUnsigned = unsigned.written();

  const signedCalls = broken ? 0 : calls - unsignedCalls;
  let signing = house();
  for (let number = 0; number < signedCalls; number += 1) {
    if (number % SIGNED_PER_HOUSE === 0) {
      tally.writesSigned += number === 0 ? 0 : signing.written();
      signing = house();
      signing.messenger.events.on('background-failure', () => {
        tally.failures += 1;
      });
    }
    const { id, request } = signedCall(offset + number);
    await answered(signing.messenger.webhook(id, request), tally);
  }

  // The first quarter warms caches; from there on the heap must not climb.
  const settled = heap.slice(Math.ceil(heap.length / 4));
  const third = Math.ceil(settled.length / 3);
  const growth = mean(settled.slice(-third)) / mean(settled.slice(0, third)) - 1;
  const bad = tally.thrown + tally.serverErrors + tally.writesUnsigned + tally.failures;
  return {
    ok: bad === 0 && growth < 0.05 && (broken || tally.writesSigned > signedCalls / 20),
    figures: {
      unsigned: unsignedCalls,
      signed: signedCalls,
      ...tally,
      heapMb: settled.map((bytes) => Math.round(bytes / 104_858) / 10),
      growth: Math.round(growth * 1_000) / 1_000,
    },
  };
}

async function answered(response: Promise<Response>, tally: { thrown: number; serverErrors: number }): Promise<number> {
  try {
    const { status } = await response;
    if (status >= 500) tally.serverErrors += 1;
    return status;
  } catch {
    tally.thrown += 1;
    return 599;
  }
}

/** The same adapter without its check: what many a hand-written handler is. */
async function believing(adapter: ChannelProvider): Promise<ChannelProvider> {
  const parse = await loadParser(providerIdOf(adapter.provider) ?? adapter.provider);
  return {
    ...adapter,
    parseWebhook: async ({ body }) => ({ ok: true, events: parse?.({ payload: Buffer.from(body).toString('utf8'), surface: 'webhook' }) ?? [] }),
  };
}

/** Collects garbage, then gives the heap in use, in bytes. */
function collector(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
