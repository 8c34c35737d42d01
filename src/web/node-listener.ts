import type { IncomingMessage, ServerResponse } from 'node:http';

/** A web-standard handler: every endpoint of licet has this form. */
export type WebHandler = (request: Request) => Promise<Response>;

export interface NodeListenerOptions {
  /**
   * Origin as the world calls it, for instance `https://hooks.example.test`: request URLs are built on it, never on the `Host` header,
   * because some providers sign the URL.
   */
  readonly publicUrl: string;
  /** Longer bodies are answered with 413 without being read to the end. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
}

/** A request as `node:http` gives it, with what Express and its kin add. */
interface MountedMessage extends IncomingMessage {
  /** The whole path where a router has cut its mount point off `url`. */
  readonly originalUrl?: string;
  /** The bytes, where a raw body parser came first. */
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/**
 * Mounts a web-standard handler in `node:http`, Express and what else passes on Node's own requests. The body is read once as raw bytes; what the
 * handler throws becomes a plain 500 without detail. Mount it before body parsers: bytes that one of them has read and parsed cannot be verified,
 * and are answered with a 500 that says so.
 * @example createServer(nodeListener(handler, { publicUrl: 'https://hooks.example.test' })).listen(8080)
 */
export function nodeListener(handler: WebHandler, options: NodeListenerOptions): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const maxBodyBytes = options.maxBodyBytes ?? 1_048_576;
  const origin = options.publicUrl.replace(/(?<!\/)\/+$/u, '');
  return (incoming, outgoing) => {
    void serve(handler, origin, maxBodyBytes, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function serve(handler: WebHandler, origin: string, maxBodyBytes: number, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await readBody(incoming, maxBodyBytes);
  if (body === 'too-large') return refuse(outgoing, 413);
  if (body === 'cut-off') return void outgoing.destroy();
  if (body === 'taken') return refuse(outgoing, 500, 'The body was parsed before it could be verified: mount this handler before body parsers.');
  const url = `${origin}${pathOf((incoming as MountedMessage).originalUrl ?? incoming.url)}`;
  if (!URL.canParse(url)) return refuse(outgoing, 400);
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const response = await answer(handler, url, incoming, body, gone.signal);
  await write(response, outgoing);
}

async function answer(
  handler: WebHandler,
  url: string,
  incoming: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Response> {
  const method = incoming.method ?? 'GET';
  const bodiless = method === 'GET' || method === 'HEAD';
  try {
    const request = new Request(url, { method, headers: headersOf(incoming), signal, ...(bodiless ? {} : { body }) });
    return await handler(request);
  } catch {
    return new Response('internal error', { status: 500, headers: { 'content-type': 'text/plain' } });
  }
}

/** An absolute-form request target keeps only its path: the origin comes from configuration. */
function pathOf(target: string | undefined): string {
  if (target === undefined || target.startsWith('/')) return target ?? '/';
  if (!URL.canParse(target)) return '/';
  const { pathname, search } = new URL(target);
  return `${pathname}${search}`;
}

async function readBody(incoming: MountedMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'cut-off' | 'taken'> {
  const taken = [incoming.rawBody, incoming.body].find((one) => one instanceof Uint8Array);
  if (taken !== undefined) return taken.length > maxBytes ? 'too-large' : new Uint8Array(taken);
  if (incoming.readableDidRead) return 'taken';
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'cut-off';
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) for (const value of values ?? []) headers.append(name, value);
  return headers;
}

function refuse(outgoing: ServerResponse, status: number, reason: string = ''): void {
  outgoing.writeHead(status, { connection: 'close', 'content-type': 'text/plain', 'content-length': String(reason.length) }).end(reason);
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  if (response.body === null) return void outgoing.end();
  for await (const chunk of response.body) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(chunk)) await new Promise((resolve) => outgoing.once('drain', resolve).once('close', resolve));
  }
  outgoing.end();
}
