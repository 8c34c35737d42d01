import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ClearanceDeps } from '../../src/clearance/clearance-deps.ts';
import {
  askSuppressionSources,
  cachedSuppressionSource,
  checkDataLocation,
  memorySuppressionSource,
  type SuppressionQuestion,
  type SuppressionSource,
} from '../../src/consent/index.ts';
import { describeContract, failingCases } from '../../src/testing/contract.ts';
import { type SuppressionSourceSubject, suppressionSourceContract } from '../../src/testing/suppression-source-contract.ts';
import { day, start } from './support.ts';

const ask = (phone: string, more: Partial<SuppressionQuestion> = {}): SuppressionQuestion => ({
  phone,
  country: 'US',
  kind: 'marketing',
  sender: 'acme',
  channel: 'sms',
  ...more,
});
const listed = ask('+12025550101');
const free = ask('+12025550102');

/** A register that counts what it is asked. */
function counting(source: SuppressionSource): SuppressionSource & { readonly asked: SuppressionQuestion[][] } {
  const asked: SuppressionQuestion[][] = [];
  return {
    ...source,
    asked,
    async lookUp(questions, now) {
      asked.push([...questions]);
      return source.lookUp(questions, now);
    },
  };
}

function denyList(): SuppressionSource {
  const source = memorySuppressionSource({ id: 'us-dnc' });
  source.add(listed.phone);
  return source;
}

function allowList(): SuppressionSource {
  const source = memorySuppressionSource({ id: 'iys', lists: 'allow' });
  source.add(free.phone);
  return source;
}

const subject = (source: SuppressionSource): SuppressionSourceSubject => ({ source, against: listed, reason: 'suppressed', clear: free, now: start });
describeContract({ describe, it }, 'deny list in memory', suppressionSourceContract, () => subject(denyList()));
describeContract({ describe, it }, 'allow list in memory', suppressionSourceContract, () => subject(allowList()));
describeContract({ describe, it }, 'cache', suppressionSourceContract, () => subject(cachedSuppressionSource(denyList(), { freshForMs: 1_000 })));
describeContract({ describe, it }, 'cache of two', suppressionSourceContract, () =>
  subject(cachedSuppressionSource(denyList(), { freshForMs: 1_000, maxEntries: 1 })),
);

describe('suppressionSourceContract', () => {
  it('catches registers that reorder, forget, or answer once only', async () => {
    const reordering: SuppressionSource = { ...denyList(), lookUp: async (questions, now) => (await denyList().lookUp(questions, now)).toReversed() };
    const unanimous: SuppressionSource = { ...denyList(), lookUp: async (questions) => questions.map(() => null) };
    const once = (): SuppressionSource => {
      const seen = new Set<string>();
      return {
        ...denyList(),
        async lookUp(questions, now) {
          const found = await denyList().lookUp(questions, now);
          const news = found.map((one, i) => (seen.has(questions[i]!.phone) ? null : one));
          for (const { phone } of questions) seen.add(phone);
          return news;
        },
      };
    };
    expect([...(await failingCases(suppressionSourceContract, () => subject(reordering))).keys()]).toContain('answers each question in its place');
    expect((await failingCases(suppressionSourceContract, () => subject(unanimous))).size).toBeGreaterThan(2);
    expect([...(await failingCases(suppressionSourceContract, () => subject(once()))).keys()]).toContain('is not changed by being asked');
  });
});

describe('askSuppressionSources', () => {
  it('is what a clearance asks', () => {
    expectTypeOf(askSuppressionSources([])).toExtend<NonNullable<ClearanceDeps['suppressions']>>();
  });

  it('asks each register only about what concerns it, once per batch, and names the widest finding', async () => {
    const dnc = counting({ ...denyList(), concerns: { countries: ['US'], kinds: ['marketing'] } });
    const bans = memorySuppressionSource({ id: 'carrier-bans', concerns: { channels: ['sms'] } });
    bans.add(listed.phone, { reason: 'carrier-blocked', until: day(1) });
    bans.add('+447700900123', { reason: 'carrier-blocked', until: day(1) });
    const check = askSuppressionSources([dnc, bans]);
    const questions = [
      listed,
      free,
      ask(listed.phone, { kind: 'transactional' }),
      ask(listed.phone, { kind: 'transactional', channel: 'whatsapp' }),
      ask('+447700900123', { country: 'GB' }),
    ];
    expect(await check(questions, start)).toEqual(['carrier-blocked', null, 'carrier-blocked', null, 'carrier-blocked']);
    expect(dnc.asked).toEqual([[listed, free]]);
    expect(await check([listed, ask('+447700900123', { country: 'GB' })], day(1))).toEqual(['suppressed', null]);
  });

  it.each([
    ['a register that fails', async () => Promise.reject(new Error('down')), /"broken" did not answer/u],
    ['a register that leaves questions out', async () => [], /"broken" gave 0 answers to 1 questions/u],
  ])('clears nothing on the word of %s', async (_, lookUp, message) => {
    const check = askSuppressionSources([{ id: 'broken', concerns: {}, lookUp }]);
    await expect(check([free], start)).rejects.toMatchObject({ code: 'suppression-source-unavailable', message: expect.stringMatching(message) });
    expect(await askSuppressionSources([{ id: 'broken', concerns: { countries: ['TR'] }, lookUp }])([free], start)).toEqual([null]);
  });
});

describe('cachedSuppressionSource', () => {
  it('asks again when an answer is stale, sooner for good news', async () => {
    const source = counting(denyList());
    const cache = cachedSuppressionSource(source, { freshForMs: 10_000, clearFreshForMs: 1_000 });
    const at = (ms: number): Date => new Date(start.getTime() + ms);
    for (const ms of [0, 999, 1_000, 9_999, 10_000]) await cache.lookUp([listed, free, listed], at(ms));
    expect(source.asked).toEqual([[listed, free], [free], [free], [listed]]);
  });

  it('keeps apart what differs by sender, channel or kind', async () => {
    const source = counting(denyList());
    const cache = cachedSuppressionSource(source, { freshForMs: 10_000 });
    for (const one of [listed, ask(listed.phone, { sender: 'other' }), ask(listed.phone, { channel: 'max' })]) await cache.lookUp([one], start);
    expect(source.asked).toHaveLength(3);
  });

  it('forgets a ban when it ends, and never keeps a failure', async () => {
    const source = memorySuppressionSource({ id: 'bans' });
    source.add(listed.phone, { reason: 'carrier-blocked', until: new Date(start.getTime() + 500) });
    const cache = cachedSuppressionSource(source, { freshForMs: 10_000 });
    expect(await cache.lookUp([listed], start)).toMatchObject([{ reason: 'carrier-blocked' }]);
    expect(await cache.lookUp([listed], new Date(start.getTime() + 500))).toEqual([null]);
    let down = true;
    const shaky = cachedSuppressionSource(
      { ...denyList(), lookUp: async (questions, now) => (down ? Promise.reject(new Error('down')) : denyList().lookUp(questions, now)) },
      { freshForMs: 10_000 },
    );
    await expect(shaky.lookUp([listed], start)).rejects.toThrow();
    down = false;
    expect(await shaky.lookUp([listed], start)).toMatchObject([{ reason: 'suppressed' }]);
  });
});

describe('checkDataLocation', () => {
  const places = [
    { id: 'postgres', role: 'store', country: 'DE' },
    { id: 'whatsapp', role: 'provider', country: 'US' },
    { id: 'smsc', role: 'provider', country: 'RU' },
    { id: 'backup', role: 'store', country: null },
  ] as const;

  it('finds stores abroad, places nobody knows, and transfers, by the law of the day', () => {
    const found = checkDataLocation({ places, countries: ['RU', 'GB'], on: '2026-03-01' });
    expect(found.map(({ place, severity, problem }) => [place, severity, problem])).toEqual([
      ['postgres', 'error', 'collected-abroad'],
      ['whatsapp', 'warning', 'passed-abroad'],
      ['backup', 'warning', 'unknown-place'],
    ]);
    expect(found[0]!.duty.basis).toEqual({ act: '152-FZ', article: '18(5)' });
    expect(checkDataLocation({ places, countries: ['RU'], on: '2025-06-30' })).toEqual([]);
    expect(checkDataLocation({ places, countries: ['GB'], on: '2026-03-01' })).toEqual([]);
  });

  it('only warns where the duty itself is not verified', () => {
    const [found] = checkDataLocation({ places: [places[0]], countries: ['UZ'], on: '2026-03-01' });
    expect(found).toMatchObject({ severity: 'warning', problem: 'collected-abroad' });
  });
});
