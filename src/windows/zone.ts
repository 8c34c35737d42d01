import { LicetError } from '../errors.ts';

/** A time zone name that the running system does not know. */
export class UnknownTimeZoneError extends LicetError<'unknown-time-zone'> {
  override readonly name = 'UnknownTimeZoneError';
  constructor(options?: ErrorOptions) {
    super(
      'unknown-time-zone',
      'Expected an IANA time zone such as `Europe/Berlin`; this one is not known to the system. Correct it or leave it out.',
      options,
    );
  }
}

/** A stretch of time in which a zone keeps one offset: instants `[fromMs, toMs)`, local time = UTC + `offsetMs`. */
export interface ZoneSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

interface Zone {
  readonly read: (ms: number) => number;
  readonly years: Map<number, readonly ZoneSpan[]>;
  last: ZoneSpan;
}

const DAY_MS = 86_400_000;
const MAX_NAMES = 2_000;
const MAX_YEARS = 64;
const NO_SPAN: ZoneSpan = { fromMs: 0, toMs: 0, offsetMs: 0 };

// What the system's zone data says never changes while it runs, so it is kept; both maps are bounded.
const zones = new Map<string, Zone>();

/** The span around an instant. `Intl` is asked once per zone and year, then the answer is arithmetic. @throws {UnknownTimeZoneError} */
export function spanAt(zone: string, ms: number): ZoneSpan {
  const known = zones.get(zone) ?? openZone(zone);
  if (ms >= known.last.fromMs && ms < known.last.toMs) return known.last;
  const year = new Date(ms).getUTCFullYear();
  let spans = known.years.get(year);
  if (spans === undefined) {
    if (known.years.size >= MAX_YEARS) known.years.clear();
    spans = spansOfYear(known.read, year);
    known.years.set(year, spans);
  }
  for (const span of spans) {
    if (ms < span.toMs) {
      known.last = span;
      return span;
    }
  }
  throw new RangeError('Expected an instant between the years 1 and 9999.');
}

/** Whether the system knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    spanAt(zone, 0);
    return true;
  } catch {
    return false;
  }
}

function openZone(name: string): Zone {
  const zone: Zone = { read: offsetReader(name), years: new Map(), last: NO_SPAN };
  if (zones.size >= MAX_NAMES) zones.clear();
  zones.set(name, zone);
  return zone;
}

function offsetReader(timeZone: string): (ms: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch (cause) {
    throw new UnknownTimeZoneError({ cause });
  }
  return (ms) => {
    const [month, day, year, hour, minute, second] = (format.format(ms).match(/\d+/gu) ?? []).map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
  };
}

function spansOfYear(read: (ms: number) => number, year: number): readonly ZoneSpan[] {
  const spans: ZoneSpan[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  let fromMs = Date.UTC(year, 0, 1);
  let offsetMs = read(fromMs);
  // Day by day: no zone changes twice within a day and comes back.
  for (let before = fromMs; before < end; before += DAY_MS) {
    const after = Math.min(before + DAY_MS, end);
    const next = read(after);
    if (next === offsetMs) continue;
    const change = firstChange(read, before, after, offsetMs);
    if (change < end) {
      spans.push({ fromMs, toMs: change, offsetMs });
      fromMs = change;
      offsetMs = next;
    }
  }
  spans.push({ fromMs, toMs: end, offsetMs });
  return spans;
}

/** The first whole second in `(lowMs, highMs]` whose offset is no longer `offsetMs`. */
function firstChange(read: (ms: number) => number, lowMs: number, highMs: number, offsetMs: number): number {
  let low = lowMs / 1000;
  let high = highMs / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle * 1000) === offsetMs) low = middle;
    else high = middle;
  }
  return high * 1000;
}
