import type { Clock } from '../../clock.ts';
import { isLicetError } from '../../errors.ts';

/** Pauses between tries while the store is down, in milliseconds: doubled each time, so that a server that comes back is not run over. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

export interface OutageOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  /** Aborted: no further try. */
  readonly signal: AbortSignal;
  /** Told of each try that failed. */
  readonly tell: (code: string) => void;
}

/**
 * Does a turn of work and goes on trying while the store cannot be used: an outage of the database must not end a worker. `undefined` when the
 * signal aborted before a turn came through.
 * @throws whatever else a turn throws.
 */
export async function throughOutages<Result>({ clock, signal, tell }: OutageOptions, turn: () => Promise<Result>): Promise<Result | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await turn();
    } catch (error) {
      if (!isLicetError(error) || error.code !== 'store-unavailable') throw error;
      tell(error.code);
      await clock.sleep(pauseMs, signal);
      if (signal.aborted) return undefined;
    }
  }
}
