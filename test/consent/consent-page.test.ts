import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ConsentEventKind } from '../../src/consent/index.ts';
import { consentReceipt } from '../../src/proof/consent-receipt.ts';
import { kindWords } from '../../src/proof/wording.ts';
import { record } from './support.ts';

const page = readFileSync('docs/consent.md', 'utf8');

describe('docs/consent.md', () => {
  it('explains every kind of record but those nobody writes by hand', () => {
    const kinds = Object.keys(kindWords).filter((kind) => kind !== 'expired');
    for (const kind of kinds) expect(page, kind).toMatch(new RegExp(`^\\| .*\`${kind}\``, 'mu'));
  });

  it('gives the DPV status of each kind as the receipt does', () => {
    const receipt = (kind: ConsentEventKind): unknown =>
      consentReceipt(record({ kind }), { controller: { name: 'Acme' }, withdrawal: 'Reply STOP' })?.['dpv:hasConsentStatus'];
    for (const kind of Object.keys(kindWords) as ConsentEventKind[]) {
      const row = page
        .split('\n')
        .find((line) => line.includes(`\`${kind}\``) && /dpv:Consent(?:Given|Requested|Unknown|Withdrawn|Expired)|none:/u.test(line));
      expect(row, kind).toContain(receipt(kind) ?? 'none:');
    }
  });

  it('names the members that a receipt has', () => {
    const members = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) for (const name of Object.keys(value)) members.add(name);
      Object.values(value).forEach(collect);
    };
    collect(
      consentReceipt(record({ evidence: { method: 'web-form', grade: 'B', notice: { hash: 'x', version: '1', language: 'en' } } }), {
        controller: { name: 'Acme' },
        withdrawal: 'Reply STOP',
      }),
    );
    for (const name of [...members].filter((one) => /^(pii_|party_identification|consent_events|record_|schema_|event_|dpv:has)/u.test(one)))
      expect(page, name).toContain(name);
  });
});
