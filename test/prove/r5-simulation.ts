import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { runSchedules, type Schedules } from './r5-schedules.ts';

/** A run on fresh stores: what it does depends on its seed alone, never on which thread took it. */
interface Run {
  readonly count: number;
  readonly seed: number;
  readonly broken: boolean;
}

/** Schedules of a run: few enough that stores in memory stay small. */
const RUN = 10_000;

/** Plays so many schedules on all cores of the machine. The same seed gives the same figures on any machine. */
export async function simulate(count: number, seed: number, broken: boolean): Promise<Schedules> {
  const runs: Run[] = [];
  for (let done = 0; done < count; done += RUN) runs.push({ count: Math.min(RUN, count - done), seed: seed + runs.length, broken });
  const total: Schedules = { schedules: 0, steps: 0, sent: 0, namedInFlight: 0, leaked: 0 };
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL(import.meta.url));
    try {
      for (let run = runs.shift(); run !== undefined; run = runs.shift()) {
        const figures = await played(thread, run);
        for (const name of Object.keys(total) as (keyof Schedules)[]) total[name] += figures[name];
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), runs.length) }, work));
  return total;
}

function played(thread: Worker, run: Run): Promise<Schedules> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject).once('message', (figures: Schedules) => {
      thread.off('error', reject);
      resolve(figures);
    });
    thread.postMessage(run);
  });
}

if (!isMainThread)
  parentPort!.on('message', async ({ count, seed, broken }: Run) => parentPort!.postMessage(await runSchedules(count, seed, broken)));
