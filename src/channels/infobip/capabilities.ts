import type { ProviderCapabilities } from '../port.ts';
import { infobipErrors } from './errors.ts';

/** `validityPeriod` in whole minutes; the upper end of two days is unverified. */
export const infobipValidity: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 172_800_000 };

/** A message id used again is refused as a duplicate: the first one stands. Source: facts on providers, section 4. */
export const infobipCapabilities: ProviderCapabilities = {
  dedup: { by: 'client-id' },
  lookup: 'by-client-ref',
  receipts: 'webhook',
  reaches: 'read',
  reachesOn: { sms: 'delivered' },
  inbound: true,
  validity: infobipValidity,
  contents: ['text', 'template', 'media', 'code'],
  limits: {},
  charges: { per: 'segment', told: 'receipt' },
  goneCodes: infobipErrors.gone,
  dataLocation: 'unknown',
};
