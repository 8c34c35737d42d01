import { isInForce } from '../law/in-force.ts';
import type { LawPack } from '../law/pack.ts';
import type { Channel, LocalText, MessageKind } from '../law/vocabulary.ts';
import { zonesOfCountry } from '../phone/index.ts';
import { nextLawfulInstant } from '../windows/index.ts';
import type { ClearanceDeps } from './clearance-deps.ts';
import { lawBook } from './law-at.ts';

/** What law and host's hours say about a channel in a country before anybody is looked at. */
export interface ChannelOutlook {
  /** `barred`: never. `no-window`: no lawful hour in the next eight days. `unreliable`: it may go, and may not arrive. */
  readonly outlook: 'open' | 'barred' | 'no-window' | 'unreliable';
  readonly note?: LocalText | undefined;
}

/** Where, how and what. */
export interface OutlookQuestion {
  readonly country: string;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly now: Date;
}

/** Looks at a plan's channels from afar: law by country, hours of law and host together, in all zones of the country. */
export function channelOutlook(
  packs: readonly LawPack[],
  deps: Pick<ClearanceDeps, 'hostWindows' | 'advisoryWindows' | 'holidays'>,
): (question: OutlookQuestion) => ChannelOutlook {
  const lawAt = lawBook(packs, deps);
  return ({ country, channel, kind, now }) => {
    const on = now.toISOString().slice(0, 10);
    const law = lawAt({ country, region: undefined, channel, kind, on });
    if (law.barred) return { outlook: 'barred' };
    const hostWindows = (deps.hostWindows ?? []).filter((window) => (window.kinds ?? ['marketing']).includes(kind));
    // Somewhere is enough: a person's own zone is asked about when it is their turn.
    const open = zonesOfCountry(country).some(
      (zone) => !('none' in nextLawfulInstant({ windows: law.windows, hostWindows, zones: [zone], holidays: law.holidays, from: now })),
    );
    if (!open && law.windows.length + hostWindows.length > 0) return { outlook: 'no-window' };
    const unreliable = packs
      .filter((pack) => pack.country === country)
      .flatMap((pack) => pack.channels)
      .find((entry) => entry.effect === 'unreliable' && entry.channel === channel && entry.kinds.includes(kind) && isInForce(entry, on));
    return unreliable === undefined ? { outlook: 'open' } : { outlook: 'unreliable', note: unreliable.note };
  };
}
