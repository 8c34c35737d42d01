import type { JsonValue } from '../../ledger/canonical-json.ts';
import { type Measure, measures, type Traits } from './slice.ts';

/** Counts of messages that were sent in one hour and are alike in all traits. */
export interface Cell {
  /** Start of the hour they were sent in. */
  readonly at: Date;
  readonly traits: Traits;
  readonly sent: number;
  readonly bad: Readonly<Record<Measure, number>>;
}

/** One thing to be counted. */
export interface Count {
  /** When the message was sent. */
  readonly sentAt: Date;
  readonly traits: Traits;
  readonly what: 'sent' | Measure;
  /** When it came to be known; for the delays that late ends are judged by. */
  readonly knownAt?: Date | undefined;
  /** Counted once, however often it is told. */
  readonly once?: string | undefined;
}

/** What is kept of one hour. */
export interface HourTally {
  readonly cells: readonly Cell[];
  /** How late bad ends became known, by channel and measure (`sms/opt-outs`): numbers of ends by the classes of `DELAYS_MS`, the last for later ones. */
  readonly delays: Readonly<Record<string, readonly number[]>>;
}

const MINUTE_MS = 60_000;
/** Upper ends of the classes of delay, in milliseconds. */
export const DELAYS_MS: readonly number[] = [1, 5, 15, 30, 60, 180, 360, 720, 1_440, 2_880, 4_320, 7_200, 10_080].map(
  (minutes) => minutes * MINUTE_MS,
);

/** Documents of hours begin so; then comes the hour, `2026-04-13T10`. */
export const TALLY_PREFIX = 'monitor/tally/';

/** The document an hour's counts are kept in. */
export function tallyKey(sentAt: Date): string {
  return `${TALLY_PREFIX}${sentAt.toISOString().slice(0, 13)}`;
}

/** Hour of the day, UTC: `09`. */
export function hourName(at: Date): string {
  return at.toISOString().slice(11, 13);
}

interface Kept {
  readonly cells: Readonly<Record<string, readonly number[]>>;
  readonly delays: HourTally['delays'];
  readonly once: readonly string[];
}

/** Most cells of an hour: what comes beyond is counted under its channel, sender and step alone. */
const MAX_CELLS = 2_000;

const traitNames = ['channel', 'source', 'form', 'template', 'step', 'sender'] as const;

/** An hour's document with more counts; `undefined` when all of them were counted before. Pure. */
export function addCounts(before: JsonValue | undefined, counts: readonly Count[]): JsonValue | undefined {
  const kept = (before ?? { cells: {}, delays: {}, once: [] }) as unknown as Kept;
  const cells = new Map(Object.entries(kept.cells).map(([key, numbers]) => [key, numbers.slice()]));
  const delays = new Map(Object.entries(kept.delays).map(([measure, numbers]) => [measure, numbers.slice()]));
  const once = new Set(kept.once);
  let added = 0;
  for (const { sentAt, traits, what, knownAt, once: name } of counts) {
    if (name !== undefined && once.has(name)) continue;
    if (name !== undefined) once.add(name);
    added++;
    const full = cellKey(traits);
    const key = cells.has(full) || cells.size < MAX_CELLS ? full : cellKey({ ...traits, source: '…', form: '…', template: '…' });
    const numbers = cells.get(key) ?? [0, ...measures.map(() => 0)];
    numbers[what === 'sent' ? 0 : 1 + measures.indexOf(what)]!++;
    cells.set(key, numbers);
    if (what === 'sent' || knownAt === undefined) continue;
    const place = `${traits.channel}/${what}`;
    const classes = delays.get(place) ?? [...DELAYS_MS.map(() => 0), 0];
    const late = DELAYS_MS.findIndex((upTo) => knownAt.getTime() - sentAt.getTime() <= upTo);
    classes[late < 0 ? DELAYS_MS.length : late]!++;
    delays.set(place, classes);
  }
  if (added === 0) return undefined;
  return { cells: Object.fromEntries(cells), delays: Object.fromEntries(delays), once: [...once] };
}

/** Reads an hour's document. */
export function readTally(key: string, value: JsonValue): HourTally {
  const kept = value as unknown as Kept;
  const at = new Date(`${key.slice(TALLY_PREFIX.length)}:00:00Z`);
  const cells = Object.entries(kept.cells).map(([name, [sent = 0, ...bad]]): Cell => {
    const values = JSON.parse(name) as string[];
    const traits = Object.fromEntries(traitNames.map((trait, place) => [trait, values[place]])) as unknown as Traits;
    return { at, traits, sent, bad: Object.fromEntries(measures.map((measure, place) => [measure, bad[place] ?? 0])) as Record<Measure, number> };
  });
  return { cells, delays: kept.delays };
}

function cellKey(traits: Traits): string {
  return JSON.stringify(traitNames.map((name) => traits[name]));
}
