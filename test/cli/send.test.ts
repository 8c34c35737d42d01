import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const cli = resolve('src/cli/licet.ts');
const source = (path: string): string => pathToFileURL(resolve('src', path)).href;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-send-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const audience = 'phone,country,language,name\n+447700900123,GB,en,Emma\n07700 900124,GB,en,Liam\n07700 90,GB,en,Nobody\n';
const consents = 'phone,event,sender,purposes,channels,occurred_at\n+447700900123,granted,acme,offers,sms,2026-01-10T09:00:00Z\n';

interface Campaign {
  readonly text?: string;
  readonly template?: string;
  readonly port?: number;
  readonly audience?: string;
  readonly head?: string;
}

/** A campaign to two people by a provider that takes everything, at an hour of its own. */
function write({
  text = 'Acme Garden: {{name}}, bulbs 20% off until Friday. Opt out: acme.example/stop',
  template = 'sale',
  port,
  head = '',
  ...files
}: Campaign = {}): string {
  writeFileSync(join(folder, 'audience.csv'), files.audience ?? audience);
  writeFileSync(join(folder, 'consents.csv'), consents);
  writeFileSync(
    join(folder, 'campaign.ts'),
    `import { definePlan } from '${source('cascade/index.ts')}';
import { memoryProvider } from '${source('channels/memory/index.ts')}';
${head}
export default {
  tenant: 'acme',
  law: ['gb'],
  senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
  channels: () => [memoryProvider({ id: 'sms', channels: ['sms'] })],
  templates: [{ id: 'sale', kind: 'marketing', variants: [{ channel: 'sms', locale: 'en', text: ${JSON.stringify(text)} }] }],
  plans: [definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
  campaign: { id: 'spring', template: '${template}', sender: 'acme', kind: 'marketing', purpose: 'offers', plan: 'promo', validForHours: 8 },
  audience: 'audience.csv',
  consents: 'consents.csv',
  ${port === undefined ? '' : `webhooks: { port: ${port} },`}
  advisoryWindows: 'ignore',
};
`,
  );
  return join(folder, 'campaign.ts');
}

function licet(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, err: stderr };
}

describe('licet send', () => {
  it('runs a campaign from its file and prints the totals; again, it finds everything done', () => {
    const first = licet('send', write(), '--format', 'jsonl');
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    const totals = JSON.parse(first.out.trim().split('\n').at(-1)!) as { totals: { states: Record<string, number>; reasons: { reason: string }[] } };
    expect(totals.totals.states).toMatchObject({ reached: 1, refused: 2 });
    expect(totals.totals.reasons.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['no-consent', 'invalid-recipient']));
    expect(first.out + first.err).not.toMatch(/7700\s?900/u);
    const again = licet('send', join(folder, 'campaign.ts'));
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/reached\s+1/u);
  });

  it.each([
    { name: 'a wrong config', make: () => write({ head: 'export const other = 1;' }).replace('campaign.ts', 'nothing.ts'), says: /does not exist/u },
    {
      name: 'a missing column',
      make: () => write({ audience: 'tel,country\n+447700900123,GB\n' }),
      says: /lacks the column phone; it has tel, country/u,
    },
    { name: 'an unknown template', make: () => write({ template: 'autumn' }), says: /no template "autumn".*one of sale/u },
  ])('$name gives one clear error and exit code 2', ({ make, says }) => {
    const { code, err } = licet('send', make());
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/u);
  });

  it('a campaign that lacks things names each of them', () => {
    writeFileSync(join(folder, 'campaign.ts'), 'export default { law: ["gb"], campaign: { id: "x" } };\n');
    const { code, err } = licet('send', join(folder, 'campaign.ts'));
    expect(code).toBe(2);
    for (const part of ['senders', 'plans', 'audience', 'campaign.template', 'campaign.kind']) expect(err).toContain(part);
  });

  it('a template that breaks a rule is refused before anything is sent', () => {
    const { code, err, out } = licet('send', write({ text: '{{name}}, you have won! Claim now: bit.ly/prize' }), '--format', 'jsonl');
    expect(code).toBe(1);
    expect(err).toMatch(/no-opt-out/u);
    expect(err).toMatch(/Nothing was sent/u);
    expect(out).not.toContain('totals');
  });

  it('a busy port, an unwritable store and a second process each give one clear error', async () => {
    const busy = createServer();
    await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done));
    const port = (busy.address() as AddressInfo).port;
    const refused = licet('send', write({ port }));
    busy.close();
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(new RegExp(`Port ${port} .* is in use`, 'u'));

    writeFileSync(join(folder, 'file'), '');
    const unwritable = licet('send', write(), '--store', join(folder, 'file', 'store'));
    expect(unwritable.code).toBe(2);
    expect(unwritable.err.trim().split('\n')).toHaveLength(1);

    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const { openPglite } = await import('${source('postgres/index.ts')}'); const { systemClock } = await import('${source('clock.ts')}'); await openPglite('${join(folder, 'held')}', { clock: systemClock }); console.log('open'); setInterval(() => {}, 1000);`,
        '--input-type=module',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((done) => holder.stdout!.once('data', done));
    const second = licet('send', write(), '--store', join(folder, 'held'));
    holder.kill('SIGKILL');
    expect(second.code).toBe(2);
    expect(second.err).toMatch(/process/u);
    expect(second.err.trim().split('\n')).toHaveLength(1);
  }, 90_000);
});
