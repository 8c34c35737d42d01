import { figuresOf } from '../cascade/delivery/delivery-counts.ts';
import { certainty, evolve } from '../cascade/delivery/evolve.ts';
import {
  type Attempt,
  type AttemptIntent,
  type Delivery,
  type DeliveryWrite,
  type NewDelivery,
  newDelivery,
  parseStepKey,
  type Receipt,
  type WaitFor,
} from '../cascade/index.ts';
import { priorityOf, shareOf } from '../cascade/stores/delivery-store.ts';
import { encodeAttempt, encodeProgress, encodeReceipt, encodeRequest } from './delivery-store-codec.ts';

/** How an attempt of a delivery ended. */
export interface EndedAttempt {
  readonly id: string;
  readonly step: number;
  readonly waitFor: WaitFor;
  readonly attempt: Attempt;
}

type Columns = readonly unknown[];

/** One array per column, in the order of the readers: what `unnest` takes. */
function columns<Row>(rows: readonly Row[], ...readers: readonly ((row: Row) => unknown)[]): Columns {
  return readers.map((read) => rows.map(read));
}

/** JSON texts in one, separated by a character that stands in none of them: JSON escapes it. */
function joinBodies<Row>(rows: readonly Row[], encode: (row: Row) => string): string {
  return rows.map(encode).join('\u001e');
}

export function insertColumns(deliveries: readonly NewDelivery[], now: Date): Columns {
  const rows = deliveries.map(({ request, refused }) => {
    const fresh = newDelivery(request, now);
    const delivery = refused === undefined ? fresh : evolve(fresh, { type: 'settled', cause: 'refused', reason: refused, at: now });
    return { request, delivery, due: refused === undefined ? (request.startAt?.getTime() ?? 0) : null };
  });
  return [
    ...columns(
      rows,
      ({ request }) => request.id,
      ({ request }) => request.campaignId ?? null,
      ({ request }) => request.idempotencyKey,
      ({ request }) => request.subject,
      ({ request }) => request.phone,
      ({ request }) => request.sender,
      ({ request }) => request.purpose ?? null,
    ),
    joinBodies(rows, ({ request }) => encodeRequest(request)),
    ...columns(
      rows,
      ({ request }) => priorityOf(request.kind),
      ({ request }) => shareOf(request.subject),
      ({ due }) => due,
      ({ delivery }) => delivery.state,
      ({ delivery }) => delivery.reason,
    ),
    joinBodies(rows, ({ delivery }) => encodeProgress(delivery)),
  ];
}

export function intentColumns(intents: readonly AttemptIntent[]): Columns {
  return [
    ...columns(
      intents,
      ({ lease }) => lease.id,
      ({ lease }) => lease.fence,
      ({ subject }) => subject,
      ({ epoch }) => epoch,
      ({ step }) => step,
      ({ attempt }) => attempt.number,
      ({ attempt }) => attempt.channel,
      ({ attempt }) => attempt.provider,
      ({ waitFor }) => waitFor,
      ({ attempt }) => attempt.startedAt.getTime(),
    ),
    joinBodies(intents, ({ attempt }) => encodeAttempt(attempt)),
  ];
}

/** The standing's own columns, in the order in which every function takes them. */
function standingColumns(deliveries: readonly Delivery[]): Columns {
  const rows = deliveries.map((delivery) => ({ delivery, figures: figuresOf(delivery) }));
  return [
    ...columns(
      rows,
      ({ delivery }) => delivery.state,
      ({ delivery }) => delivery.reason,
      ({ figures }) => figures.reachedBy,
      ({ figures }) => figures.late,
      ({ figures }) => figures.doubleReach,
      ({ figures }) => figures.segments,
      ({ figures }) => figures.priceMicros,
    ),
    joinBodies(deliveries, encodeProgress),
  ];
}

export function writeColumns(writes: readonly DeliveryWrite[], ended: readonly EndedAttempt[]): Columns {
  return [
    ...columns(
      writes,
      ({ lease }) => lease.id,
      ({ lease }) => lease.fence,
      ({ keep }) => keep === true,
      ({ wake }) => wake,
      ({ dueAt }) => dueAt?.getTime() ?? null,
    ),
    ...standingColumns(writes.map(({ delivery }) => delivery)),
    ...columns(
      ended,
      ({ id }) => id,
      ({ step }) => step,
      ({ attempt }) => attempt.number,
      ({ attempt }) => certainty(attempt.result),
      ({ attempt }) => attempt.provider,
      ({ attempt }) => messageIdOf(attempt),
    ),
    writes.flatMap(({ lease, receipts }) => receipts.map(() => lease.id)),
    writes.flatMap(({ receipts }) => receipts),
  ];
}

export function endedColumns(ended: readonly EndedAttempt[]): Columns {
  return [
    ...columns(
      ended,
      ({ id }) => id,
      ({ step }) => step,
      ({ attempt }) => attempt.number,
      ({ attempt }) => certainty(attempt.result),
      ({ attempt }) => attempt.channel,
      ({ attempt }) => attempt.provider,
      ({ waitFor }) => waitFor,
      ({ attempt }) => attempt.startedAt.getTime(),
    ),
    joinBodies(ended, ({ attempt }) => encodeAttempt(attempt)),
    ended.map(({ attempt }) => messageIdOf(attempt)),
  ];
}

export function endedOf({ lease, delivery, ended }: DeliveryWrite): readonly EndedAttempt[] {
  return ended.map(({ step, attempt }) => ({ id: lease.id, step, waitFor: delivery.steps[step]?.waitFor ?? 'delivered', attempt }));
}

/** A receipt with the delivery and step it names itself, if it does. */
export interface NamedReceipt {
  readonly receipt: Receipt;
  readonly deliveryId: string | null;
  readonly step: number | null;
}

export function namedReceipt(receipt: Receipt): NamedReceipt {
  const named = receipt.clientRef === undefined ? undefined : parseStepKey(receipt.clientRef);
  return { receipt, deliveryId: named?.deliveryId ?? null, step: named?.step ?? null };
}

export function ownerColumns(named: readonly NamedReceipt[]): Columns {
  return columns(
    named,
    ({ receipt }) => receipt.provider,
    ({ receipt }) => receipt.messageId,
    ({ deliveryId }) => deliveryId,
    ({ step }) => step,
  );
}

export function receiptColumns(named: readonly NamedReceipt[]): Columns {
  return [named.map(({ receipt }) => receipt.hash), ...ownerColumns(named), joinBodies(named, ({ receipt }) => encodeReceipt(receipt))];
}

/** A standing with receipts folded in, as it was read. */
export interface FoldedStanding {
  readonly delivery: Delivery;
  readonly dueAt: Date | null;
  readonly fence: number;
  readonly wake: number;
}

export function foldedColumns(folded: readonly FoldedStanding[]): Columns {
  return [
    ...columns(
      folded,
      ({ delivery }) => delivery.request.id,
      ({ fence }) => fence,
      ({ wake }) => wake,
      ({ dueAt }) => dueAt?.getTime() ?? null,
    ),
    ...standingColumns(folded.map(({ delivery }) => delivery)),
  ];
}

function messageIdOf({ result }: Attempt): string | null {
  return result?.outcome === 'accepted' ? result.providerMessageId : null;
}
