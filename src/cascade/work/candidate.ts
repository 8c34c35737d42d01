import type { ChannelProvider } from '../../channels/port.ts';
import type { ClearanceRequest } from '../../clearance/clearance.ts';
import type { NextAction } from '../delivery/action.ts';
import { clearanceRequest } from './clearance-request.ts';
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
  return clearanceRequest(work.delivery.request, action.step, { index: action.index, provider: provider.id, epoch: work.claimed.epoch });
}
