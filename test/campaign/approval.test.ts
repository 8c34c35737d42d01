import { describe, expect, it } from 'vitest';
import { memoryStores } from '../../src/index.ts';
import { manualClock } from '../../src/testing/index.ts';
import { grantAll, house, message, people, settle, start, templates } from './house.ts';

const scene = (over: Parameters<typeof house>[2] = {}) => {
  const clock = manualClock(start);
  const stores = memoryStores({ clock });
  return { clock, stores, home: house(stores, clock, over) };
};
const asked = { ...message, requireApproval: true } as const;

describe('an approval', () => {
  it('by a named person lets exactly these terms go, for as many as were forecast', async () => {
    const { home } = scene();
    const audience = people(0, 20);
    await grantAll(home, audience);
    expect(await home.messenger.campaign({ ...asked, audience })).toMatchObject({ outcome: 'not-approved', planned: 0 });
    expect((await home.messenger.counts()).total).toBe(0);
    const forecast = await home.messenger.campaigns.forecast({ ...message, audience });
    const approval = await home.messenger.campaigns.approve(forecast, { name: 'Anna Petrova' });
    expect(approval).toMatchObject({ by: 'Anna Petrova', forecast: forecast.hash, at: start, rows: 20 });
    expect(await home.messenger.campaigns.approval('spring')).toEqual(approval);
    expect(await home.messenger.campaign({ ...asked, audience })).toMatchObject({ outcome: 'complete', planned: 20 });
    await settle(home);
    expect(home.whatsapp.accepted).toHaveLength(20);
    expect(await home.messenger.campaign({ ...asked, audience: people(0, 25) })).toMatchObject({ outcome: 'not-approved', already: 20, planned: 0 });
  });

  it.each([
    ['another end', { validUntil: new Date(start.getTime() + 86_400_000) }, {}],
    ['another plan', { plan: 'sms-only' }, {}],
    ['waves', { waves: [{ share: 0.5 }] }, {}],
    ['a group held out', { holdout: { share: 0.1 } }, {}],
    [
      'another wording',
      {},
      { templates: templates.map((one) => ({ ...one, variants: one.variants.map((variant) => ({ ...variant, text: `${variant.text} ` })) })) },
    ],
  ])('does not cover %s', async (_, change, over) => {
    const { stores, clock, home } = scene();
    const audience = people(0, 3);
    await home.messenger.campaigns.approve(await home.messenger.campaigns.forecast({ ...message, audience }), { name: 'Anna Petrova' });
    const changed = house(stores, clock, over);
    expect((await changed.messenger.campaign({ ...asked, ...change, audience })).outcome).toBe('not-approved');
  });

  it('needs a name', async () => {
    const { home } = scene();
    const forecast = await home.messenger.campaigns.forecast({ ...message, audience: [] });
    await expect(home.messenger.campaigns.approve(forecast, { name: ' ' })).rejects.toThrow('name');
  });
});

describe('a group held out', () => {
  it('is the same in every campaign, gets nothing, and is counted', async () => {
    const { home } = scene();
    const audience = people(0, 300);
    await grantAll(home, audience);
    const options = { ...message, plan: 'sms-only', holdout: { share: 0.2 } } as const;
    const forecast = await home.messenger.campaigns.forecast({ ...options, audience });
    expect(forecast.heldOut).toBeGreaterThan(35);
    expect(forecast.heldOut).toBeLessThan(85);
    expect(forecast.goes + forecast.heldOut).toBe(300);
    const started = await home.messenger.campaign({ ...options, audience });
    expect(started).toMatchObject({ heldOut: forecast.heldOut, planned: forecast.goes });
    await settle(home);
    const reached = new Set(home.sms.accepted.map((one) => one.message.to));
    expect(reached.size).toBe(forecast.goes);
    expect((await home.messenger.counts('spring')).reasons).toContainEqual({ state: 'refused', reason: 'held-out', count: forecast.heldOut });
    await home.messenger.campaign({ ...options, id: 'summer', audience: audience.toReversed() });
    await settle(home);
    expect(new Set(home.sms.accepted.map((one) => one.message.to))).toEqual(reached);
    const other = await home.messenger.campaigns.forecast({ ...options, id: 'autumn', holdout: { share: 0.2, group: 'other' }, audience });
    expect(other.heldOut).toBeGreaterThan(35);
    let both = 0;
    await home.messenger.campaigns.forecast({
      ...options,
      id: 'autumn',
      holdout: { share: 0.2, group: 'other' },
      audience,
      onPerson: ({ to }, person) => {
        if (person.outcome === 'refused' && person.reason === 'held-out' && !reached.has(to)) both++;
      },
    });
    expect(both).toBeLessThan(other.heldOut / 2);
  });
});

describe('progress', () => {
  it('tells each change and ends when nothing is open', async () => {
    const { clock, home } = scene();
    const audience = people(0, 40);
    await grantAll(home, audience);
    const heard: object[] = [];
    home.messenger.events.on('campaign-planned', (event) => heard.push(event));
    home.messenger.events.on('campaign-settled', (event) => heard.push(event));
    await home.messenger.campaign({ ...message, audience });
    const seen: number[] = [];
    for await (const { counts, settled } of home.messenger.campaigns.progress('spring', { everyMs: 1 })) {
      seen.push(counts.states.reached);
      if (settled) break;
      await home.messenger.tick({ limit: 15 });
      queueMicrotask(() => clock.advance(1));
      setImmediate(() => clock.advance(1));
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBe(40);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(heard).toMatchObject([
      { campaignId: 'spring', outcome: 'complete', rows: 40 },
      { campaignId: 'spring', total: 40, reached: 40 },
    ]);
  });
});
