import type { Delivery } from '../cascade/delivery/delivery.ts';
import { wasSubmitted } from '../cascade/delivery/step-standing.ts';
import { coversPurpose, coversSender } from '../consent/decide/scope.ts';
import type { ConsentRecord, Evidence } from '../consent/record/record.ts';
import type { Channel } from '../law/vocabulary.ts';

/** A withdrawal that followed a message. */
export interface Reaction {
  readonly recordId: string;
  readonly at: Date;
  readonly method: Evidence['method'];
  readonly complaint: boolean;
}

/** Every call of a delivery that was, or may have been, made, in order of time. */
export function submitsOf(delivery: Delivery): readonly { readonly at: Date; readonly channel: Channel; readonly step: number }[] {
  return delivery.steps
    .flatMap(({ attempts }, step) => attempts.filter(wasSubmitted).map(({ startedAt, channel }) => ({ at: startedAt, channel, step })))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The person's first withdrawal after a delivery's first submit and within `withinMs` of its last; `undefined` when there is none. It has
 * to speak about the message's sender and purpose; imports of older refusals are no reaction.
 */
export function reactionTo(delivery: Delivery, records: readonly ConsentRecord[], withinMs: number): Reaction | undefined {
  const submits = submitsOf(delivery);
  const [first, last] = [submits[0], submits.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { sender, purpose } = delivery.request;
  const scope = { sender, purpose, channel: last.channel };
  const refusals = records.filter(
    (record) =>
      (record.kind === 'withdrawn' || (record.kind === 'suppressed' && record.reason === 'complaint')) &&
      record.evidence.method !== 'import' &&
      coversSender(record, scope) &&
      coversPurpose(record, scope) &&
      record.occurredAt >= first.at &&
      record.occurredAt.getTime() <= last.at.getTime() + withinMs,
  );
  const earliest = refusals.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())[0];
  if (earliest === undefined) return undefined;
  return {
    recordId: earliest.id,
    at: earliest.occurredAt,
    method: earliest.evidence.method,
    complaint: refusals.some(({ reason }) => reason === 'complaint'),
  };
}
