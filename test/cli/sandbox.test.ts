import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from '../../src/cli/sandbox.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly url: string;
  readonly providers: Readonly<Record<string, string>>;
}

/** Starts the command, does something while it runs, and ends it as Ctrl-C does. */
async function during(args: readonly string[], act: (started: Started) => Promise<void>) {
  const stop = new AbortController();
  let started!: (value: Started) => void;
  const ready = new Promise<Started>((resolve) => {
    started = resolve;
  });
  const ended = run(sandbox, ['--format', 'jsonl', '--port', '0', ...args], { signal: stop.signal, out: (text) => started(JSON.parse(text)) });
  await act(await ready);
  stop.abort();
  return ended;
}

const send = (base: string, to: string) => fetch(`${base}/sys/send.php?login=a&psw=b&fmt=3&charset=utf-8&mes=hello&phones=${to}`);

describe('licet sandbox', () => {
  it('speaks for the providers until it is told to end', async () => {
    let base = '';
    const { code, err } = await during([], async ({ url, providers }) => {
      expect(Object.keys(providers)).toEqual(expect.arrayContaining(['meta-whatsapp', 'max-bot', 'smsc', 'twilio']));
      base = providers.smsc!;
      expect(base.startsWith(url)).toBe(true);
      expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
      expect(await (await send(base, '79000000012')).json()).toMatchObject({ id: expect.anything() });
    });
    expect([code, err]).toEqual([0, '']);
    await expect(fetch(base)).rejects.toThrow();
  });

  it('keeps what it took in the ledger file', async () => {
    const ledger = join(folder, 'ledger.jsonl');
    await during(['--ledger', ledger], async ({ providers }) => {
      await send(providers.smsc!, '79000000013');
    });
    expect(readFileSync(ledger, 'utf8')).toContain('79000000013');
    await during(['--ledger', ledger], async ({ url }) => {
      expect(await (await fetch(`${url}/_sandbox/health`)).json()).toMatchObject({ messages: 1 });
    });
  });

  it('posts webhooks to where it was told, the provider in any spelling', async () => {
    let told!: (body: string) => void;
    const webhook = new Promise<string>((resolve) => {
      told = resolve;
    });
    const host = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        response.end('ok');
        told(`${request.url} ${body}`);
      });
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/hooks/smsc`;
    await during(['--webhook', `SMSC.ru=${url}`, '--secret', 'smsc=quiet'], async ({ providers }) => {
      await send(providers.smsc!, '79000000014');
      expect(await webhook).toContain('/hooks/smsc');
    });
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
  });

  it('shows people its address, and how to end it', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, out } = await run(sandbox, ['--port', '0', '--lifelike', '--seed', 'x'], { signal: stop.signal });
    expect(code).toBe(0);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\n/u);
    expect(out).toMatch(/twilio +http:\/\/127\.0\.0\.1:\d+\/twilio/u);
    expect(out).toContain('Ctrl-C');
  });

  it('exits with 2 when the port is busy', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(sandbox, ['--port', String(port)]);
    expect(code).toBe(2);
    expect(err).toContain(`Port ${port}`);
    await new Promise((resolve) => other.close(resolve));
  });

  it.each([
    ['a port that is none', ['--port', '70000'], /--port takes/u],
    ['a port in words', ['--port', 'web'], /--port takes/u],
    ['a webhook without a provider', ['--webhook', 'http://127.0.0.1:1/x'], /PROVIDER=VALUE/u],
    ['a provider nobody knows', ['--webhook', 'carrier-pigeon=http://127.0.0.1:1/x'], /no other provider/u],
    ['a webhook that is no URL', ['--webhook', 'smsc=localhost'], /http:\/\//u],
    ['a ledger that cannot be written', ['--port', '0', '--ledger', folder], /ledger file/u],
    ['words it does not expect', ['start'], /not expected/u],
    ['an option it does not have', ['--prot', '1'], /prot/u],
  ])('exits with 2 for %s', async (_, args, message) => {
    const { code, err } = await run(sandbox, args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('never repeats a secret', async () => {
    const { code, err } = await run(sandbox, ['--secret', 'hunter2hunter2']);
    expect(code).toBe(2);
    expect(err).not.toContain('hunter2');
  });
});
