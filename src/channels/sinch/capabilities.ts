import type { ProviderCapabilities } from '../port.ts';

/** `expire_at` is an instant; three days as its upper end are unverified. */
export const sinchValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 259_200_000 };

/** Source: facts on providers, section 5. `read` comes from Conversation channels only. */
export const sinchCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  reachesOn: { sms: 'delivered' },
  inbound: true,
  validity: sinchValidity,
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
};
