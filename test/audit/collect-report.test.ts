import { describe, expect, it } from 'vitest';
import { collectReport, type ReportData } from '../../src/audit/index.ts';
import { countDeliveries, type Delivery } from '../../src/cascade/index.ts';
import type { ConsentRecord, SubjectRef } from '../../src/consent/record/record.ts';
import { delivery, fellBack, minute, receipt, settled, submit, withdrawal } from './crowd.ts';

function collect(deliveries: readonly Delivery[], records: readonly ConsentRecord[] = []): Promise<ReportData> {
  return collectReport(deliveries, { asOf: minute(10_000), currency: 'EUR', consents: async (subjects) => chainsOf(subjects, records) });
}

function chainsOf(subjects: readonly SubjectRef[], records: readonly ConsentRecord[]): ReadonlyMap<SubjectRef, readonly ConsentRecord[]> {
  return new Map(subjects.map((subject) => [subject, records.filter((record) => record.subject === subject)]));
}

/** By WhatsApp without a receipt, then by SMS, which arrives. */
function fallenBack(id: string, late?: number): Delivery {
  return delivery(id, [
    ...submit(id, { channel: 'whatsapp', provider: 'meta-whatsapp', at: 0, priceMicros: 40_000 }),
    fellBack(0, 'not-in-time', 60),
    ...submit(id, { step: 1, at: 61, segments: 2, priceMicros: 100_000 }),
    receipt(id, 62, 'delivered', 1),
    settled('reached', null, 62),
    ...(late === undefined ? [] : [receipt(id, late)]),
  ]);
}

describe('collectReport', () => {
  it('counts people from stage to stage', async () => {
    const { funnel, states } = await collect([
      delivery('a', [...submit('a'), receipt('a', 1), receipt('a', 5, 'read'), settled('reached', null)]),
      delivery('b', [...submit('b', { outcome: 'invalid-request' }), settled('exhausted', 'invalid-request')]),
      delivery('c', [settled('refused', 'no-consent')]),
      delivery('d', [settled('refused', 'invalid-recipient')], { phone: null, country: '' }),
      delivery('e', [...submit('e', { outcome: 'unknown' }), settled('validity-over', 'no-answer')]),
      delivery('f', [...submit('f', { waitFor: 'accepted' }), settled('reached', null)]),
    ]);
    expect(funnel).toEqual({ people: 6, addressable: 5, submitted: 4, accepted: 2, reached: 2, delivered: 1, read: 1 });
    expect(states).toMatchObject({ reached: 2, undelivered: 1, refused: 2, unknown: 1, planned: 0 });
  });

  it('keeps those nobody was called for apart from those who were written to in vain', async () => {
    const { notSent, notReached } = await collect([
      delivery('a', [settled('refused', 'no-consent')]),
      delivery('b', [settled('refused', 'no-consent')]),
      delivery('c', [settled('validity-over', 'no-lawful-window')]),
      delivery('d', [...submit('d'), receipt('d', 9, 'undelivered'), settled('exhausted', 'recipient-unreachable')]),
      delivery('e', [...submit('e', { outcome: 'unknown' }), settled('validity-over', 'no-answer')]),
      delivery('f'),
    ]);
    expect(notSent).toEqual([
      { state: 'refused', reason: 'no-consent', count: 2 },
      { state: 'expired', reason: 'no-lawful-window', count: 1 },
    ]);
    expect(notReached.map(({ state }) => state).toSorted()).toEqual(['undelivered', 'unknown']);
  });

  it('tells steps apart, and a late arrival from a second reach', async () => {
    const { steps, wentOn, doubt } = await collect([fallenBack('a'), fallenBack('b', 200)]);
    expect(steps).toMatchObject([
      { step: 1, channel: 'whatsapp', provider: 'meta-whatsapp', submitted: 2, reached: 1, open: 1, late: 1 },
      { step: 2, channel: 'sms', provider: 'smsc', submitted: 2, reached: 2, delivered: 2, segments: 4, priceMicros: 200_000 },
    ]);
    expect(wentOn).toEqual([{ step: 1, channel: 'whatsapp', reason: 'not-in-time', count: 2 }]);
    expect(doubt).toMatchObject({ late: 1, doubleReach: 1, unknown: 0 });
    expect(steps[1]?.arrival?.medianMs).toBeGreaterThan(55_000);
    expect(steps[1]?.arrival?.medianMs).toBeLessThan(66_000);
  });

  it('names a step that was passed over without a submit', async () => {
    const { wentOn, steps } = await collect([
      delivery('a', [fellBack(0, 'no-address', 0), ...submit('a', { step: 1 }), receipt('a', 1, 'delivered', 1), settled('reached', null)]),
    ]);
    expect(wentOn).toEqual([{ step: 1, channel: null, reason: 'no-address', count: 1 }]);
    expect(steps).toHaveLength(1);
  });

  it('charges what may have gone out and nothing that was refused', async () => {
    const { steps, segments, countries } = await collect([
      delivery('a', [...submit('a', { outcome: 'unknown', segments: 3, priceMicros: 30 })]),
      delivery('b', [...submit('b', { outcome: 'invalid-request', segments: 2, priceMicros: 20 })]),
      delivery('c', [...submit('c', { segments: 1, priceMicros: 10 })], { country: 'DE' }),
    ]);
    expect(steps[0]).toMatchObject({ attempts: 3, segments: 4, priceMicros: 40 });
    expect(segments).toEqual({
      messages: 2,
      segments: 4,
      bySize: [
        { segments: 1, messages: 1 },
        { segments: 3, messages: 1 },
      ],
    });
    expect(countries.map(({ country, priceMicros }) => [country, priceMicros])).toEqual([
      ['GB', 30],
      ['DE', 10],
    ]);
  });

  it('agrees with the store’s own counts on any mixture', async () => {
    const crowd = [
      fallenBack('a'),
      fallenBack('b', 90),
      delivery('c'),
      delivery('d', submit('d', { outcome: 'unknown' })),
      delivery('e', submit('e')),
    ];
    const [report, counts] = [await collect(crowd), countDeliveries(crowd)];
    expect(report.states).toEqual(counts.states);
    expect(report.steps.reduce((sum, { priceMicros }) => sum + priceMicros, 0)).toBe(counts.priceMicros);
    expect(report.countries.reduce((sum, { segments }) => sum + segments, 0)).toBe(counts.segments);
    expect(report.doubt).toMatchObject({ late: counts.late, doubleReach: counts.doubleReach });
  });

  it('places events on the line and keeps a provider’s wrong clock from stretching it', async () => {
    const { timeLine, span } = await collect([
      delivery('a', [...submit('a', { at: 10 }), receipt('a', 70), settled('reached', null, 70)]),
      delivery('b', [...submit('b', { at: 20 }), receipt('b', -30_000_000), settled('reached', null, 30)]),
    ]);
    expect(timeLine.stretchMs).toBe(3_600_000);
    expect(timeLine.points).toEqual([
      { at: minute(0), submits: 2, deliveries: 1, optOuts: 0 },
      { at: minute(60), submits: 0, deliveries: 1, optOuts: 0 },
    ]);
    expect(span).toEqual({ from: minute(0), to: minute(70) });
  });

  it('says who is put off and how long people waited from the moment they could have been written to', async () => {
    const { waiting } = await collect([
      delivery('a', [{ type: 'deferred', reason: 'quiet-hours', until: minute(600), at: minute(1) }]),
      delivery('b', [{ type: 'deferred', reason: 'quiet-hours', until: minute(900), at: minute(1) }]),
      delivery('c', submit('c', { at: 300 })),
      delivery('d', submit('d', { at: 300 }), { startAt: minute(290) }),
      delivery('e', submit('e', { at: 60 * 60 })),
    ]);
    expect(waiting.deferred).toEqual([{ reason: 'quiet-hours', count: 2, until: minute(900) }]);
    expect(waiting.untilFirstSubmit.filter(({ people }) => people > 0)).toEqual([
      { upToHours: 1, people: 1 },
      { upToHours: 6, people: 1 },
      { upToHours: null, people: 1 },
    ]);
  });
});

describe('opt-outs in a report', () => {
  const reached = (id: string) => delivery(id, [...submit(id, { at: 10 }), receipt(id, 11), settled('reached', null, 11)]);
  const rate = async (records: readonly ConsentRecord[], deliveries = [reached('a'), reached('b')]) =>
    (await collect(deliveries, records)).reactions.slices?.find(({ by }) => by === 'all');

  it('count once per person, complaints among them', async () => {
    const report = await collect(
      [reached('a'), reached('b'), fallenBack('c')],
      [withdrawal('a', 30, { reason: 'complaint' }), withdrawal('a', 40), withdrawal('c', 70, { evidence: { method: 'link', grade: 'B' } })],
    );
    expect(report.reactions.slices).toEqual([
      { by: 'all', name: '', people: 3, optOuts: 2, complaints: 1 },
      { by: 'channel', name: 'sms', people: 3, optOuts: 2, complaints: 1 },
      { by: 'country', name: 'GB', people: 3, optOuts: 2, complaints: 1 },
    ]);
    expect(report.reactions.methods).toEqual([
      { method: 'link', count: 1 },
      { method: 'reply', count: 1 },
    ]);
    expect(report.timeLine.points.reduce((sum, { optOuts }) => sum + optOuts, 0)).toBe(2);
  });

  it('belong to the channel that the person answered', async () => {
    const { reactions } = await collect([fallenBack('a')], [withdrawal('a', 30)]);
    expect(reactions.slices).toContainEqual({ by: 'channel', name: 'whatsapp', people: 1, optOuts: 1, complaints: 0 });
  });

  it.each([
    ['before the first message', withdrawal('a', 9)],
    ['long after the last', withdrawal('a', 10 + 7 * 24 * 60 + 1)],
    ['of another sender', withdrawal('a', 30, { sender: 'other' })],
    ['of another purpose', withdrawal('a', 30, { purposes: ['news'] })],
    ['taken over from an older list', withdrawal('a', 30, { evidence: { method: 'import', grade: 'C' } })],
    ['that are grants', withdrawal('a', 30, { kind: 'granted' })],
    ['of somebody else', withdrawal('z', 30)],
  ])('are not those %s', async (_, record) => {
    expect(await rate([record])).toMatchObject({ people: 2, optOuts: 0, complaints: 0 });
  });

  it('are not counted for people whose message nobody took', async () => {
    const rejected = delivery('a', [...submit('a', { outcome: 'opted-out' }), settled('exhausted', 'opted-out')]);
    expect(await rate([withdrawal('a', 1)], [rejected])).toMatchObject({ people: 0, optOuts: 0 });
  });

  it('are unknown, not none, without a ledger', async () => {
    const { reactions } = await collectReport([reached('a')], { asOf: minute(100) });
    expect(reactions.slices).toBeNull();
  });

  it('are asked for hundreds of people at once', async () => {
    const asked: number[] = [];
    const many = Array.from({ length: 1_201 }, (_, index) => delivery(`p${index}`));
    await collectReport(many, {
      asOf: minute(1),
      consents: async (subjects) => {
        asked.push(subjects.length);
        return new Map();
      },
    });
    expect(asked).toEqual([500, 500, 201]);
  });
});
