import type { DocumentStore, StoredDocument } from '../cascade/index.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresDocumentStoreOptions {
  readonly client: SqlClient;
  readonly tenant: string;
}

/** Documents in PostgreSQL or PGlite. Needs `deliveryMigrations`. */
export function postgresDocumentStore({ client, tenant }: PostgresDocumentStoreOptions): DocumentStore {
  const run = async <Row>(text: string, params: readonly unknown[]): Promise<readonly Row[]> => {
    try {
      return (await client.query(text, [tenant, ...params])).rows as Row[];
    } catch (error) {
      throw storeError(error);
    }
  };
  const documentOf = ({ key, version, value }: DocumentRow): StoredDocument => ({ key, version, value: JSON.parse(value) });
  return {
    async get(key) {
      const [row] = await run<DocumentRow>('select key, version, value from licet_document where tenant = $1 and key = $2', [key]);
      return row === undefined ? undefined : documentOf(row);
    },
    async putIfVersion(key, version, value) {
      const text = JSON.stringify(value);
      const rows =
        version === 0
          ? await run('insert into licet_document (tenant, key, version, value) values ($1, $2, 1, $3) on conflict do nothing returning version', [
              key,
              text,
            ])
          : await run(
              'update licet_document set version = version + 1, value = $4 where tenant = $1 and key = $2 and version = $3 returning version',
              [key, version, text],
            );
      return rows.length === 1;
    },
    async list(prefix) {
      const rows = await run<DocumentRow>(
        `select key, version, value from licet_document where tenant = $1 and key >= $2 and starts_with(key, $2) order by key`,
        [prefix],
      );
      return rows.map(documentOf);
    },
  };
}

interface DocumentRow {
  readonly key: string;
  readonly version: number;
  readonly value: string;
}
