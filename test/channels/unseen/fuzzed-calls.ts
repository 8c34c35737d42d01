import { readFileSync } from 'node:fs';
import { providerIdOf } from '../../../src/channels/parsers.ts';
import type { ChannelProvider } from '../../../src/channels/port.ts';
import { createMessenger, type Messenger, memoryStores } from '../../../src/index.ts';
import { gb } from '../../../src/law/packs/gb.ts';
import { ru } from '../../../src/law/packs/ru.ts';
import { tenOClock } from '../stopped-clock.ts';
import { dice, mutated, scrambled } from './mutations.ts';
import { everyAdapter, signed } from './signed-calls.ts';

/** Writes a webhook may cause, by store. */
const writes = { deliveryStore: ['recordReceipts', 'wake'], consentStore: ['append'], documentStore: ['putIfVersion'] } as const;

/** A messenger of every provider on memory, and how often anything was written. */
export function house(channels: readonly ChannelProvider[] = everyAdapter): { readonly messenger: Messenger; readonly written: () => number } {
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
    channels,
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
/** A body in the form of a provider's own, changed in a few places. */
export function bodyOf(provider: string, roll: Roll): { readonly body: Buffer; readonly type: string } {
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

/** One call nobody has signed, or that was signed and then changed; the same for the same number. */
export function unsignedCall(number: number): { readonly id: string; readonly request: Request } {
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
  return { id, request: new Request(url, { method, headers: given, ...(bodiless ? {} : { body: new Uint8Array(body) }) }) };
}

/** Adapters whose provider can be played: Amazon's signature needs Amazon's certificate. */
export const signingAdapters: readonly ChannelProvider[] = everyAdapter.filter(({ id }) => id !== 'aws-sms');

/** One call with a mutated body, signed as its provider would; the same for the same number. */
export function signedCall(number: number): { readonly id: string; readonly request: Request } {
  const roll = dice(1_000_000_000 + number);
  const { id } = signingAdapters[number % signingAdapters.length]!;
  const { body, type } = bodyOf(id, roll);
  const call = signed(id, body, tenOClock.now());
  const contentType = id === 'smsru' || id === 'smsc' ? 'application/x-www-form-urlencoded' : type;
  const headers = { 'content-type': contentType, ...call.headers };
  return { id, request: new Request(call.url, { method: 'POST', headers, body: new Uint8Array(call.body) }) };
}
