import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { createMessenger } from 'licet';
import { gb } from 'licet/law/gb';
import { migrateStores, postgresStores } from 'licet/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenOClock } from '../provider-bench.ts';
import { everyAdapter, signed } from './signed-calls.ts';

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

/** Nothing a database could squeeze into an index row. */
const endless = randomBytes(9_000).toString('hex');
const unstorable = [endless, '\0', 'wamid.\0', '\ud800', 'a\udfffb', '\0\0\ud83d'];

describe('text a database cannot hold', () => {
  it.each([
    ['ids of receipts', (text: string) => [{ field: 'messages', value: { statuses: [{ id: text, status: 'delivered', recipient_id: text }] } }]],
    [
      'inbound texts',
      (text: string) => [{ field: 'messages', value: { messages: [{ id: text, from: text, type: 'text', text: { body: `${text} STOP` } }] } }],
    ],
    [
      'template news',
      (text: string) => [{ field: 'message_template_status_update', value: { event: text, message_template_name: text, reason: text } }],
    ],
    ['account news', (text: string) => [{ field: 'account_update', value: { event: text, ban_info: { waba_ban_state: text } } }]],
    ['preferences', (text: string) => [{ field: 'user_preferences', value: { user_preferences: [{ wa_id: text, value: 'stop' }] } }]],
  ])('does not hold up the batch it came with: %s', async (_what, changesOf) => {
    const messenger = createMessenger({
      ...postgresStores({ client: database, tenant: 'acme' }),
      secret: Buffer.alloc(32, 7),
      law: [gb()],
      senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', whatsapp: '1063000' }],
      channels: everyAdapter,
      templates: [],
      plans: [],
      clock: tenOClock,
    });
    const stop = { field: 'user_preferences', value: { user_preferences: [{ wa_id: '447700900199', value: 'stop', timestamp: 1_763_892_000 }] } };
    const changes = [...unstorable.flatMap((text): readonly object[] => changesOf(text)), stop];
    const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] }));
    const call = signed('meta-whatsapp', body, tenOClock.now());
    const response = await messenger.webhook(
      'meta-whatsapp',
      new Request(call.url, { method: 'POST', headers: call.headers, body: new Uint8Array(body) }),
    );
    expect(response.status).toBe(200);
    const subject = messenger.consent.subject('+447700900199');
    expect((await messenger.consent.load([subject])).get(subject)?.map((record) => record.kind)).toContain('withdrawn');
  });
});
