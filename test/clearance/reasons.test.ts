import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Clearance, ClearanceRequest } from '../../src/clearance/index.ts';
import type { ConsentRefusal } from '../../src/consent/decide/question.ts';
import { memoryCounterStore, senderKey } from '../../src/limits/index.ts';
import type { Diagnostic } from '../../src/linter/diagnostic.ts';
import { type Fixture, gate, inForce, now, record, templates } from './fixture.ts';

const seen = new Set<string>();

function heldAs(clearance: Clearance): string {
  const text =
    clearance.verdict === 'refused'
      ? `refused ${clearance.reason} (${clearance.scope})`
      : clearance.verdict === 'deferred'
        ? `deferred ${clearance.reason}`
        : 'cleared';
  seen.add(text.replace(/ \(.*/u, ''));
  return text;
}

const error: Diagnostic = { rule: 'no-opt-out', pack: 'gb', severity: 'error', message: 'm', range: null, basis: [], confidence: 'primary' };
const later = new Date('2026-11-23T15:00:00Z');
const sms = { ...templates[0]!, variants: [templates[0]!.variants[0]!] };
const state = (name: 'paused' | 'disabled') => [{ ...sms, variants: [{ ...sms.variants[0]!, state: name }] }];
const acme = { id: 'acme', legalEntity: 'Acme Ltd', displayName: 'Acme', sms: 'ACME' };
const once = { id: 'weekly', kinds: ['marketing' as const], max: 1, per: 'calendar-week' as const };

describe('refusals', () => {
  const cases: readonly [expected: string, fixture: Fixture, request?: Partial<ClearanceRequest>][] = [
    ['refused invalid-recipient (delivery)', {}, { phone: '07700' }],
    ['refused sender-unknown (delivery)', {}, { sender: 'nobody' }],
    ['refused provider-missing (step)', {}, { provider: 'nobody' }],
    ['refused provider-missing (step)', {}, { provider: 'meta' }],
    ['refused no-address (step)', {}, { channel: 'telegram', provider: 'bot' }],
    ['refused sender-not-on-channel (step)', { senders: [{ ...acme, sms: undefined! }] }],
    ['refused sender-not-registered (step)', { requiresRegistration: () => true }],
    ['refused sender-not-registered (step)', { senders: [{ ...acme, registrations: [{ country: 'GB', name: 'ACME', validUntil: now }] }] }],
    ['refused sender-not-registered (step)', { senders: [{ ...acme, registrations: [{ country: 'GB', name: 'OTHER' }] }] }],
    ['refused template-missing (delivery)', {}, { template: 'nothing' }],
    ['refused template-variant-missing (step)', {}, { locale: 'kk' }],
    ['refused template-variant-missing (step)', { capabilities: { contents: ['media'] } }],
    ['refused template-value-missing (step)', {}, { values: {} }],
    ['refused template-paused (step)', { templates: state('paused') }],
    ['refused template-disabled (step)', { templates: state('disabled') }],
    ['refused no-law-pack (delivery)', {}, { country: 'US', phone: '+12025550123' }],
    ['refused channel-barred (step)', { pack: { channels: [{ ...inForce, channel: 'sms', kinds: ['marketing'], effect: 'barred' }] } }],
    ['refused stopped (delivery)', { controls: async () => ['stopped'] }],
    ['refused suppressed (delivery)', { suppressions: async () => ['suppressed'] }],
    ['refused no-lawful-window (delivery)', {}, { validUntil: now }],
    ['refused no-lawful-window (delivery)', { hostWindows: [{ weekdays: [], saturday: [], sunday: [], holidays: [] }] }],
    ['refused content-refused (step)', { errors: [error] }],
    ['refused content-refused (step)', {}, { values: { name: '\ud800' } }],
    ['refused content-refused (delivery)', {}, { kind: 'transactional' }],
    ['refused frequency-cap (delivery)', { caps: [{ ...once, max: 0 }] }],
    ['refused frequency-cap (step)', { caps: [{ ...once, max: 0, channels: ['sms'] }] }],
  ];
  it.each(cases)('%s', async (expected, fixture, request = {}) => {
    expect(heldAs(await gate(fixture).clear(request))).toBe(expected);
  });

  const consent: readonly [ConsentRefusal, 'step' | 'delivery'][] = [
    ['no-consent', 'delivery'],
    ['consent-withdrawn', 'delivery'],
    ['consent-expired', 'delivery'],
    ['consent-other-purpose', 'delivery'],
    ['consent-other-sender', 'delivery'],
    ['consent-other-channel', 'step'],
    ['consent-evidence-too-weak', 'delivery'],
    ['consent-not-separate', 'delivery'],
    ['consent-pending', 'delivery'],
    ['suppressed', 'delivery'],
    ['carrier-blocked', 'delivery'],
    ['number-reassigned', 'delivery'],
    ['erased', 'delivery'],
  ];
  it.each(consent)('%s of the ledger ends the %s', async (reason, scope) => {
    const refusing = gate({ decide: async () => [{ allowed: false, reason, record }] });
    expect(heldAs(await refusing.clear())).toBe(`refused ${reason} (${scope})`);
  });

  it('a suppression of some channels leaves the others open', async () => {
    const refusing = gate({ decide: async () => [{ allowed: false, reason: 'carrier-blocked', record: { ...record, channels: ['sms'] } }] });
    expect(heldAs(await refusing.clear())).toBe('refused carrier-blocked (step)');
  });

  it('keeps the findings with a content refusal, errors only', async () => {
    const warned = gate({ errors: [{ ...error, severity: 'warn' }] });
    expect((await warned.clear()).verdict).toBe('cleared');
    expect(await gate({ errors: [error, { ...error, severity: 'info' }] }).clear()).toMatchObject({ diagnostics: [error] });
  });
});

it('a new sender’s share of the day defers to the next day', async () => {
  const young = gate({ limits: () => ({ warmUp: { startsOn: '2026-11-23', perDay: [1, 5] } }) });
  expect((await young.clear()).verdict).toBe('cleared');
  const second = await young.clear({ subject: 'subject-2' as never });
  expect(heldAs(second)).toBe('deferred warm-up');
  expect(second).toMatchObject({ until: new Date('2026-11-24T00:00:00Z') });
});

describe('what the platform says', () => {
  const parcel = { kind: 'transactional', template: 'parcel', purpose: undefined!, values: {} } as const;
  const nobodyAgreed: Fixture['decide'] = async (questions) =>
    questions.map(({ kind }) => (kind === 'marketing' ? { allowed: false, reason: 'no-consent', record: null } : { allowed: true, record: null }));

  it('a template it files under marketing needs the consent for it, and is cleared as marketing', async () => {
    const refiled = { variantState: () => ({ category: 'MARKETING' as const }) };
    expect((await gate({ decide: nobodyAgreed }).clear(parcel)).verdict).toBe('cleared');
    expect(heldAs(await gate({ ...refiled, decide: nobodyAgreed }).clear(parcel))).toBe('refused template-recategorised (step)');
    expect(heldAs(await gate(refiled).clear({ ...parcel, country: 'US', phone: '+12025550123', timeZone: 'America/New_York' }))).toBe(
      'refused template-recategorised (step)',
    );
    expect(await gate(refiled).clear(parcel)).toMatchObject({ verdict: 'cleared', message: { kind: 'marketing', ground: { basis: 'consent' } } });
    expect(heldAs(await gate(refiled).clear(parcel, new Date('2026-11-23T22:00:00Z')))).toBe('deferred quiet-hours');
  });

  it('a halted account waits a quarter of an hour at most, and is passed over by a message that cannot wait', async () => {
    const halted = gate({ accountState: () => ({ halted: 'all', until: later }) });
    expect(await halted.clear(parcel)).toMatchObject({ verdict: 'deferred', reason: 'sender-closed', until: new Date(now.getTime() + 900_000) });
    expect(heldAs(await halted.clear({ ...parcel, validUntil: later }))).toBe('refused sender-halted (step)');
    const advertising = gate({ accountState: () => ({ halted: 'marketing', until: later }) });
    expect((await advertising.clear(parcel)).verdict).toBe('cleared');
    expect(heldAs(await advertising.clear({ validUntil: later }))).toBe('refused sender-halted (step)');
  });

  it('its limit of people a day holds beside the host’s: the lower of the two', async () => {
    for (const fixture of [
      { accountState: () => ({ dailyReach: 1 }) },
      { accountState: () => ({ dailyReach: 5 }), limits: () => ({ portfolio: { id: 'p', maxRecipients: 1 } }) },
    ] satisfies Fixture[]) {
      const tight = gate(fixture);
      expect((await tight.clear()).verdict).toBe('cleared');
      expect(heldAs(await tight.clear({ subject: 'subject-2' as never }))).toBe('deferred portfolio-limit');
    }
  });
});

describe('deferrals', () => {
  it('quiet hours: until the window opens', async () => {
    const night = await gate().clear({}, new Date('2026-11-23T22:00:00Z'));
    expect(heldAs(night)).toBe('deferred quiet-hours');
    expect(night).toMatchObject({ until: new Date('2026-11-24T09:00:00Z') });
  });

  it('rate: the second call of one a minute finds no slot within the horizon', async () => {
    const slow = gate({ limits: () => ({ perSecond: 1 / 60 }), slackMs: 0 });
    expect((await slow.clear()).verdict).toBe('cleared');
    const second = await slow.clear();
    expect(heldAs(second)).toBe('deferred rate-limit');
    expect(second).toMatchObject({ until: new Date(now.getTime() + 59_000) });
  });

  it('pair rate: one message to one person in six seconds', async () => {
    const pair = gate({ capabilities: { limits: { perPair: { max: 1, perMs: 6_000 } } } });
    expect((await pair.clear()).verdict).toBe('cleared');
    const second = await pair.clear();
    expect(heldAs(second)).toBe('deferred pair-rate');
    expect(second).toMatchObject({ until: new Date(now.getTime() + 6_000) });
  });

  it('portfolio: a second person waits, the first may hear more', async () => {
    const one = gate({ limits: () => ({ portfolio: { id: 'p', maxRecipients: 1 } }) });
    expect((await one.clear()).verdict).toBe('cleared');
    expect((await one.clear()).verdict).toBe('cleared');
    expect(heldAs(await one.clear({ subject: 'subject-2' as never }))).toBe('deferred portfolio-limit');
  });

  it('frequency cap: deferred while its end comes in time, else refused', async () => {
    const capped = gate({ caps: [{ ...once, per: { hours: 24 } }] });
    expect((await capped.clear()).verdict).toBe('cleared');
    const second = await capped.clear();
    expect(heldAs(second)).toBe('deferred frequency-cap');
    expect(second).toMatchObject({ until: new Date(now.getTime() + 86_400_000) });
    expect(heldAs(await capped.clear({ validUntil: later }))).toBe('refused frequency-cap (delivery)');
  });

  it('budget: the worst price is reserved before the call, and no price passes no budget', async () => {
    const budgets = () => [{ key: 'budget/campaign/c', maxMicros: 100, expiresAt: later }];
    const rich = gate({ prices: { worstCase: ({ segments }) => 60 * segments }, budgets });
    expect(await rich.clear()).toMatchObject({ verdict: 'cleared', reservation: { priceMicros: 60 } });
    const second = await rich.clear();
    expect(heldAs(second)).toBe('deferred budget');
    expect(second).toMatchObject({ until: new Date(now.getTime() + 15 * 60_000) });
    expect(heldAs(await gate({ budgets }).clear())).toBe('deferred budget');
  });

  it('sender closed: nobody before the end of the closing', async () => {
    const counters = memoryCounterStore();
    const closed = gate({ counters });
    await counters.hold([{ key: senderKey('gateway', 'acme'), until: later, rampMs: 4_000 }], now);
    const held = await closed.clear();
    expect(heldAs(held)).toBe('deferred sender-closed');
    expect(held).toMatchObject({ until: later });
  });

  it('held back by monitoring until a time, or slowed down to a pace that its like share', async () => {
    const held = await gate({ qualityHolds: (asked) => asked.map(() => ({ until: later })) }).clear();
    expect(heldAs(held)).toBe('deferred quality-hold');
    expect(held).toMatchObject({ until: later });
    const asked: (string | null)[] = [];
    const slow = gate({
      qualityHolds(questions) {
        for (const { record: relied } of questions) asked.push(relied?.id ?? null);
        return questions.map(() => ({ id: 'sms/source/list', perSecond: 1 / 60 }));
      },
    });
    expect((await slow.clear()).verdict).toBe('cleared');
    const second = await slow.clear();
    expect(heldAs(second)).toBe('deferred quality-hold');
    expect(second).toMatchObject({ until: new Date(now.getTime() + 65_000) });
    expect(asked).toEqual([record.id, record.id]);
  });

  it('a paused template that will resume, and a paused campaign', async () => {
    const resuming = gate({ variantState: () => ({ state: 'paused', resumesAt: later }) });
    expect(heldAs(await resuming.clear())).toBe('deferred template-paused');
    expect((await resuming.clear({}, later)).verdict).toBe('cleared');
    expect(heldAs(await gate({ controls: async () => ['paused'] }).clear())).toBe('deferred campaign-paused');
  });
});

afterAll(() => {
  const source = readFileSync(new URL('../../src/clearance/clearance.ts', import.meta.url), 'utf8');
  const union = (name: string) =>
    [
      ...source
        .split(`export type ${name} =`)[1]!
        .split(';')[0]!
        .matchAll(/'([a-z-]+)'/gu),
    ].map((match) => match[1]!);
  const promised = [...union('RefusalReason').map((reason) => `refused ${reason}`), ...union('DeferReason').map((reason) => `deferred ${reason}`)];
  expect(promised.length).toBeGreaterThan(30);
  expect([...seen].toSorted()).toEqual(expect.arrayContaining(promised.toSorted()));
});
