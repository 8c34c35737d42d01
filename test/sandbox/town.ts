import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelProvider } from '../../src/channels/port.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { nodeListener } from '../../src/web/node-listener.ts';

/** A clock that runs `scale` times faster than the machine's, from a fixed Monday. */
export function fastClock(scale: number, startAt: number = Date.parse('2026-11-23T09:00:00Z')): Clock {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) * scale;
  return {
    now: () => new Date(startAt + elapsed()),
    monotonicMs: elapsed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || ms <= 0) return resolve();
        const timer = setTimeout(resolve, Math.min(ms / scale, 2 ** 31 - 1));
        const stop = () => {
          clearTimeout(timer);
          resolve();
        };
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}

export interface Host {
  readonly url: string;
  readonly events: ChannelEvent[];
  /** Calls whose signature the adapter refused. */
  readonly refused: string[];
  /** Answers 503 to everything while true. */
  down: boolean;
  mount(provider: ChannelProvider): void;
  close(): Promise<void>;
}

/** A host that mounts adapters' webhooks on loopback under `/hooks/<provider>` and keeps what they said. */
export async function createHost(clock: Clock = systemClock): Promise<Host> {
  const providers = new Map<string, ChannelProvider>();
  const events: ChannelEvent[] = [];
  const refused: string[] = [];
  let url = '';
  const server = createServer((incoming, outgoing) =>
    nodeListener(
      async (request) => {
        if (host.down) return new Response(null, { status: 503 });
        const provider = providers.get(new URL(request.url).pathname.split('/').at(-1) ?? '');
        if (provider === undefined) return new Response(null, { status: 404 });
        const body = new Uint8Array(await request.arrayBuffer());
        const verdict = await provider.parseWebhook({ method: request.method, url: request.url, headers: request.headers, body }, clock.now());
        if (!verdict.ok) {
          refused.push(`${provider.id}: ${verdict.reason}`);
          return new Response(null, { status: verdict.status });
        }
        events.push(...verdict.events);
        return new Response(verdict.reply?.body ?? null, { status: verdict.reply?.status ?? 200 });
      },
      { publicUrl: url },
    )(incoming, outgoing),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: Host = {
    url,
    events,
    refused,
    down: false,
    mount: (provider) => void providers.set(provider.id, provider),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return host;
}

/** Waits until `done` is true; fails the test after `ms` of real time. */
export async function until(done: () => boolean, ms: number = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
