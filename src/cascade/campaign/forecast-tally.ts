import type { Channel } from '../../law/vocabulary.ts';
import type { PersonForecast } from './forecast-walk.ts';

/** What one channel would carry. */
export interface ChannelForecast {
  readonly channel: Channel;
  readonly provider: string;
  /** People whose first message goes this way. */
  readonly first: number;
  /** People it would go to if everything before it failed. */
  readonly further: number;
  /** Segments of SMS, messages elsewhere, of the first messages. */
  readonly segments: number;
  readonly priceMicros: number;
}

/** Why people get nothing, and by which rules where the text is to blame. */
export interface RefusalForecast {
  readonly outcome: 'refused' | 'expires';
  readonly reason: string;
  readonly people: number;
  readonly rules: Readonly<Record<string, number>>;
}

/** Sums of a forecast. Prices are worst cases, in millionths of the budget currency. */
export interface ForecastFigures {
  readonly goes: number;
  readonly channels: readonly ChannelForecast[];
  readonly refusals: readonly RefusalForecast[];
  /** Of those who get something, why some wait first. */
  readonly waits: Readonly<Record<string, number>>;
  readonly countries: Readonly<Record<string, { readonly people: number; readonly goes: number }>>;
  /** `least`: everybody is reached by their first message; `most`: everybody falls through to the end. */
  readonly segments: { readonly least: number; readonly most: number };
  readonly costMicros: { readonly least: number; readonly most: number };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds people up; holds sums only. */
export function forecastTally(): { add(person: PersonForecast, country: string): void; figures(): ForecastFigures } {
  const channels = new Map<string, Mutable<ChannelForecast>>();
  const refusals = new Map<string, Mutable<Omit<RefusalForecast, 'rules'>> & { readonly rules: Record<string, number> }>();
  const countries = new Map<string, { people: number; goes: number }>();
  const waits = new Map<string, number>();
  const sums = { goes: 0, leastSegments: 0, mostSegments: 0, leastMicros: 0, mostMicros: 0 };

  const channelOf = (channel: Channel, provider: string): Mutable<ChannelForecast> => {
    const key = `${channel}/${provider}`;
    const found = channels.get(key) ?? { channel, provider, first: 0, further: 0, segments: 0, priceMicros: 0 };
    channels.set(key, found);
    return found;
  };

  function addGoing({ first, further, waits: why }: Extract<PersonForecast, { outcome: 'goes' }>): void {
    const carried = channelOf(first.channel, first.provider);
    carried.first++;
    carried.segments += first.segments;
    carried.priceMicros += first.priceMicros;
    for (const message of further) channelOf(message.channel, message.provider).further++;
    if (why !== null) waits.set(why, (waits.get(why) ?? 0) + 1);
    sums.goes++;
    sums.leastSegments += first.segments;
    sums.leastMicros += first.priceMicros;
    sums.mostSegments += [first, ...further].reduce((sum, { segments }) => sum + segments, 0);
    sums.mostMicros += [first, ...further].reduce((sum, { priceMicros }) => sum + priceMicros, 0);
  }

  function addRefused(person: Exclude<PersonForecast, { outcome: 'goes' }>): void {
    const { outcome, reason } = person;
    const key = `${outcome}/${reason}`;
    const entry = refusals.get(key) ?? { outcome, reason, people: 0, rules: {} };
    refusals.set(key, entry);
    entry.people++;
    for (const rule of person.outcome === 'refused' ? person.rules : []) entry.rules[rule] = (entry.rules[rule] ?? 0) + 1;
  }

  return {
    add(person, country) {
      const place = countries.get(country) ?? { people: 0, goes: 0 };
      countries.set(country, place);
      place.people++;
      if (person.outcome === 'goes') {
        place.goes++;
        addGoing(person);
      } else addRefused(person);
    },
    figures: () => ({
      goes: sums.goes,
      channels: [...channels.values()].sort((a, b) => b.first - a.first || b.further - a.further),
      refusals: [...refusals.values()].sort((a, b) => b.people - a.people),
      waits: Object.fromEntries(waits),
      countries: Object.fromEntries([...countries].sort(([a], [b]) => (a < b ? -1 : 1))),
      segments: { least: sums.leastSegments, most: sums.mostSegments },
      costMicros: { least: sums.leastMicros, most: sums.mostMicros },
    }),
  };
}
