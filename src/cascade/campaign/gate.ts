import type { Channel } from '../../law/vocabulary.ts';
import { readRate } from '../../limits/index.ts';
import type { DeliveryCounts } from '../stores/delivery-store.ts';

/** What a wave must show before the next one goes. Shares lie between 0 and 1. */
export interface Gate {
  /** Least time a wave is watched, in milliseconds: refusals and complaints come later than receipts. @default 3_600_000 */
  readonly watchMs?: number | undefined;
  /** Time after which a wave that has not shown enough is held for a person, in milliseconds. @default 86_400_000 */
  readonly longestMs?: number | undefined;
  /** Fewest messages whose end is known before the next wave goes. @default 50 */
  readonly leastSettled?: number | undefined;
  /** Part of what was submitted whose end must be known before the next wave goes. @default 0.9 */
  readonly settledShare?: number | undefined;
  /** Most that may definitely not arrive. @default by channel, see `defaultGates` */
  readonly maxUndelivered?: number | undefined;
  /** Most that may end with nobody knowing. @default by channel */
  readonly maxUnknown?: number | undefined;
  /** Most people who may refuse: opt-outs and blocks that providers report, withdrawals on the way, and those the host adds. @default by channel */
  readonly maxRefusals?: number | undefined;
  /** Chance that a wave within a limit is held before its time, however often it is looked at. @default 0.01 */
  readonly falseAlarm?: number | undefined;
}

type Thresholds = Readonly<Record<'maxUndelivered' | 'maxUnknown' | 'maxRefusals', number>>;

/** Starting points by channel: our own choice, wide enough for an old list and narrow enough to notice a broken one. No law or platform sets them. */
export const defaultGates: Readonly<Record<Channel, Thresholds>> = {
  sms: { maxUndelivered: 0.15, maxUnknown: 0.05, maxRefusals: 0.02 },
  whatsapp: { maxUndelivered: 0.3, maxUnknown: 0.05, maxRefusals: 0.01 },
  telegram: { maxUndelivered: 0.2, maxUnknown: 0.05, maxRefusals: 0.02 },
  max: { maxUndelivered: 0.2, maxUnknown: 0.05, maxRefusals: 0.02 },
  viber: { maxUndelivered: 0.3, maxUnknown: 0.05, maxRefusals: 0.02 },
  rcs: { maxUndelivered: 0.3, maxUnknown: 0.05, maxRefusals: 0.02 },
};

/** What has become of everybody a wave was sent to so far. */
export interface GateCounts {
  /** People something was submitted for. */
  readonly submitted: number;
  /** Of them those whose end is known. */
  readonly settled: number;
  readonly undelivered: number;
  readonly unknown: number;
  readonly refusals: number;
}

/** `go-on`: the next wave. `hold`: a person must look. `wait`: too early to say. */
export interface GateVerdict {
  readonly verdict: 'go-on' | 'hold' | 'wait';
  readonly because: 'undelivered' | 'unknown' | 'refusals' | 'too-few' | 'watching' | 'within-limits';
}

const HOUR_MS = 3_600_000;

/**
 * Whether the next wave may go. Bad ends are known sooner than good ones, so a share of what has settled looks worse than it is, and a share of
 * what was submitted looks better. A wave is held at once when a rate is surely above its limit although everything still open would end well
 * (`readRate`, the test that monitoring uses); it passes when, after its time, the share of what is settled is within its limit and nearly
 * everything is settled. Pure.
 */
export function decideGate(counts: GateCounts, gate: Gate, channel: Channel, openForMs: number): GateVerdict {
  const { watchMs = HOUR_MS, longestMs = 24 * HOUR_MS, leastSettled = 50, settledShare = 0.9, falseAlarm } = gate;
  const limits: Thresholds = { ...defaultGates[channel], ...withoutAbsent(gate) };
  const { submitted, settled } = counts;
  const measures = [
    ['undelivered', counts.undelivered, limits.maxUndelivered],
    ['unknown', counts.unknown, limits.maxUnknown],
    ['refusals', counts.refusals, limits.maxRefusals],
  ] as const;
  for (const [because, bad, most] of measures)
    if (isSurelyAbove(Math.min(bad, submitted), submitted, most, falseAlarm)) return { verdict: 'hold', because };
  const enough = settled >= leastSettled && settled >= settledShare * submitted;
  if (enough && openForMs >= watchMs) {
    for (const [because, bad, most] of measures) if (bad > most * settled) return { verdict: 'hold', because };
    return { verdict: 'go-on', because: 'within-limits' };
  }
  return openForMs >= longestMs ? { verdict: 'hold', because: 'too-few' } : { verdict: 'wait', because: 'watching' };
}

/** A limit of nothing at all is passed by the first, and one of everything by none. */
function isSurelyAbove(bad: number, total: number, limit: number, falseAlarm: number | undefined): boolean {
  if (limit <= 0) return bad > 0;
  return limit < 1 && readRate([{ total, bad }], { limit, falseAlarm }).verdict === 'above';
}

const refusalReasons: ReadonlySet<string> = new Set(['opted-out', 'withdrawn']);

/** Reads a campaign's counts for its gate. `more` are refusals only the host knows: replies and complaints that came after delivery. */
export function gateCounts({ states, reasons }: DeliveryCounts, more = 0): GateCounts {
  const settled = states.reached + states.undelivered + states.unknown;
  const refusals = reasons.filter(({ reason }) => refusalReasons.has(reason)).reduce((sum, { count }) => sum + count, 0);
  return {
    submitted: settled + states['in-progress'],
    settled,
    undelivered: states.undelivered,
    unknown: states.unknown,
    refusals: refusals + more,
  };
}

function withoutAbsent(gate: Gate): { readonly [K in keyof Thresholds]?: number } {
  const { maxUndelivered, maxUnknown, maxRefusals } = gate;
  return {
    ...(maxUndelivered === undefined ? {} : { maxUndelivered }),
    ...(maxUnknown === undefined ? {} : { maxUnknown }),
    ...(maxRefusals === undefined ? {} : { maxRefusals }),
  };
}
