import { memoryProvider } from '../../src/channels/memory/index.ts';
import { type ChannelProvider, type Clock, type MessengerStores, memoryStores } from '../../src/index.ts';
import { dice, fictionPhone, PEOPLE } from './claim.ts';
import { grantTo, openHouseOn, TENANT } from './house.ts';

/** What the schedules came to. */
export interface Schedules {
  schedules: number;
  steps: number;
  sent: number;
  namedInFlight: number;
  leaked: number;
}

const message = { kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'sale', plan: 'promo' } as const;

/** Longest wait for something to wait: then the schedule hangs. */
const MAX_IDLE = 10_000;

/**
 * Two workers and one withdrawal on stores in memory, every step of a store, a provider or a clock held back until a seeded scheduler lets one of
 * them go: the real code in orders that real machines seldom take. One person per schedule.
 */
export async function runSchedules(count: number, seed: number, broken: boolean): Promise<Schedules> {
  if (count > PEOPLE) throw new Error(`${PEOPLE} schedules are one run; begin anew for more.`);
  const roll = dice(seed);
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  let nowMs = Date.parse('2026-11-23T10:00:00Z');
  const clock: Clock = {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs,
    async sleep(ms) {
      await turn();
      nowMs += ms;
    },
  };
  let order = 0;
  const started: { readonly stepKey: string; readonly at: number }[] = [];
  const memory = memoryProvider({ id: 'wire', capabilities: { reaches: 'accepted', receipts: 'none' } });
  const provider: ChannelProvider = {
    ...memory,
    async submit({ stepKey }) {
      order += 1;
      started.push({ stepKey, at: order });
      for (let steps = Math.floor(roll() * 12); steps >= 0; steps -= 1) await turn();
      return { outcome: 'accepted', providerMessageId: `m-${stepKey}`, status: 'accepted' };
    },
  };
  const stores = memoryStores({ tenant: TENANT, clock });
  const held: MessengerStores = {
    ...stores,
    consentStore: holdBack(stores.consentStore, turn),
    deliveryStore: broken
      ? { ...holdBack(stores.deliveryStore, turn), closeSubject: async () => [], openAttempts: async () => [] }
      : holdBack(stores.deliveryStore, turn),
  };
  const house = openHouseOn(stores, { provider, worker: 'calm', clock });
  const workers = [1, 2].map((number) => openHouseOn(held, { provider, worker: `worker-${number}`, clock }));
  const figures: Schedules = { schedules: count, steps: 0, sent: 0, namedInFlight: 0, leaked: 0 };

  for (let number = 0; number < count; number += 1) {
    const to = fictionPhone(number);
    started.length = 0;
    await house.consent.grant(grantTo(to));
    await house.send({ ...message, to, validUntil: new Date(nowMs + 3_600_000) }, { idempotencyKey: `schedule-${number}` });
    let acknowledgedAt = Number.POSITIVE_INFINITY;
    const after = Math.floor(roll() * 12);
    const withdraw = async () => {
      for (let steps = 0; steps < after; steps += 1) await turn();
      const result = await workers[1]!.consent.withdraw({ address: to, evidence: { method: 'reply', grade: 'A' }, drainMs: 60 });
      order += 1;
      acknowledgedAt = order;
      return result;
    };
    let isOver = false;
    const all = Promise.all([withdraw(), ...workers.map((worker) => worker.tick({ limit: 5 }))]).finally(() => {
      isOver = true;
    });
    for (let idle = 0; !isOver && idle < MAX_IDLE; idle += 1) {
      await quiet(waiting.length === 0);
      const [go] = waiting.splice(Math.floor(roll() * waiting.length), 1);
      if (go === undefined) continue;
      idle = 0;
      figures.steps += 1;
      go();
    }
    if (!isOver) throw new Error(`Schedule ${number} of seed ${seed} hangs.`);
    const [{ inFlight }] = await all;
    const named = new Set(inFlight.map(({ stepKey }) => stepKey));
    figures.sent += started.length;
    figures.namedInFlight += named.size;
    figures.leaked += started.filter(({ stepKey, at }) => at > acknowledgedAt && !named.has(stepKey)).length;
  }
  return figures;
}

/**
 * When nothing more can happen before a step is let go. A tick that is asked for by a promise comes when all promises are through, and
 * costs a tenth of a turn of the event loop; only when nothing waits at all is there something outside to wait for.
 */
function quiet(isStill: boolean): Promise<void> {
  return new Promise((resolve) => (isStill ? setImmediate(resolve) : process.nextTick(resolve)));
}

/** Every method begins and answers only when it is let. */
function holdBack<Store extends object>(store: Store, turn: () => Promise<void>): Store {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        await turn();
        const answer: unknown = await Reflect.apply(method, target, given);
        await turn();
        return answer;
      };
    },
  });
}
