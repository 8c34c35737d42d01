import type { ReadinessOptions } from '../cascade/readiness.ts';
import type { Messenger } from '../messenger.ts';
import type { WebHandler } from './node-listener.ts';

/**
 * Answers a platform's probes: a path that ends in `/live` tells whether the process is alive, one in `/ready` whether it can work, as JSON with
 * 200 or 503. `degraded` is ready: such a process still takes in webhooks and withdrawals. The answers hold no personal data, but names of
 * senders and stores: keep them inside.
 * @example createServer(nodeListener(healthPages(messenger), { publicUrl: 'http://127.0.0.1:9000' })).listen(9000)
 */
export function healthPages(messenger: Pick<Messenger, 'health' | 'readiness'>, options?: ReadinessOptions): WebHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('GET or HEAD', { status: 405, headers: { allow: 'GET, HEAD', 'content-type': 'text/plain' } });
    const { pathname } = new URL(request.url);
    const found = pathname.endsWith('/live') ? live(messenger) : pathname.endsWith('/ready') ? await ready(messenger, options) : undefined;
    if (found === undefined) return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain' } });
    return new Response(request.method === 'HEAD' ? null : JSON.stringify(found.body), {
      status: found.ok ? 200 : 503,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

interface Found {
  readonly ok: boolean;
  readonly body: unknown;
}

function live(messenger: Pick<Messenger, 'health'>): Found {
  const health = messenger.health();
  return { ok: health.alive, body: health };
}

async function ready(messenger: Pick<Messenger, 'readiness'>, options: ReadinessOptions | undefined): Promise<Found> {
  const readiness = await messenger.readiness(options);
  return { ok: readiness.state !== 'failing', body: readiness };
}
