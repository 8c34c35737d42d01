import { describe, expect, it } from 'vitest';
import { campaignIds, type ReportStores, reportFromStores } from '../../src/audit/index.ts';
import { type Delivery, memoryDeliveryStore, memoryDocumentStore } from '../../src/cascade/index.ts';
import { systemClock } from '../../src/clock.ts';
import { handClock, openBook } from '../consent/support.ts';
import { delivery, minute, receipt, settled, submit } from './crowd.ts';

/** Stores that hold these deliveries, in order of id, and a ledger in which one person has withdrawn after half an hour. */
async function storesWith(deliveries: readonly Delivery[], scans: number[] = []): Promise<ReportStores & { readonly withdrawn: Delivery }> {
  const clock = handClock(minute(30));
  const { book, options } = openBook({ clock });
  const address = '+447700900123';
  await book.grant({
    address,
    sender: 'acme',
    channels: ['sms'],
    purposes: ['offers'],
    evidence: { method: 'paper', grade: 'B' },
    occurredAt: minute(-60),
  });
  await book.withdraw({ address, sender: 'acme', evidence: { method: 'reply', grade: 'A' } });
  const withdrawn = reached('d-9999', { subject: book.subject(address) });
  const all = [...deliveries, withdrawn];
  const documentStore = memoryDocumentStore();
  const value = { id: 'spring', template: 'sale', sender: 'acme', kind: 'marketing', validUntil: minute(900).toISOString(), audience: 'open' };
  await documentStore.putIfVersion('campaign/spring', 0, value);
  return {
    tenant: options.tenant,
    consentStore: options.store,
    documentStore,
    deliveryStore: {
      ...memoryDeliveryStore({ clock: systemClock }),
      async scan({ after = '', limit }) {
        scans.push(limit);
        return all.filter(({ request }) => request.id > after).slice(0, limit);
      },
    },
    withdrawn,
  };
}

function reached(id: string, change: Partial<Delivery['request']> = {}): Delivery {
  return delivery(id, [...submit(id, { at: 5 }), receipt(id, 6), settled('reached', null, 6)], change);
}

describe('reportFromStores', () => {
  it('goes through every page once', async () => {
    const scans: number[] = [];
    const many = Array.from({ length: 1_100 }, (_, index) => reached(`d-${String(index).padStart(4, '0')}`));
    const data = await reportFromStores(await storesWith(many, scans), { asOf: minute(100) });
    expect(data.funnel).toMatchObject({ people: 1_101, reached: 1_101 });
    expect(scans).toEqual([500, 500, 500]);
  });

  it('finds withdrawals in the sealed ledger without anybody’s key', async () => {
    const { reactions } = await reportFromStores(await storesWith([reached('d-0001')]), { asOf: minute(100) });
    expect(reactions.slices?.[0]).toMatchObject({ by: 'all', people: 2, optOuts: 1, complaints: 0 });
    expect(reactions.methods).toEqual([{ method: 'reply', count: 1 }]);
  });

  it('tells what is known about the campaign, and that its audience is still being read', async () => {
    const { campaign } = await reportFromStores(await storesWith([]), { campaignId: 'spring', asOf: minute(100) });
    expect(campaign).toEqual({ id: 'spring', template: 'sale', sender: 'acme', kind: 'marketing', validUntil: minute(900), audience: null });
  });

  it('refuses a campaign that was never started and names those that were', async () => {
    const stores = await storesWith([]);
    expect(await campaignIds(stores.documentStore)).toEqual(['spring']);
    await expect(reportFromStores(stores, { campaignId: 'autumn', asOf: minute(1) })).rejects.toThrow(/one of spring/u);
  });
});
