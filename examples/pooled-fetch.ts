import { Agent, request } from 'undici';

// A transport over one pool of connections: every HTTP adapter takes it as its option `fetch`.

const pool = new Agent({ connections: 64, keepAliveTimeout: 30_000 });

/** Fetch over `undici.request`, as far as adapters use it: no redirects are followed, the answer comes whole. */
export const pooledFetch: typeof globalThis.fetch = async (input, init) => {
  const asked = input instanceof Request && Object.keys(init ?? {}).length === 0 ? input : new Request(input, init);
  const { statusCode, headers, body } = await request(asked.url, {
    dispatcher: pool,
    method: asked.method,
    headers: asked.headers,
    body: asked.body === null ? null : await asked.text(),
    signal: asked.signal,
  });
  const fields = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  return new Response([204, 304].includes(statusCode) ? null : await body.arrayBuffer(), { status: statusCode, headers: fields });
};
