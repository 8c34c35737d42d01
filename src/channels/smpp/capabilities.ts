import type { ProviderCapabilities } from '../port.ts';

/** Everything but the protocol differs by SMSC; a validity beyond a week is seldom honoured and unverified. Source: facts on providers, section 22. */
export const smppCapabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: true,
  validity: { minMs: 1_000, maxMs: 604_800_000 },
  contents: ['text', 'code'],
  limits: {},
  charges: { per: 'unknown', told: 'no' },
  dataLocation: 'unknown',
};
