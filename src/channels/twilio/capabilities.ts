import type { ProviderCapabilities } from '../port.ts';

/** `ValidityPeriod`: a message may wait up to ten hours in Twilio's queue. Source: facts on providers, section 2. */
export const twilioValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 1_000, maxMs: 36_000_000 };

/** No idempotency key for messages. `read` is reported by WhatsApp and RCS only; SMS ends at `delivered`. */
export const twilioCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'by-recipient-and-time',
  receipts: 'webhook',
  reaches: 'read',
  reachesOn: { sms: 'delivered' },
  inbound: true,
  validity: twilioValidity,
  contents: ['text', 'template', 'media', 'code'],
  limits: { concurrency: 100 },
  charges: { per: 'segment', told: 'look-up' },
  dataLocation: 'unknown',
};
