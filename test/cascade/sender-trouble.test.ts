import { describe, expect, it } from 'vitest';
import { memoryDeliveryStore, memoryDocumentStore } from '../../src/cascade/index.ts';
import { reportTroubleTo } from '../../src/cascade/sender-trouble.ts';
import type { SenderTrouble } from '../../src/cascade/tick-deps.ts';
import { createEmitter } from '../../src/events.ts';
import { memoryCounterStore, paceCharge, senderKey } from '../../src/limits/index.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const at = new Date('2026-04-13T10:00:00Z');
const trouble = (change: Partial<SenderTrouble>): SenderTrouble => ({
  provider: 'sms',
  sender: 'acme',
  channel: 'sms',
  template: 'sale',
  campaignId: 'spring',
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
  const report = reportTroubleTo({ counters, documents, store: memoryDeliveryStore({ clock: manualClock(at) }), events });
  const mayCall = async (afterMs: number) => {
    const now = new Date(at.getTime() + afterMs);
    return (await counters.take([[paceCharge(senderKey('sms', 'acme'), undefined, 0, 1_000)]], now)).results[0]!.taken;
  };
  return { report, heard, mayCall, documents };
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
});
