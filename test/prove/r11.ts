import { type HostWindow, type LawfulInstant, nextLawfulInstant } from '../../src/windows/index.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const WINDOWS = 20;
/** Zones a number may be in: eleven of Russia, and others with half hours, with and without clock changes, and the date line between them. */
const zones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'Asia/Novosibirsk',
  'Asia/Vladivostok',
  'Asia/Kamchatka',
  'America/New_York',
  'America/Chicago',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Europe/London',
  'America/St_Johns',
];

/**
 * A person whose zone is not known: what may go out is what every possible zone allows, and nothing else. Every subset is tried over days with and
 * without a clock change, against a walk through all minutes in all zones. Naive: the first zone decides.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const roll = dice(seed);
  const tally = { questions: 0, minutes: 0, empty: 0, wrong: 0, wrongEmpty: 0, mostCallsToEmpty: 0 };
  const days = ['2026-03-07', '2026-03-28', '2026-06-10', '2026-10-03', '2026-10-31', '2026-12-30'].map((day) => Date.parse(`${day}T00:00:00Z`));
  for (let round = 0; round < (full ? 50 : 6); round += 1) {
    const hours = Array.from({ length: WINDOWS }, () => randomHours(roll));
    for (const window of hours) {
      const count = 1 + Math.floor(roll() * zones.length);
      const possible = [...zones].sort(() => roll() - 0.5).slice(0, count);
      const from = days[Math.floor(roll() * days.length)]!;
      judge(window, possible, from, broken ? possible.slice(0, 1) : possible, tally);
    }
  }
  // Sixteen zones at once and hours so short that nothing is left: reported by the first question.
  const { empty, wrong, wrongEmpty, mostCallsToEmpty } = tally;
  return { ok: wrong === 0 && wrongEmpty === 0 && empty > 0 && mostCallsToEmpty <= 1 && tally.questions > 100, figures: tally };
}

interface Tally {
  questions: number;
  minutes: number;
  /** Questions without any lawful minute within eight days. */
  empty: number;
  wrong: number;
  wrongEmpty: number;
  mostCallsToEmpty: number;
}

/** Two days of minutes are asked one by one; whether there is any within eight days is looked up in all of them. */
function judge(window: HostWindow, possible: readonly string[], from: number, asked: readonly string[], tally: Tally): void {
  tally.questions += 1;
  const lawful = new Uint8Array(8 * 1_440);
  for (let minute = 0; minute < lawful.length; minute += 1)
    lawful[minute] = possible.every((zone) => isLawful(window, wallClock(zone, from + minute * MINUTE))) ? 1 : 0;
  const ask = (ms: number): LawfulInstant => nextLawfulInstant({ windows: [], hostWindows: [window], zones: asked, from: new Date(ms) });
  const first = ask(from);
  if (!lawful.includes(1)) {
    tally.empty += 1;
    tally.mostCallsToEmpty = Math.max(tally.mostCallsToEmpty, 'none' in first ? 1 : 2);
    if (!('none' in first)) tally.wrongEmpty += 1;
    return;
  }
  for (let minute = 0; minute < 2 * 1_440; minute += 1) {
    tally.minutes += 1;
    const next = lawful.indexOf(1, minute);
    const found = ask(from + minute * MINUTE);
    // Beyond the eight days that were walked nothing is known.
    if (next < 0) continue;
    if ('none' in found || found.at.getTime() !== from + next * MINUTE) {
      tally.wrong += 1;
      continue;
    }
    const end = lawful.indexOf(0, next);
    if (end > 0 && found.endsAt.getTime() !== from + end * MINUTE) tally.wrong += 1;
  }
}

/** One or two stretches a day, other ones at the weekend; one window in five is an hour or less, so that far zones never agree. */
function randomHours(roll: () => number): HostWindow {
  const isShort = roll() < 0.2;
  const day = (): HostWindow['weekdays'] => {
    const start = Math.floor(roll() * (isShort ? 1_380 : 700));
    const end = start + (isShort ? 1 + Math.floor(roll() * 59) : 500 + Math.floor(roll() * (939 - start)));
    const middle = Math.floor((start + end) / 2);
    return roll() < 0.3 && end - start > 120
      ? [
          [clock(start), clock(middle - 30)],
          [clock(middle + 30), clock(end)],
        ]
      : [[clock(start), clock(end)]];
  };
  return { weekdays: day(), saturday: day(), sunday: day(), holidays: [] };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function isLawful({ weekdays, saturday, sunday }: HostWindow, localMs: number): boolean {
  const weekday = new Date(localMs).getUTCDay();
  const time = localMs % DAY;
  return (weekday === 0 ? sunday : weekday === 6 ? saturday : weekdays).some(([start, end]) => time >= msOf(start) && time < msOf(end));
}

function msOf(given: string): number {
  const [hours = 0, minutes = 0] = given.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const kept = new Map<string, number>();

/** What the clock on the wall shows, by Node's formatter, as if it were UTC; read once a quarter of an hour. */
function wallClock(zone: string, ms: number): number {
  const quarter = Math.floor(ms / (15 * MINUTE)) * 15 * MINUTE;
  const key = `${zone}|${quarter}`;
  let offset = kept.get(key);
  if (offset === undefined) {
    let format = formats.get(zone);
    if (format === undefined) {
      const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
      format = new Intl.DateTimeFormat('en-u-hc-h23', { timeZone: zone, ...fields });
      formats.set(zone, format);
    }
    const part = Object.fromEntries(format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]));
    offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute) - quarter;
    kept.set(key, offset);
  }
  return ms + offset;
}
