import type { Person } from './consent-act.ts';
import type { FenceResult } from './fence.ts';
import type { ConsentRecord, Evidence } from './record/record.ts';

/** A person's request to be forgotten, or the end of the lawful time to keep. */
export type EraseAct = Person & {
  readonly evidence: Evidence;
  /** Why, for the act of destruction: `consent-withdrawn`, `purpose-reached`, `request`, `retention-over`… */
  readonly reason: string;
  readonly id?: string | undefined;
  readonly drainMs?: number | undefined;
  /** Erase although an open complaint of this person still needs what is held; only a messenger knows of complaints. @default false */
  readonly despiteOpenCase?: boolean | undefined;
};

/** Kinds of personal data a ledger holds about a person. */
export type PersonalCategory = 'address' | 'note' | 'source-url' | 'details';

/** What was destroyed: enough for the act of destruction, and nothing of what it was. */
export interface Erasure extends FenceResult {
  readonly record: ConsentRecord;
  readonly destroyedAt: Date;
  /** Categories found in the records before the key was destroyed. */
  readonly categories: readonly PersonalCategory[];
  /** How many records held personal data. */
  readonly records: number;
}
