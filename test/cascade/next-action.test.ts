import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  type AttemptResult,
  type CascadePlan,
  type Delivery,
  type DeliveryRequest,
  defaultPolicy,
  definePlan,
  evolve,
  type NextAction,
  newDelivery,
  nextAction,
} from '../../src/cascade/index.ts';
import type { ProviderCapabilities } from '../../src/channels/port.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { fakeProvider, handClock, start } from './scene.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const plus = (ms: number) => new Date(start.getTime() + ms);
const single = definePlan('single', [{ channel: 'sms' }], { onUnknown: 'wait' });
const double = definePlan('double', [{ channel: 'sms', fallBackAfterMs: 15 * minute }, { channel: 'max' }], { onUnknown: 'wait' });
const timedOut: AttemptResult = { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };
const seen = new Set<NextAction['kind']>();

function delivery(results: readonly (AttemptResult | null)[] = [], change: Partial<DeliveryRequest> = {}): Delivery {
  const fresh = newDelivery(
    {
      id: 'd',
      idempotencyKey: 'k',
      subject: 's' as SubjectRef,
      phone: '+447700900100',
      country: 'GB',
      kind: 'marketing',
      sender: 'acme',
      template: 't',
      values: {},
      plan: { id: 'single', version: '1' },
      validUntil: plus(day),
      ...change,
    },
    start,
  );
  return results.reduce<Delivery>((before, result, index) => {
    const attempt: Attempt = {
      number: index + 1,
      channel: 'sms',
      provider: 'sms-1',
      startedAt: plus(index * minute),
      evidence: { clearanceId: 'c', contentHash: 'h', packs: [], ground: { basis: 'contract' }, segments: 1, priceMicros: 1 },
      ...(result === null ? {} : { endedAt: plus(index * minute), result }),
    };
    return evolve(before, { type: 'attempt-ended', step: 0, waitFor: 'delivered', attempt });
  }, fresh);
}

function decide(
  given: Delivery,
  nowMs: number,
  options: { readonly plan?: CascadePlan | undefined; readonly capabilities?: Partial<ProviderCapabilities>; readonly strikes?: number } = {},
): NextAction {
  const provider = fakeProvider(handClock(), 'sms', options.capabilities);
  const plan = 'plan' in options ? options.plan : single;
  const action = nextAction(given, {
    now: plus(nowMs),
    plan,
    providerOf: () => provider,
    goneCodes: (id) => (id === 'sms-1' ? ['31', 'EC_GONE'] : []),
    policy: defaultPolicy,
    strikes: options.strikes ?? 0,
  });
  seen.add(action.kind);
  return action;
}

describe('intents whose call was never made', () => {
  it('use nobody up: a step is sent again by its key after as many calls as its plan allows', () => {
    const late: AttemptResult = { outcome: 'not-sent', reason: 'clearance-expired' };
    const key = { capabilities: { dedup: { by: 'key' } } } as const;
    expect(decide(delivery([late, late, timedOut]), day / 2, key)).toMatchObject({ kind: 'submit', number: 4 });
    expect(decide(delivery([timedOut, late, timedOut]), day / 2, key)).toMatchObject({ kind: 'submit', number: 4 });
    expect(decide(delivery([timedOut, timedOut, timedOut]), day / 2, key).kind).toBe('wait');
  });
});

describe('nextAction', () => {
  it('submits what has not been submitted, not before its start and not after its end', () => {
    expect(decide(delivery(), 0)).toMatchObject({ kind: 'submit', index: 0, number: 1 });
    expect(decide(delivery([], { startAt: plus(minute) }), 0)).toEqual({ kind: 'wait', until: plus(minute) });
    expect(decide(delivery([], { startAt: plus(minute) }), minute)).toMatchObject({ kind: 'submit' });
    expect(decide(delivery(), day)).toEqual({ kind: 'settle', cause: 'validity-over', reason: 'validity-over' });
  });

  it('parks what broke its workers, has no plan any more, or was submitted too often', () => {
    expect(decide(delivery(), 0, { strikes: 5 })).toEqual({ kind: 'settle', cause: 'parked', reason: 'crash-loop' });
    expect(decide(delivery(), 0, { plan: undefined })).toEqual({ kind: 'settle', cause: 'parked', reason: 'plan-missing' });
    const slow = { outcome: 'not-sent', reason: 'clearance-expired' } as const;
    const rejected = { outcome: 'rejected', errorClass: 'invalid-request', providerCode: null } as const;
    const often = delivery([...Array.from({ length: 20 }, () => rejected), slow]);
    const plan = definePlan('own', [{ channel: 'sms', on: { 'invalid-request': 'pause' } }], { onUnknown: 'wait' });
    expect(decide(often, day / 2, { plan })).toEqual({ kind: 'settle', cause: 'parked', reason: 'too-many-attempts' });
    expect(decide(delivery(Array.from({ length: 30 }, () => slow)), 0)).toMatchObject({ kind: 'submit', number: 31 });
  });

  it('does nothing more to what is final, or when its steps have run out', () => {
    expect(decide(evolve(delivery(), { type: 'settled', cause: 'refused', reason: 'no-consent', at: start }), 0)).toEqual({ kind: 'none' });
    const out = evolve(delivery(), { type: 'fell-back', from: 0, waitFor: 'delivered', reason: 'not-on-channel', at: start });
    expect(decide(out, 0)).toMatchObject({ kind: 'settle', cause: 'exhausted' });
  });

  it('counts the fall-back time from the first attempt of the step', () => {
    const accepted: AttemptResult = { outcome: 'accepted', providerMessageId: 'm', status: 'accepted' };
    const given = delivery([{ outcome: 'rejected', errorClass: 'retryable-transient', providerCode: null }, accepted]);
    expect(decide(given, 2 * minute, { plan: double })).toEqual({ kind: 'wait', until: plus(15 * minute) });
    expect(decide(given, 15 * minute, { plan: double })).toMatchObject({ kind: 'fall-back', from: 0, reason: 'not-in-time' });
  });

  it('asks providers that only answer when asked, less and less often', () => {
    const accepted = delivery([{ outcome: 'accepted', providerMessageId: 'm', status: 'accepted' }]);
    const capabilities = { receipts: 'poll' } as const;
    expect(decide(accepted, 0, { capabilities })).toEqual({ kind: 'wait', until: plus(30_000) });
    expect(decide(accepted, 30_000, { capabilities })).toMatchObject({ kind: 'look-up' });
    const asked = evolve(accepted, { type: 'looked-up', step: 0, number: 1, result: { found: 'unsure' }, at: plus(30_000) });
    expect(decide(asked, 30_000, { capabilities })).toEqual({ kind: 'wait', until: plus(90_000) });
    const found = evolve(asked, {
      type: 'looked-up',
      step: 0,
      number: 1,
      result: { found: 'present', providerMessageId: 'm', status: 'delivered' },
      at: plus(90_000),
    });
    expect(decide(found, 90_000, { capabilities })).toEqual({ kind: 'settle', cause: 'reached', reason: null });
  });

  it('gives up asking about an unknown outcome after six times and waits for the end', () => {
    const capabilities = { lookup: 'by-recipient-and-time' } as const;
    let given = delivery([timedOut]);
    let asked = 0;
    let nowMs = 0;
    for (let action = decide(given, nowMs, { capabilities }); nowMs < day; action = decide(given, nowMs, { capabilities })) {
      if (action.kind === 'look-up') {
        asked++;
        given = evolve(given, { type: 'looked-up', step: 0, number: 1, result: { found: 'unsure' }, at: plus(nowMs) });
      } else if (action.kind === 'wait') nowMs = action.until.getTime() - start.getTime();
    }
    expect(asked).toBe(6);
    expect(decide(given, day + 5 * minute, { capabilities })).toEqual({ kind: 'settle', cause: 'exhausted', reason: 'no-answer' });
  });

  it('takes “duplicate” after an earlier attempt for accepted, and without one for unknown', () => {
    const duplicate: AttemptResult = { outcome: 'rejected', errorClass: 'duplicate', providerCode: '9' };
    expect(decide(delivery([timedOut, duplicate]), 2 * minute, { plan: double })).toEqual({ kind: 'wait', until: plus(15 * minute) });
    const first = delivery([duplicate]);
    expect(decide(first, 30 * minute, { plan: double })).toEqual({ kind: 'wait', until: plus(day + 5 * minute) });
    expect(evolve(first, { type: 'settled', cause: 'exhausted', reason: 'no-answer', at: plus(day) }).state).toBe('unknown');
  });

  it('obeys the plan where it says otherwise than the defaults', () => {
    const rejected = delivery([{ outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: null }]);
    const reacting = (reaction: 'stop' | 'retry' | 'pause' | 'next') =>
      definePlan('own', [{ channel: 'sms', on: { 'recipient-unreachable': reaction } }, { channel: 'max' }], { onUnknown: 'wait' });
    expect(decide(rejected, 0, { plan: reacting('stop') })).toMatchObject({ kind: 'settle', cause: 'exhausted' });
    expect(decide(rejected, 0, { plan: reacting('next') })).toMatchObject({ kind: 'fall-back' });
    expect(decide(rejected, 0, { plan: reacting('retry') })).toMatchObject({ kind: 'wait' });
    expect(decide(rejected, 60 * minute, { plan: reacting('pause') })).toMatchObject({ kind: 'submit', number: 2 });
  });

  it('hands a reported refusal over before anything else, once', () => {
    const refused = delivery([{ outcome: 'rejected', errorClass: 'opted-out', providerCode: '131050' }]);
    expect(decide(refused, 0)).toMatchObject({ kind: 'record-opt-out', refusal: { says: 'opted-out', providerCode: '131050' } });
    expect(decide(evolve(refused, { type: 'opt-out-recorded', at: start }), 0)).toMatchObject({ kind: 'settle', reason: 'opted-out' });
  });

  it('hands over a number that is assigned to nobody, once, and goes on as with any number out of reach', () => {
    const gone = delivery([{ outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: '31' }]);
    expect(decide(gone, 0)).toMatchObject({ kind: 'record-opt-out', refusal: { says: 'number-gone', provider: 'sms-1', providerCode: '31' } });
    const recorded = evolve(gone, { type: 'gone-recorded', at: start });
    expect(decide(recorded, 0)).toMatchObject({ kind: 'settle', reason: 'recipient-unreachable' });
    expect(decide(recorded, 0, { plan: double })).toMatchObject({ kind: 'fall-back', reason: 'recipient-unreachable' });
  });

  it.each([
    ['another code', 'recipient-unreachable', '32'],
    ['no code', 'recipient-unreachable', null],
    ['the code with a class of the host', 'retryable-transient', '31'],
  ] as const)('takes %s for no proof that a number is nobody’s', (_, errorClass, providerCode) => {
    expect(decide(delivery([{ outcome: 'rejected', errorClass, providerCode }]), 0).kind).not.toBe('record-opt-out');
  });

  it('believes what arrived more than a report of a gone number', () => {
    const report = (status: 'undelivered' | 'delivered', messageId: string) =>
      ({
        type: 'receipt',
        step: 0,
        report: {
          messageId,
          status,
          errorClass: status === 'undelivered' ? 'recipient-unreachable' : null,
          providerCode: status === 'undelivered' ? 'EC_GONE' : null,
          at: start,
        },
      }) as const;
    const sent = delivery([{ outcome: 'accepted', providerMessageId: 'm1', status: 'accepted' }]);
    const gone = evolve(sent, report('undelivered', 'm1'));
    expect(decide(gone, 0)).toMatchObject({ kind: 'record-opt-out', refusal: { says: 'number-gone', providerCode: 'EC_GONE', at: start } });
    expect(decide(evolve(gone, report('delivered', 'm1')), 0).kind).toBe('settle');
    expect(decide(evolve(gone, report('delivered', 'm2')), 0).kind).toBe('settle');
  });

  it('hands over a refusal that follows a gone number too', () => {
    const gone = delivery([{ outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: '31' }]);
    const recorded = evolve(gone, { type: 'gone-recorded', at: start });
    const refused = evolve(recorded, {
      type: 'receipt',
      step: 0,
      report: { messageId: 'm', status: 'failed', errorClass: 'opted-out', providerCode: '9', at: plus(minute) },
    });
    expect(decide(refused, minute)).toMatchObject({ kind: 'record-opt-out', refusal: { says: 'opted-out', providerCode: '9' } });
    expect(decide(evolve(refused, { type: 'opt-out-recorded', at: plus(minute) }), minute).kind).toBe('settle');
  });

  it('has been seen doing each kind of thing', () => {
    expect([...seen].sort()).toEqual(['fall-back', 'look-up', 'none', 'record-opt-out', 'settle', 'submit', 'wait'] satisfies NextAction['kind'][]);
  });
});
