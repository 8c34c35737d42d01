import type { ProviderCapabilities } from '../port.ts';

/**
 * No idempotency key and no status query: an unknown outcome is settled by the webhook that echoes our step key. Validity belongs to the template, not to
 * the message. Source: facts on WhatsApp, sections 1 and 9.
 */
export const metaCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: null,
  contents: ['text', 'template', 'interactive', 'media', 'code'],
  limits: { perSecond: 80, perPair: { max: 1, perMs: 6_000 } },
  charges: { per: 'delivered-message', told: 'no' },
  dataLocation: 'unknown',
};
