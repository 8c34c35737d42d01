import { describe, expect, it } from 'vitest';
import {
  type CascadePlan,
  checkPlan,
  definePlan,
  memoryDocumentStore,
  openPlanBook,
  type PlanOptions,
  type PlanStep,
  planWarnings,
  stepsFor,
} from '../../src/cascade/index.ts';
import { isLicetError } from '../../src/errors.ts';
import { fakeProvider, handClock } from './scene.ts';

const minute = 60_000;
const sms: PlanStep = { channel: 'sms' };
const whatsapp: PlanStep = { channel: 'whatsapp', fallBackAfterMs: 15 * minute };
const wait: PlanOptions = { onUnknown: 'wait' };

describe('definePlan', () => {
  it('applies the defaults once and hashes the plan into its version', () => {
    const plan = definePlan('promo', [whatsapp, sms], wait);
    expect(plan).toMatchObject({
      id: 'promo',
      onUnknown: 'wait',
      onHeldBack: 'next',
      steps: [
        { channel: 'whatsapp', waitFor: 'delivered', fallBackAfterMs: 15 * minute, maxAttempts: 3, on: {} },
        { channel: 'sms', waitFor: 'delivered', maxAttempts: 3, on: {} },
      ],
    });
    expect(plan.version).toBe(definePlan('promo', [whatsapp, sms], wait).version);
    expect(plan.version).not.toBe(definePlan('promo', [sms], wait).version);
    expect(definePlan('promo', [sms], { ...wait, version: 'v2' }).version).toBe('v2');
  });

  it('has other steps for some countries, by the country’s own name only', () => {
    const plan = definePlan('promo', [whatsapp, sms], { ...wait, byCountry: { RU: [{ channel: 'max' }] } });
    expect(stepsFor(plan, 'RU').map(({ channel }) => channel)).toEqual(['max']);
    expect(stepsFor(plan, 'GB')).toHaveLength(2);
    expect(stepsFor(plan, 'constructor')).toHaveLength(2);
  });

  const nonsense: readonly (readonly [string, string, () => CascadePlan])[] = [
    ['no steps', 'steps', () => definePlan('p', [], wait)],
    ['a fall-back time on the last step', 'steps.0.fallBackAfterMs', () => definePlan('p', [whatsapp], wait)],
    [
      'a fall-back time longer than the validity',
      'steps.0.fallBackAfterMs',
      () => definePlan('p', [whatsapp, sms], { ...wait, validForMs: 10 * minute }),
    ],
    [
      'fall-back times that add up to more than it',
      'steps.1.fallBackAfterMs',
      () => definePlan('p', [whatsapp, { channel: 'max', fallBackAfterMs: 15 * minute }, sms], { ...wait, validForMs: 20 * minute }),
    ],
    ['going on after an opt-out', 'steps.0.on.opted-out', () => definePlan('p', [{ ...whatsapp, on: { 'opted-out': 'next' } }, sms], wait)],
    [
      'another channel for somebody the carrier bars',
      'steps.0.on.carrier-blocked',
      () => definePlan('p', [{ ...whatsapp, on: { 'carrier-blocked': 'next' } }, sms], wait),
    ],
    ['repeating to who is not there', 'steps.0.on.not-on-channel', () => definePlan('p', [{ ...sms, on: { 'not-on-channel': 'retry' } }], wait)],
    ['nonsense for one country', 'options.byCountry.RU.0.fallBackAfterMs', () => definePlan('p', [sms], { ...wait, byCountry: { RU: [whatsapp] } })],
    ['an unknown option', 'steps.0', () => definePlan('p', [JSON.parse('{"channel":"sms","fallbackMs":1}')], wait)],
    ['an unknown channel', 'steps.0.channel', () => definePlan('p', [JSON.parse('{"channel":"fax"}')], wait)],
    ['a negative time', 'steps.0.fallBackAfterMs', () => definePlan('p', [{ channel: 'max', fallBackAfterMs: -1 }, sms], wait)],
    ['no word on unknown outcomes', 'options.onUnknown', () => definePlan('p', [sms], JSON.parse('{}'))],
    ['a name with blanks', 'id', () => definePlan('my plan', [sms], wait)],
  ];
  it.each(nonsense)('refuses %s, naming %s', (_, path, define) => {
    try {
      define();
    } catch (error) {
      expect(isLicetError(error) && error.code).toBe('invalid-options');
      expect(error).toHaveProperty('issues', expect.arrayContaining([expect.objectContaining({ path })]));
      return;
    }
    throw new Error('The plan was taken.');
  });
});

describe('a plan beside its providers', () => {
  const clock = handClock();

  it('may not wait for more than a provider reports, nor use one that is not there', () => {
    const plan = definePlan('p', [{ channel: 'whatsapp', waitFor: 'read' }, { channel: 'sms', provider: 'sms-2' }, { channel: 'viber' }], wait);
    const providers = [fakeProvider(clock, 'whatsapp', { reaches: 'delivered' }), fakeProvider(clock, 'sms')];
    expect(checkPlan(plan, providers).map(({ path }) => path)).toEqual(['steps.0.waitFor', 'steps.1.provider', 'steps.2.channel']);
    expect(checkPlan(definePlan('p', [sms], wait), [fakeProvider(clock, 'sms', { receipts: 'none' })])).toHaveLength(1);
    expect(checkPlan(definePlan('p', [sms], wait), providers)).toEqual([]);
  });

  it('is warned about when its channel goes on trying after the fall-back', () => {
    const plan = definePlan('p', [whatsapp, sms], wait);
    const warnings = (validity: { minMs: number; maxMs: number } | null) => planWarnings(plan, [fakeProvider(clock, 'whatsapp', { validity })]);
    expect(warnings(null)).toEqual([{ path: 'steps.0', warning: 'double-reach', fallBackAfterMs: 15 * minute, channelGoesOnMs: null }]);
    expect(warnings({ minMs: 60 * minute, maxMs: 120 * minute })).toMatchObject([{ channelGoesOnMs: 60 * minute }]);
    expect(warnings({ minMs: minute, maxMs: 120 * minute })).toEqual([]);
  });
});

describe('the plan book', () => {
  it('keeps old wordings executable for those who never knew them', async () => {
    const documents = memoryDocumentStore();
    const old = definePlan('promo', [sms], wait);
    await openPlanBook([old], documents).save();
    const book = openPlanBook([definePlan('promo', [whatsapp, sms], wait)], documents);
    expect(book.get(old)).toBeUndefined();
    await book.load([old, { id: 'promo', version: 'never' }]);
    expect(book.get(old)).toEqual(old);
    expect(book.get({ id: 'promo', version: 'never' })).toBeUndefined();
    expect(book.current('promo').steps).toHaveLength(2);
    expect(() => book.current('other')).toThrow('promo');
  });
});
