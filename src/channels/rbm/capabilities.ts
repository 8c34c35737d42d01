import type { ProviderCapabilities } from '../port.ts';

/** Offline people's messages are kept up to 30 days unless a `ttl` ends earlier. Source: facts on providers, section 21. */
export const rbmValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 1_000, maxMs: 2_592_000_000 };

export const rbmCapabilities: ProviderCapabilities = {
  dedup: { by: 'key' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: rbmValidity,
  contents: ['text', 'interactive', 'media', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
};
