import type { ProviderCapabilities } from '../port.ts';

/** `viber_service.ttl` in seconds: 30 to 259,200. Source: facts on providers, section 3. */
export const vonageViberTtl: { readonly minMs: number; readonly maxMs: number } = { minMs: 30_000, maxMs: 259_200_000 };

/** Validity is `null`: only Viber has a published range, the unit of the general `ttl` has no source. */
export const vonageCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'webhook-echo',
  receipts: 'webhook',
  reaches: 'read',
  reachesOn: { sms: 'delivered' },
  inbound: true,
  validity: null,
  contents: ['text', 'template', 'media', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'receipt' },
  dataLocation: 'unknown',
};
