import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatewayOrder, GatewayReady, GatewaySetup } from '../house-gateway.ts';
import { type LedgerLine, readLedger } from './ledger.ts';

/** A provider in a process of its own. */
export interface Gateway {
  readonly url: string;
  /** Answers 429 from now on, for so long. */
  close(forMs: number): void;
  /** About how many calls it has written down so far. */
  calls(): number;
  /** What it has written down so far. */
  ledger(): readonly LedgerLine[];
  stop(): void;
}

/** A line of the ledger, on average. */
const LINE_BYTES = 110;

/** Starts a provider. */
export async function startGateway(setup: Omit<GatewaySetup, 'ledger'>): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-gateway-'));
  const ledger = join(folder, 'ledger.jsonl');
  const whole: GatewaySetup = { ...setup, ledger };
  const child: ChildProcess = fork(join(import.meta.dirname, '..', 'house-gateway.ts'), [JSON.stringify(whole)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const { port } = await new Promise<GatewayReady>((resolve, reject) => {
    child.once('message', (message) => resolve(message as GatewayReady));
    child.once('exit', () => reject(new Error('The gateway did not start.')));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: (forMs) => void child.send({ closeForMs: forMs } satisfies GatewayOrder),
    calls: () => (statSync(ledger, { throwIfNoEntry: false })?.size ?? 0) / LINE_BYTES,
    ledger: () => readLedger(ledger),
    stop() {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
