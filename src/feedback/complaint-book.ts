import { changeDocument } from '../cascade/stores/change-document.ts';
import type { DocumentStore } from '../cascade/stores/document-store.ts';
import type { Person } from '../consent/consent-act.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence, SubjectRef } from '../consent/record/record.ts';
import { InvalidOptionsError } from '../errors.ts';
import type { MessengerEmitter } from '../events.ts';
import type { LawPack } from '../law/pack.ts';
import { countryOf, isE164 } from '../phone/index.ts';
import {
  type ComplaintCase,
  type ComplaintSource,
  type ComplaintState,
  type ComplaintStep,
  complaintDeadline,
  complaintMoves,
  isOverdue,
  readCase,
  writeCase,
} from './complaint-case.ts';

/** A complaint as it comes in. */
export type ComplaintIntake = Person & {
  /** Names the complaint: the same id again opens nothing. */
  readonly id: string;
  readonly source: ComplaintSource;
  readonly receivedAt: Date;
  /** What was said; kept encrypted in the ledger. */
  readonly text?: string | undefined;
  /** Legal entity complained about; all of the tenant's when absent. */
  readonly sender?: string | undefined;
  readonly provider?: string | undefined;
  /** ISO country whose law sets the deadline. @default the number's */
  readonly country?: string | undefined;
  /** SHA-256 of the raw complaint. */
  readonly proofHash?: string | undefined;
  readonly evidence?: Pick<Evidence, 'method' | 'grade'> | undefined;
  /** Who took it in, when nobody's webhook did. */
  readonly by?: string | undefined;
};

/** Who does something, and when. */
export interface Doing {
  readonly by: string;
  readonly at: Date;
  readonly proofHash?: string | undefined;
}

/** Everything a host does with complaints. */
export interface ComplaintBook {
  /** Stops marketing to the person, then opens a case with its deadline. Durable when it resolves; repeated it changes nothing. */
  open(intake: ComplaintIntake): Promise<ComplaintCase>;
  find(id: string): Promise<ComplaintCase | undefined>;
  /** In order of their deadlines. */
  list(filter?: {
    readonly states?: readonly ComplaintState[];
    readonly owner?: string | null;
    readonly subject?: SubjectRef;
  }): Promise<readonly ComplaintCase[]>;
  /** @throws {InvalidOptionsError} when there is no such case. */
  assign(id: string, owner: string, doing: Doing): Promise<ComplaintCase>;
  /** @throws {InvalidOptionsError} when there is no such case, or it cannot go there from where it is. */
  move(id: string, state: ComplaintState, doing: Doing): Promise<ComplaintCase>;
  /** A regulator asks about it, with a deadline of its own. @throws {InvalidOptionsError} when there is no such case. */
  involveRegulator(id: string, regulator: NonNullable<ComplaintCase['regulator']>, doing: Doing): Promise<ComplaintCase>;
  /** Tells `complaint-overdue` for each case whose deadline has passed, once for each deadline. */
  tellOverdue(now: Date): Promise<readonly ComplaintCase[]>;
  /** Whether an open case still needs what is held about a person: an erasure should wait for it. */
  needs(subject: SubjectRef): Promise<boolean>;
}

export interface ComplaintBookDeps {
  readonly documents: DocumentStore;
  readonly consent: Pick<ConsentBook, 'subject' | 'withdraw'>;
  readonly law: readonly LawPack[];
  readonly events: MessengerEmitter;
  /** Days for an answer where no law sets any. @default 10 */
  readonly houseDays?: number | undefined;
}

const PREFIX = 'case/';
const LONGEST_TEXT = 4_000;

export function createComplaintBook({ documents, consent, law, events, houseDays }: ComplaintBookDeps): ComplaintBook {
  const keyOf = (id: string): string => `${PREFIX}${id}`;
  const all = async (): Promise<readonly ComplaintCase[]> => (await documents.list(PREFIX)).map(({ value }) => readCase(value));

  const change = async (id: string, decide: (before: ComplaintCase) => ComplaintCase | undefined): Promise<ComplaintCase> => {
    const value = await changeDocument(documents, keyOf(id), (before) => {
      const after = before && decide(readCase(before.value));
      return after && writeCase(after);
    });
    if (value === undefined) throw new InvalidOptionsError('There is no such complaint.', [{ path: 'id', expected: 'the id of a case' }]);
    return readCase(value);
  };

  return {
    async open(intake) {
      const { id, source, receivedAt, text, sender, provider, proofHash, evidence = { method: 'staff', grade: 'B' }, by = 'licet' } = intake;
      const subject = intake.address === undefined ? intake.subject : consent.subject(intake.address);
      const numbered = intake.address !== undefined && isE164(intake.address) ? countryOf(intake.address) : null;
      const country = intake.country ?? numbered;
      const { recordId } = await consent.withdraw({
        ...(intake.address === undefined ? { subject } : { address: intake.address }),
        id,
        ...(sender === undefined ? {} : { sender }),
        evidence: { ...evidence, actor: provider ?? by, ...(proofHash === undefined ? {} : { proofHash }) },
        occurredAt: receivedAt,
        reason: 'complaint',
        ...(text === undefined || text === '' ? {} : { note: text.slice(0, LONGEST_TEXT) }),
      });
      const opened: ComplaintCase = {
        ...{ id, source, subject, sender: sender ?? null, provider: provider ?? null, country, proofHash: proofHash ?? null, recordId },
        ...{ state: 'open', owner: null, receivedAt, regulator: null, steps: [{ at: receivedAt, by, did: 'opened' }] },
        ...complaintDeadline(law, country, receivedAt, houseDays),
      };
      let isNew = false;
      const value = await changeDocument(documents, keyOf(id), (before) => {
        isNew = before === undefined;
        return isNew ? writeCase(opened) : undefined;
      });
      if (isNew) events.emit('complaint-opened', { caseId: id, dueAt: opened.dueAt });
      return readCase(value!);
    },

    async find(id) {
      const found = await documents.get(keyOf(id));
      return found && readCase(found.value);
    },

    async list({ states, owner, subject } = {}) {
      const found = (await all()).filter(
        (one) =>
          (states === undefined || states.includes(one.state)) &&
          (owner === undefined || one.owner === owner) &&
          (subject === undefined || one.subject === subject),
      );
      return found.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    },

    assign: (id, owner, doing) =>
      change(id, (before) => (before.owner === owner ? undefined : { ...before, owner, steps: noted(before, doing, 'assigned', owner) })),

    async move(id, state, doing) {
      const moved = await change(id, (before) => {
        if (before.state === state) return undefined;
        if (!complaintMoves[before.state].includes(state))
          throw new InvalidOptionsError('A complaint cannot go there.', [
            { path: 'state', expected: `one of ${complaintMoves[before.state].join(', ')}, from ${before.state}` },
          ]);
        return { ...before, state, steps: noted(before, doing, 'moved', state) };
      });
      events.emit('complaint-moved', { caseId: id, state });
      return moved;
    },

    involveRegulator: (id, regulator, doing) =>
      change(id, (before) => ({
        ...before,
        regulator,
        dueAt: new Date(Math.min(before.dueAt.getTime(), regulator.dueAt.getTime())),
        steps: noted(before, doing, 'regulator', regulator.reference),
      })),

    async tellOverdue(now) {
      const due = (await all()).filter((one) => isOverdue(one, now) && !wasTold(one));
      for (const one of due) {
        await change(one.id, (before) =>
          wasTold(before) ? undefined : { ...before, steps: noted(before, { by: 'licet', at: now }, 'told-overdue', before.dueAt.toISOString()) },
        );
        events.emit('complaint-overdue', { caseId: one.id, dueAt: one.dueAt });
      }
      return due;
    },

    needs: async (subject) => (await all()).some((one) => one.subject === subject && one.state !== 'closed'),
  };
}

function noted(before: ComplaintCase, { by, at, proofHash }: Doing, did: ComplaintStep['did'], to: string): ComplaintCase['steps'] {
  return [...before.steps, { at, by, did, to, ...(proofHash === undefined ? {} : { proofHash }) }];
}

/** For this deadline; an earlier one that a regulator set is told anew. */
function wasTold({ steps, dueAt }: ComplaintCase): boolean {
  return steps.some(({ did, to }) => did === 'told-overdue' && to === dueAt.toISOString());
}
