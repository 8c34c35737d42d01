import type { Clock } from '../clock.ts';

export interface GuessLimitOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Tokens that are none, per client and minute. @default 30 */
  readonly guessesPerMinute?: number | undefined;
  /** Who calls, by what the host's proxy says; without it all callers share one limit. */
  readonly clientOf?: ((request: Request) => string | undefined) | undefined;
}

/** Counts tokens that are none. A good token is never turned away: mail providers unsubscribe thousands of people from one address. */
export interface GuessLimit {
  /** Notes one guess; `false` when this client has made too many. */
  allows(request: Request): boolean;
}

const GUESSES_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
/** Bounds memory whatever the clients call themselves. */
const MOST_CLIENTS = 10_000;

/** A bucket per client that drains evenly. Kept in this process: it slows guessing down, the seal is what stops it. */
export function guessLimit({ clock, guessesPerMinute = GUESSES_PER_MINUTE, clientOf }: GuessLimitOptions): GuessLimit {
  const fullAtMs = new Map<string, number>();
  const stepMs = MINUTE_MS / guessesPerMinute;
  return {
    allows(request) {
      const client = clientOf?.(request) ?? '';
      const nowMs = clock.monotonicMs();
      const emptiesAtMs = Math.max(nowMs, fullAtMs.get(client) ?? 0) + stepMs;
      if (emptiesAtMs - nowMs > MINUTE_MS) return false;
      fullAtMs.delete(client);
      if (fullAtMs.size >= MOST_CLIENTS) fullAtMs.delete(fullAtMs.keys().next().value!);
      fullAtMs.set(client, emptiesAtMs);
      return true;
    },
  };
}
