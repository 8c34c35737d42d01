import type pg from 'pg';
import { type HostWindow, nextLawfulInstant } from '../../src/windows/index.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { startProveServer } from './server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2024, 0, 1);
const END = Date.UTC(2031, 0, 1);
/** Minutes around a clock change. */
const AROUND = 180;

const always: HostWindow['weekdays'] = [['00:00', '24:00']];
/** Hours with edges by day and, so that clock changes fall on them, by night. */
const windows: readonly HostWindow[] = [
  { weekdays: [['08:00', '20:00']], saturday: [['10:00', '18:00']], sunday: [['12:00', '17:00']], holidays: always },
  { weekdays: [['01:30', '02:30']], saturday: [['01:30', '02:30']], sunday: [['01:30', '02:30']], holidays: always },
  {
    weekdays: [
      ['00:00', '00:15'],
      ['03:00', '24:00'],
    ],
    saturday: [['02:00', '23:45']],
    sunday: [
      ['00:20', '01:00'],
      ['02:15', '24:00'],
    ],
    holidays: always,
  },
];

/** The first instant from `ms` on at which a message may go. */
type Lawful = (zone: string, window: HostWindow, ms: number) => number | undefined;

/**
 * Hours, minute by minute around every clock change of every zone and at random instants, against PostgreSQL's own `at time zone` on its own data.
 * Zones whose data differs between the two are left out and named. Naive: an offset is taken once a year.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const server = await startProveServer();
  const pool = server.pool(2);
  const first: Lawful = broken ? naive : ours;
  try {
    const tally = { zones: 0, changes: 0, minutes: 0, random: 0, wrong: 0 };
    const differing: string[] = [];
    const wrongIn = new Set<string>();
    const roll = dice(seed);
    const zones = Intl.supportedValuesOf('timeZone');
    const perZone = Math.ceil((full ? 10_000_000 : 1_000_000) / zones.length);
    for (const zone of zones) {
      const formatted = offsetsOf(zone);
      const changes = changesOf(formatted);
      const grid = changes.map((at) => Array.from({ length: 2 * AROUND + 1 }, (_, index) => at + (index - AROUND) * MINUTE));
      const random = Array.from({ length: perZone }, () => FIRST + Math.floor((roll() * (END - FIRST)) / 1_000) * 1_000);
      const instants = [...grid.flat(), ...random];
      const local = await localTimes(pool, zone, instants);
      // A change that only one of the two knows shows at the random instants.
      if (instants.some((ms, index) => local[index]! - ms !== formatted(ms))) {
        differing.push(zone);
        continue;
      }
      tally.zones += 1;
      tally.changes += changes.length;
      const judge = (index: number, window: HostWindow, next: number | undefined): void => {
        const found = first(zone, window, instants[index]!);
        if (isLawful(window, local[index]!) !== (found === instants[index]) || (next !== undefined && found !== next)) {
          tally.wrong += 1;
          wrongIn.add(zone);
        }
      };
      for (const [block, minutes] of grid.entries())
        for (const window of windows) {
          const offset = block * minutes.length;
          // The first lawful minute from each minute on, as far as the stretch goes: what a message must be put off to.
          let next: number | undefined;
          for (let index = minutes.length - 1; index >= 0; index -= 1) {
            if (isLawful(window, local[offset + index]!)) next = minutes[index];
            judge(offset + index, window, next);
            tally.minutes += 1;
          }
        }
      for (let index = grid.flat().length; index < instants.length; index += 1) {
        judge(index, windows[Math.floor(roll() * windows.length)]!, undefined);
        tally.random += 1;
      }
    }
    const { rows } = await pool.query<{ server_version: string }>('show server_version');
    return {
      ok: tally.wrong === 0 && tally.changes > 1_500 && differing.length < zones.length / 10,
      figures: {
        ...tally,
        zonesWithFaults: [...wrongIn].slice(0, 10),
        leftOut: differing,
        timeZoneData: { node: process.versions.tz, postgresql: `as shipped with ${rows[0]?.server_version}` },
      },
    };
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** When the message may go, by the code that decides it. */
function ours(zone: string, window: HostWindow, ms: number): number | undefined {
  const found = nextLawfulInstant({ windows: [], hostWindows: [window], zones: [zone], from: new Date(ms) });
  return 'none' in found ? undefined : found.at.getTime();
}

function naive(zone: string, window: HostWindow, ms: number): number | undefined {
  const offset = offsetsOf(zone)(Date.UTC(new Date(ms).getUTCFullYear(), 0, 1));
  for (let at = ms; at < ms + 8 * DAY; at = Math.floor(at / MINUTE) * MINUTE + MINUTE) if (isLawful(window, at + offset)) return at;
  return undefined;
}

/** The witness: hours of a day, read off the wall clock in milliseconds since 1970 as if it were UTC. */
function isLawful(window: HostWindow, localMs: number): boolean {
  const weekday = new Date(localMs).getUTCDay();
  const hours = weekday === 0 ? window.sunday : weekday === 6 ? window.saturday : window.weekdays;
  const time = ((localMs % DAY) + DAY) % DAY;
  return hours.some(([start, end]) => time >= msOf(start) && time < msOf(end));
}

function msOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}

const offsets = new Map<string, (ms: number) => number>();

/** Offsets as Node's own formatter shows them, kept by the quarter of an hour: no clock changes within one. */
function offsetsOf(zone: string): (ms: number) => number {
  const known = offsets.get(zone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-u-hc-h23', { timeZone: zone, ...fields });
  const quarters = new Map<number, number>();
  const read = (ms: number): number => {
    const quarter = Math.floor(ms / (15 * MINUTE));
    let offset = quarters.get(quarter);
    if (offset === undefined) {
      const at = quarter * 15 * MINUTE;
      const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - at;
      quarters.set(quarter, offset);
    }
    return offset;
  };
  offsets.set(zone, read);
  return read;
}

/** Instants at which the offset changes. */
function changesOf(offset: (ms: number) => number): readonly number[] {
  const found: number[] = [];
  for (let day = FIRST; day < END; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 15 * MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / (15 * MINUTE)) * 15 * MINUTE;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

async function localTimes(pool: pg.Pool, zone: string, instants: readonly number[]): Promise<readonly number[]> {
  const { rows } = await pool.query<{ local: number[] }>(
    'select array_agg(extract(epoch from (to_timestamp(ms / 1000) at time zone $2))::float8 * 1000 order by place) as local from unnest($1::float8[]) with ordinality as given(ms, place)',
    [instants, zone],
  );
  return rows[0]?.local ?? [];
}
