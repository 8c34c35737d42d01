import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConsentDecision,
  type ConsentEventKind,
  type ConsentQuestion,
  type ConsentRecord,
  decideConsent,
  decideMany,
} from '../../src/consent/index.ts';
import { day, record, someone } from './support.ts';

const offersBySms: ConsentQuestion = { kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(10) };
const ask = (records: readonly ConsentRecord[], change: Partial<ConsentQuestion> = {}): ConsentDecision =>
  decideConsent(records, { ...offersBySms, ...change });
const outcome = (decision: ConsentDecision): string => (decision.allowed ? 'allowed' : decision.reason);
const at = (days: number, kind: ConsentEventKind, more: Partial<ConsentRecord> = {}): ConsentRecord =>
  record({ kind, occurredAt: day(days), ...more });
const everything: Partial<ConsentRecord> = { sender: '*', channels: '*', purposes: '*' };

describe('decideConsent', () => {
  it('allows what was granted and names the record relied on', () => {
    const grant = at(1, 'granted');
    expect(ask([grant])).toEqual({ allowed: true, record: grant });
  });

  it('refuses a person without records', () => expect(ask([])).toEqual({ allowed: false, reason: 'no-consent', record: null }));

  it.each([
    ['sender', { sender: 'sister' }, 'consent-other-sender'],
    ['purpose', { purpose: 'surveys' }, 'consent-other-purpose'],
    ['channel', { channel: 'whatsapp' }, 'consent-other-channel'],
    ['sender and channel', { sender: 'sister', channel: 'whatsapp' }, 'consent-other-sender'],
    ['no purpose at all', { purpose: undefined }, 'consent-other-purpose'],
  ] as const)('names a consent that is for another %s', (_what, change, reason) => expect(outcome(ask([at(1, 'granted')], change))).toBe(reason));

  it('orders by when the person acted, whatever order it was recorded in', () => {
    const lateGrant = at(1, 'granted', { recordedAt: day(5) });
    expect(outcome(ask([at(2, 'withdrawn'), lateGrant]))).toBe('consent-withdrawn');
    expect(outcome(ask([at(2, 'withdrawn'), at(3, 'granted')]))).toBe('allowed');
  });

  it('lets a withdrawal win a tie in either order', () => {
    expect(outcome(ask([at(2, 'withdrawn'), at(2, 'granted')]))).toBe('consent-withdrawn');
    expect(outcome(ask([at(2, 'granted'), at(2, 'withdrawn')]))).toBe('consent-withdrawn');
  });

  it('does not let a grant dated into the future outlive a withdrawal', () => {
    const postdated = at(9, 'granted', { recordedAt: day(1) });
    expect(outcome(ask([postdated, at(2, 'withdrawn')]))).toBe('consent-withdrawn');
  });

  it('never revives by an import, whatever date it claims', () => {
    const claim = at(5, 'imported', { evidence: { method: 'import', grade: 'C' } });
    expect(outcome(ask([at(2, 'withdrawn'), claim]))).toBe('consent-withdrawn');
    expect(outcome(ask([at(2, 'withdrawn'), { ...claim, kind: 'granted' }]))).toBe('consent-withdrawn');
    expect(outcome(ask([claim]))).toBe('allowed');
  });

  it('never revives by an import after a grant that policy found too weak', () => {
    const chain = [at(1, 'withdrawn'), at(2, 'granted'), at(3, 'imported', { evidence: { method: 'import', grade: 'A' } })];
    expect(outcome(ask(chain, { policy: { minimumGrade: 'A' } }))).toBe('consent-withdrawn');
  });

  it('keeps what the person said over a later import of less', () => {
    const grant = at(1, 'granted');
    const claim = at(5, 'imported', { validUntil: day(6), evidence: { method: 'import', grade: 'C' } });
    expect(ask([grant, claim])).toEqual({ allowed: true, record: grant });
  });

  it('takes back only what a partial withdrawal names', () => {
    const grant = at(1, 'granted', { channels: ['sms', 'whatsapp'], purposes: ['offers', 'surveys'] });
    const chain = [grant, at(2, 'withdrawn', { channels: ['sms'], purposes: ['offers'] })];
    expect(outcome(ask(chain))).toBe('consent-withdrawn');
    expect(outcome(ask(chain, { channel: 'whatsapp' }))).toBe('allowed');
    expect(outcome(ask(chain, { purpose: 'surveys' }))).toBe('allowed');
    expect(outcome(ask([...chain, at(3, 'withdrawn', everything)], { purpose: 'surveys' }))).toBe('consent-withdrawn');
  });

  it('ends at validUntil and by an expiry on record', () => {
    expect(outcome(ask([at(1, 'granted', { validUntil: day(10) })]))).toBe('consent-expired');
    expect(outcome(ask([at(1, 'granted', { validUntil: day(11) })]))).toBe('allowed');
    expect(outcome(ask([at(1, 'granted'), at(2, 'expired')]))).toBe('consent-expired');
  });

  it('counts age in calendar months and lets a refresh renew it in time', () => {
    const policy = { maxAgeMonths: 1 };
    const given = new Date('2026-01-31T09:00:00Z');
    const grant = record({ occurredAt: given });
    expect(outcome(ask([grant], { policy, at: new Date('2026-02-28T08:59:59Z') }))).toBe('allowed');
    expect(outcome(ask([grant], { policy, at: new Date('2026-02-28T09:00:00Z') }))).toBe('consent-expired');
    const inTime = record({ kind: 'refreshed', occurredAt: new Date('2026-02-20T09:00:00Z') });
    expect(outcome(ask([grant, inTime], { policy, at: day(5) }))).toBe('allowed');
    const tooLate = record({ kind: 'refreshed', occurredAt: new Date('2026-03-02T09:00:00Z') });
    expect(outcome(ask([grant, tooLate], { policy, at: day(5) }))).toBe('consent-expired');
    expect(outcome(ask([grant, at(1, 'withdrawn'), at(2, 'refreshed')]))).toBe('consent-withdrawn');
  });

  it('asks for evidence as strong as the policy', () => {
    const grant = at(1, 'granted');
    expect(outcome(ask([grant], { policy: { minimumGrade: 'A' } }))).toBe('consent-evidence-too-weak');
    expect(outcome(ask([grant], { policy: { minimumGrade: 'B' } }))).toBe('allowed');
    const strong = at(0, 'granted', { evidence: { method: 'reply', grade: 'A' } });
    expect(ask([strong, grant], { policy: { minimumGrade: 'A' } })).toEqual({ allowed: true, record: strong });
  });

  it('accepts a soft opt-in only where policy lets it', () => {
    const soft = at(1, 'granted', { lawfulBasis: 'soft-opt-in' });
    expect(outcome(ask([soft]))).toBe('consent-evidence-too-weak');
    expect(outcome(ask([soft], { policy: { requires: 'soft-opt-in' } }))).toBe('allowed');
  });

  it('waits for the confirmation of a request', () => {
    const request = at(1, 'requested', { validUntil: day(20) });
    const confirmed = at(2, 'confirmed', { answers: request.id, evidence: { method: 'double-opt-in', grade: 'A' } });
    expect(outcome(ask([request]))).toBe('consent-pending');
    expect(ask([request, confirmed])).toEqual({ allowed: true, record: confirmed });
    expect(outcome(ask([confirmed]))).toBe('no-consent');
    expect(outcome(ask([request, at(1.5, 'withdrawn'), confirmed]))).toBe('consent-withdrawn');
    expect(outcome(ask([at(1, 'requested', { validUntil: day(1.5) }), confirmed]))).not.toBe('allowed');
  });

  it.each(['carrier-blocked', 'number-reassigned', 'erased'] as const)('names a standing suppression %s for every kind', (reason) => {
    const chain = [at(1, 'granted'), at(2, 'suppressed', { ...everything, reason })];
    for (const kind of ['marketing', 'transactional', 'auth'] as const) expect(outcome(ask(chain, { kind }))).toBe(reason);
  });

  it('keeps a suppression whatever is granted after it, until it is lifted', () => {
    const chain = [at(1, 'suppressed', { ...everything, reason: 'complaint' }), at(2, 'granted')];
    expect(outcome(ask(chain))).toBe('suppressed');
    expect(outcome(ask([...chain, at(3, 'unsuppressed', { ...everything, reason: 'register' })]))).toBe('suppressed');
    expect(outcome(ask([...chain, at(3, 'unsuppressed', { ...everything, reason: 'complaint' })]))).toBe('allowed');
    expect(outcome(ask([...chain, at(3, 'unsuppressed', everything)]))).toBe('allowed');
  });

  it('confines a carrier ban to its channel', () => {
    const chain = [
      at(1, 'granted', { channels: ['sms', 'max'] }),
      at(2, 'suppressed', { ...everything, channels: ['sms'], reason: 'carrier-blocked' }),
    ];
    expect(outcome(ask(chain))).toBe('carrier-blocked');
    expect(outcome(ask(chain, { channel: 'max' }))).toBe('allowed');
    expect(outcome(ask(chain, { kind: 'auth', purpose: undefined }))).toBe('carrier-blocked');
  });

  it('starts a reassigned number with nothing, once its new owner proves control of it', () => {
    const chain = [at(1, 'granted', { purposes: ['offers', 'surveys'] }), at(2, 'suppressed', { ...everything, reason: 'number-reassigned' })];
    expect(outcome(ask([...chain, at(3, 'granted')]))).toBe('number-reassigned');
    const newOwner = [...chain, at(3, 'granted', { evidence: { method: 'keyword', grade: 'A' } })];
    expect(outcome(ask(newOwner))).toBe('allowed');
    expect(outcome(ask(newOwner, { purpose: 'surveys' }))).not.toBe('allowed');
    expect(outcome(ask([...chain, at(3, 'unsuppressed', everything)], { purpose: 'surveys' }))).toBe('allowed');
  });

  it('forgets an erased person, who may come back by an own act but not by an import', () => {
    const chain = [at(1, 'granted'), at(2, 'erased', everything)];
    expect(outcome(ask(chain))).toBe('erased');
    expect(outcome(ask(chain, { kind: 'transactional' }))).toBe('erased');
    expect(outcome(ask([...chain, at(3, 'imported', { evidence: { method: 'import', grade: 'C' } })]))).toBe('erased');
    expect(outcome(ask([...chain, at(3, 'granted')]))).toBe('allowed');
    expect(outcome(ask([...chain, at(3, 'granted')], { purpose: 'surveys' }))).toBe('erased');
  });

  it('lets contract notices through after a total withdrawal of marketing', () => {
    const chain = [at(1, 'granted'), at(2, 'withdrawn', everything)];
    expect(outcome(ask(chain, { kind: 'transactional' }))).toBe('allowed');
    expect(ask([], { kind: 'auth' })).toEqual({ allowed: true, record: null });
  });

  it('answers for a past moment from what had happened by then', () => {
    const chain = [at(1, 'granted'), at(5, 'withdrawn')];
    expect(outcome(ask(chain, { at: day(3), historical: true }))).toBe('allowed');
    expect(outcome(ask(chain, { at: day(6), historical: true }))).toBe('consent-withdrawn');
    expect(outcome(ask(chain, { at: day(0.5), historical: true }))).toBe('no-consent');
  });

  it('does not lose a withdrawal to a clock that runs ahead', () => {
    expect(outcome(ask([at(1, 'granted'), at(10.001, 'withdrawn')]))).toBe('consent-withdrawn');
  });

  it('answers many questions in their order', () => {
    const chains = new Map([[someone, [at(1, 'granted')]]]);
    const questions = ['sms', 'viber', 'sms'].map((channel) => ({ ...offersBySms, subject: someone, channel: channel as 'sms' }));
    expect(decideMany(chains, questions).map(outcome)).toEqual(['allowed', 'consent-other-channel', 'allowed']);
  });
});

describe('decideConsent, for any history', () => {
  const kinds: readonly ConsentEventKind[] = [
    'granted',
    'requested',
    'confirmed',
    'refreshed',
    'expired',
    'imported',
    'suppressed',
    'unsuppressed',
    'erased',
  ];
  const event = fc.record({ kind: fc.constantFrom(...kinds), days: fc.integer({ min: 0, max: 8 }), grade: fc.constantFrom('A', 'B', 'C') });
  const history = fc
    .array(event, { maxLength: 8 })
    .map((events) => events.map((e) => at(e.days, e.kind, { evidence: { method: 'api', grade: e.grade } })));

  it('never allows after a withdrawal that nothing but imports, refreshes and expiries follows', () => {
    fc.assert(
      fc.property(history, fc.array(fc.constantFrom('imported', 'refreshed', 'expired', 'unsuppressed'), { maxLength: 4 }), (before, after) => {
        const chain = [...before, at(8, 'withdrawn', everything), ...after.map((kind) => at(9, kind as ConsentEventKind))];
        expect(ask(chain).allowed).toBe(false);
      }),
    );
  });

  it('does not depend on the order the records come in', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chain, coins) => {
        const shuffled = chain
          .map((r) => [coins.next().value as number, r] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, r]) => r);
        expect(ask(shuffled).allowed).toBe(ask(chain).allowed);
      }),
    );
  });
});
