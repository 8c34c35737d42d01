import type { ProviderCapabilities } from '../port.ts';

/** `TimeToLive` in seconds; the range of 5 s to 72 h is unverified. */
export const awsSmsValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 5_000, maxMs: 259_200_000 };

/** Neither idempotent nor queryable: events echo our context. Source: facts on providers, section 6. */
export const awsSmsCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: true,
  validity: awsSmsValidity,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'segment', told: 'receipt' },
  dataLocation: 'unknown',
};
