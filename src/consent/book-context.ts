import type { KeyObject } from 'node:crypto';
import type { Clock, NewId } from '../clock.ts';
import type { RandomBytes } from '../ledger/random.ts';
import type { Person } from './consent-act.ts';
import type { SubjectFence } from './fence.ts';
import type { SubjectRef } from './record/record.ts';
import type { RecordWriter } from './record-writer.ts';
import type { ConsentStore } from './store/consent-store.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** What the facade's acts work with. */
export interface BookContext {
  readonly store: ConsentStore;
  readonly tenant: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly secret: KeyObject;
  readonly fence: SubjectFence;
  readonly writer: RecordWriter;
  readonly keys: SubjectKeys;
  subjectOf(person: Person): SubjectRef;
}
