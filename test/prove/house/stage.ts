import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DeliveryState, Messenger } from '../../../src/index.ts';
import { migrateStores } from '../../../src/postgres/index.ts';
import { fictionPhone } from '../claim.ts';
import { grantTo, openHouse, saleCampaign, witness } from '../house.ts';
import type { GatewaySetup } from '../house-gateway.ts';
import { type ProveServer, startProveServer } from '../server.ts';
import { gatherCrew, type Hired } from './crew.ts';
import { type Gateway, startGateway } from './gateway-process.ts';
import { stubborn, type WorkerSetup } from './worker-setup.ts';

/** A database server, a provider and workers to hire, each in a process of its own, and the host's own side of it. */
export interface Stage {
  readonly server: ProveServer;
  readonly pool: pg.Pool;
  readonly gateway: Gateway;
  /** Hires a worker under a name of its own. */
  hire(setup: Omit<WorkerSetup, 'url' | 'gateway' | 'name'> & { readonly url?: string }): Hired;
  /** Plans and withdraws; sends nothing itself. */
  readonly host: Messenger;
  /** Gives so many further people a message. @returns their numbers. */
  plan(count: number, validMs: number): Promise<readonly string[]>;
  /** Everybody planned so far. */
  readonly audience: readonly string[];
  /** Messages that no final state has. */
  open(): Promise<number>;
  /** Waits until every message has a final state, for so long at most. */
  finished(withinMs: number): Promise<boolean>;
  strike(): Promise<void>;
}

/** Sets up the stage; `flags` are settings of the server, `parent` is where its files go. */
export async function setStage(gatewaySetup: Omit<GatewaySetup, 'ledger'>, flags: readonly string[] = [], parent?: string): Promise<Stage> {
  const [server, crew, gateway] = await Promise.all([startProveServer(flags, parent), gatherCrew(), startGateway(gatewaySetup)]);
  const pool = server.pool(4);
  await migrateStores(pool);
  const host = openHouse({ client: pool, provider: { ...witness([], () => 0), id: 'gateway' }, worker: 'host', further: { plans: stubborn.plans } });
  const audience: string[] = [];
  let part = 0;
  let hired = 0;
  const stage: Stage = {
    server,
    pool,
    gateway,
    host,
    audience,
    async plan(count, validMs) {
      const people = Array.from({ length: count }, (_, index) => fictionPhone(audience.length + index));
      audience.push(...people);
      part += 1;
      await host.consent.grantMany(people.map(grantTo));
      const validUntil = new Date(Date.now() + validMs);
      const { planned } = await host.campaign({ ...saleCampaign(), id: `part-${part}`, validUntil, audience: people.map((to) => ({ to })) });
      if (planned !== count) throw new Error(`${count - planned} messages were not planned.`);
      return people;
    },
    hire: (setup) => crew.hire({ url: server.url, ...setup, gateway: gateway.url, name: `worker-${++hired}` }),
    async open() {
      const { states } = await host.counts();
      return states.planned + states.deferred + states['in-progress'];
    },
    async finished(withinMs) {
      for (const endMs = performance.now() + withinMs; (await stage.open()) > 0; await sleep(100)) if (performance.now() > endMs) return false;
      return true;
    },
    async strike() {
      crew.dismiss();
      gateway.stop();
      await pool.end();
      await server.stop();
    },
  };
  return stage;
}

/** How many messages are kept waiting, so that workers are always in the midst of their work. */
const BACKLOG = 80;
const PART = 60;

/** Plans further messages whenever fewer than a backlog wait. */
export async function keepFed(stage: Stage, validMs: number, signal: AbortSignal, backlog: number = BACKLOG): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await stage.pool.query<{ waiting: number }>("select count(*)::int as waiting from licet_standing where state = 'planned'");
    if (rows[0]!.waiting < backlog) await stage.plan(Math.max(PART, backlog - rows[0]!.waiting), validMs);
    else await sleep(50);
  }
}

/** Where everybody stands: the state of each person's message. */
export async function statesOf(host: Messenger): Promise<ReadonlyMap<string, { readonly id: string; readonly state: DeliveryState }>> {
  const states = new Map<string, { readonly id: string; readonly state: DeliveryState }>();
  for await (const { request, state } of host.deliveries()) if (request.phone !== null) states.set(request.phone, { id: request.id, state });
  return states;
}
