import { type MessengerStores, memoryStores } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { startProveServer } from './server.ts';
import { type Answer, emptyModel, operations, type TenantModel } from './tenant-model.ts';

/**
 * Two tenants with equal ids, keys and people do random things at the same time, over all stores, in memory and in one PostgreSQL database; each
 * answer is compared with a model of that tenant alone, and every value carries the mark of who wrote it. At the end both are compared whole.
 * Naive: stores that do not look at the tenant.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const perStore = full ? 50_000 : 10_000;
  const clock = manualClock(new Date('2026-11-23T10:00:00Z'));
  const server = await startProveServer();
  const pool = server.pool(8);
  try {
    await migrateStores(pool);
    const shared = memoryStores({ clock });
    const onMemory = (tenant: string): MessengerStores => (broken ? { ...shared, tenant } : memoryStores({ clock, tenant }));
    const onServer = (tenant: string): MessengerStores => postgresStores({ client: pool, tenant: broken ? 'one' : tenant, clock });
    const memory = await live([onMemory('a'), onMemory('b')], perStore, seed, clock);
    const postgres = await live([onServer('a'), onServer('b')], perStore, seed + 1, clock);
    const wrong = [...memory.wrong, ...postgres.wrong];
    return {
      ok: wrong.length === 0,
      figures: {
        operations: memory.done + postgres.done,
        kinds: Object.keys(operations).length,
        crossEffects: wrong.length,
        inMemory: memory.wrong.length,
        inPostgres: postgres.wrong.length,
        records: memory.records + postgres.records,
        deliveries: memory.deliveries + postgres.deliveries,
        ...(wrong[0] === undefined ? {} : { first: { ...wrong[0], got: wrong[0].got.slice(0, 200), want: wrong[0].want.slice(0, 200) } }),
      },
    };
  } finally {
    await pool.end();
    await server.stop();
  }
}

interface Life {
  readonly done: number;
  readonly wrong: readonly Answer[];
  readonly records: number;
  readonly deliveries: number;
}

/** Both tenants act side by side, one operation each at a time. */
async function live(stores: readonly MessengerStores[], count: number, seed: number, clock: ReturnType<typeof manualClock>): Promise<Life> {
  const sides = stores.map((own, at) => ({ own, model: emptyModel(`tenant-${at}`), next: dice(seed * 31 + at) }));
  const names = Object.keys(operations);
  const wrong: Answer[] = [];
  let done = 0;
  while (done < count) {
    await Promise.all(
      sides.map(async ({ own, model, next }) => {
        const op = names[Math.floor(next() * names.length)]!;
        const answer = await attempt(op, () => operations[op]!(own, model, next, clock));
        if (answer.got !== answer.want) wrong.push(answer);
      }),
    );
    done += sides.length;
  }
  for (const { own, model } of sides) wrong.push(...(await wholly(own, model)));
  const [records, deliveries] = [
    sides.reduce((sum, { model }) => sum + model.order.length, 0),
    sides.reduce((sum, { model }) => sum + model.requests.size, 0),
  ];
  return { done, wrong, records, deliveries };
}

/** An operation that throws has given a wrong answer. */
async function attempt(op: string, act: () => Promise<readonly [unknown, unknown]>): Promise<Answer> {
  try {
    const [got, want] = await act();
    return { op, got: text(got), want: text(want) };
  } catch (error) {
    return { op, got: error instanceof Error ? `${error.name}: ${error.message}` : 'threw', want: 'an answer' };
  }
}

/** All that each store holds, against the model. */
async function wholly({ consentStore, documentStore, deliveryStore }: MessengerStores, model: TenantModel): Promise<readonly Answer[]> {
  const everything = [
    ['all records', (await consentStore.scan(0, 1_000_000)).records.map(({ hash }) => hash), model.order.map(({ hash }) => hash)],
    [
      'all documents',
      (await documentStore.list('doc/')).map(({ key, version }) => [key, version]),
      [...model.documents].map(([key, { version }]) => [key, version]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
    ],
    [
      'all deliveries',
      (await deliveryStore.scan({ limit: 1_000_000 })).map(({ request }) => [request.id, request.values.mark]),
      [...model.requests.keys()].toSorted().map((id) => [id, model.mark]),
    ],
  ] as const;
  return everything.map(([op, got, want]) => ({ op, got: text(got), want: text(want) })).filter(({ got, want }) => got !== want);
}

/** The same for the same value, whatever the order of its fields. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_name, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'nothing'
  );
}
