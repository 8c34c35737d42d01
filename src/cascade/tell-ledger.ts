import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence } from '../consent/record/record.ts';
import type { TickDeps } from './work/tick-deps.ts';

/**
 * Records what providers reported, once per delivery however often it is told. An opt-out takes back what the sender may send. A carrier's bar is
 * no word to the sender: it is suppressed as `carrier-blocked` on the channel it was met, for all senders, until it is lifted. A number that is
 * assigned to nobody is suppressed for all senders as `number-reassigned`, since its next owner has agreed to nothing. The record's id names the
 * delivery, its actor the provider and the code.
 */
export function tellLedger(consent: Pick<ConsentBook, 'withdraw' | 'suppress'>): TickDeps['recordOptOut'] {
  return async (reports) => {
    for (const { says, deliveryId, subject, sender, channel, provider, providerCode, at } of reports) {
      const evidence: Evidence = { method: 'provider', grade: 'B', actor: providerCode === null ? provider : `${provider}:${providerCode}` };
      if (says === 'number-gone')
        await consent.suppress({ subject, id: `gone-${deliveryId}`, evidence, occurredAt: at, reason: 'number-reassigned' });
      else if (says === 'carrier-blocked')
        await consent.suppress({ subject, channels: [channel], id: `barred-${deliveryId}`, evidence, occurredAt: at, reason: 'carrier-blocked' });
      else await consent.withdraw({ subject, sender, id: `report-${deliveryId}`, evidence });
    }
  };
}
