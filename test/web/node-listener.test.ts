import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeListener, type WebHandler } from '../../src/web/node-listener.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function mount(handler: WebHandler, maxBodyBytes?: number): Promise<string> {
  const server = createServer(nodeListener(handler, { publicUrl: 'https://hooks.example.test/', maxBodyBytes }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('nodeListener', () => {
  it('hands the handler the raw bytes, the headers and the public URL', async () => {
    let seen: unknown;
    const url = await mount(async (request) => {
      seen = [request.method, request.url, request.headers.get('x-signature'), [...new Uint8Array(await request.arrayBuffer())]];
      return new Response('ok', { status: 202, headers: { 'x-answer': 'yes' } });
    });
    const response = await fetch(`${url}/hooks/twilio?ref=1`, {
      method: 'POST',
      headers: { 'x-signature': 's' },
      body: new Uint8Array([0, 255, 10]),
    });
    expect([response.status, response.headers.get('x-answer'), await response.text()]).toEqual([202, 'yes', 'ok']);
    expect(seen).toEqual(['POST', 'https://hooks.example.test/hooks/twilio?ref=1', 's', [0, 255, 10]]);
  });

  it('never takes the origin from the caller', async () => {
    const urls: string[] = [];
    const url = await mount(async (request) => {
      urls.push(request.url);
      return new Response(null);
    });
    const { port } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET http://evil.example.test/a?b=1 HTTP/1.1\r\nHost: evil.example.test\r\nConnection: close\r\n\r\n'),
      );
      socket.on('close', () => resolve()).resume();
    });
    expect(urls).toEqual(['https://hooks.example.test/a?b=1']);
  });

  it('keeps several cookies and answers HEAD without a body', async () => {
    const url = await mount(async (request) => {
      const headers = new Headers();
      headers.append('set-cookie', 'a=1');
      headers.append('set-cookie', 'b=2');
      return new Response(request.method === 'HEAD' ? null : 'x', { headers });
    });
    const response = await fetch(url, { method: 'HEAD' });
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('');
  });

  it('refuses a body over the cap and hides what a handler throws', async () => {
    const url = await mount(async () => {
      throw new Error('secret detail');
    }, 10);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(11) })).status).toBe(413);
    const failed = await fetch(url, { method: 'POST', body: 'x' });
    expect([failed.status, await failed.text()]).toEqual([500, 'internal error']);
  });

  it('aborts the request when the caller goes away', async () => {
    const aborted = Promise.withResolvers<void>();
    const url = await mount((request) => {
      request.signal.addEventListener('abort', () => aborted.resolve());
      return aborted.promise.then(() => new Response(null));
    });
    const call = httpRequest(url, { method: 'POST' });
    call.on('error', () => undefined);
    call.end('x');
    setTimeout(() => call.destroy(), 30);
    await aborted.promise;
  });
});
