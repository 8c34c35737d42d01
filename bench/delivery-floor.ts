import { hash } from 'node:crypto';
import type { SqlClient } from '../src/postgres/index.ts';
import { isElsewhere } from './delivery-world.ts';

/**
 * The smallest statements that send a message durably and lawfully, with nothing around them: claim by `skip locked`, consent by `= any`, a
 * hash-chained intent, the send in this process with 30 % falling back, attempts, a chained outcome, and the close. Four statements a batch. No
 * caps, hours, lint, leases, fence or receipts.
 */
export interface DeliveryFloor {
  plan(round: number, people: number): Promise<void>;
  drain(people: number): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly phone: string;
}

export async function deliveryFloor(client: SqlClient, batch = 1_000): Promise<DeliveryFloor> {
  for (const statement of [
    'create table floor_delivery (id text primary key, subject text not null, phone text not null, body text not null, state smallint not null default 0)',
    'create index floor_delivery_due on floor_delivery (id) where state = 0',
    'create table floor_consent (subject text primary key, body text not null)',
    'create table floor_event (id text not null, kind text not null, hash text not null, body text not null, primary key (id, kind))',
    'create table floor_attempt (id text not null, number smallint not null, channel text not null, message_id text, body text not null, primary key (id, number))',
  ])
    await client.query(statement);
  let head = '';
  const chained = (body: string): string => {
    head = hash('sha256', `${head}${body}`, 'hex');
    return head;
  };

  return {
    async plan(round, people) {
      const ids = Array.from({ length: people }, (_, index) => `${round}-${String(index).padStart(8, '0')}`);
      const phones = ids.map((_, index) => `+447${String(400_000_000 + round * 1_000_000 + index)}`);
      const body = JSON.stringify({ template: 'sale', values: { name: 'Ann', code: 'W1234567' }, plan: 'promo', validUntil: '2026-11-24T17:00:00Z' });
      await client.query('insert into floor_consent select s, $2 from unnest($1::text[]) s', [ids, body]);
      await client.query('insert into floor_delivery (id, subject, phone, body) select i, i, p, $3 from unnest($1::text[], $2::text[]) as g (i, p)', [
        ids,
        phones,
        body,
      ]);
    },
    async drain(people) {
      for (let done = 0; done < people; ) {
        const claimed = (
          await client.query(
            `update floor_delivery set state = 1 where id in (select id from floor_delivery where state = 0 order by id limit $1 for update skip locked)
              returning id, subject, phone, body`,
            [batch],
          )
        ).rows as Row[];
        const consents = await client.query('select subject, body from floor_consent where subject = any ($1::text[])', [
          claimed.map((row) => row.subject),
        ]);
        const allowed = new Set((consents.rows as Row[]).map((row) => row.subject));
        const sending = claimed.filter((row) => allowed.has(row.subject));
        const intents = sending.map(({ id, phone }) => JSON.stringify({ id, phone, kind: 'intent' }));
        await client.query(`insert into floor_event select i, 'intent', h, b from unnest($1::text[], $2::text[], $3::text[]) as g (i, h, b)`, [
          sending.map(({ id }) => id),
          intents.map(chained),
          intents,
        ]);
        const attempts = sending.flatMap(({ id, phone }) =>
          isElsewhere(phone)
            ? [
                { id, number: 1, channel: 'whatsapp', message: null },
                { id, number: 2, channel: 'sms', message: `sms-${id}` },
              ]
            : [{ id, number: 1, channel: 'whatsapp', message: `whatsapp-${id}` }],
        );
        const outcomes = sending.map(({ id }) => JSON.stringify({ id, kind: 'outcome', state: 'accepted' }));
        await client.query(
          `with attempts as (insert into floor_attempt select * from unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[])),
            outcomes as (insert into floor_event select i, 'outcome', h, b from unnest($6::text[], $7::text[], $8::text[]) as g (i, h, b))
            update floor_delivery set state = 2 where id = any ($6::text[])`,
          [
            attempts.map(({ id }) => id),
            attempts.map(({ number }) => number),
            attempts.map(({ channel }) => channel),
            attempts.map(({ message }) => message),
            attempts.map((attempt) => JSON.stringify(attempt)),
            sending.map(({ id }) => id),
            outcomes.map(chained),
            outcomes,
          ],
        );
        done += claimed.length;
      }
    },
  };
}
