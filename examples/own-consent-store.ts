import { randomBytes, randomUUID } from 'node:crypto';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { StoreConflictError, systemClock } from 'licet';
import { type ConsentStore, createConsentBook, noFence, type SealedRecord, type StoredRecord, type SubjectRef } from 'licet/consent';
import { consentStoreContract, failingCases } from 'licet/testing';

// A consent store over a plain table, in any database that has transactions. The SDK has chained, hashed and encrypted the records: the
// table only keeps them. What you want to query is read out of `body` by a view: the text itself is never looked into on the way in.

// #region table
const database = await PGlite.create();
await database.exec(`
  create table consent_log (
    tenant text not null, position integer not null, subject text not null, sequence integer not null,
    hash text not null, body text not null,
    primary key (tenant, subject, sequence), unique (tenant, position));
  create table consent_log_size (tenant text primary key, size integer not null);
  create view consent_of_acme as
    select position, subject, body::jsonb ->> 'kind' as kind, body::jsonb ->> 'occurredAt' as occurred_at from consent_log where tenant = 'acme'`);
// #endregion

// #region store
const placeOf = ({ subject, sequence }: Pick<SealedRecord, 'subject' | 'sequence'>): string => `${subject}/${sequence}`;

function ownConsentStore(tenant: string): ConsentStore {
  return {
    append: (records) =>
      database.transaction(async (tx) => {
        let size = await lockedSize(tx, tenant);
        const kept = await hashesAt(tx, tenant, records);
        const answers: ('appended' | 'duplicate')[] = [];
        for (const record of records) {
          const there = kept.get(placeOf(record));
          // throwing undoes the whole transaction: all or none
          if (there !== undefined && there !== record.hash) throw new StoreConflictError('Another record holds this place of the chain.');
          answers.push(there === undefined ? 'appended' : 'duplicate');
          if (there !== undefined) continue;
          kept.set(placeOf(record), record.hash);
          await tx.query('insert into consent_log (tenant, position, subject, sequence, hash, body) values ($1, $2, $3, $4, $5, $6)', [
            tenant,
            size++,
            record.subject,
            record.sequence,
            record.hash,
            record.body,
          ]);
        }
        await tx.query('update consent_log_size set size = $2 where tenant = $1', [tenant, size]);
        return answers;
      }),

    async load(subjects) {
      const { rows } = await database.query<StoredRecord>(
        'select position, subject, sequence, hash, body from consent_log where tenant = $1 and subject = any($2) order by sequence',
        [tenant, subjects],
      );
      return Map.groupBy(rows, (row): SubjectRef => row.subject);
    },

    async scan(from, limit) {
      const { rows } = await database.query<StoredRecord>(
        'select position, subject, sequence, hash, body from consent_log where tenant = $1 and position >= $2 order by position limit $3',
        [tenant, from, limit],
      );
      return { records: rows, next: from + rows.length };
    },
  };
}

/** The lock on this row puts appends in a row: positions have no gaps, and none becomes visible before an earlier one. */
async function lockedSize(tx: Transaction, tenant: string): Promise<number> {
  await tx.query('insert into consent_log_size values ($1, 0) on conflict do nothing', [tenant]);
  const { rows } = await tx.query<{ size: number }>('select size from consent_log_size where tenant = $1 for update', [tenant]);
  return rows[0]!.size;
}

async function hashesAt(tx: Transaction, tenant: string, records: readonly SealedRecord[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<SealedRecord>(
    `select log.subject, log.sequence, log.hash from consent_log log
     join unnest($2::text[], $3::int[]) as asked (subject, sequence) using (subject, sequence) where log.tenant = $1`,
    [tenant, records.map((record) => record.subject), records.map((record) => record.sequence)],
  );
  return new Map(rows.map((row) => [placeOf(row), row.hash]));
}
// #endregion

let tenants = 0;
const freshStores = () => {
  tenants += 1;
  return { store: ownConsentStore(`shop-${tenants}`), otherTenant: ownConsentStore(`other-${tenants}`) };
};
const failed = await failingCases(consentStoreContract, freshStores);
for (const name of failed.keys()) console.log(`does not hold: ${name}`);

const book = createConsentBook({
  store: ownConsentStore('acme'),
  tenant: 'acme',
  secret: randomBytes(32),
  clock: systemClock,
  newId: randomUUID,
  fence: noFence,
});
const anna = { address: '+447700900123' };
await book.grant({ ...anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } });
await book.withdraw({ ...anna, evidence: { method: 'call', grade: 'B' } });
const question = { kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: systemClock.now() } as const;
const [decision] = await book.decide([{ subject: book.subject(anna.address), ...question }]);
const { rows } = await database.query<{ kind: string }>('select kind from consent_of_acme order by position');

console.log(`${consentStoreContract.cases.length - failed.size} of ${consentStoreContract.cases.length} contract cases hold`);
console.log(`kept: ${rows.map(({ kind }) => kind).join(', ')}; may write: ${decision?.allowed === true ? 'yes' : decision?.reason}`);
await database.close();

// 18 of 18 contract cases hold
// kept: granted, withdrawn; may write: consent-withdrawn
