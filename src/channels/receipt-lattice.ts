import type { DeliveryStatus } from './taxonomy.ts';

/**
 * Statuses from least to most that is known. The four bad ends stand on one level of the facts; among themselves the more definite wins,
 * so that merging stays independent of order. A late `delivered` wins over a provisional bad end.
 * Source: facts on providers, "Order for merging events".
 */
const order: readonly DeliveryStatus[] = [
  'unknown',
  'accepted',
  'queued',
  'sent',
  'expired',
  'undelivered',
  'failed',
  'rejected',
  'delivered',
  'read',
];

const rank: ReadonlyMap<DeliveryStatus, number> = new Map(order.map((status, index) => [status, index]));

/** What two reports about one message say together: the further of the two. Commutative, associative, idempotent; never steps back. */
export function mergeStatus(a: DeliveryStatus, b: DeliveryStatus): DeliveryStatus {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/** What any number of reports say together; `unknown` when there is none. */
export function mergeStatuses(statuses: Iterable<DeliveryStatus>): DeliveryStatus {
  let merged: DeliveryStatus = 'unknown';
  for (const status of statuses) merged = mergeStatus(merged, status);
  return merged;
}

/** True for `undelivered`, `failed`, `expired` and `rejected`: the message did not arrive, as far as is known. */
export function isBadEnd(status: DeliveryStatus): boolean {
  return status === 'undelivered' || status === 'failed' || status === 'expired' || status === 'rejected';
}

/** True when `status` is at least as good as what a step waits for; a bad end never is. */
export function hasReached(status: DeliveryStatus, waitFor: 'accepted' | 'sent' | 'delivered' | 'read'): boolean {
  return !isBadEnd(status) && rankOf(status) >= rankOf(waitFor);
}

function rankOf(status: DeliveryStatus): number {
  return rank.get(status) ?? 0;
}
