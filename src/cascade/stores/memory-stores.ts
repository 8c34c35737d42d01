import type { Clock } from '../../clock.ts';
import type { ConsentStore } from '../../consent/store/consent-store.ts';
import type { KeyStore } from '../../consent/store/key-store.ts';
import { memoryConsentStore } from '../../consent/store/memory-consent-store.ts';
import { memoryKeyStore } from '../../consent/store/memory-key-store.ts';
import { type CounterStore, memoryCounterStore } from '../../limits/index.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { type DocumentStore, memoryDocumentStore } from './document-store.ts';
import { memoryDeliveryStore } from './memory-delivery-store.ts';

/** The part of a database client that a host's transaction is joined by. `pg` clients and PGlite's transactions fit. */
export interface TransactionClient {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The five stores a messenger keeps everything in, and whose they are. Spread into `createMessenger`. */
export interface MessengerStores {
  /** Part of every key: two tenants never meet. */
  readonly tenant: string;
  readonly consentStore: ConsentStore;
  /** Without one, people cannot be erased. */
  readonly keyStore?: KeyStore | undefined;
  readonly deliveryStore: DeliveryStore;
  readonly counterStore: CounterStore;
  readonly documentStore: DocumentStore;
  /** The stores a message is planned in, on the connection of a transaction of the host's. Absent where there is none to join. */
  readonly joined?: ((transaction: TransactionClient) => Pick<MessengerStores, 'deliveryStore' | 'documentStore'>) | undefined;
}

/** Everything in this process, gone with it: for tests and first steps. */
export function memoryStores(options: { readonly clock: Clock; readonly tenant?: string }): MessengerStores {
  return {
    tenant: options.tenant ?? 'default',
    consentStore: memoryConsentStore(),
    keyStore: memoryKeyStore(),
    deliveryStore: memoryDeliveryStore({ clock: options.clock }),
    counterStore: memoryCounterStore(),
    documentStore: memoryDocumentStore(),
  };
}
