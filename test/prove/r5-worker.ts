import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { MessengerStores } from '../../src/index.ts';
import { dice } from './claim.ts';
import { type Call, openHouse, witness } from './house.ts';

/** What a worker is told to do. */
export type Order =
  | { readonly do: 'withdraw'; readonly people: readonly { readonly phone: string; readonly afterMs: number }[] }
  | { readonly do: 'stop' };

/** A withdrawal as its caller saw it acknowledged. Stamps are nanoseconds in decimal: messages carry no bigint. */
export interface Acknowledgement {
  readonly phone: string;
  readonly at: string;
  readonly tookMs: number;
  readonly complete: boolean;
  readonly inFlight: readonly string[];
}

export type Answer =
  | { readonly did: 'ready' }
  | { readonly did: 'withdraw'; readonly acknowledgements: readonly Acknowledgement[] }
  | { readonly did: 'stop'; readonly calls: readonly { readonly stepKey: string; readonly to: string; readonly at: string }[] };

export interface WorkerSetup {
  readonly url: string;
  readonly role: 'send' | 'withdraw';
  readonly seed: number;
  readonly broken: boolean;
}

/** Check-then-send: nobody shuts a gate, nobody waits for what is under way. */
const withoutFence = (stores: MessengerStores): MessengerStores => ({
  ...stores,
  deliveryStore: { ...stores.deliveryStore, closeSubject: async () => [], openAttempts: async () => [] },
});

const setup: WorkerSetup = JSON.parse(process.argv[2]!);
const pool = new pg.Pool({ connectionString: setup.url, max: 8 });
pool.on('error', () => {});
const roll = dice(setup.seed);
const calls: Call[] = [];
// Most calls are quick; some outlast the withdrawal's patience and have to be named in the acknowledgement.
const provider = witness(calls, () => (roll() < 0.03 ? 150 : roll() * 20));
const messenger = openHouse({
  client: pool,
  provider,
  worker: `${setup.role}-${process.pid}`,
  ...(setup.broken ? { swap: withoutFence } : {}),
});
const end = new AbortController();
const running = setup.role === 'send' ? messenger.run({ signal: end.signal, limit: 50 }) : Promise.resolve();

async function withdraw(phone: string, afterMs: number): Promise<Acknowledgement> {
  await sleep(afterMs);
  const began = process.hrtime.bigint();
  const { complete, inFlight } = await messenger.consent.withdraw({
    address: phone,
    evidence: { method: 'reply', grade: 'A' },
    drainMs: 100,
  });
  const at = process.hrtime.bigint();
  return { phone, at: String(at), tookMs: Number(at - began) / 1e6, complete, inFlight: inFlight.map(({ stepKey }) => stepKey) };
}

const answer = (given: Answer): void => void process.send!(given);

process.on('message', async (order: Order) => {
  if (order.do === 'withdraw') {
    answer({ did: 'withdraw', acknowledgements: await Promise.all(order.people.map(({ phone, afterMs }) => withdraw(phone, afterMs))) });
    return;
  }
  end.abort();
  await running;
  answer({ did: 'stop', calls: calls.map(({ stepKey, to, at }) => ({ stepKey, to, at: String(at) })) });
  await pool.end();
  process.disconnect();
});
answer({ did: 'ready' });
