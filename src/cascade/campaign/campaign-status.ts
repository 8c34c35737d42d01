import type { Clock } from '../../clock.ts';
import type { MessengerEmitter } from '../../events.ts';
import { isTerminal } from '../delivery/delivery-state.ts';
import type { DeliveryCounts, DeliveryStore } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { readWaves, WAVES_PREFIX, type WaveState } from './waves.ts';

/** Where a campaign stands. */
export interface CampaignStatus {
  readonly campaignId: string;
  readonly counts: DeliveryCounts;
  /** Nothing of it is open and its audience is taken over. */
  readonly settled: boolean;
  /** The campaign's own switch. */
  readonly control: 'running' | 'paused' | 'stopped';
  readonly waves: WaveState | null;
}

export interface FollowDeps {
  readonly documents: DocumentStore;
  readonly store: Pick<DeliveryStore, 'counts'>;
  readonly clock: Clock;
  readonly events: MessengerEmitter;
}

/** Reads a campaign's standing once. */
export async function statusOf({ documents, store }: Pick<FollowDeps, 'documents' | 'store'>, campaignId: string): Promise<CampaignStatus> {
  const [counts, campaign, control, waves] = await Promise.all([
    store.counts(campaignId),
    documents.get(`campaign/${campaignId}`),
    documents.get(`control/campaign/${campaignId}`),
    documents.get(WAVES_PREFIX + campaignId),
  ]);
  const about = campaign?.value;
  const taken = typeof about === 'object' && about !== null && 'audience' in about && about.audience === 'complete';
  const state = control?.value === 'paused' || control?.value === 'stopped' ? control.value : 'running';
  const open = Object.entries(counts.states).some(([name, count]) => count > 0 && !isTerminal(name as keyof typeof counts.states));
  return { campaignId, counts, settled: !open && (taken || state === 'stopped'), control: state, waves: readWaves(waves?.value) ?? null };
}

/** Tells a campaign's standing each time it has changed, the last time when it has settled. */
export async function* followCampaign(
  deps: FollowDeps,
  campaignId: string,
  { everyMs = 1_000, signal }: { readonly everyMs?: number | undefined; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<CampaignStatus> {
  let told = '';
  while (signal?.aborted !== true) {
    const status = await statusOf(deps, campaignId);
    if (status.settled) deps.events.emit('campaign-settled', { campaignId, total: status.counts.total, reached: status.counts.states.reached });
    const words = JSON.stringify(status);
    if (words !== told) yield status;
    told = words;
    if (status.settled) return;
    await deps.clock.sleep(everyMs, signal);
  }
}
