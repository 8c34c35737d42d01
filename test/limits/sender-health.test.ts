import { describe, expect, it } from 'vitest';
import { createSenderHealth, type HealthPolicy, memoryCounterStore, paceCharge, type SubmitReport, senderKey } from '../../src/limits/index.ts';

const now = new Date('2026-11-23T12:00:00Z');
const report = (over: Partial<SubmitReport> = {}): SubmitReport => ({ provider: 'p', sender: 's', campaignId: 'c', outcome: 'accepted', ...over });
const many = (count: number, over: Partial<SubmitReport> = {}) => Array.from({ length: count }, () => report(over));

function ward(policy: Partial<HealthPolicy> = {}) {
  const counters = memoryCounterStore();
  const health = createSenderHealth(counters, policy);
  const isOpen = async (at: Date = now, sender = 's') =>
    (await counters.take([[paceCharge(senderKey('p', sender), undefined, 0, 0)]], at)).results[0]!.taken;
  return { health, isOpen };
}

describe('sender health', () => {
  it('closes a limited sender for everyone until Retry-After, and no sooner', async () => {
    const { health, isOpen } = ward();
    const actions = await health.record([report(), report({ outcome: 'rejected', errorClass: 'rate-limited', retryAfterMs: 7_000 })], now);
    expect(actions).toEqual([
      { kind: 'sender-closed', provider: 'p', sender: 's', until: new Date(now.getTime() + 7_000), reason: 'rate-limited', needsPerson: false },
    ]);
    expect([await isOpen(new Date(now.getTime() + 6_999)), await isOpen(new Date(now.getTime() + 7_000)), await isOpen(now, 'other')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('backs off longer each time a provider names no wait, and keeps an absurd wait for a person', async () => {
    const { health } = ward();
    const limited = report({ outcome: 'rejected', errorClass: 'rate-limited' });
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const [action] = await health.record([limited], now);
      if (action?.kind === 'sender-closed') waits.push(action.until.getTime() - now.getTime());
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    const [absurd] = await health.record([{ ...limited, retryAfterMs: 90_000_000 }], now);
    expect(absurd).toMatchObject({ until: new Date(now.getTime() + 90_000_000), needsPerson: true });
  });

  it('closes a sender whose calls fail, once enough was seen', async () => {
    const { health, isOpen } = ward();
    expect(await health.record(many(9, { outcome: 'unknown' }), now)).toEqual([]);
    expect(await health.record(many(10), now)).toEqual([]);
    const [action] = await health.record(many(5, { outcome: 'rejected', errorClass: 'retryable-transient' }), now);
    expect(action).toMatchObject({ reason: 'failing', until: new Date(now.getTime() + 30_000) });
    expect(await isOpen()).toBe(false);
  });

  it('does not blame the sender for people who cannot be reached', async () => {
    const { health } = ward();
    expect(await health.record(many(100, { outcome: 'rejected', errorClass: 'not-on-channel' }), now)).toEqual([]);
    expect(await health.record([...many(30), ...many(20, { outcome: 'unknown' })], now)).toEqual([]);
  });

  it.each(['auth', 'insufficient-funds', 'sender-blocked'] as const)('closes at once on %s and asks for a person', async (errorClass) => {
    const { health, isOpen } = ward();
    const [action] = await health.record([...many(50), report({ outcome: 'rejected', errorClass })], now);
    expect(action).toMatchObject({ reason: errorClass, needsPerson: true, until: new Date(now.getTime() + 900_000) });
    expect(await isOpen()).toBe(false);
  });

  it('names a campaign that meets the same permanent error again and again, across batches', async () => {
    const { health } = ward();
    const wrong = { outcome: 'rejected', errorClass: 'content-rejected', providerCode: '132015' } as const;
    expect(await health.record(many(6, wrong), now)).toEqual([]);
    expect(await health.record(many(4, wrong), now)).toEqual([
      { kind: 'campaign-failing', campaignId: 'c', errorClass: 'content-rejected', providerCode: '132015' },
    ]);
    expect(await health.record(many(12, { ...wrong, campaignId: undefined }), now)).toEqual([]);
  });

  it('lets a campaign go on when such errors are few among many, or all different', async () => {
    const { health } = ward();
    expect(await health.record([...many(100), ...many(12, { outcome: 'rejected', errorClass: 'invalid-request', providerCode: '7' })], now)).toEqual(
      [],
    );
    const different = Array.from({ length: 40 }, (_, i) =>
      report({ campaignId: 'd', outcome: 'rejected', errorClass: 'invalid-request', providerCode: String(i) }),
    );
    expect(await health.record(different, now)).toEqual([]);
  });

  it('forgets old outcomes', async () => {
    const { health } = ward();
    await health.record(many(19, { outcome: 'unknown' }), now);
    expect(await health.record(many(1, { outcome: 'unknown' }), new Date(now.getTime() + 180_000))).toEqual([]);
  });
});
