import { type RateCohort, readRate } from '../../limits/index.ts';
import { type DelayCurve, delayCurve } from './delay-curve.ts';
import { defaultMonitorLimits, type MonitorLimit } from './monitor-limits.ts';
import type { MonitorPolicy } from './monitor-policy.ts';
import { isIn, type Measure, measures, type Slice, sliceId, slicesOf } from './slice.ts';
import { type Cell, hourName } from './tally.ts';

/** How a rate of a slice stands. */
export type SliceVerdict = 'above-pause' | 'above-slow' | 'within' | 'not-enough-data';

/** One rate of one slice, with the numbers the verdict rests on. */
export interface SliceReading {
  readonly slice: Slice;
  readonly measure: Measure;
  readonly verdict: SliceVerdict;
  readonly sent: number;
  readonly bad: number;
  /** Of those sent, as many as would have shown a bad end by now: at least and at most. */
  readonly known: { readonly least: number; readonly most: number };
  /** `null`: counted only. */
  readonly limit: MonitorLimit | null;
  /** Weight of the evidence against the limit that is passed, or else the lower one, and the weight that is needed. */
  readonly evidence: number;
  readonly needed: number;
  /** First day since which it is most surely above; `null` unless it is. */
  readonly since: Date | null;
}

/** What readings are made from. */
export interface ReadingFrame {
  readonly now: Date;
  readonly policy: MonitorPolicy;
  /** Delays of messages all of whose ends are known, by channel and measure. */
  readonly delays: Readonly<Record<string, readonly number[]>>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Every slice that some cells belong to. */
export function slicesIn(cells: readonly Cell[]): readonly Slice[] {
  const found = new Map<string, Slice>();
  for (const { traits, at } of cells) for (const slice of slicesOf(traits, hourName(at))) found.set(sliceId(slice), slice);
  return [...found.values()];
}

/** The cells of a slice. */
export function cellsOf(cells: readonly Cell[], slice: Slice): readonly Cell[] {
  return cells.filter(({ traits, at }) => isIn(slice, traits, hourName(at)));
}

/** All rates of a slice, measure by measure. Its own cells are given. Pure. */
export function readSlice(own: readonly Cell[], slice: Slice, frame: ReadingFrame): readonly SliceReading[] {
  return measures.map((measure) => readMeasure(own, slice, measure, frame));
}

/** One rate of a slice. */
export function readMeasure(own: readonly Cell[], slice: Slice, measure: Measure, frame: ReadingFrame): SliceReading {
  const { policy } = frame;
  const limit = limitOf(policy, slice, measure);
  const hours = cohortsOf(own, measure, frame, curveOf(frame, slice, measure));
  const sum = (of: (cohort: RateCohort) => number): number => hours.cohorts.reduce((all, cohort) => all + of(cohort), 0);
  const [sent, bad] = [sum(({ total }) => total), sum((cohort) => cohort.bad)];
  const known = { least: sum(({ total, knownAtLeast = 1 }) => total * knownAtLeast), most: sum(({ total, knownAtMost = 1 }) => total * knownAtMost) };
  const about = { slice, measure, sent, bad, known, limit };
  if (limit === null || sent === 0) return { ...about, verdict: 'not-enough-data', evidence: 0, needed: 0, since: null };
  const chance = policy.falseAlarm / policy.sharedBy / 2;
  const read = (rate: number) => readRate(hours.cohorts, { limit: rate, falseAlarm: chance, starts: hours.days });
  const [pause, slow] = [read(limit.pauseAbove), read(limit.slowAbove)];
  const passed = pause.verdict === 'above' ? pause : slow;
  const isAbove = passed.verdict === 'above';
  const verdict = pause.verdict === 'above' ? 'above-pause' : slow.verdict === 'above' ? 'above-slow' : slow.verdict;
  const { evidence, needed } = passed;
  return { ...about, verdict, evidence, needed, since: isAbove ? (hours.starts[passed.since] ?? null) : null };
}

function limitOf({ limits }: MonitorPolicy, { channel }: Slice, measure: Measure): MonitorLimit | null {
  return limits[channel]?.[measure] ?? defaultMonitorLimits[channel][measure] ?? null;
}

function curveOf({ delays, policy }: ReadingFrame, { channel }: Slice, measure: Measure): DelayCurve {
  return delayCurve(delays[`${channel}/${measure}`] ?? [], policy.reactionMs, policy.falseAlarm / 2);
}

/** Hours in order, and the first of each day as a start: a rate may have changed with any day. */
function cohortsOf(
  cells: readonly Cell[],
  measure: Measure,
  { now }: ReadingFrame,
  curve: DelayCurve,
): { readonly cohorts: readonly RateCohort[]; readonly starts: readonly Date[]; readonly days: readonly number[] } {
  const hours = [...Map.groupBy(cells, ({ at }) => at.getTime())].sort(([a], [b]) => a - b);
  const cohorts = hours.map(([at, same]): RateCohort => {
    const total = same.reduce((sum, { sent }) => sum + sent, 0);
    // what is known of a message can be told before its submit is: a count is then behind for some seconds
    const bad = same.reduce((sum, cell) => sum + cell.bad[measure], 0);
    const age = now.getTime() - at;
    return { total: Math.max(total, bad), bad, knownAtMost: curve.atMost(age), knownAtLeast: curve.atLeast(age - HOUR_MS) };
  });
  const dayOf = (place: number): number => Math.floor(hours[place]![0] / DAY_MS);
  const days = hours.flatMap((_, place) => (place === 0 || dayOf(place) !== dayOf(place - 1) ? [place] : []));
  return { cohorts, starts: hours.map(([at]) => new Date(at)), days };
}
