import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { StoreUnavailableError } from '../../errors.ts';
import type { Life, World } from './world.ts';

/** Stores as one life sees them: every method begins and answers only when the scheduler lets it, and may fail before its effect or after it. */
export function heldStores(stores: MessengerStores, world: World, life: Life, faultShare: number, onFault: () => void): MessengerStores {
  const hold = <Store extends object>(store: Store, name: string): Store => holdBack({ store, name, world, life, faultShare, onFault });
  return {
    tenant: stores.tenant,
    consentStore: hold(stores.consentStore, 'consent'),
    ...(stores.keyStore === undefined ? {} : { keyStore: hold(stores.keyStore, 'key') }),
    deliveryStore: hold(stores.deliveryStore, 'delivery'),
    counterStore: hold(stores.counterStore, 'counter'),
    documentStore: hold(stores.documentStore, 'document'),
  };
}

interface Holding<Store> {
  readonly store: Store;
  readonly name: string;
  readonly world: World;
  readonly life: Life;
  readonly faultShare: number;
  readonly onFault: () => void;
}

function holdBack<Store extends object>({ store, name, world, life, faultShare, onFault }: Holding<Store>): Store {
  const methods = new Map<PropertyKey, unknown>();
  const maybeFail = (): void => {
    if (world.roll() >= faultShare) return;
    onFault();
    throw new StoreUnavailableError('The simulated store does not answer.');
  };
  return new Proxy(store, {
    get(target, key) {
      const known = methods.get(key);
      if (known !== undefined) return known;
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      const [before, after] = [`${name}.${String(key)}`, `${name}.${String(key)} answered`];
      // Most reads of documents are let through at once: there are many of them in each tick, and few orders among them tell anything new.
      const isCasual = (name === 'document' && (key === 'get' || key === 'list')) || key === 'sweep';
      const held = async (...given: unknown[]): Promise<unknown> => {
        if (isCasual && world.roll() < 0.9) return Reflect.apply(method, target, given) as unknown;
        // Held on one side or the other, or on both: each order that both would allow is still taken by some schedule.
        if (world.roll() < 0.5) await world.turn(life, before);
        maybeFail();
        const answer: unknown = await world.outside(async () => Reflect.apply(method, target, given) as unknown);
        if (world.roll() < 0.5) await world.turn(life, after);
        maybeFail();
        return answer;
      };
      methods.set(key, held);
      return held;
    },
  });
}
