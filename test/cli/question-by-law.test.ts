import { describe, expect, it } from 'vitest';
import { type QuestionByLaw, questionsByLaw } from '../../src/cli/consent/question-by-law.ts';
import { decideConsent } from '../../src/consent/index.ts';
import type { ConsentRecord, EvidenceGrade, SubjectRef } from '../../src/consent/record/record.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import type { Channel, MessageKind } from '../../src/law/vocabulary.ts';
import { type E164, parsePhone } from '../../src/phone/index.ts';

const ask = questionsByLaw(await loadAllPacks());
const subject = 's' as SubjectRef;

function consentOf(grade: EvidenceGrade, occurredAt: Date): ConsentRecord {
  return {
    id: 'r',
    tenant: 't',
    sequence: 1,
    kind: 'granted',
    subject,
    sender: 'acme',
    channels: ['sms', 'whatsapp'],
    purposes: ['offers'],
    evidence: { method: 'paper', grade },
    occurredAt,
    recordedAt: occurredAt,
    previousHash: null,
    hash: 'h',
  };
}

function answer(
  to: string,
  at: string,
  record: ConsentRecord,
  { kind = 'marketing', channel = 'sms' }: { kind?: MessageKind; channel?: Channel } = {},
) {
  const person = parsePhone(to);
  if (!person.ok) throw new Error(`${to} is no number.`);
  const asking = { subject, phone: person.e164, country: person.country ?? '', kind, sender: 'acme', channel, purpose: 'offers' };
  const asked = ask(asking, new Date(at));
  if ('barredBy' in asked) return asked.barredBy;
  const decision = decideConsent([record], asked.question);
  return decision.allowed ? 'allowed' : decision.reason;
}

const claim = consentOf('C', new Date('2020-01-10T10:00:00Z'));
const form = consentOf('B', new Date('2020-01-10T10:00:00Z'));

describe('questionsByLaw', () => {
  it('asks for what the country wants: the same records do in one and not in another', () => {
    const at = '2026-03-02T15:00:00Z';
    expect(answer('+12025550123', at, claim)).toBe('consent-evidence-too-weak');
    expect(answer('+12025550123', at, form)).toBe('allowed');
    expect(answer('+447700900123', at, claim)).toBe('allowed');
    expect(answer('+79990000031', at, claim)).toBe('allowed');
  });

  it('asks by the law of the day: nobody is asked before the act, and advertising alone is', () => {
    expect(answer('+12025550123', '2013-10-15T15:00:00Z', consentOf('C', new Date('2013-01-10T10:00:00Z')))).not.toBe('consent-evidence-too-weak');
    expect(answer('+12025550123', '2013-10-17T15:00:00Z', consentOf('C', new Date('2013-01-10T10:00:00Z')))).toBe('consent-evidence-too-weak');
    expect(answer('+12025550123', '2026-03-02T15:00:00Z', claim, { kind: 'transactional' })).toBe('allowed');
  });

  it('takes the day of the recipient, in the latest zone the number may be in', () => {
    // The Russian duty of two documents begins on 1 September 2025: in Kamchatka twelve hours before UTC gets there.
    const asking = {
      subject,
      phone: '+79990000031' as E164,
      country: 'RU',
      kind: 'marketing',
      sender: 'acme',
      channel: 'sms',
      purpose: 'offers',
    } as const;
    const [before, after] = ['2025-08-31T11:00:00Z', '2025-08-31T13:00:00Z'].map((at) => ask(asking, new Date(at))) as [QuestionByLaw, QuestionByLaw];
    const since = (asked: QuestionByLaw) => ('question' in asked ? asked.question.policy?.separateDocumentsSince : 'barred');
    expect(since(before)).toBeUndefined();
    expect(since(after)).toEqual(new Date('2025-09-01T00:00:00Z'));
  });

  it('refuses what no consent opens: a barred channel, and advertising where no law is known', () => {
    const at = '2026-03-02T15:00:00Z';
    expect(answer('+79990000031', at, form, { channel: 'whatsapp' })).toBe('channel-barred');
    expect(answer('+3546111234', at, form)).toBe('no-law-pack');
    expect(answer('+3546111234', at, form, { kind: 'transactional' })).toBe('allowed');
  });
});
