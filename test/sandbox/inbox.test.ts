import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsc } from '../../src/channels/smsc/index.ts';
import { inboxScript } from '../../src/sandbox/inbox-script.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { createHost, fastClock, type Host, until } from './town.ts';

const clock = fastClock(600);
let host: Host;
let sandbox: Sandbox;

beforeAll(async () => {
  host = await createHost();
  host.mount(smsc({ apiKey: 'k', callbackSecret: 's', webhookToken: 'mine' }));
  sandbox = await createSandbox({ clock, webhooks: { smsc: `${host.url}/hooks/smsc?token=mine` }, secrets: { smsc: 's' }, behaviour: { read: 0 } });
});

afterAll(async () => {
  await sandbox.close();
  await host.close();
});

async function submit(to: string, text: string): Promise<void> {
  const provider = smsc({ apiKey: 'k', baseUrl: sandbox.baseUrl('smsc'), clock });
  const message = clearedMessage({ to, content: { type: 'text', text }, validUntil: new Date(clock.now().getTime() + 3_600_000) });
  await provider.submit(message, { attempt: { stepKey: `inbox ${to}`, number: 1 }, signal: new AbortController().signal });
}

function act(body: unknown, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  return fetch(`${sandbox.url}/_sandbox/act`, init);
}

describe('the inbox', () => {
  it('is served under a policy that runs no foreign script', async () => {
    const page = await fetch(sandbox.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    for (const asset of ['/_sandbox/inbox.css', '/_sandbox/inbox.js']) {
      expect(html).toContain(asset);
      expect((await fetch(sandbox.url + asset)).status).toBe(200);
    }
    expect(() => new vm.Script(inboxScript)).not.toThrow();
  });

  it('feeds what was and what happens as server-sent events', async () => {
    await submit('+79000000001', 'До встречи');
    const response = await fetch(`${sandbox.url}/_sandbox/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('"delivered"')) seen += (await reader.read()).value ?? '';
    expect(seen).toContain('До встречи');
    await reader.cancel();
  });

  it('turns its buttons into webhooks', async () => {
    await submit('+79000000002', 'Скидка');
    const seq = sandbox.ledger.at(-1)!.seq;
    expect((await act({ seq, type: 'reply', text: 'Стоп' })).status).toBe(202);
    await until(() => host.events.some((event) => event.kind === 'inbound' && event.recipient === '+79000000002' && event.text === 'Стоп'));
    expect((await act({ seq, type: 'failed', code: '246' })).status).toBe(202);
    await until(() => host.events.some((event) => event.status === 'undelivered' && event.recipient === '+79000000002'));
    expect((await act({ seq: 999, type: 'read' })).status).toBe(404);
    expect((await act({ seq, type: 'explode' })).status).toBe(400);
  });

  it('is closed to other origins and re-bound names', async () => {
    expect((await act({ seq: 1, type: 'read' }, { origin: 'https://evil.example.test' })).status).toBe(403);
    expect((await act({ seq: 1, type: 'read' }, { 'content-type': 'text/plain' })).status).toBe(400);
  });
});
