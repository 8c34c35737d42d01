import { readFileSync } from 'node:fs';
import { createMessenger, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { ru } from 'licet/law/ru';
import { describe, expect, it } from 'vitest';
import { providerIdOf } from '../../../src/channels/parsers.ts';
import { tenOClock } from '../provider-bench.ts';
import { dice, mutated, scrambled } from './mutations.ts';
import { everyAdapter, signed } from './signed-calls.ts';

const CALLS = 10_000;
const MIB = 1_048_576;

/** Writes a webhook may cause, by store. */
const writes = { deliveryStore: ['recordReceipts', 'wake'], consentStore: ['append'], documentStore: ['putIfVersion'] } as const;

/** A messenger of every provider on memory, and how often anything was written. */
function house() {
  const stores = memoryStores({ clock: tenOClock });
  let written = 0;
  const counting = <Store extends object>(store: Store, names: readonly string[]): Store =>
    new Proxy(store, {
      get(target, name, receiver) {
        if (names.includes(String(name))) written++;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  const messenger = createMessenger({
    ...stores,
    deliveryStore: counting(stores.deliveryStore, writes.deliveryStore),
    consentStore: counting(stores.consentStore, writes.consentStore),
    documentStore: counting(stores.documentStore, writes.documentStore),
    secret: Buffer.alloc(32, 7),
    law: [gb(), ru()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '1063000' }],
    channels: everyAdapter,
    templates: [],
    plans: [],
    clock: tenOClock,
    publicUrl: 'https://hooks.example.test',
  });
  return { messenger, written: () => written };
}

/** Webhook bodies the facts describe, by provider: what is mutated. */
const seeds = new Map<string, unknown[]>();
for (const line of readFileSync(new URL('./payloads.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')) {
  const { provider, payload, surface } = JSON.parse(line) as { provider: string; payload: unknown; surface?: string };
  const id = providerIdOf(provider) ?? provider;
  if (surface === undefined) seeds.set(id, [...(seeds.get(id) ?? []), payload]);
}
const anySeed = [...seeds.values()].flat();

const formFields = (value: unknown): URLSearchParams => {
  const form = new URLSearchParams();
  if (typeof value !== 'object' || value === null) return form;
  for (const [name, field] of Object.entries(value)) {
    for (const item of Array.isArray(field) ? field : [field]) form.append(Array.isArray(field) ? `${name}[]` : name, String(item));
  }
  return form;
};

type Roll = ReturnType<typeof dice>;
function bodyOf(provider: string, roll: Roll): { readonly body: Buffer; readonly type: string } {
  const own = seeds.get(provider) ?? anySeed;
  const from = roll(6) === 0 ? anySeed : own;
  const payload = from[roll(from.length)];
  const changed = typeof payload === 'string' ? payload : mutated(payload, roll);
  const isForm = /^(?:smsc|smsru)$/u.test(provider) || roll(12) === 0;
  const text = typeof changed === 'string' ? changed : isForm ? formFields(changed).toString() : (JSON.stringify(changed) ?? '');
  const bytes = Buffer.from(text);
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return { body: roll(10) === 0 ? scrambled(bytes, roll) : bytes, type };
}

const junkHeaders = [
  'authorization',
  'x-hub-signature-256',
  'x-twilio-signature',
  'x-viber-content-signature',
  'x-goog-signature',
  'x-request-signature',
  'x-request-timestamp',
  'x-telegram-bot-api-secret-token',
  'x-max-bot-api-secret',
  'x-sinch-webhook-signature',
  'x-sinch-webhook-signature-timestamp',
  'content-type',
];
const junkValues = [
  '',
  '0',
  'sha256=',
  'Bearer a.b.c',
  'Bearer e30.e30.',
  'Basic Og==',
  '1763892000',
  'text/xml',
  'fuzz',
  'undefined',
  'A'.repeat(4_000),
];
const junkQueries = [
  '',
  '?',
  '?token=',
  '?token=fuzz',
  '?bodySHA256=',
  '?hub.mode=subscribe&hub.challenge=1&hub.verify_token=',
  '?%',
  '?token=%00',
  '?a=%E0%A4',
];
const strangeIds = ['', '__proto__', 'constructor', 'toString', 'nobody', '../twilio', 'smpp', 'METAWHATSAPP'];

describe('the webhook entry', () => {
  it(`refuses ${CALLS} unsigned calls of every kind and writes nothing`, async () => {
    const { messenger, written } = house();
    const statuses = new Map<number, number>();
    for (let number = 0; number < CALLS; number++) {
      const roll = dice(number);
      const known = everyAdapter[roll(everyAdapter.length)]!.id;
      const id = roll(40) === 0 ? strangeIds[roll(strangeIds.length)]! : known;
      const { body, type } = bodyOf(known, roll);
      const method = ['POST', 'POST', 'POST', 'PUT', 'DELETE', 'GET', 'OPTIONS', 'HEAD'][roll(8)]!;
      const headers: Record<string, string> = { 'content-type': type };
      for (let times = roll(4); times > 0; times--) headers[junkHeaders[roll(junkHeaders.length)]!] = junkValues[roll(junkValues.length)]!;
      // signed by the provider, and then not what was signed
      const stale = roll(4) === 0 ? signed(known, Buffer.concat([body, Buffer.from(' {')]), tenOClock.now()) : undefined;
      const url = stale?.url.replace(/\?token=.*/u, '') ?? `https://hooks.example.test/hooks/${known}${junkQueries[roll(junkQueries.length)]}`;
      const bodiless = method === 'GET' || method === 'HEAD';
      const given = { ...headers, ...(stale?.headers ?? {}) };
      for (const name of ['x-telegram-bot-api-secret-token', 'x-max-bot-api-secret']) if (given[name] === 'fuzz-secret') delete given[name];
      const request = new Request(url, { method, headers: given, ...(bodiless ? {} : { body: new Uint8Array(body) }) });
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
    const adapters = everyAdapter.filter(({ id }) => id !== 'aws-sms');
    for (let number = 0; number < CALLS; number++) {
      const roll = dice(1_000_000 + number);
      const { id } = adapters[number % adapters.length]!;
      const { body, type } = bodyOf(id, roll);
      const call = signed(id, body, tenOClock.now());
      const contentType = id === 'smsru' || id === 'smsc' ? 'application/x-www-form-urlencoded' : type;
      const request = new Request(call.url, {
        method: 'POST',
        headers: { 'content-type': contentType, ...call.headers },
        body: new Uint8Array(call.body),
      });
      const response = await messenger.webhook(id, request);
      expect([200, 400, 401].includes(response.status), `call ${number} to ${id}: ${response.status} ${await response.text()}`).toBe(true);
      statuses.set(`${id} ${response.status}`, (statuses.get(`${id} ${response.status}`) ?? 0) + 1);
    }
    expect(failures).toEqual([]);
    for (const { id } of adapters) expect(statuses.get(`${id} 200`) ?? 0, id).toBeGreaterThan(CALLS / adapters.length / 3);
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
