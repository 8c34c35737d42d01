import { PGlite } from '@electric-sql/pglite';
import { migrateStores, postgresStores } from '../src/postgres/index.ts';
import { rounds } from './consent-rounds.ts';
import { deliveryFloor } from './delivery-floor.ts';
import { deliveryWorld, noonClock } from './delivery-world.ts';

/** A whole lawful delivery on PGlite against the smallest statements on the same. `node bench/delivery-pglite.ts [people] [rounds] [few]` */
const people = Number(process.argv[2] ?? 2_000);
const client = await PGlite.create();
await migrateStores(client);
const clock = noonClock();
const floor = await deliveryFloor(client);
const world = deliveryWorld({ stores: postgresStores({ client, tenant: 'world', clock }), clock, fewTexts: process.argv[4] === 'few' });
await rounds(
  'whole deliveries on PGlite, per delivery',
  people,
  { licet: (round) => world.drain(String(round), people), 'own floor': () => floor.drain(people) },
  Number(process.argv[3] ?? 7),
  async (name, round) => {
    await (name === 'licet' ? world.plan(String(round), people) : floor.plan(round, people));
    await client.query('analyze');
  },
);
await client.close();
