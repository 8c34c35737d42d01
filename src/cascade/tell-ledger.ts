import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence } from '../consent/record.ts';
import type { TickDeps } from './tick-deps.ts';

/**
 * Records what providers reported, once per delivery however often it is told: a refusal takes back what the sender may send; a number that is
 * assigned to nobody is suppressed for all senders as `number-reassigned`, since its next owner has agreed to nothing. The record's id names the
 * delivery, its actor the provider and the code.
 */
export function tellLedger(consent: Pick<ConsentBook, 'withdraw' | 'suppress'>): TickDeps['recordOptOut'] {
  return async (reports) => {
    for (const { says, deliveryId, subject, sender, provider, providerCode, at } of reports) {
      const evidence: Evidence = { method: 'provider', grade: 'B', actor: providerCode === null ? provider : `${provider}:${providerCode}` };
      if (says === 'number-gone')
        await consent.suppress({ subject, id: `gone-${deliveryId}`, evidence, occurredAt: at, reason: 'number-reassigned' });
      else await consent.withdraw({ subject, sender, id: `report-${deliveryId}`, evidence });
    }
  };
}
