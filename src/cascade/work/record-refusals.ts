import type { OptOutReport } from './tick-deps.ts';
import { advance, record, type TickFrame, type Work } from './work.ts';

/** How long to wait after the ledger could not be told, in milliseconds. */
const RETRY_MS = 30_000;

/**
 * Hands refusals that providers reported to the consent ledger. Attempts whose end is not written yet are written first: the withdrawal waits
 * for the person's open calls, and would wait for this one.
 */
export async function recordRefusals(frame: TickFrame, works: readonly Work[]): Promise<void> {
  const { deps } = frame;
  const ready = works.filter(({ action, ended }) => action.kind === 'record-opt-out' && ended.length === 0);
  if (ready.length === 0) return;
  try {
    await deps.recordOptOut(ready.flatMap(reportOf));
    await deps.faultPoint?.('opt-out:recorded');
    for (const work of ready) {
      record(work, { type: recordedAs(work), at: frame.instant() });
      advance(frame, work);
    }
  } catch {
    deps.events?.emit('background-failure', { where: 'record-opt-out', code: 'not-recorded' });
    const until = new Date(frame.instant().getTime() + RETRY_MS);
    for (const work of ready) work.action = { kind: 'wait', until };
  }
}

function recordedAs({ action }: Work): 'opt-out-recorded' | 'gone-recorded' {
  return action.kind === 'record-opt-out' && action.refusal.says === 'number-gone' ? 'gone-recorded' : 'opt-out-recorded';
}

function reportOf({ delivery, action }: Work): readonly OptOutReport[] {
  if (action.kind !== 'record-opt-out') return [];
  const { id, subject, phone, sender, purpose } = delivery.request;
  return [{ ...action.refusal, deliveryId: id, subject, phone: phone ?? '', sender, ...(purpose === undefined ? {} : { purpose }) }];
}
