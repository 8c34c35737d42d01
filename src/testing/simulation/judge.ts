import { type Delivery, stepKeyOf } from '../../cascade/delivery/delivery.ts';
import { isTerminal } from '../../cascade/delivery/delivery-state.ts';
import { hasReached, mergeStatuses } from '../../channels/receipt-lattice.ts';
import type { DeliveryStatus } from '../../channels/taxonomy.ts';
import type { MessageRequest } from '../../message/request.ts';
import type { ProviderLedger, SimulatedCall } from './simulated-provider.ts';

/** A withdrawal that was acknowledged: when, and the calls it named as in flight. */
export interface Acknowledgement {
  readonly to: string;
  readonly order: number;
  readonly inFlight: ReadonlySet<string>;
}

/** What one schedule came to, by witnesses outside the library. */
export interface ScheduleOutcome {
  readonly messages: readonly { readonly request: MessageRequest; readonly consent?: unknown; readonly deliveryIds: ReadonlySet<string> }[];
  readonly deliveries: ReadonlyMap<string, Delivery>;
  readonly calls: readonly SimulatedCall[];
  readonly taken: ProviderLedger['taken'];
  readonly acknowledged: readonly Acknowledgement[];
  /** Statuses of a message that a webhook reported and was thanked for, by the message's id at its provider. */
  readonly reported: ReadonlyMap<string, readonly DeliveryStatus[]>;
}

/** What is violated, each with the promise's number first; empty when all is well. Nothing of a person stands in it. */
export function judge(outcome: ScheduleOutcome): readonly string[] {
  const { messages, deliveries, calls } = outcome;
  const found: string[] = [];
  for (const { request, deliveryIds } of messages) {
    if (deliveryIds.size !== 1) found.push(`P6: one key, ${deliveryIds.size} deliveries`);
    for (const id of deliveryIds) {
      const delivery = deliveries.get(id);
      if (delivery === undefined) found.push('P6: a delivery is gone');
      else found.push(...judgeDelivery(delivery, outcome));
      // A person who consents more than once may have done so after the withdrawal.
      const consents = messages.filter((other) => other.request.to === request.to && other.consent !== undefined);
      if (request.kind === 'marketing' && consents.length < 2) found.push(...afterWithdrawal(id, outcome));
    }
  }
  const known = new Set(messages.flatMap(({ deliveryIds }) => [...deliveryIds]));
  if (calls.some(({ stepKey }) => !known.has(deliveryOf(stepKey)))) found.push('P1: a call that no delivery asked for');
  return found;
}

function judgeDelivery(delivery: Delivery, { calls, taken, reported }: ScheduleOutcome): readonly string[] {
  const found: string[] = [];
  const { request, state, reason, steps } = delivery;
  if (!isTerminal(state)) found.push(`P6: not final: ${state}`);
  if (state !== 'reached' && isTerminal(state) && reason === null) found.push(`P6: ${state} without a reason`);
  const mine = calls.filter(({ stepKey }) => deliveryOf(stepKey) === request.id);
  let reachedBy = 0;
  for (const [index, step] of steps.entries()) {
    const messages = taken.get(stepKeyOf(request.id, index)) ?? [];
    if (state === 'refused' && messages.length > 0) found.push('P6: refused, and a provider took it');
    if (messages.length > 1) found.push(`P3: a step was accepted ${messages.length} times`);
    for (const { id, status } of messages) {
      const seen = step.messages.find(({ messageId }) => messageId === id)?.seen ?? {};
      const [told, stands] = [mergeStatuses(reported.get(id) ?? []), mergeStatuses(Object.keys(seen) as DeliveryStatus[])];
      // A report about a message whose answer nobody heard can only be known by our own reference.
      if (Object.keys(seen).length > 0 && mergeStatuses([told, stands]) !== stands) found.push(`P7: reported ${told}, stands ${stands}`);
      if (step.waitFor === 'accepted' || status.some((one) => hasReached(one, step.waitFor))) reachedBy += 1;
      if (hasReached(stands, step.waitFor) && state !== 'reached') found.push(`P7: ${stands} was reported, ${state}`);
    }
    const refusal = request.kind === 'marketing' ? mine.find((call) => refusedAt(call, index)) : undefined;
    const answeredAt = refusal?.answer?.order ?? Number.POSITIVE_INFINITY;
    // Heard and written down: only then can it be known.
    const isKnown = step.attempts.some(({ result }) => result?.outcome === 'rejected' && result.errorClass === 'opted-out');
    if (isKnown && mine.some((call) => call.order > answeredAt && stepOf(call.stepKey) > index))
      found.push('P5: a refusal was followed by a further step');
  }
  if (state === 'reached' && reachedBy === 0) found.push('P4: reached, and nothing got that far');
  return found;
}

function refusedAt({ stepKey, answer }: SimulatedCall, index: number): boolean {
  return stepOf(stepKey) === index && answer?.result.outcome === 'rejected' && answer.result.errorClass === 'opted-out';
}

/** Calls that began after an acknowledgement that did not name them. */
function afterWithdrawal(deliveryId: string, { calls, acknowledged }: ScheduleOutcome): readonly string[] {
  return calls.flatMap(({ stepKey, to, order }) => {
    if (deliveryOf(stepKey) !== deliveryId) return [];
    const leaked = acknowledged.some((one) => one.to === to && order > one.order && !one.inFlight.has(stepKey));
    return leaked ? ['P2: a call began after an acknowledged withdrawal'] : [];
  });
}

function deliveryOf(stepKey: string): string {
  return stepKey.slice(0, stepKey.lastIndexOf('.'));
}

function stepOf(stepKey: string): number {
  return Number(stepKey.slice(stepKey.lastIndexOf('.') + 1));
}
