import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Messenger } from '../../src/index.ts';
import type { WorkerOrder } from './driver-worker.ts';

export interface CrewMember {
  /** SIGTERM; resolves with the exit code. */
  leave(): Promise<number | null>;
}

/** Starts a worker process; resolves when it works. */
export async function hire(order: WorkerOrder): Promise<CrewMember> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'driver-worker.ts'), [JSON.stringify(order)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    gone.then((code) => {
      throw new Error(`A worker ended with ${code} before it worked.`);
    }),
  ]);
  return {
    leave() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/** Waits until every planned delivery has reached somebody. */
export async function untilReached(messenger: Messenger, count: number, withinMs: number): Promise<void> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    const { states } = await messenger.counts();
    if (states.reached === count) return;
    if (performance.now() > endMs) throw new Error(`Only ${states.reached} of ${count}: ${JSON.stringify(states)}`);
    await sleep(100);
  }
}
