import { describe, expect, it } from 'vitest';
import { house, signedCall, signingAdapters, unsignedCall } from './fuzzed-calls.ts';

const CALLS = 10_000;
const MIB = 1_048_576;

describe('the webhook entry', () => {
  it(`refuses ${CALLS} unsigned calls of every kind and writes nothing`, async () => {
    const { messenger, written } = house();
    const statuses = new Map<number, number>();
    for (let number = 0; number < CALLS; number++) {
      const { id, request } = unsignedCall(number);
      const response = await messenger.webhook(id, request);
      expect(response.status, `call ${number} to ${id}`).toBeGreaterThanOrEqual(400);
      expect(response.status, `call ${number} to ${id}`).toBeLessThan(500);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }
    expect(written()).toBe(0);
    for (const status of [401, 404, 405]) expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(50);
  });

  it(`takes ${CALLS} signed calls with mutated bodies without a 5xx, and writes something`, async () => {
    const { messenger, written } = house();
    const failures: string[] = [];
    messenger.events.on('background-failure', ({ where, code }) => failures.push(`${where} ${code}`));
    const statuses = new Map<string, number>();
    for (let number = 0; number < CALLS; number++) {
      const { id, request } = signedCall(number);
      const response = await messenger.webhook(id, request);
      expect([200, 400, 401].includes(response.status), `call ${number} to ${id}: ${response.status} ${await response.text()}`).toBe(true);
      statuses.set(`${id} ${response.status}`, (statuses.get(`${id} ${response.status}`) ?? 0) + 1);
    }
    expect(failures).toEqual([]);
    for (const { id } of signingAdapters) expect(statuses.get(`${id} 200`) ?? 0, id).toBeGreaterThan(CALLS / signingAdapters.length / 3);
    expect(written()).toBeGreaterThan(CALLS / 20);
  });

  it('reads no more of an endless body than its cap', async () => {
    const { messenger, written } = house();
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
    const response = await messenger.webhook('viber_bot', new Request('https://hooks.example.test/hooks/viber', init));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(2 * MIB);
    expect(written()).toBe(0);
  });

  it('answers a body that breaks off with 4xx', async () => {
    const { messenger, written } = house();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array([0x7b]));
        controller.error(new TypeError('terminated'));
      },
    });
    const init = { method: 'POST', body: broken, duplex: 'half' } as RequestInit;
    const response = await messenger.webhook('twilio', new Request('https://hooks.example.test/hooks/twilio', init));
    expect(response.status).toBe(400);
    expect(written()).toBe(0);
  });
});
