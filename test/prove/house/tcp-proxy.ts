import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can go bad. */
export interface TcpProxy {
  readonly port: number;
  /** Forgets the connections there are without a word: nothing is forwarded any more, nothing is closed. New ones work. @returns how many. */
  freeze(): number;
  /** Cuts all connections and takes no new ones for so long. */
  cutFor(ms: number): void;
  stop(): void;
}

/** Forwards to a port of this machine. */
export function startProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let cutUntilMs = 0;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (performance.now() < cutUntilMs) return void near.destroy();
    const far = connect(target, '127.0.0.1').on('error', () => undefined);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    const end = (): void => {
      if (!pairs.delete(pair)) return;
      near.destroy();
      far.destroy();
    };
    near.on('close', end);
    far.on('close', end);
    return undefined;
  });
  const frozen: (readonly [Socket, Socket])[] = [];
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        freeze() {
          const all = [...pairs];
          for (const [near, far] of all) {
            near.unpipe(far).resume();
            far.unpipe(near).resume();
          }
          frozen.push(...all);
          pairs.clear();
          return all.length;
        },
        cutFor(ms) {
          cutUntilMs = performance.now() + ms;
          for (const pair of pairs) for (const socket of pair) socket.destroy();
          pairs.clear();
        },
        stop() {
          for (const pair of [...pairs, ...frozen]) for (const socket of pair) socket.destroy();
          server.close();
        },
      });
    });
  });
}
