import type { AddressInfo } from 'node:net';
import { systemClock } from '../clock.ts';
import { InvalidOptionsError, LicetError } from '../errors.ts';
import { type Behaviour, obliging, type PersonScript } from './behaviour.ts';
import { type Books, openBooks, type PersonAct } from './books.ts';
import { drawsOf } from './draw.ts';
import { listen, type Route, type RouteResult } from './http-server.ts';
import { inboxRoute } from './inbox.ts';
import { type LedgerEntry, openLedger, volatileLedger } from './ledger.ts';
import type { SandboxOptions } from './options.ts';
import type { ApiRequest, ProviderApi } from './provider-api.ts';
import { providerApis } from './providers/index.ts';
import { createWorld, type World } from './world.ts';

/** A running sandbox. */
export interface Sandbox {
  /** Origin, `http://127.0.0.1:<port>`; the inbox page is there. */
  readonly url: string;
  readonly port: number;
  /** The `baseUrl` for the adapter of one provider. */
  baseUrl(provider: string): string;
  /**
   * Transport for adapters whose provider answers on a second host too: AWS keeps the certificates of its notifications on one, and the sandbox has
   * its own. Everything else goes out as it is.
   */
  readonly fetch: typeof globalThis.fetch;
  /** Every message taken, in order. */
  readonly ledger: readonly LedgerEntry[];
  /** What people have done by their own will: opt-outs, complaints, answers. */
  readonly acts: readonly PersonAct[];
  /** Changes what one person does from now on. */
  script(recipient: string, behaviour: PersonScript): void;
  /** Things that are still to happen on the sandbox's clock. */
  readonly pending: number;
  /** Stops listening and telling; what was still to be told is told after a restart on the same ledger file. */
  close(): Promise<void>;
}

/**
 * Starts the providers' HTTP APIs on loopback, with people behind them: for development, the demo and tests.
 * @throws {LicetError} `port-in-use`, or `ledger-unusable` when the ledger file cannot be opened.
 * @throws {InvalidOptionsError} for a provider it does not speak or a share outside 0 to 1.
 * @example const sandbox = await createSandbox({ webhooks: { smsc: 'http://127.0.0.1:3000/hooks/smsc' } });
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  checkOptions(options);
  const closing = new AbortController();
  const seed = options.seed ?? 'licet';
  const clock = options.clock ?? systemClock;
  const behaviour: Behaviour = { ...obliging, ...options.behaviour };
  const server = await listen(options.port ?? 0, (request) => route(request));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  let books: Books;
  try {
    books = openBooks(options.ledgerFile === undefined ? volatileLedger() : openLedger(options.ledgerFile));
  } catch (cause) {
    server.close();
    throw new LicetError('ledger-unusable', 'The sandbox cannot open its ledger file: it must be writable and hold one JSON row a line.', { cause });
  }
  const world = createWorld({ options, seed, behaviour, clock, draw: drawsOf(seed), books, apis: providerApis, closed: closing.signal });
  const route: Route = sandboxRoute(world, books, options, () => clock.now());
  return {
    url,
    port,
    baseUrl: (provider) => `${url}/${provider}`,
    fetch: (input, init) => {
      const asked = new URL(input instanceof Request ? input.url : input);
      return /^sns\.[a-z0-9-]+\.amazonaws\.com$/u.test(asked.host) ? fetch(`${url}/aws-sms${asked.pathname}`, init) : fetch(input, init);
    },
    get ledger() {
      return books.messages.map((message) => message.entry);
    },
    get acts() {
      return books.acts(clock.now());
    },
    script: (recipient, script) => world.script(recipient, script),
    get pending() {
      return world.pending;
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      books.close();
    },
  };
}

function sandboxRoute(world: World, books: Books, options: SandboxOptions, now: () => Date): Route {
  const parallel = new Map<string, number>();
  const inbox = inboxRoute(world, books, now);
  return async (request) => {
    if (request.path === '/_sandbox/health') return { status: 200, body: { ok: true, messages: books.messages.length, pending: world.pending } };
    if (request.path === '/_sandbox/ledger') {
      return { status: 200, body: { entries: books.messages.map((message) => message.entry), acts: books.acts(now()) } };
    }
    const [api, path] = providerOf(request.path);
    if (api === undefined) return (await inbox(request)) ?? { status: 404, body: { error: 'The sandbox speaks no provider API at this path.' } };
    return await answerAs(api, { ...request, path }, world, options, parallel);
  };
}

async function answerAs(
  api: ProviderApi,
  request: ApiRequest,
  world: World,
  options: SandboxOptions,
  parallel: Map<string, number>,
): Promise<RouteResult> {
  const busy = (parallel.get(api.id) ?? 0) + 1;
  parallel.set(api.id, busy);
  try {
    const desk = world.open(api, busy);
    const answer = await api.answer(request, desk);
    if (desk.drop === 'cut') return { drop: 'cut' };
    return desk.drop === 'held' ? { drop: 'held', ms: options.holdMs ?? 60_000 } : answer;
  } finally {
    parallel.set(api.id, (parallel.get(api.id) ?? 1) - 1);
  }
}

/** By the provider's prefix, else by the form of the path: hosts that cannot set a path prefix may call the bare origin. */
function providerOf(path: string): readonly [ProviderApi | undefined, string] {
  const first = path.split('/')[1] ?? '';
  const named = providerApis.find((api) => api.id === first);
  if (named !== undefined) {
    const rest = path.slice(first.length + 1);
    return named.matches(rest) ? [named, rest] : [undefined, path];
  }
  // The bare origin is the inbox page.
  return [path === '/' ? undefined : providerApis.find((api) => api.matches(path)), path];
}

function checkOptions(options: SandboxOptions): void {
  const known = new Set(providerApis.map((api) => api.id));
  const named = [options.webhooks, options.secrets, options.credentials, options.publicUrls].flatMap((group) => Object.keys(group ?? {}));
  const issues = [...new Set(named)].filter((id) => !known.has(id)).map((id) => ({ path: id, expected: `one of ${[...known].join(', ')}` }));
  const shares = Object.entries(options.behaviour ?? {}).filter(([name, value]) => !name.endsWith('Ms') && !(value >= 0 && value <= 1));
  const wrong = shares.map(([name]) => ({ path: `behaviour.${name}`, expected: 'a share from 0 to 1' }));
  if (issues.length + wrong.length > 0) throw new InvalidOptionsError('createSandbox() was given options it cannot use.', [...issues, ...wrong]);
}
