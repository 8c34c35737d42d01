import type { MessengerEmitter } from '../../events.ts';
import { type CounterStore, createSenderHealth, type HealthPolicy, type SubmitReport } from '../../limits/index.ts';
import type { DeliveryStore } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { keepClosing } from './closed-senders.ts';
import { setControl } from './controls.ts';
import type { SenderOutcome } from './tick-deps.ts';

export interface WatchDeps {
  readonly counters: CounterStore;
  readonly documents: DocumentStore;
  readonly store: DeliveryStore;
  readonly events: MessengerEmitter;
  readonly policy?: Partial<HealthPolicy> | undefined;
}

/** How long calls that went well are gathered before they are told, in milliseconds; a failure takes them along at once. */
const GATHER_MS = 5_000;

/**
 * Acts on how submits end: closes a sender for all processes, after a rate limit at least until Retry-After, after refused credentials or money
 * longer, and when too many of its calls fail among all that were made; pauses a campaign whose messages meet one permanent error after the
 * other, instead of using its people up. Many failures at a time are one round trip, many successes one every few seconds.
 */
export function watchSenders({ counters, documents, store, events, policy }: WatchDeps): (outcome: SenderOutcome) => Promise<void> | undefined {
  const health = createSenderHealth(counters, policy);
  const fine = new Map<string, SubmitReport & { readonly count: number }>();
  let failed: SubmitReport[] = [];
  let at: Date | undefined;
  let toldMs = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();

  async function tell(): Promise<void> {
    next = undefined;
    const reports = [...fine.values(), ...failed];
    fine.clear();
    failed = [];
    if (at === undefined || reports.length === 0) return;
    toldMs = at.getTime();
    for (const action of await health.record(reports, at)) {
      if (action.kind === 'sender-closed') {
        const { provider, sender, reason, until } = action;
        events.emit('sender-paused', { provider, sender, reason, until });
        await keepClosing(documents, { provider, sender, reason, until }, at);
      } else {
        await setControl({ documents, store }, { level: 'campaign', id: action.campaignId }, 'paused');
        events.emit('campaign-paused', { campaignId: action.campaignId, errorClass: action.errorClass, providerCode: action.providerCode });
      }
    }
  }

  /** What comes in while one call to the counters is under way goes with the next one. */
  function soon(): Promise<void> {
    next ??= running.then(tell, tell);
    running = next;
    return next;
  }

  return ({ provider, sender, campaignId, outcome, errorClass, providerCode, retryAfterMs, at: endedAt }) => {
    if (at === undefined || endedAt > at) at = endedAt;
    if (toldMs === Number.NEGATIVE_INFINITY) toldMs = endedAt.getTime();
    // A refused template is held by its own state, and the plan says where its people go: neither sender nor campaign is to blame.
    const blamed = errorClass !== null && errorClass !== 'content-rejected';
    if (blamed) {
      failed.push({ provider, sender, campaignId, outcome, errorClass, providerCode, retryAfterMs });
      return soon();
    }
    const key = `${provider}/${sender}/${campaignId ?? ''}`;
    fine.set(key, { provider, sender, campaignId, outcome: 'accepted', count: (fine.get(key)?.count ?? 0) + 1 });
    return endedAt.getTime() - toldMs >= GATHER_MS ? soon() : undefined;
  };
}
