import pLimit from 'p-limit';
import pRetry, { AbortError } from 'p-retry';
import { memoryStores } from '../src/index.ts';
import { rounds } from './consent-rounds.ts';
import { deliveryWorld, isElsewhere, noonClock } from './delivery-world.ts';

/**
 * A whole lawful delivery in memory against what a host writes by hand without any check: `p-limit`, `p-retry`, a second channel for the 30 %
 * who are not on the first. Then cost and memory from 10,000 to more recipients. `node --expose-gc bench/delivery-memory.ts [people] [rounds] [few]`
 */
const people = Number(process.argv[2] ?? 4_000);
const fewTexts = process.argv[4] === 'few';
const open = () => {
  const clock = noonClock();
  return deliveryWorld({ stores: memoryStores({ clock }), clock, fewTexts });
};
const world = open();
const limit = pLimit(100);
const call = async (channel: string, to: string): Promise<string> => {
  if (channel === 'whatsapp' && isElsewhere(to)) throw new AbortError('not on channel');
  return `${channel}-${to}`;
};
await rounds(
  'whole deliveries in memory, per delivery',
  people,
  {
    licet: (round) => world.drain(String(round), people),
    'p-limit and p-retry by hand': async () => {
      const send = (channel: string, to: string) => limit(() => pRetry(() => call(channel, to), { retries: 2 }));
      const phones = Array.from({ length: people }, (_, index) => `+447${400_000_000 + index}`);
      await Promise.all(phones.map((to) => send('whatsapp', to).catch(() => send('sms', to))));
    },
  },
  Number(process.argv[3] ?? 7),
  (name, round) => (name === 'licet' ? world.plan(String(round), people) : undefined),
);

let first: number | undefined;
for (const size of [10_000, 100_000]) {
  const fresh = open();
  await fresh.plan('1', size);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  await fresh.drain('1', size);
  const cost = ((performance.now() - start) * 1_000) / size;
  first ??= cost;
  globalThis.gc?.();
  const kept = (process.memoryUsage().heapUsed - before) / size;
  console.log(
    `  ${size} recipients: ${cost.toFixed(1)} µs each, ${(cost / first).toFixed(2)} × the first; the results keep ${kept.toFixed(0)} bytes each`,
  );
}
