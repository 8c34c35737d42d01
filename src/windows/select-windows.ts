import { isInForce } from '../law/in-force.ts';
import type { IsoDate, LawPack, WindowEntry } from '../law/pack.ts';
import type { Channel, MessageKind } from '../law/vocabulary.ts';
import { type Holidays, noHolidays } from './hours.ts';

/** What decides which windows concern a message. */
export interface WindowScope {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly region?: string;
}

const EVERY_DAY = [['09:00', '20:00']] as const;

/**
 * Hours for marketing where a pack has none: "no rule found" is not "allowed at night". Source: facts on world law, section 3, reading of the table.
 */
export const defaultWindow: WindowEntry = {
  basis: [],
  since: '1970-01-01',
  confidence: 'inference',
  checkedOn: '2026-11-23',
  reviewBy: '2027-11-23',
  kinds: ['marketing'],
  strength: 'advisory',
  weekdays: EVERY_DAY,
  saturday: EVERY_DAY,
  sunday: EVERY_DAY,
  holidays: EVERY_DAY,
};

/**
 * The windows of some packs that concern a message, of any date; with `defaultWindow` when none is in force for marketing on the day.
 * A region's windows add to its country's. Without a known region only the country's apply.
 */
export function selectWindows(packs: readonly LawPack[], scope: WindowScope, on: IsoDate): readonly WindowEntry[] {
  const windows = packs.flatMap((pack) => pack.windows.filter((window) => concerns(window, scope)));
  return scope.kind === 'marketing' && !windows.some((window) => isInForce(window, on)) ? [...windows, defaultWindow] : windows;
}

/** Holidays of the country packs among some packs, with what the host knows beyond them. */
export function selectHolidays(packs: readonly LawPack[], host: Holidays = noHolidays): Holidays {
  const countries = packs.filter((pack) => pack.country !== null);
  return {
    dates: new Set([...countries.flatMap((pack) => pack.holidays), ...host.dates]),
    years: new Set([...countries.flatMap((pack) => pack.holidayYears), ...host.years]),
  };
}

function concerns(window: WindowEntry, { kind, channel, region }: WindowScope): boolean {
  return (
    window.kinds.includes(kind) &&
    (window.channels === undefined || window.channels.includes(channel)) &&
    (window.regions === undefined || (region !== undefined && window.regions.includes(region)))
  );
}
