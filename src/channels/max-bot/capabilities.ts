import type { ProviderCapabilities } from '../port.ts';

/**
 * What the MAX Bot API can do: no receipts, no look-up, no own reference, so an unknown outcome stays unknown.
 * Source: facts on providers, MAX messenger Bot API; facts on Russian law, 5.3.
 */
export const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'none',
  reaches: 'sent',
  inbound: true,
  validity: null,
  contents: ['text', 'template', 'interactive', 'code'],
  limits: { perSecond: 30 },
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
  experimental: true,
};
