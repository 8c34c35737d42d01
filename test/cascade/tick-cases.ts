import { describe, expect, it } from 'vitest';
import { type DeliveryStore, definePlan, setControl, subjectFence, tick } from '../../src/cascade/index.ts';
import type { SubmitResult } from '../../src/channels/port.ts';
import type { ErrorClass } from '../../src/channels/taxonomy.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { StoreUnavailableError } from '../../src/errors.ts';
import { type FakeProvider, fakeProvider, type HandClock, scene } from './scene.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const promo = definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 15 * minute }, { channel: 'sms' }], { onUnknown: 'wait' });

function rejected(errorClass: ErrorClass, more: Partial<Extract<SubmitResult, { outcome: 'rejected' }>> = {}): SubmitResult {
  return { outcome: 'rejected', errorClass, providerCode: null, ...more };
}

const timedOut: SubmitResult = { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };

/** How deliveries go their way, told on any store: each scene opens a fresh one. */
export function describeTick(store: (clock: HandClock) => DeliveryStore): void {
  async function twoChannels(plan = promo, capabilities: Parameters<typeof fakeProvider>[2] = {}, kind?: string) {
    const providers: FakeProvider[] = [];
    const made = await scene({
      plan,
      store,
      providers: (clock: HandClock) => {
        providers.push(fakeProvider(clock, 'whatsapp', capabilities, kind), fakeProvider(clock, 'sms'));
        return providers;
      },
    });
    const [whatsapp, sms] = providers as [FakeProvider, FakeProvider];
    return { ...made, whatsapp, sms };
  }

  describe('a delivery on its way', () => {
    it('is reached by the first channel when its receipt says delivered, and nothing else goes out', async () => {
      const { send, settle, receipt, state, whatsapp, sms, clock } = await twoChannels();
      const id = await send();
      await settle();
      expect(await state(id)).toBe('in-progress');
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
      clock.advance(2 * day);
      await settle();
      expect([whatsapp.ledger.length, sms.ledger.length]).toEqual([1, 0]);
    });

    it('falls back once after the time of its step, and only then', async () => {
      const { send, settle, state, sms, clock } = await twoChannels();
      const id = await send();
      await settle();
      clock.advance(15 * minute - 1);
      await settle();
      expect(sms.ledger).toHaveLength(0);
      clock.advance(1);
      await settle();
      await settle();
      expect(sms.ledger).toHaveLength(1);
      expect(await state(id)).toBe('in-progress');
    });

    it('counts a late delivered after the fall-back, reports reaching twice, and sends nothing more', async () => {
      const { send, settle, receipt, state, store, notices, whatsapp, sms, clock } = await twoChannels();
      const id = await send({ campaignId: 'autumn' });
      await settle();
      clock.advance(15 * minute);
      await settle();
      await receipt({ provider: 'sms-1', messageId: 'sms-m1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
      expect(await store.counts('autumn')).toMatchObject({ late: 1, doubleReach: 1, segments: 2, priceMicros: 100_000 });
      expect(notices.filter(({ name }) => name === 'late-delivery')).toHaveLength(1);
      expect([whatsapp.ledger.length, sms.ledger.length]).toEqual([1, 1]);
    });

    it('is corrected to reached by a delivered that comes after it was given up', async () => {
      const { send, settle, receipt, state, clock } = await twoChannels();
      const id = await send();
      await settle();
      clock.advance(15 * minute);
      await settle();
      await receipt({ provider: 'sms-1', messageId: 'sms-m1', status: 'failed', errorClass: 'recipient-unreachable' });
      await settle();
      expect(await state(id)).toBe('undelivered: recipient-unreachable');
      await receipt({ provider: 'sms-1', messageId: 'sms-m1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
    });

    it('expires when nothing says delivered until the end and the grace after it', async () => {
      const { send, settle, state, clock } = await twoChannels();
      const id = await send({ validUntil: new Date(clock.now().getTime() + hour) });
      await settle();
      clock.advance(15 * minute);
      await settle();
      clock.advance(45 * minute + 5 * minute);
      await settle();
      expect(await state(id)).toBe('expired: validity-over');
    });

    it('takes a receipt that came before the answer was stored', async () => {
      const { send, settle, receipt, state } = await twoChannels();
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
      const id = await send();
      await settle();
      expect(await state(id)).toBe('reached');
    });
  });

  describe('a definite refusal', () => {
    const cases: readonly (readonly [ErrorClass, string, number])[] = [
      ['not-on-channel', 'in-progress', 1],
      ['recipient-unreachable', 'in-progress', 1],
      ['consent-window-closed', 'in-progress', 1],
      ['opted-out', 'undelivered: opted-out', 0],
      ['carrier-blocked', 'undelivered: carrier-blocked', 0],
      ['content-rejected', 'undelivered: content-rejected', 0],
      ['invalid-request', 'undelivered: invalid-request', 0],
      ['rate-limited', 'in-progress', 0],
      ['sender-blocked', 'in-progress', 0],
      ['auth', 'in-progress', 0],
      ['insufficient-funds', 'in-progress', 0],
      ['unknown', 'in-progress', 0],
      ['retryable-transient', 'in-progress', 0],
    ];
    it.each(cases)('%s leads to %s with %i fall-backs', async (errorClass, expected, fallBacks) => {
      const { send, settle, state, whatsapp, sms } = await twoChannels();
      whatsapp.script.push(rejected(errorClass));
      const id = await send();
      await settle();
      expect(await state(id)).toBe(expected);
      expect(sms.ledger).toHaveLength(fallBacks);
    });

    it('reports once a person who opted out or is barred by the carrier', async () => {
      for (const errorClass of ['opted-out', 'carrier-blocked'] as const) {
        const { send, settle, whatsapp, optOuts, clock } = await twoChannels();
        whatsapp.script.push(rejected(errorClass));
        const id = await send();
        await settle();
        clock.advance(day);
        await settle();
        expect(optOuts).toMatchObject([{ deliveryId: id, says: errorClass, channel: 'whatsapp', sender: 'acme', purpose: 'offers' }]);
      }
    });

    it('records a refusal that comes by receipt, even after the end', async () => {
      const { send, settle, receipt, state, optOuts } = await twoChannels();
      const id = await send();
      await settle();
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
      await settle();
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'failed', errorClass: 'opted-out' });
      await settle();
      expect(optOuts).toHaveLength(1);
      expect(await state(id)).toBe('reached');
    });

    it('tries to record a refusal again when the ledger was down, and loses nothing', async () => {
      let down = true;
      const told: number[] = [];
      const providers: FakeProvider[] = [];
      const { send, settle, clock, notices } = await scene({
        plan: promo,
        store,
        providers: (handClock) => {
          providers.push(fakeProvider(handClock, 'whatsapp'), fakeProvider(handClock, 'sms'));
          return providers;
        },
        deps: {
          recordOptOut: async (reports) => {
            if (down) throw new Error('down');
            told.push(reports.length);
          },
        },
      });
      providers[0]?.script.push(rejected('opted-out'));
      await send();
      await settle();
      expect(told).toEqual([]);
      expect(notices.some(({ name }) => name === 'background-failure')).toBe(true);
      down = false;
      clock.advance(minute);
      await settle();
      expect(told).toEqual([1]);
    });

    it('blames the sender for what is the sender’s, with the least wait it was told', async () => {
      const { send, settle, whatsapp, troubles, clock } = await twoChannels();
      whatsapp.script.push(rejected('rate-limited', { retryAfterMs: 90 * minute }));
      await send();
      await settle();
      expect(troubles).toMatchObject([{ errorClass: 'rate-limited', retryAfterMs: 90 * minute, provider: 'whatsapp-1', sender: 'acme' }]);
      clock.advance(89 * minute);
      await settle();
      expect(whatsapp.ledger).toHaveLength(0);
      clock.advance(minute);
      await settle();
      expect(whatsapp.ledger).toHaveLength(1);
    });

    it('does not hold up a code for trouble of the sender', async () => {
      const { send, settle, whatsapp, sms } = await twoChannels();
      whatsapp.script.push(rejected('insufficient-funds'));
      await send({ kind: 'auth' });
      await settle();
      expect(sms.ledger).toHaveLength(1);
    });

    it('retries passing trouble a bounded number of times as new attempts, then goes on', async () => {
      const plan = definePlan('retry', [{ channel: 'whatsapp', maxAttempts: 3 }, { channel: 'sms' }], { onUnknown: 'wait' });
      const { send, settle, whatsapp, sms, store, clock } = await twoChannels(plan);
      for (let count = 0; count < 5; count++) whatsapp.script.push(rejected('retryable-transient'));
      const id = await send();
      for (let count = 0; count < 60; count++) {
        await settle();
        clock.advance(minute);
      }
      const [delivery] = await store.load([id]);
      expect(delivery?.steps[0]?.attempts.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(sms.ledger).toHaveLength(1);
    });

    it.each([
      ['next', 1, 0],
      ['stop', 0, 0],
      ['wait', 0, 1],
    ] as const)('follows the plan’s %s when the platform holds a message back for this person', async (onHeldBack, bySms, again) => {
      const plan = definePlan('held', [{ channel: 'whatsapp' }, { channel: 'sms' }], { onUnknown: 'wait', onHeldBack });
      const { send, settle, whatsapp, sms, state, clock, troubles } = await twoChannels(plan, {}, 'meta-whatsapp');
      whatsapp.script.push(rejected('rate-limited', { providerCode: '131049' }));
      const id = await send({ validUntil: new Date(clock.now().getTime() + 3 * day) });
      await settle();
      expect(sms.ledger).toHaveLength(bySms);
      clock.advance(day - 1);
      await settle();
      expect(whatsapp.ledger).toHaveLength(0);
      clock.advance(1);
      await settle();
      expect(whatsapp.ledger).toHaveLength(again);
      expect(troubles).toEqual([]);
      if (onHeldBack === 'stop') expect(await state(id)).toBe('undelivered: held-back');
    });
  });

  describe('an outcome nobody knows', () => {
    it('waits for a receipt that echoes our reference', async () => {
      const { send, settle, receipt, state, whatsapp, sms, clock } = await twoChannels(promo, { lookup: 'webhook-echo' });
      whatsapp.script.push(timedOut);
      const id = await send();
      await settle();
      clock.advance(3 * hour);
      await settle();
      expect([whatsapp.ledger.length, sms.ledger.length]).toEqual([0, 0]);
      await receipt({ provider: 'whatsapp-1', messageId: 'late-id', clientRef: `${id}.0`, status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
    });

    it('ends unknown when nothing comes, never re-sent and never fallen back from', async () => {
      const { send, settle, state, whatsapp, sms, clock } = await twoChannels();
      whatsapp.script.push(timedOut);
      const id = await send();
      await settle();
      clock.advance(day + 5 * minute);
      await settle();
      expect(await state(id)).toBe('unknown: no-answer');
      expect([whatsapp.ledger.length, sms.ledger.length]).toEqual([0, 0]);
    });

    it('goes on where the plan says so, after the time of the step', async () => {
      const plan = definePlan('code', [{ channel: 'whatsapp', fallBackAfterMs: minute }, { channel: 'sms' }], { onUnknown: 'next' });
      const { send, settle, whatsapp, sms, clock } = await twoChannels(plan);
      whatsapp.script.push(timedOut);
      await send({ kind: 'auth' });
      await settle();
      expect(sms.ledger).toHaveLength(0);
      clock.advance(minute);
      await settle();
      expect(sms.ledger).toHaveLength(1);
    });

    it('is submitted again under the same key where the provider de-duplicates', async () => {
      const { send, settle, whatsapp, store, clock } = await twoChannels(promo, { dedup: { by: 'key' } });
      whatsapp.script.push(() => {
        whatsapp.ledger.push({ stepKey: 'taken all the same', number: 1, to: '', at: clock.now() });
        return timedOut;
      });
      const id = await send();
      await settle();
      clock.advance(minute);
      await settle();
      const [delivery] = await store.load([id]);
      expect(delivery?.steps[0]?.attempts.map(({ result }) => result?.outcome)).toEqual(['unknown', 'accepted']);
      expect(whatsapp.ledger.filter(({ stepKey }) => stepKey === `${id}.0`)).toHaveLength(1);
    });

    it('is not submitted again when the window of the key is over', async () => {
      const { send, settle, whatsapp, clock } = await twoChannels(promo, { dedup: { by: 'key', windowMs: minute } });
      whatsapp.script.push(timedOut);
      await send();
      await settle();
      clock.advance(minute);
      await settle();
      expect(whatsapp.ledger).toHaveLength(0);
    });

    it('is looked up after a grace: present settles it, absent allows a new attempt, unsure is asked again later', async () => {
      const { send, settle, whatsapp, store, clock } = await twoChannels(promo, { lookup: 'by-client-ref' });
      whatsapp.script.push(timedOut);
      whatsapp.lookups.push({ found: 'unsure' }, { found: 'absent' });
      const id = await send();
      await settle();
      clock.advance(44_000);
      await settle();
      expect(whatsapp.asked).toBe(0);
      clock.advance(1_000);
      await settle();
      expect(whatsapp.asked).toBe(1);
      clock.advance(2 * minute);
      await settle();
      expect(whatsapp.asked).toBe(2);
      clock.advance(2 * minute);
      await settle();
      const [delivery] = await store.load([id]);
      expect(whatsapp.ledger).toHaveLength(1);
      expect(delivery?.steps[0]?.attempts.map(({ result }) => result?.outcome)).toEqual(['not-sent', 'accepted']);
    });

    it('found by a look-up counts as accepted and waits for its receipt', async () => {
      const { send, settle, receipt, state, whatsapp, clock } = await twoChannels(promo, { lookup: 'by-client-ref' });
      whatsapp.script.push(timedOut);
      whatsapp.lookups.push({ found: 'present', providerMessageId: 'found-1', status: 'sent' });
      const id = await send();
      await settle();
      clock.advance(minute);
      await settle();
      await receipt({ provider: 'whatsapp-1', messageId: 'found-1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
      expect(whatsapp.ledger).toHaveLength(0);
    });

    it('parks a delivery whose adapter throws, and only that one', async () => {
      const { send, settle, state, whatsapp } = await twoChannels();
      whatsapp.script.push(new Error('bad stored data'));
      const [poison, healthy] = [await send(), await send()];
      await settle();
      expect(await state(poison)).toBe('parked: provider-threw');
      expect(await state(healthy)).toBe('in-progress');
    });
  });

  describe('what the clearance says', () => {
    it('defers until then, and not beyond the message’s end', async () => {
      const { send, settle, state, clearance, whatsapp, clock } = await twoChannels();
      const until = new Date(clock.now().getTime() + 8 * hour);
      clearance.decide = () => (clock.now() < until ? { verdict: 'deferred', until, reason: 'quiet-hours' } : undefined);
      const [long, short] = [await send(), await send({ validUntil: new Date(clock.now().getTime() + hour) })];
      await settle();
      expect(await state(long)).toBe('deferred: quiet-hours');
      clock.advance(hour);
      await settle();
      expect(await state(short)).toBe('expired: validity-over');
      clock.advance(7 * hour);
      await settle();
      expect(whatsapp.ledger).toHaveLength(1);
    });

    it('refuses a step and takes the next, or the delivery as a whole', async () => {
      const { send, settle, state, clearance, whatsapp, sms } = await twoChannels();
      clearance.decide = ({ channel }) => (channel === 'whatsapp' ? { verdict: 'refused', scope: 'step', reason: 'channel-barred' } : undefined);
      await send();
      await settle();
      expect([whatsapp.ledger.length, sms.ledger.length]).toEqual([0, 1]);
      clearance.decide = () => ({ verdict: 'refused', scope: 'step', reason: 'consent-other-channel' });
      const nowhere = await send();
      clearance.decide = () => ({ verdict: 'refused', scope: 'delivery', reason: 'no-law-pack' });
      const nobody = await send();
      await settle();
      expect(await state(nowhere)).toBe('refused: no-law-pack');
      expect(await state(nobody)).toBe('refused: no-law-pack');
      clearance.decide = () => ({ verdict: 'refused', scope: 'step', reason: 'no-lawful-window' });
      const windowless = await send();
      await settle();
      expect(await state(windowless)).toBe('expired: no-lawful-window');
    });

    it('cancels what is left when consent went after the first step had gone out', async () => {
      const { send, settle, state, clearance, sms, clock } = await twoChannels();
      const id = await send();
      await settle();
      clearance.decide = () => ({ verdict: 'refused', scope: 'delivery', reason: 'consent-withdrawn' });
      clock.advance(15 * minute);
      await settle();
      expect(await state(id)).toBe('cancelled: withdrawn');
      expect(sms.ledger).toHaveLength(0);
    });

    it('is not acted upon when it ran out before the call: the intent is dropped, its reservation given back, and cleared anew', async () => {
      const { send, settle, clearance, whatsapp, store, deps } = await twoChannels();
      clearance.lastsMs = 0;
      const id = await send();
      await tick(deps);
      expect(whatsapp.ledger).toHaveLength(0);
      expect(clearance.released).toHaveLength(1);
      clearance.lastsMs = 5_000;
      await settle();
      expect(whatsapp.ledger).toHaveLength(1);
      const [delivery] = await store.load([id]);
      expect(delivery?.steps[0]?.attempts.map(({ result }) => result?.outcome)).toEqual(['not-sent', 'accepted']);
    });
  });

  describe('the gate', () => {
    it('keeps an attempt from starting that was cleared before a withdrawal', async () => {
      const made = await twoChannels();
      const { send, state, clock, store, whatsapp, clearance, deps } = made;
      const id = await send();
      const fence = subjectFence(store, clock);
      const result = await tick({
        ...deps,
        faultPoint: async (name) => {
          if (name === 'cleared')
            expect(await fence.close('subject-100' as SubjectRef, new Date(clock.now().getTime() + 100))).toMatchObject({ complete: true });
        },
      });
      expect(result.counts.fenced).toBe(1);
      expect(whatsapp.ledger).toHaveLength(0);
      expect(clearance.released).toHaveLength(1);
      clearance.decide = () => ({ verdict: 'refused', scope: 'delivery', reason: 'consent-withdrawn' });
      await made.settle();
      expect(await state(id)).toBe('refused: consent-withdrawn');
    });

    it('tells of the calls it could not wait for, and is complete when they ended in time', async () => {
      const { send, store, clock, whatsapp, deps } = await twoChannels();
      await send();
      let answer: (result: SubmitResult) => void = () => undefined;
      whatsapp.script.push(() => new Promise((resolve) => (answer = resolve)));
      const running = tick(deps);
      const fence = subjectFence(store, clock);
      const subject = 'subject-100' as SubjectRef;
      await expect.poll(async () => (await store.openAttempts(subject)).length).toBe(1);
      const closed = await fence.close(subject, new Date(clock.now().getTime() + 100));
      expect(closed).toMatchObject({ complete: false, inFlight: [{ stepKey: 'd-100.0', channel: 'whatsapp' }] });
      answer({ outcome: 'accepted', providerMessageId: 'late', status: 'accepted' });
      await running;
      expect(await fence.close(subject, new Date(clock.now().getTime() + 100))).toEqual({ complete: true, inFlight: [] });
    });
  });

  describe('stops and pauses', () => {
    it('holds a paused campaign back and goes on at once when it is resumed', async () => {
      const { send, settle, whatsapp, store, documents } = await twoChannels();
      await setControl({ store, documents }, { level: 'campaign', id: 'autumn' }, 'paused');
      await send({ campaignId: 'autumn' });
      await send({ campaignId: 'winter' });
      await settle();
      expect(whatsapp.ledger.map(({ stepKey }) => stepKey)).toEqual(['d-101.0']);
      await setControl({ store, documents }, { level: 'campaign', id: 'autumn' }, 'running');
      await settle();
      expect(whatsapp.ledger).toHaveLength(2);
    });

    it.each([
      [{ level: 'campaign', id: 'autumn' }, 'campaign-stopped'],
      [{ level: 'sender', id: 'acme' }, 'sender-stopped'],
      [{ level: 'template', id: 'autumn' }, 'template-stopped'],
      [{ level: 'all' }, 'stopped'],
    ] as const)('cancels what has not gone out when %o is stopped', async (scope, reason) => {
      const { send, settle, state, store, documents, whatsapp } = await twoChannels();
      const id = await send({ campaignId: 'autumn' });
      await setControl({ store, documents }, scope, 'stopped');
      expect(await setControl({ store, documents }, scope, 'running')).toBe('stopped');
      await settle();
      expect(await state(id)).toBe(`cancelled: ${reason}`);
      expect(whatsapp.ledger).toHaveLength(0);
    });

    it('lets a halted delivery be reached by what had gone out, and starts nothing more', async () => {
      const { send, settle, state, store, receipt, clock, sms } = await twoChannels();
      const [reached, silent] = [await send(), await send()];
      await settle();
      expect(await store.wake({ sender: 'acme' }, 'withdrawn')).toBe(2);
      await settle();
      await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
      clock.advance(15 * minute);
      await settle();
      expect(await state(reached)).toBe('reached');
      expect(await state(silent)).toBe('cancelled: withdrawn');
      expect(sms.ledger).toHaveLength(0);
    });
  });

  describe('workers that die or sleep', () => {
    it('recovers an open attempt as unknown when the lease is over, and never submits it blindly again', async () => {
      const { send, settle, state, deps, whatsapp, clock } = await twoChannels();
      const id = await send();
      const killed = tick({
        ...deps,
        faultPoint: (name) => (name === 'attempt-started:committed' ? new Promise<void>(() => undefined) : undefined),
      });
      void killed;
      await expect.poll(async () => (await deps.store.openAttempts('subject-100' as SubjectRef)).length).toBe(1);
      clock.advance(minute);
      await settle();
      expect(await state(id)).toBe('in-progress');
      clock.advance(day + hour);
      await settle();
      expect(await state(id)).toBe('unknown: no-answer');
      expect(whatsapp.ledger).toHaveLength(0);
    });

    it('keeps the late answer of a worker that had lost its lease', async () => {
      const { send, settle, state, deps, whatsapp, receipt, clock } = await twoChannels();
      const id = await send();
      let answer: (result: SubmitResult) => void = () => undefined;
      whatsapp.script.push(() => new Promise((resolve) => (answer = resolve)));
      const slow = tick(deps);
      await expect.poll(async () => (await deps.store.openAttempts('subject-100' as SubjectRef)).length).toBe(1);
      clock.advance(2 * minute);
      await settle();
      answer({ outcome: 'accepted', providerMessageId: 'late-1', status: 'accepted' });
      expect((await slow).counts.lost).toBe(1);
      await settle();
      await receipt({ provider: 'whatsapp-1', messageId: 'late-1', status: 'delivered' });
      await settle();
      expect(await state(id)).toBe('reached');
      expect(whatsapp.ledger).toHaveLength(0);
    });

    it('parks what breaks every worker that takes it, and nobody else', async () => {
      const { send, settle, state, deps, clock } = await twoChannels();
      const ids = [await send(), await send(), await send()];
      let crashes = 0;
      for (let count = 0; count < 12; count++) {
        const worker = tick({
          ...deps,
          plans: {
            ...deps.plans,
            load: async () => undefined,
            get: (ref) => deps.plans.get(ref),
          },
          clearance: {
            ...deps.clearance,
            clear: async (requests, now) => {
              if (requests.some(({ deliveryId }) => deliveryId === ids[1])) {
                crashes++;
                throw new Error('out of memory');
              }
              return deps.clearance.clear(requests, now);
            },
          },
        });
        await worker.catch(() => undefined);
        clock.advance(minute);
      }
      await settle();
      expect(await state(ids[1] as string)).toBe('parked: crash-loop');
      expect([await state(ids[0] as string), await state(ids[2] as string)]).toEqual(['in-progress', 'in-progress']);
      expect(crashes).toBeLessThanOrEqual(5);
    });

    it('blames nobody for a store that was down, however long', async () => {
      const { send, settle, state, deps, clock } = await twoChannels();
      const id = await send();
      const down = { ...deps.clearance, clear: () => Promise.reject(new StoreUnavailableError('The consent store does not answer.')) };
      for (let count = 0; count < 10; count++) {
        await expect(tick({ ...deps, clearance: down })).rejects.toThrow('does not answer');
        clock.advance(1_000);
      }
      await settle();
      expect(await state(id)).toBe('in-progress');
    });

    it('gives back what it has not touched when told to stop, and finishes the calls under way', async () => {
      const { send, settle, deps, whatsapp } = await twoChannels(promo, { limits: { concurrency: 2 } });
      for (let count = 0; count < 6; count++) await send();
      const stop = new AbortController();
      whatsapp.script.push(() => {
        stop.abort();
        return { outcome: 'accepted', providerMessageId: 'first', status: 'accepted' };
      });
      const { counts } = await tick(deps, { signal: stop.signal });
      expect(counts).toMatchObject({ submitted: 1, notSent: 1, claimed: 6 });
      expect(await tick(deps, { signal: stop.signal })).toMatchObject({ done: 0 });
      await settle();
      expect(whatsapp.ledger).toHaveLength(5);
    });
  });
}
