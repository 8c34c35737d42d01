import { type LawChange, lawFeed } from '../../law/feed.ts';
import type { CapEntry, ChannelEntry, ConsentEntry, DeadlineEntry, IsoDate, LawEntry, LawPack, OptOutEntry, WindowEntry } from '../../law/pack.ts';
import type { Channel, LocalText, MessageKind } from '../../law/vocabulary.ts';
import { type TaughtRule, taughtRules } from './taught-rules.ts';
import { concerns, isTaught, packsInScope, packVersions, type TrainingScope } from './training-scope.ts';

/** Entries of one pack that apply, under the country or platform they come from. */
export interface TaughtLaw {
  readonly pack: string;
  readonly name: LocalText;
  readonly consent: readonly ConsentEntry[];
  readonly optOut: readonly OptOutEntry[];
  readonly windows: readonly WindowEntry[];
  readonly caps: readonly CapEntry[];
  readonly channels: readonly ChannelEntry[];
  readonly deadlines: readonly DeadlineEntry[];
}

/** All that a handbook says, before it is put into a page. */
export interface Handbook {
  readonly on: IsoDate;
  readonly countries: readonly string[];
  /** Empty: all. */
  readonly channels: readonly Channel[];
  readonly kinds: readonly MessageKind[];
  /** `ru@2026-11-23` */
  readonly packs: readonly string[];
  readonly laws: readonly TaughtLaw[];
  readonly rules: readonly TaughtRule[];
  /** What is known to change after the day. */
  readonly ahead: readonly LawChange[];
}

/** Collects what people must know in a scope: the law that applies on its day, the rules with samples, and what will change. Pure. */
export function collectHandbook(scope: TrainingScope): Handbook {
  const packs = packsInScope(scope);
  return {
    on: scope.on,
    countries: packs.flatMap(({ country }) => country ?? []),
    channels: scope.channels ?? [],
    kinds: scope.kinds ?? [],
    packs: packVersions(packs),
    laws: packs
      .map((pack) => taughtLaw(pack, scope))
      .filter(({ pack: _pack, name: _name, ...areas }) => Object.values(areas).some((area) => area.length > 0)),
    rules: taughtRules(scope),
    ahead: lawFeed(packs, { since: nextDay(scope.on) }).changes.filter(({ entry }) => concerns(entry, scope)),
  };
}

function taughtLaw(pack: LawPack, scope: TrainingScope): TaughtLaw {
  const inForce = <E extends LawEntry>(entries: readonly E[]): readonly E[] => entries.filter((entry) => isTaught(entry, scope));
  return {
    pack: pack.id,
    name: pack.name,
    consent: inForce(pack.consent),
    optOut: inForce(pack.optOut),
    windows: inForce(pack.windows),
    caps: inForce(pack.caps),
    channels: inForce(pack.channels),
    deadlines: inForce(pack.deadlines),
  };
}

function nextDay(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
