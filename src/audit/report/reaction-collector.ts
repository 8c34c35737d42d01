import type { Delivery } from '../../cascade/delivery/delivery.ts';
import type { Evidence } from '../../consent/record/record.ts';
import type { Reaction } from '../../feedback/reaction.ts';
import { submitsOf } from '../../feedback/reaction.ts';
import type { ReactionSlice, Reactions } from './report-data.ts';
import { createTally } from './tally.ts';

type Slice = { -readonly [Key in keyof ReactionSlice]: ReactionSlice[Key] };

/** Opt-outs and complaints against the people who got a message: all, by channel and by country. */
export interface ReactionCollector {
  /** Adds a person for whom a provider took a message. */
  add(delivery: Delivery, reaction: Reaction | undefined): void;
  slices(): readonly ReactionSlice[];
  methods(): Reactions['methods'];
}

export function createReactionCollector(): ReactionCollector {
  const slices = new Map<string, Slice>([['all', { by: 'all', name: '', people: 0, optOuts: 0, complaints: 0 }]]);
  const methods = createTally<Evidence['method']>();
  const sliceFor = (by: Slice['by'], name: string): Slice => {
    const found = slices.get(`${by}/${name}`) ?? { by, name, people: 0, optOuts: 0, complaints: 0 };
    slices.set(by === 'all' ? 'all' : `${by}/${name}`, found);
    return found;
  };
  return {
    add(delivery, reaction) {
      const submits = submitsOf(delivery);
      // what the person answered is what reached them last before they answered
      const answered = submits.findLast(({ at }) => reaction === undefined || at <= reaction.at) ?? submits.at(-1);
      const own = [slices.get('all')!, sliceFor('country', delivery.request.country)];
      if (answered !== undefined) own.push(sliceFor('channel', answered.channel));
      for (const slice of own) {
        slice.people++;
        if (reaction !== undefined) slice.optOuts++;
        if (reaction?.complaint) slice.complaints++;
      }
      if (reaction !== undefined) methods.add(reaction.method);
    },
    slices: () => [...slices.values()].sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by) || b.people - a.people || (a.name < b.name ? -1 : 1)),
    methods: () => methods.entries().map(([method, count]) => ({ method, count })),
  };
}

const order: readonly Slice['by'][] = ['all', 'channel', 'country'];
