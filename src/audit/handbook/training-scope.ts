import { isInForce } from '../../law/in-force.ts';
import type { IsoDate, LawEntry, LawPack } from '../../law/pack.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';

/** What people are trained for: whom they write to, how, with what, by the law of which day. */
export interface TrainingScope {
  /** Packs of the countries written to, and of the platforms. */
  readonly packs: readonly LawPack[];
  /** The day whose law is taught. */
  readonly on: IsoDate;
  /** ISO 3166-1 alpha-2. @default all countries of the packs */
  readonly countries?: readonly string[] | undefined;
  /** @default all */
  readonly channels?: readonly Channel[] | undefined;
  /** @default all */
  readonly kinds?: readonly MessageKind[] | undefined;
}

/** What an entry of a pack may be limited to. */
interface Limited extends LawEntry {
  readonly channels?: readonly Channel[];
  readonly channel?: Channel;
  readonly kinds?: readonly MessageKind[];
}

/** The packs that matter: those of the countries, and the platforms' that travel with the channels. */
export function packsInScope({ packs, countries, channels }: TrainingScope): readonly LawPack[] {
  return packs.filter(({ id, country }) =>
    country === null
      ? channels === undefined || !isChannelPack(id) || channels.some((one) => one === id)
      : countries === undefined || countries.includes(country),
  );
}

/** A platform pack is named after its channel. */
function isChannelPack(id: string): boolean {
  return id === 'sms' || id === 'whatsapp';
}

/** Whether an entry concerns these channels and kinds, in force or not. */
export function concerns(entry: Limited, { channels, kinds }: Pick<TrainingScope, 'channels' | 'kinds'>): boolean {
  const itsChannels = entry.channel === undefined ? entry.channels : [entry.channel];
  return overlap(itsChannels, channels) && overlap(entry.kinds, kinds);
}

/** Whether it also applies on the day. */
export function isTaught(entry: Limited, scope: TrainingScope): boolean {
  return isInForce(entry, scope.on) && concerns(entry, scope);
}

function overlap<T>(some: readonly T[] | undefined, wanted: readonly T[] | undefined): boolean {
  return some === undefined || wanted === undefined || some.some((one) => wanted.includes(one));
}

/** `ru@2026-11-23`: packs as attestations and pages name them. */
export function packVersions(packs: readonly LawPack[]): readonly string[] {
  return packs.map(({ id, version }) => `${id}@${version}`).toSorted();
}
