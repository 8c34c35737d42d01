import { describe, expect, it } from 'vitest';
import { lawBook } from '../../src/clearance/law-at.ts';
import { consentQuestion } from '../../src/clearance/lawful-ground.ts';
import { type ConsentDemand, type ConsentRecord, consentPolicyAt, DATA_PURPOSE, decideConsent, strictestPolicy } from '../../src/consent/index.ts';
import { de } from '../../src/law/packs/de.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { record, someone } from './support.ts';

const text = (letter: string) => ({ hash: letter.repeat(64), version: '1', language: 'ru' });
const given = (on: string, purposes: readonly string[], more: Partial<ConsentRecord> = {}): ConsentRecord =>
  record({ occurredAt: new Date(on), purposes, channels: ['sms'], ...more });
/** What the loaded packs and the host ask of an offer by SMS on a day, and the decision over some records. */
function outcome(records: readonly ConsentRecord[], on: string, country: 'RU' | 'DE' = 'RU', demands: readonly ConsentDemand[] = []): string {
  const now = new Date(on);
  const law = lawBook([ru(), de()], {})({ country, region: undefined, channel: 'sms', kind: 'marketing', on: on.slice(0, 10) });
  const request = { subject: someone, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', country } as const;
  const decision = decideConsent(records, consentQuestion(request as never, law, now, demands));
  return decision.allowed ? `allowed ${decision.record!.id}` : decision.reason;
}
const web = (letter: string) => ({ method: 'web-form', grade: 'B', notice: text(letter) }) as const;

describe('two documents, where the law wants them', () => {
  const bundled = given('2025-11-03T10:00:00Z', [DATA_PURPOSE, 'offers']);

  it('does not take a consent to offers that was given along with the consent to data', () => {
    expect(outcome([bundled], '2026-03-01T10:00:00Z')).toBe('consent-not-separate');
    expect(outcome([bundled], '2026-03-01T10:00:00Z', 'DE')).toBe(`allowed ${bundled.id}`);
  });

  it('takes one that stands on its own, with or without the other', () => {
    const offers = given('2025-11-03T10:00:00Z', ['offers'], { evidence: web('a') });
    const data = given('2025-11-03T10:00:00Z', [DATA_PURPOSE], { channels: [], evidence: web('b') });
    expect(outcome([offers], '2026-03-01T10:00:00Z')).toBe(`allowed ${offers.id}`);
    expect(outcome([data, offers], '2026-03-01T10:00:00Z')).toBe(`allowed ${offers.id}`);
    expect(outcome([data], '2026-03-01T10:00:00Z')).toBe('consent-other-purpose');
  });

  it('sees through two records of one text, in either order', () => {
    const offers = given('2025-11-03T10:00:00Z', ['offers'], { evidence: web('a') });
    const data = given('2025-11-03T10:00:01Z', [DATA_PURPOSE], { channels: [], evidence: web('a') });
    expect(outcome([offers, data], '2026-03-01T10:00:00Z')).toBe('consent-not-separate');
    expect(outcome([data, offers], '2026-03-01T10:00:00Z')).toBe('consent-not-separate');
  });

  it('leaves what was given before the law as it was given', () => {
    const before = given('2025-08-30T10:00:00Z', [DATA_PURPOSE, 'offers']);
    expect(outcome([before], '2026-03-01T10:00:00Z')).toBe(`allowed ${before.id}`);
    expect(outcome([before, bundled], '2026-03-01T10:00:00Z')).toBe(`allowed ${before.id}`);
    expect(outcome([bundled], '2025-08-31T10:00:00Z')).toBe('no-consent');
  });

  it('asks it of claims, confirmations and renewals too', () => {
    const claim = given('2025-11-03T10:00:00Z', [DATA_PURPOSE, 'offers'], { kind: 'imported', evidence: { method: 'import', grade: 'C' } });
    const asked = given('2025-11-03T10:00:00Z', [DATA_PURPOSE, 'offers'], { kind: 'requested' });
    const confirmed = { ...given('2025-11-03T10:05:00Z', [DATA_PURPOSE, 'offers']), kind: 'confirmed', answers: asked.id } as const;
    const own = given('2025-10-01T10:00:00Z', ['offers']);
    const renewed = given('2025-11-03T10:00:00Z', [DATA_PURPOSE, 'offers'], { kind: 'refreshed' });
    expect(outcome([claim], '2026-03-01T10:00:00Z')).toBe('consent-not-separate');
    expect(outcome([asked, confirmed], '2026-03-01T10:00:00Z')).toBe('consent-not-separate');
    expect(outcome([own, renewed], '2026-03-01T10:00:00Z')).toBe(`allowed ${own.id}`);
  });
});

describe('what a host asks beyond the law', () => {
  const onHandset: ConsentDemand = { countries: ['DE', 'AT'], purposes: ['offers'], minimumGrade: 'A' };
  const form = given('2026-01-03T10:00:00Z', ['offers']);
  const confirmed = given('2026-01-03T10:00:00Z', ['offers'], { evidence: { method: 'reply', grade: 'A' } });

  it('asks for a confirmation on the handset by country and purpose', () => {
    expect(outcome([form], '2026-03-01T10:00:00Z', 'DE')).toBe(`allowed ${form.id}`);
    expect(outcome([form], '2026-03-01T10:00:00Z', 'DE', [onHandset])).toBe('consent-evidence-too-weak');
    expect(outcome([confirmed], '2026-03-01T10:00:00Z', 'DE', [onHandset])).toBe(`allowed ${confirmed.id}`);
    expect(outcome([form], '2026-03-01T10:00:00Z', 'RU', [onHandset])).toBe(`allowed ${form.id}`);
    expect(outcome([form], '2026-03-01T10:00:00Z', 'DE', [{ ...onHandset, purposes: ['surveys'] }])).toBe(`allowed ${form.id}`);
  });

  it('asks for younger consents', () => {
    const young: ConsentDemand = { maxAgeMonths: 2 };
    expect(outcome([form], '2026-03-03T09:59:59Z', 'RU', [young])).toBe(`allowed ${form.id}`);
    expect(outcome([form], '2026-03-03T10:00:00Z', 'RU', [young])).toBe('consent-expired');
  });

  it('never makes the law weaker', () => {
    const lax: ConsentDemand = { requires: 'none', minimumGrade: 'C', maxAgeMonths: 600 };
    expect(outcome([], '2026-03-01T10:00:00Z', 'RU', [lax])).toBe('no-consent');
    const law = { requires: 'prior', minimumGrade: 'B', maxAgeMonths: 12, separateDocumentsSince: new Date('2025-09-01') } as const;
    expect(strictestPolicy([law, lax])).toEqual(law);
    expect(strictestPolicy([lax, law])).toEqual(law);
  });

  it('speaks of marketing unless it names other kinds, and of nobody whose country is unknown', () => {
    const place = { country: 'DE', kind: 'transactional', sender: 'acme', channel: 'sms', purpose: 'offers' } as const;
    expect(consentPolicyAt([onHandset], place)).toBeUndefined();
    expect(consentPolicyAt([{ ...onHandset, kinds: ['transactional'] }], place)).toMatchObject({ minimumGrade: 'A' });
    expect(consentPolicyAt([onHandset], { ...place, kind: 'marketing', country: null })).toBeUndefined();
    expect(consentPolicyAt([{ ...onHandset, senders: ['sister'] }], { ...place, kind: 'marketing' })).toBeUndefined();
    expect(consentPolicyAt([{ ...onHandset, channels: ['sms'] }], { ...place, kind: 'marketing' })).toMatchObject({ minimumGrade: 'A' });
  });
});
