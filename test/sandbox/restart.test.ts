import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { smsc } from '../../src/channels/smsc/index.ts';
import { InvalidOptionsError } from '../../src/errors.ts';
import { createSandbox, lifelike, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { createHost, fastClock, until } from './town.ts';

const clock = fastClock(600);
const folders: string[] = [];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await createSandbox({ clock, ...options });
  open.push(sandbox);
  return sandbox;
}

function submit(sandbox: Sandbox, to: string, stepKey: string) {
  const provider = smsc({ apiKey: 'k', baseUrl: sandbox.baseUrl('smsc'), clock, callbackSecret: 's' });
  const message = clearedMessage({ to, validUntil: new Date(clock.now().getTime() + 3_600_000) });
  return provider.submit(message, { attempt: { stepKey, number: 1 }, signal: new AbortController().signal });
}

describe('a sandbox on a ledger file', () => {
  it('knows after a restart what it took, and tells what was still to be told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    const ledgerFile = join(folder, 'deep', 'ledger.jsonl');
    const host = await createHost();
    open.push(host);
    host.mount(smsc({ apiKey: 'k', callbackSecret: 's' }));
    const options = { ledgerFile, webhooks: { smsc: `${host.url}/hooks/smsc` }, secrets: { smsc: 's' } };
    host.down = true;
    const first = await createSandbox({ clock, ...options });
    await submit(first, '+79000000001', 'a');
    await submit(first, '+79000000002', 'b');
    const rows = readFileSync(ledgerFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { row: string });
    expect(rows.map((row) => row.row)).toEqual(['taken', 'taken']);
    await first.close();
    appendFileSync(ledgerFile, '{"row":"taken","entry":{"seq":3,"at":"2026-');
    host.down = false;
    const second = await start(options);
    expect(second.ledger.map((entry) => entry.to)).toEqual(['+79000000001', '+79000000002']);
    await until(() => host.events.filter((event) => event.status === 'delivered').length === 2);
    expect(await submit(second, '+79000000003', 'c')).toMatchObject({ outcome: 'accepted' });
    expect(second.ledger.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    await until(() => second.pending === 0);
    await until(() => readFileSync(ledgerFile, 'utf8').split('"acked"').length === 7);
    const told = host.events.length;
    await second.close();
    open.pop();
    await start(options);
    await clock.sleep(600_000);
    expect(host.events).toHaveLength(told);
  });

  it('loses nothing it has answered for when it is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    const ledgerFile = join(folder, 'ledger.jsonl');
    const acknowledged = new Set<string>();
    const unknown = new Set<string>();
    let step = 0;
    for (let life = 0; life < 3; life += 1) {
      const child = spawn(process.execPath, [new URL('./sandbox-process.ts', import.meta.url).pathname, ledgerFile]);
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const provider = smsc({ apiKey: 'k', baseUrl: `${String(line).trim()}/smsc`, timeoutMs: 2_000 });
      const ended = once(child, 'exit');
      setTimeout(() => child.kill('SIGKILL'), 150);
      while (child.signalCode === null) {
        step += 1;
        const stepKey = `step ${step}`;
        const message = clearedMessage({
          to: '+79000000001',
          content: { type: 'text', text: stepKey },
          validUntil: new Date(Date.now() + 3_600_000),
        });
        const result = await provider.submit(message, { attempt: { stepKey, number: 1 }, signal: new AbortController().signal });
        if (result.outcome === 'accepted') acknowledged.add(stepKey);
        if (result.outcome === 'unknown') unknown.add(stepKey);
      }
      await ended;
    }
    const sandbox = await start({ ledgerFile });
    const taken = new Set(sandbox.ledger.map((entry) => entry.text));
    expect(acknowledged.size).toBeGreaterThan(10);
    expect(taken.size).toBe(sandbox.ledger.length);
    expect([...acknowledged].filter((stepKey) => !taken.has(stepKey))).toEqual([]);
    expect([...taken].filter((text) => !acknowledged.has(text) && !unknown.has(text))).toEqual([]);
  });

  it('says so when the ledger cannot be used', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    await expect(createSandbox({ ledgerFile: folder })).rejects.toMatchObject({ code: 'ledger-unusable' });
  });
});

describe('createSandbox', () => {
  it('names a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(createSandbox({ port })).rejects.toMatchObject({ code: 'port-in-use', message: expect.stringContaining(String(port)) });
    server.close();
  });

  it('refuses options it cannot use', async () => {
    await expect(createSandbox({ webhooks: { carrier: 'http://127.0.0.1' } })).rejects.toBeInstanceOf(InvalidOptionsError);
    await expect(createSandbox({ behaviour: { late: 2 } })).rejects.toBeInstanceOf(InvalidOptionsError);
  });

  it('shows health and ledger, and answers 404 elsewhere', async () => {
    const sandbox = await start({});
    await submit(sandbox, '+79000000001', 'a');
    expect(await (await fetch(`${sandbox.url}/_sandbox/health`)).json()).toMatchObject({ ok: true, messages: 1 });
    expect(await (await fetch(`${sandbox.url}/_sandbox/ledger`)).json()).toMatchObject({ entries: [{ to: '+79000000001' }], acts: [] });
    expect((await fetch(`${sandbox.url}/smsc/sys/unknown.php`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/sys/status.php?login=a&psw=b&phone=1&id=2`)).status).toBe(200);
  });

  it('behaves alike under the same seed, and like life in the shares asked for', async () => {
    const outcomes = async (seed: string) => {
      const sandbox = await start({ seed, behaviour: { ...lifelike, throttled: 0, cut: 0.1 } });
      const results = [];
      for (let line = 0; line < 100; line += 1) results.push((await submit(sandbox, `+7900000${String(line).padStart(4, '0')}`, `s${line}`)).outcome);
      return results;
    };
    const [one, again, other] = [await outcomes('a'), await outcomes('a'), await outcomes('b')];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    const unknown = one.filter((outcome) => outcome === 'unknown').length;
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThan(20);
  });
});
