import { createEmitter } from '../../events.ts';
import { type ComplaintBook, createComplaintBook } from '../../feedback/complaint-book.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { type LedgerChoice, type LedgerUse, type OpenedLedger, openLedger } from '../consent/open-ledger.ts';

/** A ledger with the complaints about it. */
export interface OpenedComplaints extends OpenedLedger {
  readonly complaints: ComplaintBook;
}

/** Opens a tenant's complaints, with the deadlines of every pack licet ships. @throws what `openLedger` throws. */
export async function openComplaints(
  choice: LedgerChoice,
  io: Pick<CommandIo, 'now'>,
  { use, houseDays }: { readonly use: LedgerUse; readonly houseDays?: number | undefined },
): Promise<OpenedComplaints> {
  const law = await loadAllPacks();
  const ledger = await openLedger(choice, io, { use });
  const { book: consent, stores } = ledger;
  return { ...ledger, complaints: createComplaintBook({ documents: stores.documentStore, consent, law, events: createEmitter(), houseDays }) };
}

/** The option that says who does it. @throws {UsageError} without one: a case that nobody has touched proves nothing. */
export function readDoer(by: string | undefined): string {
  if (by === undefined || by === '') throw new UsageError('Give --by NAME, who does it: the case keeps it.');
  return by;
}
