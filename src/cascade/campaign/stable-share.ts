import type { SubjectRef } from '../../consent/record/record.ts';
import { sha256Hex } from '../../ledger/hash.ts';

/** A group of people who get nothing, to compare with. */
export interface Holdout {
  /** Part of all people, between 0 and 1. */
  readonly share: number;
  /** Campaigns that name one group hold out the same people. @default 'holdout' */
  readonly group?: string | undefined;
}

/** Where a person stands in [0, 1) under a name: the same at every call, on every machine, and unrelated from name to name. */
export function stableShare(name: string, subject: SubjectRef): number {
  // 52 bits, which a double holds exactly.
  return Number.parseInt(sha256Hex(`${name}/${subject}`).slice(0, 13), 16) / 2 ** 52;
}

/** Whether a person belongs to the group that gets nothing. */
export function isHeldOut({ share, group = 'holdout' }: Holdout, subject: SubjectRef): boolean {
  return stableShare(`holdout/${group}`, subject) < share;
}
