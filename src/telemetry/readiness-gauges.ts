import type { Meter, Observable } from '@opentelemetry/api';
import type { Readiness } from '../cascade/readiness.ts';

/** Shows a messenger's readiness each time metrics are collected, until the returned function is called. */
export function watchReadiness(read: () => Promise<Readiness>, meter: Meter): () => void {
  const lag = meter.createObservableGauge('licet.queue.lag', { unit: 's', description: 'How long the delivery that has waited longest is overdue.' });
  const stores = meter.createObservableGauge('licet.store.reachable', { unit: '1', description: '1 when the store answers, 0 when not.' });
  const open = meter.createObservableGauge('licet.senders.open', {
    unit: '{sender}',
    description: 'Pairs of a sender and a provider that can send.',
  });
  const stale = meter.createObservableGauge('licet.law.stale', { unit: '{entry}', description: 'Entries of a law pack past their review day.' });
  const ready = meter.createObservableGauge('licet.ready', { unit: '1', description: '1 ready, 0.5 degraded, 0 failing.' });
  const all: Observable[] = [lag, stores, open, stale, ready];
  const show: Parameters<Meter['addBatchObservableCallback']>[0] = async (result) => {
    const { state, lagMs, stores: checks, senders, stalePacks } = await read();
    if (lagMs !== null) result.observe(lag, lagMs / 1000);
    for (const { store, reachable } of checks) result.observe(stores, Number(reachable), { 'licet.store': store });
    result.observe(open, senders.open);
    for (const { pack, entries } of stalePacks) result.observe(stale, entries, { 'licet.pack': pack });
    result.observe(ready, { ok: 1, degraded: 0.5, failing: 0 }[state]);
  };
  meter.addBatchObservableCallback(show, all);
  return () => meter.removeBatchObservableCallback(show, all);
}
