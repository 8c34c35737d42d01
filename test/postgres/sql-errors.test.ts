import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLicetError } from '../../src/index.ts';
import { postgresStores } from '../../src/postgres/index.ts';

/** A server that takes connections and does with them what a test says: nothing, or hang up. */
let server: Server;
let treat: (socket: Socket) => void = () => undefined;
const sockets = new Set<Socket>();

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket.on('error', () => undefined));
        treat(socket);
      }).listen(0, '127.0.0.1', resolve);
    }),
);
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

function portOf(): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function codeOf(given: pg.PoolConfig): Promise<string> {
  const pool = new pg.Pool({ host: '127.0.0.1', user: 'nobody', database: 'none', ...given });
  pool.on('error', () => undefined);
  try {
    await postgresStores({ client: pool, tenant: 'test' }).deliveryStore.load(['d']);
    return 'none';
  } catch (error) {
    return isLicetError(error) ? error.code : String(error);
  } finally {
    await pool.end();
  }
}

describe('a database that cannot be used', () => {
  it('is told from one that refuses, also where the client gives no code', async () => {
    treat = (socket) => socket.once('data', () => socket.destroy());
    expect(await codeOf({ port: portOf() })).toBe('store-unavailable');
    treat = () => undefined;
    expect(await codeOf({ port: portOf(), connectionTimeoutMillis: 50 })).toBe('store-unavailable');
    expect(await codeOf({ port: 1 })).toBe('store-unavailable');
    // Lets anybody in, says it is ready, and never answers a query: a half-open connection.
    treat = (socket) => socket.once('data', () => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])));
    expect(await codeOf({ port: portOf(), query_timeout: 50 })).toBe('store-unavailable');
  });
});
