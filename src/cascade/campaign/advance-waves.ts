import type { MessengerEmitter } from '../../events.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { DeliveryStore } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { decideGate, gateCounts } from './gate.ts';
import { moveWaves, readWaves, WAVES_PREFIX } from './waves.ts';

export interface WaveDeps {
  readonly documents: DocumentStore;
  readonly store: Pick<DeliveryStore, 'counts' | 'wake'>;
  readonly events: MessengerEmitter;
  /** First channel of the campaign's plan, for the limits of gates that name none. */
  readonly channelOf: (campaignId: string) => Promise<Channel>;
  /** Refusals that deliveries do not know: replies and complaints after delivery. */
  readonly refusalsOf?: ((campaignId: string) => Promise<number>) | undefined;
}

/** Looks at the gate of every campaign that goes in waves, opens or holds. Any number of workers may do it: one of them moves a wave on. */
export async function advanceWaves(deps: WaveDeps, now: Date): Promise<void> {
  const { documents, store, events } = deps;
  for (const { key, value } of await documents.list(WAVES_PREFIX)) {
    const waves = readWaves(value);
    if (waves === undefined || waves.state !== 'watching') continue;
    const campaignId = key.slice(WAVES_PREFIX.length);
    const counts = gateCounts(await store.counts(campaignId), await deps.refusalsOf?.(campaignId));
    const gate = waves.waves[waves.open]?.gate ?? {};
    const { verdict, because } = decideGate(counts, gate, await deps.channelOf(campaignId), now.getTime() - waves.openedAt.getTime());
    if (verdict === 'wait') continue;
    const { moved, state } = await moveWaves(documents, campaignId, waves, { verdict, because, at: now });
    if (!moved) continue;
    if (verdict === 'go-on') await store.wake({ campaignId });
    events.emit('campaign-wave', { campaignId, wave: waves.open, verdict, because, next: state.open });
  }
}
