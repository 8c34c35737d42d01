import { describe, expect, it } from 'vitest';
import {
  type Cell,
  decideHolds,
  defaultMonitorPolicy,
  type Hold,
  type HoldsInput,
  type Measure,
  type MonitorPolicy,
  readSlice,
  rootCauses,
  type Traits,
} from '../../src/feedback/index.ts';
import { delayCurve } from '../../src/feedback/monitor/delay-curve.ts';
import { platformHolds } from '../../src/feedback/monitor/platform-holds.ts';
import { addCounts, type Count, DELAYS_MS, readTally } from '../../src/feedback/monitor/tally.ts';
import type { TemplateSet } from '../../src/template/message-template.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const now = new Date('2026-04-13T12:00:00Z');
const none: Readonly<Record<Measure, number>> = { 'opt-outs': 0, complaints: 0, blocks: 0, undelivered: 0 };
const traits: Traits = { channel: 'sms', source: 'web-form:site', form: 'v3/en', template: 'sale', step: '1', sender: 'acme' };

function cell(over: Partial<Traits>, sent: number, bad: Partial<Record<Measure, number>> = {}, hoursAgo = 3): Cell {
  return { at: new Date(now.getTime() - hoursAgo * HOUR_MS), traits: { ...traits, ...over }, sent, bad: { ...none, ...bad } };
}

function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const input = (cells: readonly Cell[], over: Partial<HoldsInput> & { readonly rules?: Partial<MonitorPolicy> } = {}): HoldsInput => ({
  now,
  policy: { ...defaultMonitorPolicy, ...over.rules },
  delays: {},
  cells,
  holds: [],
  ...over,
});
const brief = (cells: readonly Cell[], over: Parameters<typeof input>[1] = {}) =>
  decideHolds(input(cells, over)).decisions.map(({ action, why, slice }) => `${action} ${slice.by} ${slice.name}: ${why}`);

describe('what is decided', () => {
  it('holds the list behind the opt-outs, not the wording, the sender or the other lists', () => {
    const cells = [cell({}, 900, { 'opt-outs': 9 }), cell({ source: 'import:bought' }, 100, { 'opt-outs': 40 })];
    expect(brief(cells)).toEqual(['pause source import:bought: opt-outs']);
  });

  it('holds the wording that annoys, whatever list it went to, and both where there are two causes', () => {
    const cells = [
      cell({}, 600, { 'opt-outs': 6 }),
      cell({ source: 'import:fair' }, 600, { 'opt-outs': 6 }),
      cell({ template: 'shouting' }, 150, { 'opt-outs': 50 }),
      cell({ template: 'shouting', source: 'import:fair' }, 150, { 'opt-outs': 50 }),
    ];
    expect(brief(cells)).toEqual(['pause template shouting: opt-outs']);
    const both = [...cells, cell({ source: 'import:bought' }, 200, { complaints: 20, 'opt-outs': 20 })];
    expect(brief(both).toSorted()).toEqual(['pause source import:bought: complaints', 'pause template shouting: opt-outs']);
  });

  it('blames a wording where nothing tells causes apart', () => {
    expect(brief([cell({}, 200, { 'opt-outs': 60 })])).toEqual(['pause template sale: opt-outs']);
  });

  it('slows down between the limits, to a tenth of the busiest hour', () => {
    const cells = [cell({}, 7_200, { 'opt-outs': 540 }), cell({}, 100, {}, 5)];
    const { decisions } = decideHolds(input(cells));
    expect(decisions).toMatchObject([
      { action: 'slow', perSecond: 0.2, until: new Date(now.getTime() + 6 * HOUR_MS), numbers: { verdict: 'above-slow' } },
    ]);
  });

  it('goes by the host’s limits, and never acts on what may not be held', () => {
    const cells = [cell({}, 200, { 'opt-outs': 60 })];
    expect(brief(cells, { rules: { limits: { sms: { 'opt-outs': { slowAbove: 0.5, pauseAbove: 0.6 } } } } })).toEqual([]);
    expect(brief(cells, { rules: { acts: ['sender'] } })).toEqual(['pause sender acme: opt-outs']);
  });

  it('decides once: with its own holds it has nothing to add', () => {
    const cells = [cell({}, 900, { 'opt-outs': 9 }), cell({ source: 'import:bought' }, 100, { 'opt-outs': 40 })];
    const { holds } = decideHolds(input(cells));
    expect(brief(cells, { holds })).toEqual([]);
  });
});

describe('how a hold goes on', () => {
  const at = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
  const bad = (hoursAgo: number, sent = 300, optOuts = 90): Cell => cell({ source: 'import:bought' }, sent, { 'opt-outs': optOuts }, -hoursAgo);
  /** Goes on hour by hour with what was sent meanwhile. */
  function walk(hours: number, sentAt: (hour: number, holds: readonly Hold[]) => readonly Cell[], rules: Partial<MonitorPolicy> = {}) {
    let holds: readonly Hold[] = [];
    const cells: Cell[] = [];
    const told: string[] = [];
    for (let hour = 0; hour < hours; hour++) {
      cells.push(...sentAt(hour, holds));
      const outcome = decideHolds({ ...input(cells, { rules }), now: at(hour + 1), holds });
      holds = outcome.holds;
      for (const { action, why } of outcome.decisions) told.push(`${hour + 1} ${action} ${why}`);
    }
    return { told, holds };
  }
  const isPaused = (holds: readonly Hold[]) => holds.some(({ state }) => state === 'paused');

  it('pauses a day, tries slowly, pauses two days, tries again, then waits for a person', () => {
    const { told, holds } = walk(24 * 6, (hour, before) => (isPaused(before) ? [] : [cell({}, 300, {}, -hour), bad(hour)]));
    expect(told.map((line) => line.replace(/^\d+ /u, ''))).toEqual([
      'pause opt-outs',
      'trial time-over',
      'pause opt-outs',
      'trial time-over',
      'pause opt-outs',
    ]);
    const hours = told.map((line) => Number(line.split(' ')[0]));
    expect(hours[1]! - hours[0]!).toBe(24);
    expect(hours[3]! - hours[2]!).toBe(48);
    expect(holds[0]).toMatchObject({ state: 'paused', until: null, pauses: 3 });
  });

  it('slows down first; what is too high again after its time is paused', () => {
    const own = (hour: number): Cell => cell({ source: 'import:bought' }, 2_000, { 'opt-outs': 170 }, -hour);
    const { told } = walk(48, (hour, before) => (hour === 0 || (hour > 20 && !isPaused(before)) ? [cell({}, 300, {}, -hour), own(hour)] : []));
    expect(told.slice(0, 3).map((line) => line.replace(/^\d+ /u, ''))).toEqual(['slow opt-outs', 'resume time-over', 'pause opt-outs']);
  });

  it('lets go what was mended, and does not hold the old messages against it', () => {
    const { told } = walk(24 * 3, (hour, before) => [cell({}, 300, {}, -hour), ...(isPaused(before) ? [] : [bad(hour, 300, hour === 0 ? 90 : 0)])]);
    expect(told.map((line) => line.replace(/^\d+ /u, ''))).toEqual(['pause opt-outs', 'trial time-over', 'resume time-over']);
  });
});

describe('causes', () => {
  it('come by lift, and what only goes along with one is not named again', () => {
    const cells = [
      cell({}, 2_000, { undelivered: 40 }),
      cell({ source: 'import:old', form: 'v1/en', template: 'return' }, 300, { undelivered: 150 }),
      cell({ step: '2', source: 'web-form:shop' }, 1_000, { undelivered: 100 }),
    ];
    const causes = rootCauses(cells, 'sms', 'undelivered');
    expect(causes.map(({ slice }) => slice.name)).toEqual(['return', 'web-form:shop']);
    expect(causes[0]!.lift).toBeGreaterThan(causes[1]!.lift);
    expect(causes[0]).toMatchObject({ sent: 300, bad: 150 });
    expect(rootCauses([cell({}, 1_000, { undelivered: 20 }), cell({ template: 'b' }, 1_000, { undelivered: 24 })], 'sms', 'undelivered')).toEqual([]);
  });

  it('find the hour of the day', () => {
    const cells = Array.from({ length: 12 }, (_, hour) => cell({}, 500, { complaints: hour === 4 ? 40 : 1 }, hour));
    expect(rootCauses(cells, 'sms', 'complaints')).toMatchObject([{ slice: { by: 'hour', name: '08' }, bad: 40 }]);
  });
});

describe('false alarms of the whole', () => {
  it('hold nothing of eighteen slices at their very limits in at most as many fortnights as allowed', () => {
    const RUNS = 120;
    let alarmed = 0;
    for (let run = 0; run < RUNS; run++) {
      const random = series(run * 7_919 + 1);
      const cells: Cell[] = [];
      let told = 0;
      for (let day = 0; day < 14 && told === 0; day++) {
        for (let list = 0; list < 10; list++) {
          const sent = 40;
          let optOuts = 0;
          for (let message = 0; message < sent; message++) if (random() < 0.05) optOuts++;
          const own = { source: `list-${list}`, template: `template-${list % 4}`, form: `v${list % 3}/en` };
          cells.push(cell(own, sent, { 'opt-outs': optOuts }, -day * 24));
        }
        told = decideHolds({ ...input(cells, { rules: { falseAlarm: 0.05 } }), now: new Date(now.getTime() + day * DAY_MS + HOUR_MS) }).decisions
          .length;
      }
      if (told > 0) alarmed++;
    }
    expect(alarmed / RUNS).toBeLessThanOrEqual(0.05);
  });
});

describe('late ends', () => {
  it('are bounded by what was learnt, and by nothing where too little was', () => {
    const few = delayCurve([10, 20], 7 * DAY_MS, 0.01);
    expect([few.atMost(60_000), few.atLeast(DAY_MS), few.atLeast(7 * DAY_MS), few.learntFrom]).toEqual([1, 0, 1, 0]);
    const counts = DELAYS_MS.map((_, place) => (place < 8 ? 0 : 1_000));
    const curve = delayCurve(counts, 7 * DAY_MS, 0.01);
    expect(curve.atMost(HOUR_MS)).toBeLessThan(0.05);
    expect(curve.atMost(2 * DAY_MS)).toBeGreaterThan(0.4);
    expect(curve.atLeast(2 * DAY_MS)).toBeLessThan(0.4);
    for (const age of DELAYS_MS) expect(curve.atLeast(age)).toBeLessThanOrEqual(curve.atMost(age));
  });

  it('hold the true curve between the bounds in nearly all series', () => {
    let outside = 0;
    for (let run = 0; run < 500; run++) {
      const random = series(run * 31 + 9);
      const classes = [...DELAYS_MS.map(() => 0), 0];
      for (let end = 0; end < 400; end++) {
        const delay = -DAY_MS * Math.log(1 - random());
        const place = DELAYS_MS.findIndex((upTo) => delay <= upTo);
        classes[place < 0 ? DELAYS_MS.length : place]!++;
      }
      const curve = delayCurve(classes, 30 * DAY_MS, 0.05);
      const truth = (age: number): number => 1 - Math.exp(-age / DAY_MS);
      if (DELAYS_MS.some((age) => curve.atMost(age) < truth(age) || curve.atLeast(age) > truth(age))) outside++;
    }
    expect(outside / 500).toBeLessThanOrEqual(0.05);
  });

  it('make an alarm come sooner: a young hour is not expected to show all of its opt-outs', () => {
    const cells = [cell({}, 300, { 'opt-outs': 24 }, 2)];
    const classes = DELAYS_MS.map((_, place) => (place < 8 ? 30 : 1_000));
    const slice = { channel: 'sms', by: 'template', name: 'sale' } as const;
    const read = (delays: HoldsInput['delays']) => readSlice(cells, slice, input(cells, { delays })).find(({ measure }) => measure === 'opt-outs')!;
    expect(read({}).verdict).toBe('not-enough-data');
    const learnt = read({ 'sms/opt-outs': classes });
    expect(learnt.verdict).toBe('above-pause');
    expect(learnt.known.most).toBeLessThan(60);
  });
});

describe('counts of an hour', () => {
  const count = (over: Partial<Count> = {}): Count => ({ sentAt: now, traits, what: 'sent', ...over });

  it('are added up by traits, each named one once, and read back', () => {
    const first = addCounts(undefined, [count(), count(), count({ what: 'opt-outs', knownAt: new Date(now.getTime() + HOUR_MS), once: 'a' })])!;
    expect(addCounts(first, [count({ what: 'opt-outs', once: 'a' })])).toBeUndefined();
    const second = addCounts(first, [count({ traits: { ...traits, source: 'import:x' } }), count({ what: 'complaints', once: 'b' })])!;
    const { cells, delays } = readTally('monitor/tally/2026-04-13T12', second);
    expect(cells).toEqual([
      { at: now, traits, sent: 2, bad: { ...none, 'opt-outs': 1, complaints: 1 } },
      { at: now, traits: { ...traits, source: 'import:x' }, sent: 1, bad: none },
    ]);
    expect(delays['sms/opt-outs']?.[DELAYS_MS.indexOf(HOUR_MS)]).toBe(1);
  });
});

it('a platform’s colours are followed for its templates', () => {
  const templates: TemplateSet = [
    {
      id: 'sale',
      kind: 'marketing',
      variants: [{ channel: 'whatsapp', locale: 'en', text: 'x', whatsapp: { name: 'autumn_sale', language: 'en', category: 'MARKETING' } }],
    },
  ] as const;
  const news = (state: string, type = 'template-quality') =>
    platformHolds({ provider: 'meta-whatsapp', kind: 'quality', type, name: 'autumn_sale', state }, templates, defaultMonitorPolicy, now).map(
      ({ action, slice }) => `${action} ${slice.name}`,
    );
  expect([news('RED'), news('YELLOW'), news('GREEN'), news('UNKNOWN'), news('RED', 'number-quality')]).toEqual([
    ['pause sale'],
    ['slow sale'],
    ['resume sale'],
    [],
    [],
  ]);
});
