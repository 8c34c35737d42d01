import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pooledFetch } from '../../examples/pooled-fetch.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { clearedMessage, firstAttempt } from './provider-bench.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function gateway(answer: RequestListener): Promise<ReturnType<typeof vonage>> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return open((server.address() as AddressInfo).port);
}
const open = (port: number) =>
  vonage({ auth: { apiKey: 'k', apiSecret: 's' }, signatureSecret: 's', baseUrl: `http://127.0.0.1:${port}`, fetch: pooledFetch, timeoutMs: 300 });
const submit = (provider: ReturnType<typeof vonage>) =>
  provider.submit(clearedMessage({ content: { type: 'text', text: 'Заказ готов 🎉' } }), firstAttempt);

describe('an adapter over the pool of the example', () => {
  it('sends what it would send, and reads the answer', async () => {
    const seen: string[] = [];
    const provider = await gateway((call, answer) => {
      const chunks: Buffer[] = [];
      call.on('data', (chunk: Buffer) => chunks.push(chunk));
      call.on('end', () => {
        seen.push(call.method ?? '', call.url ?? '', call.headers.authorization ?? '', Buffer.concat(chunks).toString());
        answer.writeHead(202, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] }).end('{"message_uuid":"u1"}');
      });
    });
    expect(await submit(provider)).toEqual({ outcome: 'accepted', providerMessageId: 'u1', status: 'accepted' });
    expect(seen.slice(0, 3)).toEqual(['POST', '/v1/messages', `Basic ${btoa('k:s')}`]);
    expect(JSON.parse(seen[3]!)).toMatchObject({ text: 'Заказ готов 🎉', to: '447700900123' });
  });

  it('keeps the truth about what may have left', async () => {
    expect(await submit(await gateway((call) => call.socket.destroy()))).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
    expect(await submit(await gateway(() => {}))).toMatchObject({ outcome: 'unknown', reason: 'timeout' });
    expect(await submit(open(1))).toMatchObject({ outcome: 'rejected', errorClass: 'retryable-transient' });
    expect(await submit(await gateway((_call, answer) => answer.writeHead(503).end()))).toMatchObject({ outcome: 'unknown', reason: 'server-error' });
  });

  it('follows no redirect with the credentials', async () => {
    let followed = 0;
    const elsewhere = createServer(() => {
      followed += 1;
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    closers.push(() => elsewhere.close());
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    expect((await submit(await gateway((_call, answer) => answer.writeHead(307, { location }).end()))).outcome).not.toBe('accepted');
    expect(followed).toBe(0);
  });
});
