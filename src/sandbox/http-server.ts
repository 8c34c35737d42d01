import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LicetError } from '../errors.ts';
import type { ApiAnswer, ApiRequest } from './provider-api.ts';

const maxBodyBytes = 1_048_576;

/** What a route does with a request; `drop` leaves the caller without an answer. */
export type RouteResult =
  | ({ readonly drop?: 'none' } & ApiAnswer)
  | { readonly drop: 'cut' }
  | { readonly drop: 'held'; readonly ms: number }
  /** The route answers on its own, for streams. */
  | { readonly stream: (outgoing: ServerResponse) => void };

export type Route = (request: ApiRequest) => Promise<RouteResult>;

/**
 * Listens on 127.0.0.1.
 * @throws {LicetError} `port-in-use` when another process has the port.
 */
export async function listen(port: number, route: Route): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    void serve(route, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusedToListen(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function refusedToListen(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new LicetError(
      'port-in-use',
      `Port ${port} of 127.0.0.1 is taken by another process. Stop it, or give another port (0 takes a free one).`,
    );
  }
  if (error.code === 'EACCES') return new LicetError('port-refused', `This user may not listen on port ${port}. Give a port above 1023.`);
  return error;
}

async function serve(route: Route, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return void outgoing.writeHead(413, { connection: 'close' }).end();
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://sandbox.invalid');
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, String(value));
  const body = Buffer.concat(chunks).toString('utf8');
  const result = await route({ method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body });
  if ('stream' in result) return result.stream(outgoing);
  if (result.drop === 'cut') return void outgoing.destroy();
  if (result.drop === 'held') return hold(outgoing, result.ms);
  const text = typeof result.body === 'string' ? result.body : JSON.stringify(result.body);
  outgoing.writeHead(result.status, { 'content-type': 'application/json; charset=utf-8', ...result.headers }).end(text);
}

function hold(outgoing: ServerResponse, ms: number): void {
  const timer = setTimeout(() => outgoing.destroy(), ms);
  outgoing.once('close', () => clearTimeout(timer));
}
