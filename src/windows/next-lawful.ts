import type { WindowEntry } from '../law/pack.ts';
import { type Holidays, type HostWindow, noHolidays, type WindowHours, windowHours } from './hours.ts';
import { spanAt } from './zone.ts';

/** Where, by which hours and from when a message wants to go out. */
export interface WindowQuestion {
  /** The law's windows for this kind, channel and region, of any date: each binds on the days it is in force. */
  readonly windows: readonly WindowEntry[];
  readonly hostWindows?: readonly HostWindow[];
  /** IANA zones the person may be in. An instant is lawful only when it is lawful in all of them; without any, nothing is. */
  readonly zones: readonly string[];
  readonly holidays?: Holidays;
  readonly from: Date;
  /** Latest useful instant, excluded. At most eight days ahead are looked at. */
  readonly until?: Date;
}

/** When the message may go out, and until when from there on (excluded). */
export type LawfulInstant = { readonly at: Date; readonly endsAt: Date } | { readonly none: 'no-lawful-window' };

/** How far ahead a window is looked for. Source: facts on failures, B8: a message is never put off for ever. */
export const LOOK_AHEAD_MS: number = 8 * 86_400_000;

const DAY_MS = 86_400_000;
const compiled = new WeakMap<WindowEntry | HostWindow, WindowHours>();

/**
 * The first instant from `from` on that every window allows in every zone, with the end of that stretch.
 * Lawful means: what the wall clock shows lies inside the hours. So a start inside a DST gap comes at the gap's end, a start inside an
 * overlap takes the first pass, and an end inside an overlap counts in the second pass too.
 * @throws {UnknownTimeZoneError} @throws {InvalidOptionsError} for hours that cannot be.
 */
export function nextLawfulInstant(question: WindowQuestion): LawfulInstant {
  const { from, until, zones, holidays = noHolidays } = question;
  const hours = [...question.windows, ...(question.hostWindows ?? [])].map(compile);
  if (hours.length > 0 && zones.length === 0) return { none: 'no-lawful-window' };
  const limit = Math.min(from.getTime() + LOOK_AHEAD_MS, until?.getTime() ?? Number.POSITIVE_INFINITY);
  const places = zones.flatMap((zone) => hours.map((allowed): Place => ({ zone, allowed, holidays })));
  const at = firstAgreed(places, from.getTime(), limit);
  if (at === undefined) return { none: 'no-lawful-window' };
  return { at: new Date(at), endsAt: new Date(agreedEnd(places, at, at + LOOK_AHEAD_MS)) };
}

/** The end (excluded) of the lawful stretch around `from`, or `undefined` when `from` itself is not lawful. Looks eight days ahead. */
export function windowEnd(question: Omit<WindowQuestion, 'until'>): Date | undefined {
  const found = nextLawfulInstant({ ...question, until: new Date(question.from.getTime() + 1) });
  return 'none' in found ? undefined : found.endsAt;
}

interface Place {
  readonly zone: string;
  readonly allowed: WindowHours;
  readonly holidays: Holidays;
}

function compile(window: WindowEntry | HostWindow): WindowHours {
  let hours = compiled.get(window);
  if (hours === undefined) {
    hours = windowHours(window);
    compiled.set(window, hours);
  }
  return hours;
}

/** Moves on until nobody objects: every objection moves the instant forward, so it ends at the limit at the latest. */
function firstAgreed(places: readonly Place[], from: number, limit: number): number | undefined {
  let at = from;
  let agreed = 0;
  for (let turn = 0; agreed < places.length && at < limit; turn = (turn + 1) % places.length) {
    const next = firstInside(places[turn]!, at, limit);
    agreed = next === at ? agreed + 1 : 1;
    at = next;
  }
  return at < limit ? at : undefined;
}

function agreedEnd(places: readonly Place[], at: number, limit: number): number {
  return places.reduce((end, place) => Math.min(end, firstOutside(place, at, end)), limit);
}

function firstInside({ zone, allowed, holidays }: Place, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const span = spanAt(zone, at);
    const local = at + span.offsetMs;
    const epochDay = Math.floor(local / DAY_MS);
    const midnight = epochDay * DAY_MS;
    const next = allowed(epochDay, holidays).find(([, end]) => local < midnight + end);
    const inside = (next === undefined ? midnight + DAY_MS : Math.max(local, midnight + next[0])) - span.offsetMs;
    if (next !== undefined && inside < span.toMs) return inside;
    at = Math.min(inside, span.toMs);
  }
  return at;
}

function firstOutside({ zone, allowed, holidays }: Place, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const span = spanAt(zone, at);
    const local = at + span.offsetMs;
    const epochDay = Math.floor(local / DAY_MS);
    const midnight = epochDay * DAY_MS;
    const around = allowed(epochDay, holidays).find(([start, end]) => local >= midnight + start && local < midnight + end);
    if (around === undefined) return at;
    at = Math.min(midnight + around[1] - span.offsetMs, span.toMs);
  }
  return at;
}
