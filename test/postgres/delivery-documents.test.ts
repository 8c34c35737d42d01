import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeDocument, type DocumentStore, memoryDocumentStore } from '../../src/cascade/index.ts';
import { postgresDocumentStore } from '../../src/postgres/document-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { deliveryMigrations } from '../../src/postgres/migrations/delivery.ts';

function describeDocuments(open: () => DocumentStore): void {
  it('writes only over the version that was read', async () => {
    const documents = open();
    expect(await documents.get('a')).toBeUndefined();
    expect(await documents.putIfVersion('a', 0, { n: 1, text: 'кириллица "x"' })).toBe(true);
    expect(await documents.putIfVersion('a', 0, { n: 2 })).toBe(false);
    expect(await documents.putIfVersion('a', 2, { n: 2 })).toBe(false);
    expect(await documents.putIfVersion('a', 1, null)).toBe(true);
    expect(await documents.get('a')).toEqual({ key: 'a', version: 2, value: null });
  });

  it('lists by the start of the key, in order, taking no sign in it for a pattern', async () => {
    const documents = open();
    for (const key of ['c/b', 'c/a', 'c%', 'cx', 'd', 'c_']) await documents.putIfVersion(key, 0, key);
    expect((await documents.list('c/')).map(({ key }) => key)).toEqual(['c/a', 'c/b']);
    expect((await documents.list('c%')).map(({ value }) => value)).toEqual(['c%']);
    expect(await documents.list('')).toHaveLength(6);
  });

  it('loses no change when several change the same document', async () => {
    const documents = open();
    const add = () => changeDocument(documents, 'sum', (before) => Number(before?.value ?? 0) + 1);
    await Promise.all(Array.from({ length: 8 }, add));
    expect((await documents.get('sum'))?.value).toBe(8);
  });
}

describe('documents in memory', () => describeDocuments(memoryDocumentStore));

describe('documents on PGlite', () => {
  let client: PGlite;
  let tenants = 0;
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, deliveryMigrations);
  });
  afterAll(() => client.close());
  describeDocuments(() => postgresDocumentStore({ client, tenant: `tenant-${++tenants}` }));

  it('keeps tenants apart', async () => {
    const [one, other] = [postgresDocumentStore({ client, tenant: 'x' }), postgresDocumentStore({ client, tenant: 'y' })];
    await one.putIfVersion('key', 0, 1);
    expect(await other.get('key')).toBeUndefined();
    expect(await other.putIfVersion('key', 0, 2)).toBe(true);
  });
});
