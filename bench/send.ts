import { fork } from 'node:child_process';
import { once } from 'node:events';
import ky from 'ky';
import { pooledFetch } from '../examples/pooled-fetch.ts';
import { vonage } from '../src/channels/vonage/index.ts';
import { clearedMessage } from '../test/channels/cleared-message.ts';
import { requestRounds } from './http-rounds.ts';

/**
 * A send through a provider against bare ky with the same options, both over the built-in fetch and over a pool of undici's, to a gateway in another
 * process. Then what the adapter itself costs: the same sends with a transport that answers at once.
 */
const sink = fork(new URL('./http-sink.ts', import.meta.url));
const [port] = (await once(sink, 'message')) as [number];
const baseUrl = `http://127.0.0.1:${port}`;
const signal = new AbortController().signal;
const message = clearedMessage({
  content: { type: 'text', text: 'Acme: your order 4471 is ready, collect it until Friday. Reply STOP to opt out.' },
});

function provider(fetch?: typeof globalThis.fetch) {
  return vonage({ auth: { apiKey: 'key', apiSecret: 'secret' }, signatureSecret: 's', baseUrl, ...(fetch === undefined ? {} : { fetch }) });
}

const json = {
  channel: 'sms',
  to: '447700900123',
  from: 'Shop',
  client_ref: 'step-4471-1',
  sms: { encoding_type: 'auto' },
  message_type: 'text',
  text: 'Acme: your order 4471 is ready, collect it until Friday. Reply STOP to opt out.',
};
const authorization = `Basic ${Buffer.from('key:secret').toString('base64')}`;

/** Keeps so many calls in flight until all are done. */
async function flight(requests: number, parallel: number, call: () => Promise<unknown>): Promise<void> {
  let left = requests;
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (left > 0) {
        left -= 1;
        await call();
      }
    }),
  );
}

function bare(fetch?: typeof globalThis.fetch) {
  const client = ky.create({ retry: 0, throwHttpErrors: false, timeout: 15_000, redirect: 'manual', ...(fetch === undefined ? {} : { fetch }) });
  return async () => {
    const body = await client.post(`${baseUrl}/v1/messages`, { json, headers: { authorization }, signal }).arrayBuffer();
    const answer = JSON.parse(Buffer.from(body).toString()) as { readonly message_uuid?: string };
    if (answer.message_uuid === undefined) throw new Error('no id');
  };
}

function ours(fetch?: typeof globalThis.fetch) {
  const adapter = provider(fetch);
  return async () => {
    const result = await adapter.submit(message, { attempt: { stepKey: message.stepKey, number: 1 }, signal });
    if (result.outcome !== 'accepted') throw new Error(result.outcome);
  };
}

const run = (call: () => Promise<unknown>) => (requests: number, parallel: number) => flight(requests, parallel, call);
await requestRounds('a send over HTTP, 20 in flight', {
  'licet, pooled undici fetch': run(ours(pooledFetch)),
  'bare ky, pooled undici fetch': run(bare(pooledFetch)),
  'licet, built-in fetch': run(ours()),
  'bare ky': run(bare()),
});

const atOnce: typeof globalThis.fetch = async () =>
  new Response('{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"}', { status: 202, headers: { 'content-type': 'application/json' } });
await requestRounds('the same without a wire: what is left is CPU', { licet: run(ours(atOnce)), 'bare ky': run(bare(atOnce)) }, { requests: 2_000 });
sink.kill();
