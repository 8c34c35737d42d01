import { sha256Hex } from '../../ledger/hash.ts';
import { asDocument, type Hold, type MonitorDecision } from './decision.ts';
import type { MonitorPolicy } from './monitor-policy.ts';
import { cellsOf, type ReadingFrame, readMeasure, readSlice, type SliceReading, slicesIn } from './read-slices.ts';
import { liftOf, rootCauses } from './root-causes.ts';
import { isIn, measures, type Slice, sliceId, sliceKinds } from './slice.ts';
import { type Cell, hourName } from './tally.ts';

/** What is decided from: counts of the look-back, and what was decided before. */
export interface HoldsInput extends ReadingFrame {
  readonly cells: readonly Cell[];
  readonly holds: readonly Hold[];
}

export interface HoldsOutcome {
  readonly holds: readonly Hold[];
  readonly decisions: readonly MonitorDecision[];
}

/** A hold before it is decided. */
type HoldTerms = Omit<Hold, 'decision' | 'since' | 'why'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Slowest pace of a slowed slice: a message a minute. */
const SLOWEST_PER_SECOND = 1 / 60;

/**
 * What is to be slowed down, held back and let go. Of several slices with a rate that is too high, the one that stands out the most from the rest
 * is held and its messages are left out; what is still too high without them is held too. Pure: the same input, the same decisions.
 */
export function decideHolds(input: HoldsInput): HoldsOutcome {
  const { now, policy } = input;
  const cells = input.cells.filter((cell) => now.getTime() - cell.at.getTime() <= policy.lookBackMs);
  const holds = new Map(input.holds.map((hold) => [sliceId(hold.slice), hold]));
  const decisions: MonitorDecision[] = [];
  const decide = (hold: HoldTerms, made: Pick<MonitorDecision, 'action' | 'why' | 'numbers'>): void => {
    const decision = decisionOf(input, hold, made);
    decisions.push(decision);
    holds.set(sliceId(hold.slice), { ...hold, since: now, decision: decision.id, why: decision.why });
  };
  for (const hold of input.holds) goOn(input, hold, cells, decide);
  // A slice that was let go answers for what it did since; what is held is dealt with, and says nothing against the rest.
  let rest = cells.filter(
    ({ traits, at }) =>
      ![...holds.values()].some((hold) => isIn(hold.slice, traits, hourName(at)) && (hold.state !== 'running' || at < hold.countFrom)),
  );
  for (;;) {
    const worst = worstIn(rest, input);
    if (worst === undefined) break;
    const before = holds.get(sliceId(worst.slice));
    const { slice: _, ...numbers } = worst;
    // what was let go by time alone, and is too high again, has had its chance
    const relapsed = before?.state === 'running' && before.why === 'time-over';
    const pause = worst.verdict === 'above-pause' || relapsed;
    const state = policy.act === 'tell' ? 'told' : pause ? 'paused' : 'slowed';
    const pauses = (before?.pauses ?? 0) + (state === 'paused' ? 1 : 0);
    decide(
      {
        slice: worst.slice,
        state,
        pauses,
        countFrom: nextHour(now),
        until: state === 'paused' ? endOfPause(policy, pauses, now) : after(now, policy.slowedForMs),
        perSecond: state === 'slowed' ? slowPace(input, worst.slice) : null,
      },
      { action: state === 'told' ? 'tell' : pause ? 'pause' : 'slow', why: worst.measure, numbers },
    );
    rest = rest.filter(({ traits, at }) => !isIn(worst.slice, traits, hourName(at)));
  }
  return { holds: [...holds.values()], decisions };
}

/** A person, or the platform, sets a slice. */
export function setHold(
  input: Omit<HoldsInput, 'cells'>,
  slice: Slice,
  set: Pick<MonitorDecision, 'action' | 'why' | 'until'> & { readonly by?: string; readonly perSecond?: number },
): HoldsOutcome {
  const { now } = input;
  const before = input.holds.find((hold) => sliceId(hold.slice) === sliceId(slice));
  const states = { slow: 'slowed', trial: 'slowed', pause: 'paused', resume: 'running', tell: 'told' } as const;
  const hold = {
    slice,
    state: states[set.action],
    until: set.until,
    countFrom: nextHour(now),
    perSecond: set.perSecond ?? null,
    pauses: set.action === 'resume' ? 0 : (before?.pauses ?? 0),
  };
  const decision = { ...decisionOf({ ...input, cells: [] }, hold, { action: set.action, why: set.why, numbers: null }), by: set.by ?? null };
  const others = input.holds.filter((one) => one !== before);
  return { holds: [...others, { ...hold, since: now, decision: decision.id, why: decision.why }], decisions: [decision] };
}

/** What follows for a slice that is held already. */
function goOn(
  input: HoldsInput,
  hold: Hold,
  cells: readonly Cell[],
  decide: (hold: HoldTerms, made: Pick<MonitorDecision, 'action' | 'why' | 'numbers'>) => void,
): void {
  const { now, policy } = input;
  const { slice, state, until, pauses } = hold;
  const isOver = until !== null && until <= now;
  const running = { ...hold, state: 'running', until: null, countFrom: nextHour(now), perSecond: null } as const;
  if (state === 'running') return;
  if (state === 'paused') {
    if (isOver)
      decide(
        { ...hold, state: 'slowed', until: after(now, policy.slowedForMs), countFrom: nextHour(now), perSecond: slowPace(input, slice) },
        { action: 'trial', why: 'time-over', numbers: null },
      );
    return;
  }
  const own = cellsOf(cells, slice).filter(({ at }) => at >= hold.countFrom);
  const readings = readSlice(own, slice, input);
  const worst = readings.filter(isAbove).sort(byWeight)[0];
  // after a pause the lower limit is enough
  if (worst !== undefined && state === 'slowed' && (worst.verdict === 'above-pause' || pauses > 0)) {
    const { slice: _, ...numbers } = worst;
    decide(
      { ...hold, state: 'paused', until: endOfPause(policy, pauses + 1, now), countFrom: nextHour(now), perSecond: null, pauses: pauses + 1 },
      { action: 'pause', why: worst.measure, numbers },
    );
    return;
  }
  const limited = readings.filter(({ limit, sent }) => limit !== null && sent > 0);
  if (limited.length > 0 && limited.every(({ verdict }) => verdict === 'within'))
    decide(running, { action: 'resume', why: 'within-limits', numbers: null });
  else if (isOver && worst === undefined) decide(running, { action: 'resume', why: 'time-over', numbers: null });
}

/** Of the rates that are surely too high, the one that stands out the most. */
function worstIn(cells: readonly Cell[], input: HoldsInput): SliceReading | undefined {
  const { policy } = input;
  const alarms = slicesIn(cells)
    .filter(({ by }) => policy.acts.includes(by))
    .flatMap((slice) => {
      const own = cellsOf(cells, slice);
      const channelCells = cells.filter(({ traits }) => traits.channel === slice.channel);
      return measures.flatMap((measure) => {
        // fewer cannot weigh enough, whatever the rate
        if (own.reduce((sum, { bad }) => sum + bad[measure], 0) < LEAST_BAD) return [];
        const reading = readMeasure(own, slice, measure, input);
        return isAbove(reading) ? [{ reading, lift: liftOf(channelCells, slice, measure).lift }] : [];
      });
    });
  return alarms.sort(
    (a, b) => b.lift - a.lift || sliceKinds.indexOf(a.reading.slice.by) - sliceKinds.indexOf(b.reading.slice.by) || byWeight(a.reading, b.reading),
  )[0]?.reading;
}

const LEAST_BAD = 3;

function decisionOf(
  input: HoldsInput,
  { slice, until, perSecond }: Pick<Hold, 'slice' | 'until' | 'perSecond'>,
  made: Pick<MonitorDecision, 'action' | 'why' | 'numbers'>,
): MonitorDecision {
  const causes = made.numbers === null ? [] : rootCauses(input.cells, slice.channel, made.numbers.measure);
  const decision: MonitorDecision = { id: '', at: input.now, slice, ...made, until, perSecond, causes, by: null };
  return { ...decision, id: sha256Hex(JSON.stringify(asDocument(decision))).slice(0, 16) };
}

function isAbove({ verdict }: SliceReading): boolean {
  return verdict === 'above-pause' || verdict === 'above-slow';
}

function byWeight(a: SliceReading, b: SliceReading): number {
  return Number(b.verdict === 'above-pause') - Number(a.verdict === 'above-pause') || b.evidence - a.evidence;
}

function endOfPause({ pausedForMs, pausesWithoutPerson }: MonitorPolicy, pauses: number, now: Date): Date | null {
  return pauses > pausesWithoutPerson ? null : after(now, pausedForMs * 2 ** (pauses - 1));
}

/** A part of the pace of the busiest hour of the last day. */
function slowPace({ cells, now, policy }: HoldsInput, slice: Slice): number {
  const lately = cellsOf(cells, slice).filter(({ at }) => now.getTime() - at.getTime() <= DAY_MS);
  const perHour = [...Map.groupBy(lately, ({ at }) => at.getTime()).values()].map((hour) => hour.reduce((sum, { sent }) => sum + sent, 0));
  return Math.max(SLOWEST_PER_SECOND, (policy.slowTo * Math.max(0, ...perHour)) / 3_600);
}

function nextHour(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR_MS + 1) * HOUR_MS);
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
