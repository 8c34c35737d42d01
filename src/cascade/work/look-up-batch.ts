import type { LookupResult } from '../../channels/port.ts';
import { stepKeyOf } from '../delivery/delivery.ts';
import { advance, record, type TickFrame, type Work } from './work.ts';
import type { WriteQueue } from './write-queue.ts';

const never = new AbortController().signal;

/** Asks the providers what became of attempts nobody knows about. An adapter that throws has told nothing. */
export async function lookUpAll(frame: TickFrame, works: readonly Work[], queue: WriteQueue): Promise<void> {
  await Promise.all(
    works.map(async (work) => {
      const { action } = work;
      if (action.kind !== 'look-up') return;
      const result = await ask(frame, work);
      frame.counts.lookedUp++;
      record(work, { type: 'looked-up', step: action.index, number: action.attempt.number, result, at: frame.instant() });
      // The store must learn a message id found this way, or it could not match the receipts that carry nothing else.
      const settled = work.delivery.steps[action.index]?.attempts.find(({ number }) => number === action.attempt.number);
      if (settled !== undefined && settled.result !== action.attempt.result) work.ended.push({ step: action.index, attempt: settled });
      await frame.deps.faultPoint?.('looked-up');
      advance(frame, work);
      queue.add([work]);
    }),
  );
}

async function ask(frame: TickFrame, { action, delivery }: Work): Promise<LookupResult> {
  if (action.kind !== 'look-up') return { found: 'unsure' };
  const { attempt, index } = action;
  const { request, steps } = delivery;
  const provider = frame.deps.providers.find(({ id }) => id === attempt.provider);
  if (provider?.lookup === undefined) return { found: 'unsure' };
  const first = steps[index]?.attempts[0] ?? attempt;
  const messageId = attempt.result?.outcome === 'accepted' ? attempt.result.providerMessageId : undefined;
  const query = {
    stepKey: stepKeyOf(request.id, index),
    to: request.addresses?.[attempt.channel] ?? request.phone ?? '',
    startedAt: first.startedAt,
    ...(messageId === undefined ? {} : { providerMessageId: messageId }),
  };
  try {
    return await provider.lookup(query, never);
  } catch {
    return { found: 'unsure' };
  }
}
