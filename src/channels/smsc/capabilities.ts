import type { ProviderCapabilities } from '../port.ts';
import { receiptErrors } from './errors.ts';

/** What `valid` takes (unverified). */
export const validityRange: { readonly minMs: number; readonly maxMs: number } = { minMs: 60_000, maxMs: 86_400_000 };

/** What SMSC.ru can do. Source: facts on providers, SMSC.ru; the callback is unverified. */
export const capabilities: ProviderCapabilities = {
  dedup: { by: 'content-window', windowMs: 60_000 },
  lookup: 'by-client-ref',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: true,
  validity: validityRange,
  contents: ['text', 'code'],
  limits: { concurrency: 15 },
  charges: { per: 'segment', told: 'answer' },
  goneCodes: receiptErrors.gone,
  dataLocation: 'unknown',
  experimental: true,
};
