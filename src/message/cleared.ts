import type { OutboundMessage } from './outbound.ts';

declare const cleared: unique symbol;

/** The ground a message rests on: a consent record, or another lawful basis the kind allows. */
export type LawfulGround =
  | { readonly basis: 'consent'; readonly recordId: string; readonly sequence: number }
  | { readonly basis: 'contract' | 'legal-obligation' | 'requested-by-person' }
  /** The one confirmation of an opt-out that a law allows. */
  | { readonly basis: 'opt-out-confirmation'; readonly recordId: string; readonly sequence: number };

/**
 * A message that may be submitted. Only `clearance/` can make one, out of a consent decision, a window and a lint report; it expires.
 */
export type ClearedMessage = OutboundMessage & {
  readonly [cleared]: true;
  readonly clearanceId: string;
  readonly ground: LawfulGround;
  /** `id@version` of every law pack the clearance rests on. */
  readonly packs: readonly string[];
  /** SHA-256 of the rendered content, hex. */
  readonly contentHash: string;
  /** On the monotonic clock of the process that cleared it: its slot under the rate limits. The call does not start before. */
  readonly clearedFromMs: number;
  /** On the same clock: past this the message is cleared anew. */
  readonly clearedUntilMs: number;
};
