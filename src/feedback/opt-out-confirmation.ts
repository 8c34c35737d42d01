import { coversSender } from '../consent/decide/scope.ts';
import type { ConsentRecord } from '../consent/record/record.ts';

/** The withdrawal a confirmation rests on. */
export interface ConfirmedWithdrawal {
  readonly recordId: string;
  readonly sequence: number;
  readonly withdrawnAt: Date;
}

/**
 * The withdrawal that may be confirmed: the first whole one since the person last said yes to the sender. However often a person says stop, it stays
 * the same, and so does the one confirmation. `null` when there is none. Pure.
 */
export function withdrawalToConfirm(chain: readonly ConsentRecord[], sender: string): ConfirmedWithdrawal | null {
  const theirs = chain.filter((record) => coversSender(record, { sender, channel: '' }));
  const lastYes = theirs.findLast(({ kind }) => kind === 'granted' || kind === 'confirmed' || kind === 'refreshed' || kind === 'imported');
  const first = theirs.find(
    ({ kind, channels, purposes, sequence }) => kind === 'withdrawn' && channels === '*' && purposes === '*' && sequence > (lastYes?.sequence ?? 0),
  );
  return first === undefined ? null : { recordId: first.id, sequence: first.sequence, withdrawnAt: first.occurredAt };
}
