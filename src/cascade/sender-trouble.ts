import type { MessengerEmitter } from '../events.ts';
import { type CounterStore, senderKey } from '../limits/index.ts';
import type { SenderTrouble } from './tick-deps.ts';

/** How long a sender stays closed when the answer names no time, in milliseconds. */
const closedForMs: Readonly<Record<SenderTrouble['errorClass'], number>> = {
  'rate-limited': 30_000,
  auth: 15 * 60_000,
  'insufficient-funds': 15 * 60_000,
  'sender-blocked': 60 * 60_000,
  // the template's affair, not the sender's: what uses it is held by its state
  'content-rejected': 0,
};

/** After a closing the sender opens slowly, in milliseconds. */
const RAMP_MS = 60_000;

/** Closes senders for all processes when a provider blames them: a rate limit at least until Retry-After, refused credentials or money longer. */
export function reportTroubleTo(counters: CounterStore, events: MessengerEmitter): (troubles: readonly SenderTrouble[]) => Promise<void> {
  return async (troubles) => {
    for (const { provider, sender, errorClass, retryAfterMs, at } of troubles) {
      const forMs = Math.max(retryAfterMs ?? 0, closedForMs[errorClass]);
      if (forMs === 0) continue;
      const until = new Date(at.getTime() + forMs);
      await counters.hold([{ key: senderKey(provider, sender), until, rampMs: RAMP_MS }], at);
      events.emit('sender-paused', { provider, sender, reason: errorClass, until });
    }
  };
}
