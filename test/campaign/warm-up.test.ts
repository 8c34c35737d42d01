import { expect, it } from 'vitest';
import { memoryStores } from '../../src/index.ts';
import { manualClock } from '../../src/testing/index.ts';
import { grantAll, house, message, people, settle, start } from './house.ts';

it('a new sender sends its share of each of its first days, over all campaigns, and the forecast knows it', async () => {
  const clock = manualClock(start);
  const limits = () => ({ warmUp: { startsOn: '2026-04-13' as const, perDay: [5, 10, 20] } });
  const stores = memoryStores({ clock });
  const home = house(stores, clock, { limits });
  const other = house(stores, clock, { limits });
  const audience = people(0, 60);
  await grantAll(home, audience);
  const options = { ...message, plan: 'sms-only', validUntil: new Date(start.getTime() + 6 * 86_400_000) };
  const forecast = await home.messenger.campaigns.forecast({ ...options, audience });
  expect(forecast).toMatchObject({ goes: 60, waits: { 'warm-up': 55 } });
  await home.messenger.campaign({ ...options, audience: audience.slice(0, 30) });
  await other.messenger.campaign({ ...options, id: 'summer', audience: audience.slice(30) });
  const perDay: number[] = [];
  for (let day = 0; day < 4; day++) {
    const before = home.sms.accepted.length + other.sms.accepted.length;
    await settle(home);
    await settle(other);
    perDay.push(home.sms.accepted.length + other.sms.accepted.length - before);
    clock.advance(86_400_000);
  }
  expect(perDay).toEqual([5, 10, 20, 25]);
});
