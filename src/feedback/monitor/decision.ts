import type { JsonValue } from '../../ledger/canonical-json.ts';
import type { SliceReading } from './read-slices.ts';
import type { RootCause } from './root-causes.ts';
import type { Measure, Slice } from './slice.ts';

/** How messages of a slice go: slowly, not at all, as usual though somebody was told, or as usual again. */
export type HoldState = 'slowed' | 'paused' | 'told' | 'running';

/** A slice that was decided about, as it stands. */
export interface Hold {
  readonly slice: Slice;
  readonly state: HoldState;
  readonly since: Date;
  /** When it ends by itself; `null`: a person ends it. */
  readonly until: Date | null;
  /** Messages sent before are not held against it any more. */
  readonly countFrom: Date;
  /** Pace while slowed. */
  readonly perSecond: number | null;
  /** Pauses so far. */
  readonly pauses: number;
  /** The decision that put it here, and what for. */
  readonly decision: string;
  readonly why: MonitorDecision['why'];
}

/** What was done about a slice, by what numbers. Kept for good. */
export interface MonitorDecision {
  readonly id: string;
  readonly at: Date;
  readonly slice: Slice;
  /** `trial`: goes slowly after a pause. `tell`: nothing was done but to say so. */
  readonly action: 'slow' | 'pause' | 'trial' | 'resume' | 'tell';
  /** The measure that is too high, or what ended a hold. `platform`: the platform's own word on quality. */
  readonly why: Measure | 'within-limits' | 'time-over' | 'platform' | 'person';
  readonly until: Date | null;
  readonly perSecond: number | null;
  /** The rate it rests on; `null` where it rests on none. */
  readonly numbers: Omit<SliceReading, 'slice'> | null;
  /** Highest lift first. */
  readonly causes: readonly RootCause[];
  /** The person, where one decided. */
  readonly by: string | null;
}

/** The document of all holds, and how keys of decisions begin. */
export const HOLDS_KEY = 'monitor/holds';
export const DECISION_PREFIX = 'monitor/decision/';

/** A decision's document: in order of time. */
export function decisionKey({ at, id }: Pick<MonitorDecision, 'at' | 'id'>): string {
  return `${DECISION_PREFIX}${at.toISOString()}/${id}`;
}

export function asDocument(value: readonly Hold[] | MonitorDecision): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

export function readHolds(value: JsonValue | undefined): readonly Hold[] {
  return ((value ?? []) as unknown as readonly Hold[]).map((hold) => ({
    ...hold,
    since: new Date(hold.since),
    until: hold.until && new Date(hold.until),
    countFrom: new Date(hold.countFrom),
  }));
}

export function readDecision(value: JsonValue): MonitorDecision {
  const kept = value as unknown as MonitorDecision;
  const { numbers } = kept;
  return {
    ...kept,
    at: new Date(kept.at),
    until: kept.until && new Date(kept.until),
    numbers: numbers && { ...numbers, since: numbers.since && new Date(numbers.since) },
  };
}
