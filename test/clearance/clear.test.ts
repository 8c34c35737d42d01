import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentHash, isStillCleared, waitForSlotMs } from '../../src/clearance/index.ts';
import type { SubjectQuestion } from '../../src/consent/decide/question.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { type CounterStore, memoryCounterStore, senderKey } from '../../src/limits/index.ts';
import { gate, inForce, now, pack, record, step } from './fixture.ts';

const ofGate = (one: Awaited<ReturnType<ReturnType<typeof gate>['clear']>>) => {
  if (one.verdict !== 'cleared') throw new Error(`expected a cleared message, got ${one.verdict}`);
  return one;
};

describe('a cleared message', () => {
  it('names its ground, its law and the hash of what the person will read', async () => {
    const { message, segments, reservation } = ofGate(await gate().clear());
    expect(message).toMatchObject({
      channel: 'sms',
      to: '+447700900123',
      from: 'ACME',
      content: { type: 'text', text: 'Hello Ann, sale today. Reply STOP to opt out.' },
      stepKey: 'd-1/0',
      clearanceId: 'clearance-1',
      ground: { basis: 'consent', recordId: 'rec-1', sequence: 3 },
      packs: ['gb@2026-11-23'],
      contentHash: contentHash({ text: 'Hello Ann, sale today. Reply STOP to opt out.', type: 'text' }),
    });
    expect([segments, reservation]).toEqual([1, { keys: [], priceMicros: 0 }]);
  });

  it('rests on the packs of the country and of its own channel', async () => {
    const packs = [
      pack(),
      pack({ id: 'ru', country: 'RU' }),
      pack({ id: 'sms', country: null }),
      pack({ id: 'whatsapp', country: null }),
      pack({ id: 'house', country: null }),
    ];
    expect(ofGate(await gate({ packs }).clear()).message.packs).toEqual(['gb@2026-11-23', 'sms@2026-11-23', 'house@2026-11-23']);
  });

  it('fills the approved template of a platform', async () => {
    const { message } = ofGate(await gate().clear({ channel: 'whatsapp', provider: 'meta' }));
    expect(message).toMatchObject({
      from: '1001',
      content: { type: 'template', name: 'sale_today', language: 'en', body: [{ value: 'Ann' }], text: 'Hello Ann, sale today.' },
    });
  });

  it('keeps the phone number beside a channel id', async () => {
    expect(ofGate(await gate().clear({ channel: 'telegram', provider: 'bot', address: '77' })).message).toMatchObject({
      to: '77',
      phone: '+447700900123',
    });
  });

  it('rests on the request of the person for codes and on the contract for service messages, at any hour and without a pack', async () => {
    const night = new Date('2026-11-24T02:00:00Z');
    const anywhere = gate({ packs: [] });
    expect(ofGate(await anywhere.clear({ kind: 'auth', template: 'code', values: { code: '4711' } }, night)).message.ground).toEqual({
      basis: 'requested-by-person',
    });
    expect(ofGate(await anywhere.clear({ kind: 'transactional', template: 'parcel' }, night)).message.ground).toEqual({ basis: 'contract' });
  });

  it('sends and hashes the composed form of letters', async () => {
    const { message } = ofGate(await gate().clear({ values: { name: 'Zoe\u0308' } }));
    expect(message.content).toMatchObject({ text: 'Hello Zo\u00eb, sale today. Reply STOP to opt out.' });
  });
});

describe('validity', () => {
  it('is the earliest of delivery, window and a fall-back time the provider honours', async () => {
    const validUntil = async (request: Parameters<ReturnType<typeof gate>['clear']>[0]) =>
      ofGate(await gate().clear(request)).message.validUntil.toISOString();
    expect(await validUntil({})).toBe('2026-11-23T21:00:00.000Z');
    expect(await validUntil({ validUntil: new Date('2026-11-23T13:00:00Z') })).toBe('2026-11-23T13:00:00.000Z');
    expect(await validUntil({ fallBackAfterMs: 15 * 60_000 })).toBe('2026-11-23T12:15:00.000Z');
    expect(await validUntil({ fallBackAfterMs: 10_000 })).toBe('2026-11-23T21:00:00.000Z');
    expect(await validUntil({ kind: 'transactional', template: 'parcel' })).toBe('2026-11-25T12:00:00.000Z');
  });

  it('closes early where an accepted message could still arrive at night', async () => {
    const evening = new Date('2026-11-23T20:55:00Z');
    const tomorrow = { verdict: 'deferred', reason: 'quiet-hours', until: new Date('2026-11-24T09:00:00Z') };
    expect(await gate({ capabilities: { validity: null } }).clear({}, evening)).toMatchObject(tomorrow);
    expect(await gate({ capabilities: { validity: { minMs: 3_600_000, maxMs: 86_400_000 } } }).clear({}, evening)).toMatchObject(tomorrow);
    expect(await gate().clear({}, evening)).toMatchObject({ verdict: 'cleared' });
  });

  it('on the process clock starts at the slot, and ends with age, slot and window', async () => {
    const one = gate({ capabilities: { validity: { minMs: 0, maxMs: 86_400_000 } } });
    const { message } = ofGate(await one.clear());
    expect([message.clearedFromMs, message.clearedUntilMs]).toEqual([1_000, 6_000]);
    expect([999, 1_000, 5_999, 6_000].map((ms) => isStillCleared(message, ms))).toEqual([false, true, true, false]);
    const last = ofGate(await one.clear({}, new Date('2026-11-23T20:59:59Z'))).message;
    expect(last.clearedUntilMs).toBe(2_000);
  });

  it('paces a crowd by slots: each call has its own moment, and misses it after the slack', async () => {
    const paced = gate({ limits: () => ({ perSecond: 10 }), slackMs: 50 });
    const crowd = await paced.clearance.clear(
      Array.from({ length: 12 }, (_, i) => step({ subject: `s-${i}` as SubjectRef })),
      now,
    );
    const messages = crowd.flatMap((one) => (one.verdict === 'cleared' ? [one.message] : []));
    expect(messages.map((message) => message.clearedFromMs)).toEqual([1000, 1105, 1210, 1315, 1420, 1525, 1630, 1735, 1840, 1945]);
    expect(messages.map((message) => message.clearedUntilMs - message.clearedFromMs)).toEqual(messages.map(() => 50));
    expect([1_100, 1_209.5, 1_210, 1_300].map((ms) => waitForSlotMs(messages[2]!, ms))).toEqual([111, 2, 0, 0]);
    const late = crowd.filter((one) => one.verdict === 'deferred');
    expect(late.map((one) => one.until.getTime() - now.getTime())).toEqual([50, 155]);
  });

  it('waits for its slot also while an unpaced sender opens again', async () => {
    const counters = memoryCounterStore();
    await counters.hold([{ key: senderKey('gateway', 'acme'), until: now, rampMs: 4_000 }], new Date(now.getTime() - 1_000));
    const opening = gate({ counters });
    const crowd = await opening.clearance.clear([step(), step()], now);
    expect(crowd.map((one) => ofGate(one).message.clearedFromMs)).toEqual([1_000, 1_100]);
  });

  it('with a store of another clock starts no sooner and ends no later than the store means', async () => {
    const counters = memoryCounterStore();
    const ahead = 3_600_000;
    const monotonic = { ms: 1_000 };
    const elsewhere: CounterStore = {
      ...counters,
      async take(groups) {
        monotonic.ms += 30;
        const answer = await counters.take(groups, new Date(now.getTime() + ahead + monotonic.ms));
        monotonic.ms += 20;
        return answer;
      },
    };
    const one = gate({ counters: elsewhere, clock: { monotonicMs: () => monotonic.ms }, limits: () => ({ perSecond: 10 }), slackMs: 100 });
    const { message } = ofGate(await one.clear({}, new Date(now.getTime() + 1_000)));
    // Decided at 1030, asked at 1000, answered at 1050: whoever starts between 1050 and 1099 starts within the slack after the slot.
    expect([message.clearedFromMs, message.clearedUntilMs]).toEqual([1_050, 1_099]);
  });
});

describe('zones', () => {
  const russia = pack({ id: 'ru', country: 'RU', holidayYears: [2026] });
  const russian = { country: 'RU', phone: '+79990000012' };

  it('takes every zone of an unknown mobile: two hours a day are left of twelve', async () => {
    const any = gate({ packs: [russia] });
    const { timeZone: _known, ...unknown } = step(russian);
    const [noon, morning] = [new Date('2026-11-23T12:00:00Z'), new Date('2026-11-23T08:00:00Z')];
    expect((await any.clearance.clear([unknown], noon))[0]).toMatchObject({ verdict: 'deferred', until: new Date('2026-11-24T07:00:00Z') });
    expect((await any.clearance.clear([unknown], morning))[0]).toMatchObject({
      verdict: 'cleared',
      message: { validUntil: new Date('2026-11-23T09:00:00Z') },
    });
  });

  it('treats a zone nobody knows like none, and the rest of the batch goes on', async () => {
    const answers = await gate({ packs: [russia] }).clearance.clear(
      [step({ ...russian, timeZone: 'Mars/Olympus' }), step({ ...russian, timeZone: 'Europe/Moscow' })],
      now,
    );
    expect(answers.map((one) => one.verdict)).toEqual(['deferred', 'cleared']);
  });

  it('lets advisory hours pass only when the host says so', async () => {
    const windows = [{ ...russia.windows[0]!, strength: 'advisory' as const }];
    const night = new Date('2026-11-23T22:00:00Z');
    expect(await gate({ pack: { windows } }).clear({}, night)).toMatchObject({ verdict: 'deferred' });
    expect(await gate({ pack: { windows }, advisoryWindows: 'ignore' }).clear({}, night)).toMatchObject({ verdict: 'cleared' });
  });
});

describe('the questions asked', () => {
  it('asks the ledger once for a batch, with the policy of law for marketing only', async () => {
    const asked: (readonly SubjectQuestion[])[] = [];
    const consent = [
      { ...inForce, kinds: ['marketing' as const], requires: 'prior' as const, minimumGrade: 'B' as const },
      { ...inForce, kinds: ['marketing' as const], requires: 'none' as const, minimumGrade: 'A' as const, maxAgeMonths: 12 },
    ];
    const strict = gate({
      pack: { consent },
      decide: async (questions) => {
        asked.push(questions);
        return questions.map(() => ({ allowed: true, record }));
      },
    });
    await strict.clearance.clear([step(), step({ kind: 'transactional', template: 'parcel' }), step({ sender: 'nobody' })], now);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.map((question) => question.policy)).toEqual([{ requires: 'prior', minimumGrade: 'A', maxAgeMonths: 12 }, undefined]);
    expect(asked[0]![0]).toMatchObject({ subject: 'subject-1', purpose: 'offers', sender: 'acme', channel: 'sms', at: now });
  });

  it('never clears marketing that names no record, whatever a host answers', async () => {
    expect(await gate({ decide: async () => [{ allowed: true, record: null }] }).clear()).toMatchObject({ reason: 'no-consent' });
  });

  it('lints what the person will read, at their local time, once per text', async () => {
    const one = gate();
    await one.clear();
    await one.clear();
    await one.clear({ values: { name: 'Bob' } });
    expect(one.linted).toHaveLength(2);
    expect(one.linted[0]).toMatchObject({
      country: 'GB',
      channel: 'sms',
      kind: 'marketing',
      sender: 'ACME',
      text: 'Hello Ann, sale today. Reply STOP to opt out.',
      at: '2026-11-23T12:00+00:00',
      asOf: '2026-11-23',
      facts: { brandWords: ['Acme'] },
    });
  });

  it('reserves nothing for what an earlier check holds back', async () => {
    const counters = memoryCounterStore();
    let taken = 0;
    const counting = {
      ...counters,
      take: (...args: Parameters<typeof counters.take>) => counters.take(...args).finally(() => (taken += args[0].length)),
    };
    const one = gate({ counters: counting, capabilities: { limits: { perPair: { max: 1, perMs: 60_000 } } } });
    await one.clearance.clear([step({ values: {} }), step({ sender: 'nobody' }), step()], now);
    expect(taken).toBe(1);
  });

  it('gives a reservation back, so that the next may have it', async () => {
    const capped = gate({ caps: [{ id: 'month', kinds: ['marketing'], max: 1, per: 'calendar-month' }] });
    const first = ofGate(await capped.clear());
    expect((await capped.clear()).verdict).toBe('refused');
    await capped.clearance.release([first.reservation]);
    expect((await capped.clear()).verdict).toBe('cleared');
  });

  it('applies the caps of law', async () => {
    const caps = [{ ...inForce, kinds: ['marketing' as const], regions: ['FL'], max: 1, per: { hours: 24 } }];
    const capped = gate({ pack: { caps } });
    const verdicts = [await capped.clear(), await capped.clear(), await capped.clear({ region: 'FL' }), await capped.clear({ region: 'FL' })];
    expect(verdicts.map((one) => one.verdict)).toEqual(['cleared', 'cleared', 'cleared', 'deferred']);
  });
});

describe('the confirmation of an opt-out', () => {
  const confirms = { recordId: 'w-1', sequence: 4, withdrawnAt: new Date(now.getTime() - 60_000) };
  const confirmation = { kind: 'transactional', template: 'parcel', confirms } as const;
  const withdrawn = { decide: async () => [{ allowed: false, reason: 'consent-withdrawn', record }] as const };

  it('rests on the withdrawal itself, once', async () => {
    const one = gate(withdrawn);
    expect(ofGate(await one.clear(confirmation)).message.ground).toEqual({ basis: 'opt-out-confirmation', recordId: 'w-1', sequence: 4 });
    expect(await one.clear(confirmation)).toMatchObject({ verdict: 'refused', reason: 'consent-withdrawn' });
  });

  it('is refused late, as advertising, and where no law allows one', async () => {
    const refusal = { verdict: 'refused', scope: 'delivery', reason: 'consent-withdrawn' };
    expect(await gate(withdrawn).clear(confirmation, new Date(now.getTime() + 4 * 60_000))).toMatchObject(refusal);
    expect(await gate(withdrawn).clear({ confirms })).toMatchObject(refusal);
    expect(await gate({ ...withdrawn, pack: { optOut: [] } }).clear(confirmation)).toMatchObject(refusal);
    expect(await gate({ ...withdrawn, pack: { optOut: [{ ...inForce, confirmation: 'none' }] } }).clear(confirmation)).toMatchObject(refusal);
  });
});

describe('the brand', () => {
  it('is made in one place of the whole source', () => {
    const root = new URL('../../src/', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(50);
    const casting = files.filter((file) =>
      /\bas\s+(?:unknown\s+as\s+)?ClearedMessage\b|<ClearedMessage>\s*[({[]/u.test(readFileSync(new URL(file, root), 'utf8')),
    );
    expect(casting).toEqual(['clearance/mint.ts']);
  });

  it('answers in the order of the requests, also with none', async () => {
    expect(await gate().clearance.clear([], now)).toEqual([]);
    const answers = await gate().clearance.clear([step({ stepKey: 'a' }), step({ sender: 'nobody' }), step({ stepKey: 'b' })], now);
    expect(answers.map((one) => (one.verdict === 'cleared' ? one.message.stepKey : one.verdict))).toEqual(['a', 'refused', 'b']);
  });
});
