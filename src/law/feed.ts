import type { IsoDate, LawEntry, LawPack } from './pack.ts';

/** Part of a pack an entry stands in. */
export type LawArea = 'rule' | 'window' | 'cap' | 'channel' | 'opt-out' | 'deadline' | 'consent';

/** An entry with where it stands. */
export interface PlacedEntry {
  readonly pack: string;
  /** ISO 3166-1 alpha-2; `null` for a platform. */
  readonly country: string | null;
  readonly area: LawArea;
  /** What it is about: the rule's id, the channel and its effect, the duty, the kinds of message. */
  readonly about: string;
  readonly entry: LawEntry;
}

/** One change of the law on a day. `replaced`: an entry about the same thing ended and another began. */
export interface LawChange extends PlacedEntry {
  readonly date: IsoDate;
  readonly change: 'begins' | 'ends' | 'replaced';
  /** Of `replaced`: the entry that ended. */
  readonly before?: LawEntry;
}

export interface LawFeed {
  /** In the order of their days. */
  readonly changes: readonly LawChange[];
  /** Entries whose first day is not known yet: never applied, worth watching. */
  readonly pending: readonly PlacedEntry[];
}

export interface LawFeedOptions {
  /** First day of interest. */
  readonly since: IsoDate;
  /** Last day of interest; everything known when absent. */
  readonly until?: IsoDate | undefined;
  /** ISO 3166-1 alpha-2; platforms count too, as they apply everywhere. All countries when absent. */
  readonly country?: string | undefined;
}

/** Every dated entry of packs, rules first, in the order of the packs. */
export function lawEntries(packs: readonly LawPack[]): readonly PlacedEntry[] {
  return packs.flatMap((pack) => {
    const { id, country } = pack;
    const placed = <E extends LawEntry>(area: LawArea, entries: readonly E[], about: (entry: E) => string): readonly PlacedEntry[] =>
      entries.map((entry) => ({ pack: id, country, area, about: about(entry), entry }));
    return [
      ...placed('rule', pack.rules, ({ rule }) => rule),
      ...placed('window', pack.windows, ({ kinds, strength, regions }) => words(strength, kinds, regions)),
      ...placed('cap', pack.caps, ({ max, per, kinds, regions }) =>
        words(`${max} per ${typeof per === 'string' ? per : `${per.hours} hours`}`, kinds, regions),
      ),
      ...placed('channel', pack.channels, ({ channel, effect, kinds }) => words(`${channel} ${effect}`, kinds)),
      ...placed('opt-out', pack.optOut, () => 'opt-out'),
      ...placed('deadline', pack.deadlines, ({ duty }) => duty),
      ...placed('consent', pack.consent, ({ requires, kinds, channels }) => words(requires, kinds, channels)),
    ];
  });
}

function words(what: string, ...scopes: readonly (readonly string[] | undefined)[]): string {
  return [what, ...scopes.flatMap((scope) => (scope === undefined ? [] : [scope.join(', ')]))].join(': ');
}

/**
 * What changes in the law between two days, both included, read off the dates of the entries.
 * @example
 * lawFeed([ru()], { since: '2026-01-01' }).changes[0]   // { date: '2026-01-01', change: 'begins', about: 'bankruptcy-promise', … }
 */
export function lawFeed(packs: readonly LawPack[], { since, until = '9999-12-31', country }: LawFeedOptions): LawFeed {
  const entries = lawEntries(packs.filter((pack) => country === undefined || pack.country === null || pack.country === country));
  const within = (day: IsoDate): boolean => since <= day && day <= until;
  const ended = new Map<string, PlacedEntry[]>();
  for (const placed of entries) {
    const day = placed.entry.until;
    if (day === undefined || placed.entry.since === null || !within(day)) continue;
    const list = ended.get(keyOf(placed, day)) ?? [];
    ended.set(keyOf(placed, day), [...list, placed]);
  }
  const changes: LawChange[] = [];
  for (const placed of entries) {
    const date = placed.entry.since;
    if (date === null || !within(date)) continue;
    const before = ended.get(keyOf(placed, date))?.shift();
    changes.push(before === undefined ? { ...placed, date, change: 'begins' } : { ...placed, date, change: 'replaced', before: before.entry });
  }
  for (const list of ended.values()) for (const placed of list) changes.push({ ...placed, date: placed.entry.until!, change: 'ends' });
  return {
    changes: changes.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
    pending: entries.filter(({ entry }) => entry.since === null),
  };
}

/** Entries that follow each other about one thing in one place share a key. */
function keyOf({ pack, area, about, entry }: PlacedEntry, day: IsoDate): string {
  const regions = 'regions' in entry && Array.isArray(entry.regions) ? entry.regions.join(',') : '';
  return [pack, area, areasByScope.includes(area) ? about.replace(/^[^:]*/u, '') : about, regions, day].join('|');
}

/** Here the first word is what changes (a barred channel becomes unreliable, a cap another number), the rest what it concerns. */
const areasByScope: readonly LawArea[] = ['window', 'cap', 'consent'];

/** Entries whose review day has come: somebody should look whether the law is still the same. */
export function dueForReview(packs: readonly LawPack[], on: IsoDate): readonly PlacedEntry[] {
  return lawEntries(packs).filter(({ entry }) => entry.reviewBy <= on && (entry.until === undefined || on < entry.until));
}
