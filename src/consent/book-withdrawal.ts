import type { BookContext } from './book-context.ts';
import type { WithdrawAct, WithdrawalResult } from './consent-act.ts';
import type { EraseAct, Erasure, PersonalCategory } from './erasure.ts';
import type { FenceResult } from './fence.ts';
import { refusalEvent, withoutAddress } from './plan-event.ts';
import { openPersonalRecord } from './record/open-record.ts';
import type { PersonalFields, SubjectRef } from './record/record.ts';
import type { WrittenRecord } from './record-writer.ts';

const DRAIN_MS = 5_000;

/**
 * Appends, then closes the person's gate, then answers. The order is the promise: once the gate's new epoch is there, whoever cleared a
 * message earlier can no longer start it, and whoever clears one later reads the withdrawal. A repeated act closes the gate again.
 */
export async function withdrawWith(context: BookContext, kind: 'withdrawn' | 'suppressed', act: WithdrawAct): Promise<WithdrawalResult> {
  const event = refusalEvent(kind, act, { now: context.clock.now(), newId: context.newId, subjectOf: context.subjectOf });
  const [written] = await context.writer.write([event.subject], (chains) => [chains.get(event.subject)?.length ? withoutAddress(event) : event]);
  return { recordId: written!.record.id, ...(await closeGate(context, event.subject, act.drainMs)) };
}

/** Records the erasure, closes the gate, then destroys the key. Done again after a crash, it ends in the same state. */
export async function eraseWith(context: BookContext, act: EraseAct): Promise<Erasure> {
  context.keys.requireErasable();
  const subject = context.subjectOf(act);
  const held = await heldCategories(context, subject);
  const record = await recordErasure(context, act, subject);
  const gate = await closeGate(context, subject, act.drainMs);
  await context.keys.destroy([subject]);
  return { record: record.record, destroyedAt: context.clock.now(), ...held, ...gate };
}

async function recordErasure(context: BookContext, act: EraseAct, subject: SubjectRef): Promise<WrittenRecord> {
  const { sourceUrl: _sourceUrl, ...evidence } = act.evidence;
  const id = act.id ?? context.newId();
  const [written] = await context.writer.write([subject], () => [
    { kind: 'erased', id, subject, sender: '*', channels: '*', purposes: '*', evidence, occurredAt: context.clock.now(), reason: act.reason },
  ]);
  return written!;
}

function closeGate(context: BookContext, subject: SubjectRef, drainMs: number = DRAIN_MS): Promise<FenceResult> {
  return context.fence.close(subject, new Date(context.clock.now().getTime() + drainMs));
}

async function heldCategories(
  context: BookContext,
  subject: SubjectRef,
): Promise<{ readonly categories: readonly PersonalCategory[]; readonly records: number }> {
  const [chains, keys] = await Promise.all([context.store.load([subject]), context.keys.find([subject])]);
  const held = (chains.get(subject) ?? [])
    .map((sealed) => openPersonalRecord(context.tenant, sealed, keys.get(subject)).personal)
    .filter((personal) => personal !== undefined && personal !== null);
  const categories = new Set(held.flatMap(categoriesOf));
  return { categories: [...categories], records: held.length };
}

function categoriesOf(personal: PersonalFields): readonly PersonalCategory[] {
  const found: PersonalCategory[] = [];
  if (personal.address !== undefined) found.push('address');
  if (personal.note !== undefined) found.push('note');
  if (personal.sourceUrl !== undefined) found.push('source-url');
  if (personal.details !== undefined) found.push('details');
  return found;
}
