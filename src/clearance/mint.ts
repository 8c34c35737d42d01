import { canonicalJson, type JsonValue } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/hash.ts';
import type { ClearedMessage } from '../message/cleared.ts';
import type { Content, OutboundMessage } from '../message/outbound.ts';

/** What a clearance adds to a message. */
export type ClearanceStamp = Pick<ClearedMessage, 'clearanceId' | 'ground' | 'packs' | 'clearedFromMs' | 'clearedUntilMs'>;

/** The one place where a message becomes a cleared one. */
export function mint(message: OutboundMessage, stamp: ClearanceStamp): ClearedMessage {
  return { ...message, ...stamp, contentHash: contentHash(message.content) } as ClearedMessage;
}

/** SHA-256, hex, of what the person will see: the canonical JSON of the content. */
export function contentHash(content: Content): string {
  return sha256Hex(canonicalJson(content as unknown as JsonValue));
}

/** Whether a cleared message may go to the wire at this reading of the clock that cleared it. Checked directly before the call. */
export function isStillCleared(message: ClearedMessage, monotonicMs: number): boolean {
  return monotonicMs >= message.clearedFromMs && monotonicMs < message.clearedUntilMs;
}

/** Whole milliseconds to sleep until a cleared message's slot; 0 when the slot has come. */
export function waitForSlotMs(message: ClearedMessage, monotonicMs: number): number {
  const waitMs = message.clearedFromMs - monotonicMs;
  // Timers may fire up to a millisecond early, and a call before its slot is refused.
  return waitMs <= 0 ? 0 : Math.ceil(waitMs) + 1;
}
