import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { ChannelLimits } from './monitor-limits.ts';
import type { SliceBy } from './slice.ts';

/** What monitoring counts, when it acts and what it does. Times in milliseconds. */
export interface MonitorPolicy {
  /** `hold`: slow down and hold back by itself. `tell`: decide and tell, and leave the rest to people. @default 'hold' */
  readonly act: 'hold' | 'tell';
  /** What may be held back. The narrowest cause that explains a rate is. @default ['template', 'source', 'form', 'sender'] */
  readonly acts: readonly SliceBy[];
  /** Kinds of message that are counted and held back. @default ['marketing'] */
  readonly kinds: readonly MessageKind[];
  /** Limits of a channel instead of the default ones, measure by measure. */
  readonly limits: Readonly<Partial<Record<Channel, ChannelLimits>>>;
  /** Chance that anything at all is held falsely for a measure in a look-back, however often it is looked at. @default 0.01 */
  readonly falseAlarm: number;
  /** Slices that share this chance: set it to more than you have. @default 100 */
  readonly sharedBy: number;
  /** How far back messages are looked at. @default 14 days */
  readonly lookBackMs: number;
  /** How long after a message a withdrawal counts as its effect. @default 7 days */
  readonly reactionMs: number;
  /** Share of the pace of the busiest hour of the last day at which slowed messages go. @default 0.1 */
  readonly slowTo: number;
  /** How long messages go slowly before they go as usual again, unless the rate is too high still. @default 6 hours */
  readonly slowedForMs: number;
  /** How long a first pause lasts; the next is twice as long. Then messages go slowly, on trial. @default 24 hours */
  readonly pausedForMs: number;
  /** Pauses that end by themselves; the next one waits for a person. @default 2 */
  readonly pausesWithoutPerson: number;
  /** How often rates are looked at. @default 60_000 */
  readonly everyMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const defaultMonitorPolicy: MonitorPolicy = {
  act: 'hold',
  acts: ['template', 'source', 'form', 'sender'],
  kinds: ['marketing'],
  limits: {},
  falseAlarm: 0.01,
  sharedBy: 100,
  lookBackMs: 14 * DAY_MS,
  reactionMs: 7 * DAY_MS,
  slowTo: 0.1,
  slowedForMs: 6 * HOUR_MS,
  pausedForMs: DAY_MS,
  pausesWithoutPerson: 2,
  everyMs: 60_000,
};
