import type { MessengerEmitter } from '../events.ts';
import { type CounterStore, createSenderHealth } from '../limits/index.ts';
import { setControl } from './controls.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { SenderTrouble } from './tick-deps.ts';

export interface TroubleDeps {
  readonly counters: CounterStore;
  readonly documents: DocumentStore;
  readonly store: DeliveryStore;
  readonly events: MessengerEmitter;
}

/**
 * Acts on trouble that is the sender's: closes it for all processes, a rate limit at least until Retry-After, refused credentials or money
 * longer; pauses a campaign whose messages meet one permanent error after the other, instead of using its people up.
 */
export function reportTroubleTo({ counters, documents, store, events }: TroubleDeps): (troubles: readonly SenderTrouble[]) => Promise<void> {
  const health = createSenderHealth(counters);
  return async (troubles) => {
    // A refused template is held by its own state, and the plan says where its people go: neither sender nor campaign is to blame.
    const blaming = troubles.filter(({ errorClass }) => errorClass !== 'content-rejected');
    const now = blaming.at(-1)?.at;
    if (now === undefined) return;
    const actions = await health.record(
      blaming.map(({ provider, sender, campaignId, errorClass, providerCode, retryAfterMs }) => ({
        provider,
        sender,
        campaignId,
        outcome: 'rejected' as const,
        errorClass,
        providerCode,
        retryAfterMs,
      })),
      now,
    );
    for (const action of actions) {
      if (action.kind === 'sender-closed') {
        const { provider, sender, reason, until } = action;
        events.emit('sender-paused', { provider, sender, reason, until });
      } else {
        await setControl({ documents, store }, { level: 'campaign', id: action.campaignId }, 'paused');
        events.emit('campaign-paused', { campaignId: action.campaignId, errorClass: action.errorClass, providerCode: action.providerCode });
      }
    }
  };
}
