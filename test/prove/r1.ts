import type { Outcome, ProveOptions } from './claim.ts';
import { killWorkers } from './house/kills.ts';

/** kill -9 of workers with a provider that honours keys: nobody is lost, nobody gets two messages, nothing stays unknown. */
export function prove(options: ProveOptions): Promise<Outcome> {
  return killWorkers('key', options);
}
