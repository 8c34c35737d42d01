import type { Delivery } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';

const PAGE = 500;

/** All deliveries (of a campaign) in order of id, a page at a time. */
export async function* scanDeliveries(store: Pick<DeliveryStore, 'scan'>, campaignId?: string): AsyncGenerator<Delivery> {
  for (let after: string | undefined; ; ) {
    const page = await store.scan({
      limit: PAGE,
      ...(campaignId === undefined ? {} : { campaignId }),
      ...(after === undefined ? {} : { after }),
    });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.request.id;
  }
}
