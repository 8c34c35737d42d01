import type { ChannelProvider } from '../channels/port.ts';
import type { ClearanceRequest } from '../clearance/clearance.ts';
import type { NextAction } from './action.ts';
import { stepKeyOf } from './delivery.ts';
import { holdBack } from './hold-back.ts';
import { providerFor, type TickFrame, type Work } from './work.ts';
import type { WriteQueue } from './write-queue.ts';

/** One delivery whose next step wants to go out by a provider. */
export interface Candidate {
  readonly work: Work;
  readonly action: Extract<NextAction, { kind: 'submit' }>;
  readonly provider: ChannelProvider;
}

/** Sorts what wants to go out by provider; a step nobody can carry is refused here. */
export function candidatesOf(frame: TickFrame, works: readonly Work[], queue: WriteQueue): ReadonlyMap<ChannelProvider, readonly Candidate[]> {
  const groups = new Map<ChannelProvider, Candidate[]>();
  for (const work of works) {
    for (let action = work.action; action.kind === 'submit'; action = work.action) {
      const provider = providerFor(frame, action.step);
      if (provider === undefined) {
        holdBack(frame, work, action, { verdict: 'refused', scope: 'step', reason: 'provider-missing' });
        continue;
      }
      const group = groups.get(provider) ?? [];
      groups.set(provider, group);
      group.push({ work, action, provider });
      break;
    }
    if (work.action.kind !== 'submit') queue.add([work]);
  }
  return groups;
}

/** What the clearance is asked about a candidate. */
export function requestOf({ work, action, provider }: Candidate): ClearanceRequest {
  const { request } = work.delivery;
  const { step, index } = action;
  const address = request.addresses?.[step.channel];
  return {
    deliveryId: request.id,
    ...(request.campaignId === undefined ? {} : { campaignId: request.campaignId }),
    stepKey: stepKeyOf(request.id, index),
    subject: request.subject,
    epoch: work.claimed.epoch,
    phone: request.phone ?? '',
    country: request.country,
    ...(request.region === undefined ? {} : { region: request.region }),
    ...(request.timeZone === undefined ? {} : { timeZone: request.timeZone }),
    kind: request.kind,
    ...(request.purpose === undefined ? {} : { purpose: request.purpose }),
    sender: request.sender,
    template: request.template,
    values: request.values,
    ...(request.locale === undefined ? {} : { locale: request.locale }),
    channel: step.channel,
    provider: provider.id,
    ...(address === undefined ? {} : { address }),
    validUntil: request.validUntil,
    ...(step.fallBackAfterMs === undefined ? {} : { fallBackAfterMs: step.fallBackAfterMs }),
    ...(request.confirms === undefined ? {} : { confirms: request.confirms }),
  };
}
