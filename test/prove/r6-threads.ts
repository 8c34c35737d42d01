import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { SimulationResult } from '../../src/testing/index.ts';
import { runSchedules } from './r6-schedules.ts';

interface Run {
  readonly count: number;
  readonly seed: number;
  readonly broken: boolean;
}

/** Schedules of a run on fresh stores: few, so that what people have agreed to before stays short. */
const RUN = 250;

/** Plays so many schedules on all cores of the machine. What a run does depends on its seed alone, never on which thread took it. */
export async function playAll(count: number, seed: number, broken: boolean): Promise<readonly SimulationResult[]> {
  const runs: Run[] = [];
  for (let done = 0; done < count; done += RUN) runs.push({ count: Math.min(RUN, count - done), seed: seed + runs.length, broken });
  const results: SimulationResult[] = new Array(runs.length);
  let next = 0;
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL(import.meta.url));
    try {
      for (let index = next++; index < runs.length; index = next++) results[index] = await played(thread, runs[index]!);
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), runs.length) }, work));
  return results;
}

function played(thread: Worker, run: Run): Promise<SimulationResult> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject).once('message', (result: SimulationResult) => {
      thread.off('error', reject);
      resolve(result);
    });
    thread.postMessage(run);
  });
}

if (!isMainThread)
  parentPort!.on('message', async ({ count, seed, broken }: Run) => parentPort!.postMessage(await runSchedules(count, seed, broken)));
