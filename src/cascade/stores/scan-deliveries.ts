import type { Delivery } from '../delivery/delivery.ts';
import type { DeliveriesOf, DeliveryStore } from './delivery-store.ts';

const PAGE = 500;

/** All deliveries (of a campaign, of a person) in order of id, a page at a time. */
export async function* scanDeliveries(store: Pick<DeliveryStore, 'scan'>, of: DeliveriesOf = {}): AsyncGenerator<Delivery> {
  for (let after: string | undefined; ; ) {
    const page = await store.scan({ ...of, limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.request.id;
  }
}
