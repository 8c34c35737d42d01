import { describe, expect, it } from 'vitest';
import {
  type AudienceRow,
  type CampaignDeps,
  type CampaignOptions,
  definePlan,
  memoryDeliveryStore,
  memoryDocumentStore,
  openPlanBook,
  setControl,
  startCampaign,
} from '../../src/cascade/index.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { handClock, start } from './scene.ts';

const plans = [definePlan('rest', [{ channel: 'sms' }], { onUnknown: 'wait' }), definePlan('russia', [{ channel: 'max' }], { onUnknown: 'wait' })];

function depsOf(): CampaignDeps {
  const documents = memoryDocumentStore();
  let ids = 0;
  return {
    store: memoryDeliveryStore({ clock: handClock() }),
    documents,
    plans: openPlanBook(plans, documents),
    resolve: ({ to }) => {
      const phone = to.replace(/[^+\d]/gu, '');
      if (!/^\+\d{9,15}$/u.test(phone)) return { ok: false };
      return { ok: true, phone, country: phone.startsWith('+7') ? 'RU' : 'GB', subject: `s-${phone}` as SubjectRef };
    },
    subjectOfRow: (name) => `row-${name}` as SubjectRef,
    newId: () => `d-${++ids}`,
    now: () => start,
    templates: [],
  };
}

async function* rows(from: number, to: number, onRow: (place: number) => void = () => undefined): AsyncGenerator<AudienceRow> {
  for (let place = from; place < to; place++) {
    onRow(place);
    yield { to: `+44 7700 9${String(place).padStart(5, '0')}` };
  }
}

function optionsOf(audience: CampaignOptions['audience'], change: Partial<CampaignOptions> = {}): CampaignOptions {
  return {
    id: 'spring',
    audience,
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'sale',
    plan: 'rest',
    validUntil: new Date(start.getTime() + 1e8),
    ...change,
  };
}

describe('startCampaign', () => {
  it('plans everybody once, names broken numbers and counts repeated ones', async () => {
    const deps = depsOf();
    const audience: AudienceRow[] = [
      { to: '+44 7700 900100', values: { name: 'Ann' }, locale: 'en' },
      { to: '+447700900100' },
      { to: '12' },
      { to: 'not a number', key: 'row-b' },
      { to: '+7 900 000-00-01' },
    ];
    const plan = { default: 'rest', byCountry: { RU: 'russia' } };
    expect(await startCampaign(deps, optionsOf(audience, { plan }))).toEqual({
      outcome: 'complete',
      rows: 5,
      planned: 2,
      already: 0,
      duplicates: 1,
      invalid: 2,
      heldOut: 0,
    });
    const deliveries = await deps.store.scan({ campaignId: 'spring', limit: 10 });
    expect(deliveries.map(({ request, state, reason }) => [request.plan.id, state, reason])).toEqual([
      ['rest', 'planned', null],
      ['rest', 'refused', 'invalid-recipient'],
      ['rest', 'refused', 'invalid-recipient'],
      ['russia', 'planned', null],
    ]);
    expect(deliveries[0]?.request).toMatchObject({ values: { name: 'Ann' }, locale: 'en', purpose: 'offers', idempotencyKey: 'spring/#1' });
    expect((await deps.documents.get('campaign/spring'))?.value).toMatchObject({ audience: 'complete', rows: 5, duplicates: 1, invalid: 2 });
  });

  it('goes on where it was after being killed, and repeats nobody', async () => {
    const deps = depsOf();
    const killed = startCampaign(
      deps,
      optionsOf(
        rows(0, 2_000, (place) => {
          if (place === 1_203) throw new Error('killed');
        }),
      ),
    );
    await expect(killed).rejects.toThrow('killed');
    expect((await deps.store.counts('spring')).total).toBe(1_000);
    expect(await startCampaign(deps, optionsOf(rows(0, 2_000)))).toMatchObject({ outcome: 'complete', planned: 1_000, already: 1_000 });
    expect((await deps.store.counts('spring')).total).toBe(2_000);
  });

  it('reads no further than the store has taken, and stops within one batch', async () => {
    const deps = depsOf();
    let read = 0;
    const progress: number[] = [];
    const stopping = optionsOf(
      rows(0, 10_000, () => read++),
      {
        onProgress: ({ rows: done }) => {
          progress.push(done);
          expect(read).toBe(done);
          if (done === 1_000) void setControl(deps, { level: 'campaign', id: 'spring' }, 'stopped');
        },
      },
    );
    const result = await startCampaign(deps, stopping);
    expect(result.outcome).toBe('stopped');
    expect(progress[0]).toBe(500);
    expect(read).toBeLessThanOrEqual(1_500);
    const abort = new AbortController();
    abort.abort();
    expect(await startCampaign(deps, optionsOf(rows(0, 10_000), { id: 'summer', signal: abort.signal }))).toMatchObject({
      outcome: 'aborted',
      planned: 500,
    });
  });

  it('refuses a plan nobody defined and a name that cannot be one', async () => {
    await expect(startCampaign(depsOf(), optionsOf([], { plan: 'other' }))).rejects.toThrow('other');
    await expect(startCampaign(depsOf(), optionsOf([], { id: 'Spring sale' }))).rejects.toThrow('id');
  });
});
