import { describe, expect, it } from 'vitest';
import { memoryProvider } from '../../../src/channels/memory/index.ts';
import { clearedMessage, tenOClock, webhookCall } from '../provider-bench.ts';

const context = (stepKey: string, number = 1) => ({ attempt: { stepKey, number }, signal: new AbortController().signal });
const signal = new AbortController().signal;

describe('memoryProvider', () => {
  it('keeps a ledger and recognises a repeated step', async () => {
    const provider = memoryProvider();
    const first = await provider.submit(clearedMessage({}), context('s1'));
    expect(await provider.submit(clearedMessage({}), context('s1', 2))).toEqual(first);
    expect(provider.accepted.map((entry) => [entry.stepKey, entry.attempt])).toEqual([['s1', 1]]);
    expect(provider.submits).toBe(2);
  });

  it('takes a message twice when it declares no deduplication', async () => {
    const provider = memoryProvider({ capabilities: { dedup: { by: 'none' } } });
    await provider.submit(clearedMessage({}), context('s1'));
    await provider.submit(clearedMessage({}), context('s1', 2));
    expect(provider.accepted).toHaveLength(2);
  });

  it('loses an answer after taking the message, and tells a look-up', async () => {
    const provider = memoryProvider({ script: () => 'lost' });
    expect(await provider.submit(clearedMessage({}), context('s1'))).toMatchObject({ outcome: 'unknown' });
    const query = { stepKey: 's1', to: '+447700900123', startedAt: tenOClock.now() };
    expect(await provider.lookup?.(query, signal)).toMatchObject({ found: 'present', providerMessageId: 'memory-1' });
    expect(await provider.lookup?.({ ...query, stepKey: 's2' }, signal)).toEqual({ found: 'absent' });
  });

  it('follows its script and makes receipts', async () => {
    const refusal = { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: 'x' } as const;
    const provider = memoryProvider({ script: (message) => (message.to.endsWith('3') ? refusal : undefined) });
    expect(await provider.submit(clearedMessage({}), context('s1'))).toEqual(refusal);
    await provider.submit(clearedMessage({ to: '+447700900124' }), context('s2'));
    const receipt = provider.receipt('memory-1', 'delivered');
    expect(receipt).toMatchObject({ kind: 'status', status: 'delivered', clientRef: 's2', recipient: '+447700900124' });
    expect(await provider.parseWebhook(webhookCall({ events: [receipt, 1, {}] }), tenOClock.now())).toMatchObject({ ok: true, events: [receipt] });
  });
});
