import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DeliveryRequest, NewDelivery } from '../src/cascade/index.ts';
import type { SubjectRef } from '../src/consent/index.ts';
import { migrateStores, postgresDeliveryStore } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { rounds } from './consent-rounds.ts';

/**
 * Storing deliveries 1,000 at a time on PostgreSQL, against `unnest` of the same texts into one table with a key and an index of what is due.
 * `node bench/enqueue.ts [rounds]`
 */
const BATCH = 1_000;
const server = await startProveServer(['fsync=on', 'shared_buffers=256MB', 'max_wal_size=4GB']);
try {
  const pool: pg.Pool = server.pool(2);
  await migrateStores(pool);
  const store = postgresDeliveryStore({ client: pool, tenant: 'bench' });
  await pool.query('create table bare_delivery (id text primary key, body text not null, due_ms bigint)');
  await pool.query('create index bare_delivery_due on bare_delivery (due_ms) where due_ms is not null');
  const requestOf = (round: number, index: number): DeliveryRequest => {
    const id = randomUUID();
    return {
      id,
      idempotencyKey: `campaign-${round}/${index}`,
      campaignId: `campaign-${round}`,
      subject: `subject-${index}-of-${round}` as SubjectRef,
      phone: `+447${400_000_000 + round * BATCH + index}`,
      country: 'GB',
      kind: 'marketing',
      purpose: 'offers',
      sender: 'acme',
      template: 'sale',
      values: { name: 'Ann', code: `W${round}-${index}` },
      plan: { id: 'promo', version: '1' },
      validUntil: new Date(Date.UTC(2030, 0, 1)),
    };
  };
  let batch: readonly NewDelivery[] = [];
  await rounds(
    `store ${BATCH} deliveries in one call, per delivery`,
    BATCH,
    {
      licet: () => store.insert(batch),
      'bare unnest': () =>
        pool.query('insert into bare_delivery select g.id, g.body, 0 from unnest($1::text[], $2::text[]) as g (id, body)', [
          batch.map(({ request }) => request.id),
          batch.map(({ request }) => JSON.stringify(request)),
        ]),
    },
    Number(process.argv[2] ?? 31),
    (name, round) => {
      batch = Array.from({ length: BATCH }, (_, index) => ({ request: requestOf(round * 2 + (name === 'licet' ? 0 : 1), index) }));
    },
  );
  await pool.end();
} finally {
  await server.stop();
}
