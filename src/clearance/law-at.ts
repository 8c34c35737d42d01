import { strictestPolicy } from '../consent/decide/consent-demand.ts';
import type { ConsentPolicy } from '../consent/decide/question.ts';
import { isInForce } from '../law/in-force.ts';
import type { CapEntry, ConsentEntry, IsoDate, LawPack, OptOutEntry, WindowEntry } from '../law/pack.ts';
import { type Channel, channels, type MessageKind } from '../law/vocabulary.ts';
import type { PersonCap } from '../limits/index.ts';
import { type Holidays, selectHolidays, selectWindows } from '../windows/index.ts';
import type { ClearanceDeps } from './clearance-deps.ts';

/** Where, how and when a message goes, as law sees it. */
export interface LawPlace {
  readonly country: string;
  readonly region: string | undefined;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly on: IsoDate;
}

/** All that the loaded packs say about a place on a day, apart from the linter's rules. */
export interface LawAt {
  /** Names the place and day; equal keys mean equal law. */
  readonly key: string;
  /** `id@version` of the packs that speak there. */
  readonly packs: readonly string[];
  /** Whether the country itself has a pack; platform packs do not count. */
  readonly covered: boolean;
  readonly barred: boolean;
  readonly windows: readonly WindowEntry[];
  readonly holidays: Holidays;
  readonly caps: readonly PersonCap[];
  readonly consent: ConsentPolicy | undefined;
  /** Latest minutes after an opt-out for its confirmation; `undefined` when no law allows one. */
  readonly confirmationWithinMinutes: number | undefined;
}

const MAX_PLACES = 2_000;

/** A bounded look-up of the law at a place. */
export function lawBook(
  packs: readonly LawPack[],
  { advisoryWindows = 'defer', holidays = {} }: Pick<ClearanceDeps, 'advisoryWindows' | 'holidays'>,
): (place: LawPlace) => LawAt {
  const known = new Map<string, LawAt>();
  return (place) => {
    const key = `${place.country}|${place.region ?? ''}|${place.channel}|${place.kind}|${place.on}`;
    let law = known.get(key);
    if (law === undefined) {
      if (known.size >= MAX_PLACES) known.clear();
      law = {
        ...lawAt(packs, place, advisoryWindows, key),
        holidays: selectHolidays(
          packs.filter((pack) => pack.country === place.country),
          holidays[place.country],
        ),
      };
      known.set(key, law);
    }
    return law;
  };
}

function lawAt(all: readonly LawPack[], place: LawPlace, advisory: 'defer' | 'ignore', key: string): Omit<LawAt, 'holidays'> {
  const packs = all.filter((pack) => (pack.country === null ? isPlatformOf(pack, place.channel) : pack.country === place.country));
  const applies = (entry: CapEntry | ConsentEntry | { readonly kinds: readonly MessageKind[] }): boolean =>
    entry.kinds.includes(place.kind) &&
    (!('channels' in entry) || entry.channels === undefined || entry.channels.includes(place.channel)) &&
    (!('regions' in entry) || entry.regions === undefined || (place.region !== undefined && entry.regions.includes(place.region)));
  const inForce = <E extends Parameters<typeof isInForce>[0]>(entries: (pack: LawPack) => readonly E[]): E[] =>
    packs.flatMap((pack) => entries(pack).filter((entry) => isInForce(entry, place.on)));
  const windows = selectWindows(
    packs,
    { kind: place.kind, channel: place.channel, ...(place.region === undefined ? {} : { region: place.region }) },
    place.on,
  );
  return {
    key,
    packs: packs.map((pack) => `${pack.id}@${pack.version}`),
    covered: packs.some((pack) => pack.country === place.country),
    barred: inForce((pack) => pack.channels).some((entry) => entry.channel === place.channel && entry.effect === 'barred' && applies(entry)),
    windows: advisory === 'defer' ? windows : windows.filter((window) => window.strength !== 'advisory'),
    caps: packs.flatMap((pack) =>
      pack.caps.filter((cap) => isInForce(cap, place.on) && applies(cap)).map((cap) => ({ ...cap, id: capId(pack, cap) })),
    ),
    consent: strictest(inForce((pack) => pack.consent).filter(applies)),
    confirmationWithinMinutes: confirmation(inForce((pack) => pack.optOut)),
  };
}

/** A platform's pack speaks about its own channel only. */
function isPlatformOf(pack: LawPack, channel: Channel): boolean {
  return pack.id === channel || !channels.some((other) => other === pack.id);
}

/** The same from one version of a pack to the next, so that a new version does not forget what a person was sent. */
function capId(pack: LawPack, { regions = [], kinds, channels: through = [], per }: CapEntry): string {
  const period = typeof per === 'object' ? `${per.hours}h` : per;
  return ['law', pack.id, regions.join('+'), kinds.join('+'), through.join('+'), period].join('/');
}

/** Of several duties the hardest of each kind. A message always names a ground, so "none needed" still asks for an own customer's. */
function strictest(entries: readonly ConsentEntry[]): ConsentPolicy | undefined {
  if (entries.length === 0) return undefined;
  const policy = strictestPolicy(entries.map(policyOf));
  return policy.requires === 'none' ? { ...policy, requires: 'soft-opt-in' } : policy;
}

/** Two documents are asked for from the day the entry came into force: what was given before is not asked for anew. */
function policyOf({ requires, minimumGrade, maxAgeMonths, separateDocuments, since }: ConsentEntry): ConsentPolicy {
  const separateDocumentsSince = separateDocuments === true && since !== null ? new Date(`${since}T00:00:00Z`) : undefined;
  return { requires, minimumGrade, maxAgeMonths, separateDocumentsSince };
}

/** Minutes after an opt-out within which a country's law allows the one confirmation; `undefined` where none does. */
export function confirmationLaw(packs: readonly LawPack[]): (country: string, channel: Channel, now: Date) => number | undefined {
  const law = lawBook(packs, {});
  return (country, channel, now) =>
    law({ country, region: undefined, channel, kind: 'transactional', on: now.toISOString().slice(0, 10) }).confirmationWithinMinutes;
}

function confirmation(entries: readonly OptOutEntry[]): number | undefined {
  if (entries.some((entry) => entry.confirmation === 'none')) return undefined;
  const minutes = entries.flatMap((entry) => (typeof entry.confirmation === 'object' ? entry.confirmation.withinMinutes : []));
  return minutes.length === 0 ? undefined : Math.min(...minutes);
}
