import { spawnSync } from 'node:child_process';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsentStore, memoryConsentStore, memoryKeyStore, type SealedRecord } from '../../src/consent/index.ts';
import { postgresConsentStore } from '../../src/postgres/consent-store.ts';
import { postgresKeyStore } from '../../src/postgres/key-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { consentMigrations } from '../../src/postgres/migrations/consent.ts';
import { type ConsentStoreSubject, consentStoreContract } from '../../src/testing/consent-store-contract.ts';
import { describeContract, failingCases } from '../../src/testing/contract.ts';
import { keyStoreContract } from '../../src/testing/key-store-contract.ts';

describeContract({ describe, it }, 'memory', consentStoreContract, () => ({ store: memoryConsentStore(), otherTenant: memoryConsentStore() }));
describeContract({ describe, it }, 'memory', keyStoreContract, () => ({ store: memoryKeyStore(), otherTenant: memoryKeyStore() }));

describe('PGlite', () => {
  let client: PGlite;
  let opened = 0;
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, consentMigrations);
  }, 60_000);
  afterAll(() => client.close());

  describeContract({ describe, it }, 'postgres', keyStoreContract, () => {
    opened += 1;
    return { store: postgresKeyStore({ client, tenant: `t${opened}` }), otherTenant: postgresKeyStore({ client, tenant: `other${opened}` }) };
  });

  describeContract({ describe, it }, 'postgres', consentStoreContract, () => {
    opened += 1;
    return { store: postgresConsentStore({ client, tenant: `t${opened}` }), otherTenant: postgresConsentStore({ client, tenant: `other${opened}` }) };
  });
});

/** Loses every thousandth record without a word, and is honest about all else. */
function dropping(phase: number): (honest: ConsentStore) => ConsentStore {
  return (honest) => {
    let writes = phase;
    return {
      ...honest,
      async append(records) {
        const lost = records.map(() => {
          writes += 1;
          return writes % 1_000 === 0;
        });
        const answers = [...(await honest.append(records.filter((_, i) => !lost[i])))];
        return lost.map((isLost) => (isLost ? 'appended' : answers.shift()!));
      },
    };
  };
}

/** Stores that lie, each in one way; the contract must catch every one. */
const liars: Record<string, (honest: ConsentStore) => ConsentStore> = {
  ...Object.fromEntries([0, 1, 137, 500, 862, 999].map((phase) => [`drops one write in a thousand, from the ${phase}th`, dropping(phase)])),
  'misses one record in a thousand when it scans': (honest) => {
    let read = 0;
    return {
      ...honest,
      async scan(from, limit) {
        const page = await honest.scan(from, limit);
        read += page.records.length;
        return read % 1_000 < page.records.length ? { ...page, records: page.records.slice(1) } : page;
      },
    };
  },
  'keeps two neighbours of a batch the other way round': (honest) => ({
    ...honest,
    append: (records) => honest.append(records.length < 4 ? records : [records[1]!, records[0]!, ...records.slice(2)]),
  }),
  'answers in another order than it was asked': (honest) => ({ ...honest, append: async (records) => (await honest.append(records)).toReversed() }),
  'says duplicate for any place that is taken': (honest) => ({
    ...honest,
    append: (records) => honest.append(records).catch(() => records.map(() => 'duplicate')),
  }),
  'says appended for a duplicate': (honest) => ({ ...honest, append: async (records) => (await honest.append(records)).map(() => 'appended') }),
  'says duplicate for what is new': (honest) => ({ ...honest, append: async (records) => (await honest.append(records)).map(() => 'duplicate') }),
  'lets the last writer win': (honest) => {
    const kept = new Map<string, SealedRecord>();
    return {
      ...honest,
      async append(records) {
        for (const record of records) kept.set(`${record.subject}/${record.sequence}`, record);
        return honest.append(records).catch(() => records.map(() => 'appended'));
      },
    };
  },
  'appends the part that fits': (honest) => ({
    ...honest,
    async append(records) {
      const answers: ('appended' | 'duplicate')[] = [];
      for (const record of records) answers.push(...(await honest.append([record])));
      return answers;
    },
  }),
  'scans newest first': (honest) => ({
    ...honest,
    async scan(from, limit) {
      const page = await honest.scan(from, limit);
      return { ...page, records: page.records.toReversed() };
    },
  }),
  'leaves the last record of a full page out': (honest) => ({
    ...honest,
    async scan(from, limit) {
      const page = await honest.scan(from, limit);
      return page.records.length === limit && limit > 1 ? { ...page, records: page.records.slice(0, -1) } : page;
    },
  }),
  'forgets half of a long load': (honest) => ({ ...honest, load: (subjects) => honest.load(subjects.slice(0, 1_000)) }),
  'gives chains in reverse': (honest) => ({
    ...honest,
    load: async (subjects) => new Map([...(await honest.load(subjects))].map(([subject, chain]) => [subject, chain.toReversed()])),
  }),
  'reads a moment behind': (honest) => {
    let behind: Awaited<ReturnType<ConsentStore['load']>> = new Map();
    return {
      ...honest,
      async load(subjects) {
        const answer = behind;
        behind = await honest.load(subjects);
        return answer.size === 0 ? new Map() : answer;
      },
    };
  },
  'cuts long texts': (honest) => ({ ...honest, append: (records) => honest.append(records.map((r) => ({ ...r, body: r.body.slice(0, 8_000) }))) }),
  'keeps the list it was given': () => {
    const honest = memoryConsentStore();
    const given: SealedRecord[] = [];
    return {
      ...honest,
      async append(records) {
        given.push(...records);
        return honest.append(records);
      },
      load: async (subjects) => {
        const chains = await honest.load(subjects);
        return new Map(
          [...chains].map(([subject, chain]) => [subject, chain.map((r) => ({ ...r, body: given.find((g) => g.hash === r.hash)!.body }))]),
        );
      },
    };
  },
};

/** The contract as a host with node:test declares it: for a store that holds it, and for one that forgets whom it was asked about. */
const underNodeTest = `
  import { describe, it } from 'node:test';
  import { memoryConsentStore } from '${new URL('../../src/consent/index.ts', import.meta.url)}';
  import { consentStoreContract, describeContract } from '${new URL('../../src/testing/index.ts', import.meta.url)}';
  const forgetful = () => ({ ...memoryConsentStore(), load: async () => new Map() });
  describeContract({ describe, it }, 'memory', consentStoreContract, () => ({ store: memoryConsentStore(), otherTenant: memoryConsentStore() }));
  describeContract({ describe, it }, 'forgetful', consentStoreContract, () => ({ store: forgetful(), otherTenant: forgetful() }));
`;

describe('the consent store contract', () => {
  it('passes the honest store it is tried with', async () => {
    const open = (): ConsentStoreSubject => ({ store: memoryConsentStore(), otherTenant: memoryConsentStore() });
    expect([...(await failingCases(consentStoreContract, open)).keys()]).toEqual([]);
  });

  it.each(Object.entries(liars))('catches a store that %s', async (_lie, lie) => {
    const open = (): ConsentStoreSubject => ({ store: lie(memoryConsentStore()), otherTenant: lie(memoryConsentStore()) });
    expect((await failingCases(consentStoreContract, open)).size).toBeGreaterThan(0);
  });

  it('catches a store that mixes tenants', async () => {
    const shared = (): ConsentStoreSubject => {
      const store = memoryConsentStore();
      return { store, otherTenant: store };
    };
    expect((await failingCases(consentStoreContract, shared)).size).toBeGreaterThan(0);
  });

  it('runs under node:test too, case by case', () => {
    const { stdout } = spawnSync(process.execPath, ['--test-reporter=tap', '--input-type=module', '--eval', underNodeTest], { encoding: 'utf8' });
    const passed = stdout.match(/^ {4}ok \d+ - .*$/gmu) ?? [];
    const failed = stdout.match(/^ {4}not ok \d+ - .*$/gmu) ?? [];
    const cases = consentStoreContract.cases.length;
    // an honest store passes every case, a forgetful one fails those that notice
    expect(passed.length + failed.length).toBe(2 * cases);
    expect(failed.length).toBeGreaterThan(0);
    expect(passed.length).toBeGreaterThanOrEqual(cases);
    expect(stdout).toContain('ok 1 - memory: ConsentStore');
    expect(stdout).toContain('not ok 2 - forgetful: ConsentStore');
  }, 60_000);

  it('refuses to skip a case it does not have', () => {
    expect(() =>
      describeContract({ describe: () => {}, it: () => {} }, 'x', consentStoreContract, () => Promise.reject(new Error('never')), {
        skip: { nothing: 'why' },
      }),
    ).toThrow('has no case "nothing"');
  });
});
