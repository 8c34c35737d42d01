import { describe, expect, it } from 'vitest';
import { readPage } from '../docs/read-docs.ts';
import { runPage } from '../docs/run-page.ts';

/** The steps of the page, one after another, on a store in a folder. The providers' hosts are never called: nobody works off what was planned. */
const steps = `
import { openStores } from './block-1.mts';
import { openMessenger } from './block-2.mts';
import { fromForm, offer } from './block-3.mts';
import { hook } from './block-4.mts';
import { calledUs } from './block-5.mts';

const twilio = { TWILIO_SID: 'AC00000000000000000000000000000000', TWILIO_TOKEN: 'token' };
Object.assign(process.env, { WHATSAPP_TOKEN: 'token', WHATSAPP_APP_SECRET: 'secret', ...twilio });
const messenger = openMessenger(await openStores('./store'), new Uint8Array(32).fill(7));
const emma = '+447700900123';
await fromForm(messenger, emma);
const before = await offer(messenger, emma);
const again = await offer(messenger, emma);
const unsigned = await hook(messenger, 'twilio', new Request('https://hooks.acme.example/hooks/twilio', { method: 'POST', body: 'MessageSid=SM1' }));
const withdrawn = await calledUs(messenger, emma);
await messenger.tick();
const { states } = await messenger.counts();
process.stdout.write(JSON.stringify({ before, again, unsigned: unsigned.status, withdrawn, states }));
process.exit(0);
`;

describe('getting started', () => {
  it('does what its steps say', { timeout: 90_000 }, () => {
    const printed = JSON.parse(runPage(readPage('getting-started.md') ?? '', steps));
    expect(printed).toMatchObject({ before: 'planned', again: 'planned', withdrawn: 'nothing more goes out' });
    expect(printed.unsigned).toBeGreaterThanOrEqual(400);
    expect(printed.unsigned).toBeLessThan(500);
    const { refused = 0, cancelled = 0, ...others } = printed.states;
    expect(refused + cancelled).toBe(1);
    expect(Object.values(others).filter((count) => count !== 0)).toEqual([]);
  });
});

/** The host that sends by licet now, on stores in memory; the provider's host is never reached because nobody works off what was planned. */
const moved = `
import { memoryStores, systemClock } from '${new URL('../../src/index.ts', import.meta.url).pathname}';
import { openMessenger, sendSale, onTwilio } from './block-2.mts';
import { channels, plan } from './block-4.mts';

const account = { accountSid: 'AC00000000000000000000000000000000', authToken: 'token', baseUrl: 'http://127.0.0.1:9' };
const messenger = openMessenger(memoryStores({ clock: systemClock }), new Uint8Array(32).fill(7), account);
const people = ['+447700900123', '+447700900124', '+447700900125'];
await sendSale(messenger, people);
await sendSale(messenger, people);
const { states } = await messenger.counts('spring-sale');
const unsigned = await onTwilio(messenger, new Request('https://hooks.acme.example/twilio', { method: 'POST', body: 'MessageSid=SM1' }));
process.stdout.write(JSON.stringify({ planned: states.planned, unsigned: unsigned.status, channels: channels.map(({ id }) => id), steps: plan.steps.length }));
process.exit(0);
`;

describe('coming from somewhere else', () => {
  it('has programs that do what the old ones did, once', { timeout: 90_000 }, () => {
    const printed = JSON.parse(runPage(readPage('migrating.md') ?? '', moved));
    expect(printed).toMatchObject({ planned: 3, channels: ['twilio', 'infobip'], steps: 2 });
    expect(printed.unsigned).toBeGreaterThanOrEqual(400);
    expect(printed.unsigned).toBeLessThan(500);
  });
});
