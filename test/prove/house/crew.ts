import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import type { WorkerOrder, WorkerSetup } from './worker-setup.ts';

/** A worker process. */
export interface Hired {
  readonly name: string;
  /** Resolves once it could begin at once. */
  readonly ready: Promise<void>;
  /** How it ended: its exit code, or the signal that ended it. */
  readonly gone: Promise<number | NodeJS.Signals>;
  readonly isGone: () => boolean;
  go(): void;
  signal(name: NodeJS.Signals): void;
}

/** Hires workers from one snapshot of the loaded program. */
export interface Crew {
  hire(setup: WorkerSetup): Hired;
  /** Kills all that are left. */
  dismiss(): void;
}

/** Bundles the worker and loads it once into a snapshot, from which each process starts in a twentieth of a second. */
export async function gatherCrew(): Promise<Crew> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-crew-'));
  const blob = join(folder, 'worker.blob');
  await build({
    config: false,
    entry: { worker: join(import.meta.dirname, '..', 'house-worker.ts') },
    outDir: folder,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    noExternal: [/./],
    external: ['pg-native'],
    splitting: false,
    dts: false,
    silent: true,
  });
  execFileSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot', join(folder, 'worker.cjs')], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const hired = new Set<ChildProcess>();
  return {
    hire(setup) {
      const child = fork('worker', [JSON.stringify(setup)], {
        execArgv: ['--snapshot-blob', blob],
        stdio: ['ignore', 'ignore', setup.naive === undefined ? 'inherit' : 'ignore', 'ipc'],
      });
      hired.add(child);
      let isGone = false;
      const gone = new Promise<number | NodeJS.Signals>((resolve) => {
        child.once('exit', (code, signal) => {
          isGone = true;
          hired.delete(child);
          resolve(code ?? signal ?? -1);
        });
      });
      const ready = new Promise<void>((resolve, reject) => {
        child.once('message', () => resolve());
        child.once('exit', () => reject(new Error('A worker ended before it was ready.')));
      });
      ready.catch(() => undefined);
      return {
        name: setup.name,
        ready,
        gone,
        isGone: () => isGone,
        go: () => void child.send('go' satisfies WorkerOrder, () => undefined),
        signal: (name) => void child.kill(name),
      };
    },
    dismiss() {
      for (const child of hired) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
