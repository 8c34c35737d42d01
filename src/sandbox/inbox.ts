import type { ServerResponse } from 'node:http';
import type { Books } from './books.ts';
import type { RouteResult } from './http-server.ts';
import { inboxPage } from './inbox-page.ts';
import { inboxScript } from './inbox-script.ts';
import { inboxStyle } from './inbox-style.ts';
import type { PlannedEvent } from './ledger.ts';
import { type ApiRequest, jsonOf } from './provider-api.ts';
import type { World, WorldNews } from './world.ts';

const contentSecurity = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Serves the inbox page, its live feed and its buttons; `null` for a path that is none of them. */
export function inboxRoute(world: World, books: Books, now: () => Date): (request: ApiRequest) => Promise<RouteResult | null> {
  return async (request) => {
    if (!isLocal(request)) return { status: 403, body: { error: 'The inbox is for this machine only.' } };
    switch (`${request.method} ${request.path}`) {
      case 'GET /':
        return file('text/html', inboxPage);
      case 'GET /_sandbox/inbox.js':
        return file('text/javascript', inboxScript);
      case 'GET /_sandbox/inbox.css':
        return file('text/css', inboxStyle);
      case 'GET /_sandbox/events':
        return { stream: (outgoing) => feed(world, books, now(), outgoing) };
      case 'POST /_sandbox/act':
        return act(world, request);
      default:
        return null;
    }
  };
}

/** Pages of other origins cannot reach the buttons, nor can a name that was re-bound to this machine. */
function isLocal(request: ApiRequest): boolean {
  const host = request.headers.get('host') ?? '';
  const origin = request.headers.get('origin');
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host) && (origin === null || origin === `http://${host}`);
}

function file(type: string, body: string): RouteResult {
  return {
    status: 200,
    body,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': contentSecurity,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  };
}

/** Server-sent events: everything so far, then everything as it happens. */
function feed(world: World, books: Books, now: Date, outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (news: WorldNews) => void outgoing.write(`data: ${JSON.stringify(news)}\n\n`);
  for (const message of books.messages) {
    send({ news: 'message', entry: message.entry });
    const taken = Date.parse(message.entry.at);
    for (const event of message.plan) {
      const at = new Date(taken + event.afterMs);
      if (at <= now) send({ news: 'event', seq: message.entry.seq, event, at: at.toISOString() });
    }
  }
  outgoing.once('close', world.listen(send));
}

const types: ReadonlySet<string> = new Set(['delivered', 'read', 'failed', 'stop', 'reply']);

function act(world: World, request: ApiRequest): RouteResult {
  const body = jsonOf(request);
  const type = body?.type;
  if (request.headers.get('content-type') !== 'application/json' || typeof body?.seq !== 'number' || typeof type !== 'string' || !types.has(type)) {
    return {
      status: 400,
      body: { error: 'Expected {"seq": number, "type": "delivered" | "read" | "failed" | "stop" | "reply", "code"?, "text"?} as JSON.' },
    };
  }
  const done = world.act(body.seq, {
    type: type as PlannedEvent['type'],
    ...(typeof body.code === 'string' && body.code !== '' ? { code: body.code } : {}),
    ...(typeof body.text === 'string' ? { text: body.text } : {}),
    ...(type === 'reply' ? { meaning: meaningOf(body.meaning) } : {}),
  });
  return done ? { status: 202, body: { ok: true } } : { status: 404, body: { error: 'No such message.' } };
}

function meaningOf(value: unknown): 'opt-out' | 'complaint' | 'other' {
  return value === 'opt-out' || value === 'complaint' ? value : 'other';
}
