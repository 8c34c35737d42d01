import { describe, expect, it } from 'vitest';
import { memoryDeliveryStore, memoryDocumentStore } from '../../src/cascade/index.ts';
import type { SenderOutcome } from '../../src/cascade/work/tick-deps.ts';
import { watchSenders } from '../../src/cascade/work/watch-senders.ts';
import { createEmitter } from '../../src/events.ts';
import { type CounterStore, memoryCounterStore, paceCharge, senderKey } from '../../src/limits/index.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const at = new Date('2026-04-13T10:00:00Z');
const trouble = (change: Partial<SenderOutcome>): SenderOutcome => ({
  provider: 'sms',
  sender: 'acme',
  channel: 'sms',
  template: 'sale',
  campaignId: 'spring',
  outcome: 'rejected',
  errorClass: 'rate-limited',
  providerCode: '429',
  at,
  ...change,
});

function scene() {
  const counters = memoryCounterStore();
  const documents = memoryDocumentStore();
  const events = createEmitter();
  const heard: string[] = [];
  events.on('sender-paused', ({ reason, until }) => heard.push(`${reason} ${until?.toISOString().slice(11, 19)}`));
  events.on('campaign-paused', ({ campaignId }) => heard.push(`paused ${campaignId}`));
  const tell = watchSenders({ counters, documents, store: memoryDeliveryStore({ clock: manualClock(at) }), events });
  const report = (outcomes: readonly SenderOutcome[]) => Promise.all(outcomes.map(tell));
  const mayCall = async (afterMs: number) => {
    const now = new Date(at.getTime() + afterMs);
    return (await counters.take([[paceCharge(senderKey('sms', 'acme'), undefined, 0, 1_000)]], now)).results[0]!.taken;
  };
  return { report, heard, mayCall, documents, counters };
}

describe('trouble of a sender', () => {
  it('a rate limit closes the sender at least until Retry-After, and no longer than it takes', async () => {
    const { report, heard, mayCall } = scene();
    expect(await mayCall(0)).toBe(true);
    await report([trouble({ retryAfterMs: 30_000 })]);
    expect(await mayCall(28_000)).toBe(false); // a second before the end a slot at the end may be given out
    expect(await mayCall(120_000)).toBe(true);
    expect(heard).toEqual(['rate-limited 10:00:30']);
  });

  it('refused credentials close it for longer, and a burst of them pauses the campaign', async () => {
    const { report, heard, mayCall, documents } = scene();
    await report(Array.from({ length: 12 }, () => trouble({ errorClass: 'auth', providerCode: '190' })));
    expect(await mayCall(10 * 60_000)).toBe(false);
    expect(heard).toContain('paused spring');
    expect((await documents.get('control/campaign/spring'))?.value).toBe('paused');
  });

  it('a refused template is nobody else’s fault', async () => {
    const { report, heard, mayCall } = scene();
    await report(Array.from({ length: 12 }, () => trouble({ errorClass: 'content-rejected', providerCode: '132015' })));
    expect(heard).toEqual([]);
    expect(await mayCall(0)).toBe(true);
  });

  const fine = (afterMs: number) => trouble({ outcome: 'accepted', errorClass: null, providerCode: null, at: new Date(at.getTime() + afterMs) });
  const lost = (afterMs: number) => trouble({ outcome: 'unknown', errorClass: 'unknown', providerCode: null, at: new Date(at.getTime() + afterMs) });

  it('a brown-out closes the sender, and a few lost answers among many good ones do not', async () => {
    const calm = scene();
    await calm.report(Array.from({ length: 200 }, (_, index) => (index % 10 === 9 ? lost(0) : fine(0))));
    expect(calm.heard).toEqual([]);
    expect(await calm.mayCall(0)).toBe(true);
    const stormy = scene();
    await stormy.report(Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? fine(0) : lost(0))));
    expect(stormy.heard[0]).toBe('failing 10:00:30');
    expect(await stormy.mayCall(1_000)).toBe(false);
    expect(await stormy.mayCall(60_000)).toBe(true);
  });

  it('good calls of another process count too', async () => {
    const { counters, report, heard } = scene();
    const other = watchSenders({
      counters,
      documents: memoryDocumentStore(),
      store: memoryDeliveryStore({ clock: manualClock(at) }),
      events: createEmitter(),
    });
    for (let count = 0; count < 500; count++) await other(fine(count * 20));
    await report(Array.from({ length: 40 }, () => lost(10_000)));
    expect(heard).toEqual([]);
  });

  it('many failures at a time are few calls to the counters, many successes one every few seconds', async () => {
    const real = memoryCounterStore();
    let calls = 0;
    const counters: CounterStore = {
      ...real,
      tally(...given) {
        calls++;
        return real.tally(...given);
      },
    };
    const tell = watchSenders({
      counters,
      documents: memoryDocumentStore(),
      store: memoryDeliveryStore({ clock: manualClock(at) }),
      events: createEmitter(),
    });
    await Promise.all(Array.from({ length: 300 }, () => tell(lost(0))));
    expect(calls).toBeLessThanOrEqual(2);
    calls = 0;
    for (let count = 0; count < 1_000; count++) await tell(fine(count * 10));
    expect(calls).toBeLessThanOrEqual(3);
  });

  it('a few bad messages among thousands of good ones do not pause the campaign', async () => {
    const { report, heard } = scene();
    await report([
      ...Array.from({ length: 2_000 }, () => fine(0)),
      ...Array.from({ length: 15 }, () => trouble({ errorClass: 'invalid-request', providerCode: '100' })),
    ]);
    expect(heard).toEqual([]);
  });
});
