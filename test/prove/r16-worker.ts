import pg from 'pg';
import { type ConsentStore, createConsentBook, noFence } from '../../src/consent/index.ts';
import { postgresConsentStore, postgresKeyStore, type SqlClient } from '../../src/postgres/index.ts';
import { createLedgerLog, fileWitness } from '../../src/proof/index.ts';
import { fictionPhone } from './claim.ts';
import { signer } from './ledgers.ts';

export interface LoneWriter {
  readonly url: string;
  readonly tenant: string;
  /** File that keeps the checkpoints. */
  readonly witness: string;
  /** Names the acts: the same writer twice wants the same acts. */
  readonly name: string;
  readonly broken: boolean;
  /** The statement at which the process is killed, from 1: before it is sent, when it has been sent, or when its answer is there. */
  readonly death?: { readonly at: number; readonly when: 'before' | 'sent' | 'answered' } | undefined;
}

const given: LoneWriter = JSON.parse(process.argv[2]!);
const connection = new pg.Client({ connectionString: given.url });
await connection.connect();
let statements = 0;

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => {});
};

/** The connection, with a death at its n-th statement. */
const client: SqlClient = {
  async query(text, params) {
    statements += 1;
    const when = statements === given.death?.at ? given.death.when : null;
    if (when === 'before') return die();
    const answer = connection.query(text, params);
    if (when === 'sent') {
      // The bytes leave in this turn of the loop; the answer is not waited for.
      setImmediate(() => setImmediate(die));
    }
    const result = await answer;
    return when === 'answered' ? die() : result;
  },
};

/** Takes positions in one statement and uses them in another: a death in between loses them for good. */
function inTwoStatements(tenant: string): ConsentStore {
  const store = postgresConsentStore({ client, tenant });
  const move = (by: number) =>
    client.query(
      'insert into licet_consent_head (tenant, size) values ($1, $2) on conflict (tenant) do update set size = licet_consent_head.size + $2',
      [tenant, by],
    );
  return {
    ...store,
    async append(records) {
      await move(records.length);
      await move(-records.length);
      return store.append(records);
    },
  };
}

const { tenant, name } = given;
const store = given.broken ? inTwoStatements(tenant) : postgresConsentStore({ client, tenant });
let ids = 0;
const book = createConsentBook({
  store,
  keys: postgresKeyStore({ client, tenant }),
  tenant,
  secret: Buffer.alloc(32, 7),
  clock: { now: () => new Date(), monotonicMs: () => performance.now(), sleep: async () => {} },
  newId: () => `${name}-new-${++ids}`,
  fence: noFence,
});
const people = [1, 2, 3].map(fictionPhone);
const offers = { sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } } as const;
await book.grantMany(people.map((address, index) => ({ ...offers, address, id: `${name}-grant-${index}` })));
await book.withdraw({ address: people[0]!, id: `${name}-withdraw`, evidence: { method: 'reply', grade: 'A' } });
await book.erase({ address: people[1]!, id: `${name}-erase`, evidence: { method: 'staff', grade: 'B' }, reason: 'request' });
await createLedgerLog({ store, signer, witness: fileWitness(given.witness) }).checkpoint();
process.stdout.write(String(statements));
await connection.end();
