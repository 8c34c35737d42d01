import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { SubjectRef } from '../consent/record/record.ts';
import type { SealedRecord, StoredRecord } from '../consent/record/sealed-record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import { isLicetError } from '../errors.ts';
import type { Contract, ContractCase } from './contract.ts';

/** What the contract tries: an empty store, and another tenant's view of the same database. */
export interface ConsentStoreSubject {
  readonly store: ConsentStore;
  readonly otherTenant: ConsentStore;
}

/** What every `ConsentStore` must do. Records are made up; only a store's keeping is tried, not what they say. */
export const consentStoreContract: Contract<ConsentStoreSubject> = {
  port: 'ConsentStore',
  cases: [...keepingCases(), ...conflictCases(), ...orderCases(), ...crowdCases()],
};

/** A made-up record; `variant` makes different records for one place. */
function sealed(person: number | string, sequence: number, variant = ''): SealedRecord {
  const subject = String(person).padStart(24, '0') as SubjectRef;
  const body = `{"kind":"granted","note":"${variant} Ünï·cödé — ещё 😀 \\" \\\\ '","sequence":${sequence},"subject":"${subject}"}`;
  return { subject, sequence, hash: createHash('sha256').update(body).digest('hex'), body };
}

function sealedMany(count: number, sequence = 1): readonly SealedRecord[] {
  return Array.from({ length: count }, (_, person) => sealed(person, sequence));
}

const withoutPosition = ({ subject, sequence, hash, body }: StoredRecord): SealedRecord => ({ subject, sequence, hash, body });

async function chainOf(store: ConsentStore, subject: SubjectRef): Promise<readonly SealedRecord[]> {
  return ((await store.load([subject])).get(subject) ?? []).map(withoutPosition);
}

/** Says which record differs first: a list of thousands compared as a whole takes seconds to describe. */
function sameRecords(actual: readonly SealedRecord[], expected: readonly SealedRecord[]): void {
  equal(actual.length, expected.length);
  for (const [i, record] of expected.entries()) deepEqual(actual[i], record);
}

async function scanAll(store: ConsentStore, limit = 1_000): Promise<readonly StoredRecord[]> {
  const all: StoredRecord[] = [];
  for (let from = 0; ; ) {
    const page = await store.scan(from, limit);
    if (page.records.length === 0) return all;
    all.push(...page.records);
    ok(page.next > from, 'a page with records must move on');
    from = page.next;
  }
}

const isConflict = (error: unknown): boolean => isLicetError(error) && error.code === 'store-conflict';

function keepingCases(): readonly ContractCase<ConsentStoreSubject>[] {
  return [
    {
      name: 'gives back every record exactly as it was appended',
      async run({ store }) {
        const records = [sealed('a', 1), sealed('a', 2), sealed('b', 1), { ...sealed('c', 1), body: 'x'.repeat(100_000) }];
        deepEqual(await store.append(records), ['appended', 'appended', 'appended', 'appended']);
        deepEqual(await chainOf(store, records[0]!.subject), records.slice(0, 2));
        deepEqual(await chainOf(store, records[2]!.subject), records.slice(2, 3));
        deepEqual(await chainOf(store, records[3]!.subject), records.slice(3));
        sameRecords((await scanAll(store)).map(withoutPosition), records);
      },
    },
    {
      name: 'keeps every one of thousands of records',
      async run({ store }) {
        const records = sealedMany(2_500);
        equal((await store.append(records)).filter((answer) => answer === 'appended').length, 2_500);
        sameRecords((await scanAll(store)).map(withoutPosition), records);
        const chains = await store.load(records.map((record) => record.subject));
        for (const record of records) deepEqual(chains.get(record.subject)?.map(withoutPosition), [record]);
      },
    },
    {
      name: 'keeps every one of a thousand single appends',
      async run({ store }) {
        const records = sealedMany(1_001);
        for (const record of records) deepEqual(await store.append([record]), ['appended']);
        sameRecords((await scanAll(store)).map(withoutPosition), records);
      },
    },
    {
      name: 'knows nothing of people it has no records of',
      async run({ store }) {
        await store.append([sealed('a', 1)]);
        deepEqual(await chainOf(store, sealed('nobody', 1).subject), []);
        equal((await store.load([])).size, 0);
      },
    },
    {
      name: 'takes an empty append',
      async run({ store }) {
        deepEqual(await store.append([]), []);
        deepEqual(await scanAll(store), []);
      },
    },
    {
      name: 'cannot be changed through what it was given or gave back',
      async run({ store }) {
        const record = { ...sealed('a', 1) };
        const given = { ...record };
        const list = [given];
        await store.append(list);
        Object.assign(given, { body: 'changed' });
        list.pop();
        deepEqual(await chainOf(store, record.subject), [record]);
        const loaded = (await store.load([record.subject])).get(record.subject) as StoredRecord[] | undefined;
        attempt(() => loaded?.pop());
        const scanned = (await store.scan(0, 10)).records[0];
        attempt(() => Object.assign(scanned ?? {}, { body: 'changed' }));
        deepEqual(await chainOf(store, record.subject), [record]);
      },
    },
    {
      name: 'keeps tenants apart: equal keys, own chains, own positions',
      async run({ store, otherTenant }) {
        await store.append([sealed('a', 1), sealed('b', 1)]);
        deepEqual(await otherTenant.append([sealed('a', 1, 'other')]), ['appended']);
        deepEqual(await chainOf(store, sealed('a', 1).subject), [sealed('a', 1)]);
        deepEqual(await chainOf(otherTenant, sealed('a', 1).subject), [sealed('a', 1, 'other')]);
        deepEqual(
          (await scanAll(otherTenant)).map((record) => record.position),
          [0],
        );
        equal((await scanAll(store)).length, 2);
      },
    },
  ];
}

function attempt(change: () => unknown): void {
  try {
    change();
  } catch {
    // Frozen: as good as a copy.
  }
}

function conflictCases(): readonly ContractCase<ConsentStoreSubject>[] {
  return [
    {
      name: 'answers duplicate for a record it has, and keeps it once',
      async run({ store }) {
        deepEqual(await store.append([sealed('a', 1)]), ['appended']);
        deepEqual(await store.append([sealed('a', 1)]), ['duplicate']);
        deepEqual(await store.append([sealed('a', 1), sealed('a', 2), sealed('b', 1), sealed('a', 2), sealed('c', 1)]), [
          'duplicate',
          'appended',
          'appended',
          'duplicate',
          'appended',
        ]);
        deepEqual(
          (await scanAll(store)).map((record) => record.position),
          [0, 1, 2, 3],
        );
      },
    },
    {
      name: 'refuses another record in a place that is taken, and keeps the first',
      async run({ store }) {
        await store.append([sealed('a', 1)]);
        await rejects(store.append([sealed('a', 1, 'other')]), isConflict);
        await rejects(store.append([sealed('b', 1), sealed('b', 1, 'other')]), isConflict);
        deepEqual((await scanAll(store)).map(withoutPosition), [sealed('a', 1)]);
      },
    },
    {
      name: 'appends all or none: one conflict keeps every record of the call out',
      async run({ store }) {
        await store.append([sealed('taken', 1)]);
        const batch = [...sealedMany(50), sealed('taken', 1, 'other'), sealed('late', 1)];
        await rejects(store.append(batch), isConflict);
        deepEqual((await scanAll(store)).map(withoutPosition), [sealed('taken', 1)]);
        deepEqual(await chainOf(store, batch[0]!.subject), []);
        deepEqual((await store.append(sealedMany(3))).map(String), ['appended', 'appended', 'appended']);
        deepEqual(
          (await scanAll(store)).map((record) => record.position),
          [0, 1, 2, 3],
        );
      },
    },
  ];
}

function orderCases(): readonly ContractCase<ConsentStoreSubject>[] {
  return [
    {
      name: 'gives chains in sequence order',
      async run({ store }) {
        for (let sequence = 1; sequence <= 12; sequence += 1) await store.append([sealed('a', sequence), sealed(`other ${sequence}`, 1)]);
        deepEqual(
          (await chainOf(store, sealed('a', 1).subject)).map((record) => record.sequence),
          Array.from({ length: 12 }, (_, i) => i + 1),
        );
      },
    },
    {
      name: 'scans in the order recorded, page by page, nothing twice and nothing left out',
      async run({ store }) {
        const records = sealedMany(23).toReversed();
        await store.append(records.slice(0, 9));
        for (const record of records.slice(9)) await store.append([record]);
        for (const limit of [1, 2, 5, 22, 23, 24, 1_000]) sameRecords((await scanAll(store, limit)).map(withoutPosition), records);
      },
    },
    {
      name: 'numbers records from 0 without gaps and fills every page but the last',
      async run({ store }) {
        await store.append(sealedMany(10));
        deepEqual(
          (await scanAll(store)).map((record) => record.position),
          Array.from({ length: 10 }, (_, i) => i),
        );
        equal((await store.scan(0, 4)).records.length, 4);
        deepEqual(
          (await store.scan(7, 4)).records.map((record) => record.position),
          [7, 8, 9],
        );
        equal((await store.scan(7, 4)).next, 10);
        deepEqual((await store.scan(10, 4)).records, []);
      },
    },
    {
      name: 'gives the same positions by load and by scan',
      async run({ store }) {
        await store.append([sealed('a', 1), sealed('b', 1), sealed('a', 2)]);
        const subject = sealed('a', 1).subject;
        deepEqual(
          (await store.load([subject])).get(subject)?.map((record) => record.position),
          [0, 2],
        );
      },
    },
  ];
}

function crowdCases(): readonly ContractCase<ConsentStoreSubject>[] {
  return [
    {
      name: 'lets one of many rivals for a place win and tells the others',
      async run({ store }) {
        for (let sequence = 1; sequence <= 5; sequence += 1) {
          const rivals = Array.from({ length: 8 }, (_, i) => sealed('a', sequence, `rival ${i}`));
          const outcomes = await Promise.allSettled(rivals.map((rival) => store.append([rival])));
          const winners = rivals.filter((_, i) => outcomes[i]?.status === 'fulfilled');
          equal(winners.length, 1);
          for (const outcome of outcomes)
            if (outcome.status === 'rejected') ok(isConflict(outcome.reason), 'a rival that lost must get StoreConflictError');
          deepEqual((await chainOf(store, winners[0]!.subject)).at(-1), winners[0]);
        }
      },
    },
    {
      name: 'lets twins of one append through as one',
      async run({ store }) {
        const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.append([sealed('a', 1), sealed('b', 1)])));
        deepEqual(outcomes.flat().filter((answer) => answer === 'appended').length, 2);
        equal((await scanAll(store)).length, 2);
      },
    },
    {
      name: 'shows an append to every read that starts after it resolved',
      async run({ store }) {
        await Promise.all(
          Array.from({ length: 40 }, async (_, person) => {
            const record = sealed(person, 1);
            await store.append([record]);
            deepEqual(await chainOf(store, record.subject), [record]);
          }),
        );
        equal((await scanAll(store)).length, 40);
      },
    },
    {
      name: 'never lets a scan step over a record that becomes visible later',
      async run({ store }) {
        const seen: number[] = [];
        let writing = true;
        const reader = (async () => {
          for (let from = 0; ; ) {
            const last = !writing;
            const page = await store.scan(from, 7);
            seen.push(...page.records.map((record) => record.position));
            from = page.next;
            if (last && page.records.length === 0) return;
            await Promise.resolve();
          }
        })();
        await Promise.all(Array.from({ length: 30 }, (_, i) => store.append(Array.from({ length: (i % 4) + 1 }, (_n, k) => sealed(`${i} ${k}`, 1)))));
        writing = false;
        await reader;
        deepEqual(
          seen,
          seen.map((_, i) => i),
        );
        equal(seen.length, (await scanAll(store)).length);
      },
    },
  ];
}
