import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Messenger, Readiness } from '../../src/index.ts';
import { healthPages, nodeListener } from '../../src/web/index.ts';

const readiness: Readiness = {
  state: 'ok',
  worries: [],
  at: new Date('2026-04-13T10:00:00Z'),
  stores: [{ store: 'consent', reachable: true, tookMs: 1 }],
  lagMs: 0,
  senders: { open: 1, total: 1, closed: [] },
  stalePacks: [],
};
const stub = (state: Readiness['state'], alive = true): Pick<Messenger, 'health' | 'readiness'> => ({
  health: () => ({ alive, lastTickAt: null, lastFailure: null, tickingForMs: null }),
  readiness: async () => ({ ...readiness, state }),
});
const ask = (state: Readiness['state'], path: string, init?: RequestInit, alive?: boolean) =>
  healthPages(stub(state, alive))(new Request(`http://127.0.0.1:9000${path}`, init));

describe('health pages', () => {
  it.each([
    ['ok', 200],
    ['degraded', 200],
    ['failing', 503],
  ] as const)('a messenger that is %s is answered %i', async (state, status) => {
    const response = await ask(state, '/health/ready');
    expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(await response.json()).toMatchObject({ state, stores: [{ store: 'consent', reachable: true }], at: '2026-04-13T10:00:00.000Z' });
  });

  it('a process that hangs is not alive, one whose stores are down is', async () => {
    expect((await ask('failing', '/live')).status).toBe(200);
    expect((await ask('ok', '/live', {}, false)).status).toBe(503);
  });

  it('answers HEAD without a body, refuses to be written to, knows no other paths', async () => {
    const head = await ask('failing', '/ready', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([503, '']);
    expect((await ask('ok', '/ready', { method: 'POST' })).status).toBe(405);
    expect((await ask('ok', '/')).status).toBe(404);
  });

  it('hangs in node:http', async () => {
    const server = createServer(nodeListener(healthPages(stub('ok')), { publicUrl: 'http://127.0.0.1' }));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`);
      expect([response.status, (await response.json()).state]).toEqual([200, 'ok']);
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  });
});
