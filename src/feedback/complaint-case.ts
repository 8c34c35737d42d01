import type { SubjectRef } from '../consent/record/record.ts';
import type { LawPack } from '../law/pack.ts';
import type { JsonValue } from '../ledger/canonical-json.ts';
import { type DutyDeadline, dutyDeadline } from './duty-deadline.ts';

/** `open`: nobody works on it; `answered`: the person has been answered; `closed`: nothing more is to be done. */
export type ComplaintState = 'open' | 'in-progress' | 'answered' | 'closed';
export const complaintStates: readonly ComplaintState[] = ['open', 'in-progress', 'answered', 'closed'];

/** How a complaint reached us. */
export type ComplaintSource = 'reply' | 'provider' | 'api' | 'list';

/** Something done to a case, and by whom. Free text about people belongs into the ledger, where it can be erased. */
export interface ComplaintStep {
  readonly at: Date;
  readonly by: string;
  readonly did: 'opened' | 'assigned' | 'moved' | 'regulator' | 'told-overdue';
  /** The new owner or state, or the regulator's reference. */
  readonly to?: string;
  /** SHA-256 of what was sent or received. */
  readonly proofHash?: string;
}

/** One complaint on its way. Who complained stands as a keyed reference; what was said stands in the ledger. */
export interface ComplaintCase {
  readonly id: string;
  readonly source: ComplaintSource;
  readonly subject: SubjectRef;
  readonly sender: string | null;
  readonly provider: string | null;
  /** ISO country whose law sets the deadline. */
  readonly country: string | null;
  /** SHA-256 of the raw complaint. */
  readonly proofHash: string | null;
  /** The withdrawal it was recorded as; its note is the complaint's text. */
  readonly recordId: string;
  readonly state: ComplaintState;
  readonly owner: string | null;
  readonly receivedAt: Date;
  /** The person's or the regulator's deadline, whichever is earlier. */
  readonly dueAt: Date;
  /** The entry of the law that sets the person's deadline; `null`: the house's own days. */
  readonly deadline: Omit<DutyDeadline, 'dueAt'> | null;
  readonly regulator: { readonly name: string; readonly reference: string; readonly dueAt: Date } | null;
  readonly steps: readonly ComplaintStep[];
}

/** Where a case may go from where it is. */
export const complaintMoves: Readonly<Record<ComplaintState, readonly ComplaintState[]>> = {
  open: ['in-progress', 'answered', 'closed'],
  'in-progress': ['open', 'answered', 'closed'],
  answered: ['in-progress', 'closed'],
  closed: ['in-progress'],
};

const DAY_MS = 86_400_000;

/** The earliest deadline that the country's law sets for answering a complaint; without one, `houseDays` calendar days. */
export function complaintDeadline(
  packs: readonly LawPack[],
  country: string | null,
  receivedAt: Date,
  houseDays = 10,
): { readonly dueAt: Date; readonly deadline: ComplaintCase['deadline'] } {
  const found = dutyDeadline(packs, country, ['complaint', 'stop-processing'], receivedAt);
  if (found === null) return { dueAt: new Date(receivedAt.getTime() + houseDays * DAY_MS), deadline: null };
  const { dueAt, ...deadline } = found;
  return { dueAt, deadline };
}

/** Whether a case should have been answered by then. */
export function isOverdue({ state, dueAt }: Pick<ComplaintCase, 'state' | 'dueAt'>, now: Date): boolean {
  return (state === 'open' || state === 'in-progress') && dueAt < now;
}

/** A case as a document. */
export function writeCase(given: ComplaintCase): JsonValue {
  return JSON.parse(JSON.stringify(given));
}

/** A case out of its document. */
export function readCase(value: JsonValue): ComplaintCase {
  const stored = value as unknown as ComplaintCase;
  const { regulator } = stored;
  return {
    ...stored,
    receivedAt: new Date(stored.receivedAt),
    dueAt: new Date(stored.dueAt),
    regulator: regulator && { ...regulator, dueAt: new Date(regulator.dueAt) },
    steps: stored.steps.map((step) => ({ ...step, at: new Date(step.at) })),
  };
}
