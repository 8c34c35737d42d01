import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/index.ts';

const cli = resolve('src/cli/licet.ts');
const source = (path: string): string => pathToFileURL(resolve('src', path)).href;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A campaign to four people, two of whom agreed, on a Monday morning. */
function write({
  text = 'Acme Garden: {{name}}, bulbs 20% off until Friday. Opt out: acme.example/stop',
  campaign = '',
  today = false,
} = {}): string {
  writeFileSync(
    join(folder, 'audience.csv'),
    'phone,country,language,name\n+447700900123,GB,en,Emma\n07700 900124,GB,en,Liam\n+447700900125,GB,en,Ann\n07700 90,GB,en,Nobody\n',
  );
  const agreed = ['123', '124'].map((end) => `+447700900${end},granted,acme,offers,sms,2026-01-10T09:00:00Z\n`).join('');
  writeFileSync(join(folder, 'consents.csv'), `phone,event,sender,purposes,channels,occurred_at\n${agreed}`);
  writeFileSync(
    join(folder, 'campaign.ts'),
    `import { definePlan } from '${source('cascade/index.ts')}';
import { memoryProvider } from '${source('channels/memory/index.ts')}';
import { systemClock } from '${source('clock.ts')}';
const at = new Date('2026-04-13T10:00:00Z').getTime() - performance.now();
export default {
  tenant: 'acme',
  law: ['gb'],
  senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
  channels: () => [memoryProvider({ id: 'sms', channels: ['sms'] })],
  templates: [{ id: 'sale', kind: 'marketing', variants: [{ channel: 'sms', locale: 'en', text: ${JSON.stringify(text)} }] }],
  plans: [definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
  campaign: { id: 'spring', template: 'sale', sender: 'acme', kind: 'marketing', purpose: 'offers', plan: 'promo', validForHours: 8, ${campaign} },
  audience: 'audience.csv',
  consents: 'consents.csv',
  prices: { worstCase: ({ segments }) => 40_000 * segments },
  currency: 'EUR',
  ${today ? "advisoryWindows: 'ignore'," : 'clock: { ...systemClock, now: () => new Date(at + performance.now()) },'}
};
`,
  );
  return join(folder, 'campaign.ts');
}

function licet(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', timeout: 120_000 });
  return { code: status, out: stdout, err: stderr };
}
const forecastOf = (out: string) =>
  JSON.parse(out) as { readonly forecast: Forecast; readonly wording: readonly { readonly rule: string }[]; readonly approvedBy: string | null };

describe('licet plan', () => {
  it('says who would get what and who would not, makes no store and names nobody', () => {
    const table = licet('plan', write());
    expect(table.err).toBe('');
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/would get a message\s+2\n/u);
    expect(table.out).toMatch(/first by sms \(sms\)\s+2\n/u);
    expect(table.out).toMatch(/would not: no-consent\s+1\n/u);
    expect(table.out).toMatch(/numbers that are broken\s+1\n/u);
    expect(table.out).toMatch(/cost at worst price, EUR\s+0\.08\n/u);
    expect(table.out).not.toMatch(/7700\s?900|Emma|Liam/u);
    expect(existsSync(join(folder, '.licet'))).toBe(false);
    const json = forecastOf(licet('plan', join(folder, 'campaign.ts'), '--json').out);
    expect(json.forecast).toMatchObject({ campaignId: 'spring', rows: 4, invalid: 1, goes: 2, costMicros: { least: 80_000, most: 80_000 } });
  });

  it('exits with 1 when the wording breaks a rule, and names it', () => {
    const refused = licet('plan', write({ text: '{{name}}, you have won! Claim now: bit.ly/prize' }), '--json', '--approve', 'Anna Petrova');
    expect(refused.code).toBe(1);
    const { forecast, wording, approvedBy } = forecastOf(refused.out);
    expect(wording.map(({ rule }) => rule)).toContain('no-opt-out');
    expect(forecast).toMatchObject({ goes: 0 });
    expect(approvedBy).toBeNull();
    expect(refused.err).toMatch(/not approved/u);
  });

  it('records an approval that send asks for, for this file and no other', () => {
    const path = write({ today: true, campaign: 'requireApproval: true' });
    const approved = licet('plan', path, '--approve', 'Anna Petrova');
    expect(approved.code).toBe(0);
    expect(approved.out).toMatch(/approved by Anna Petrova for 4 rows/u);
    write({ today: true, campaign: 'requireApproval: true', text: 'Acme Garden: {{name}}, bulbs 30% off until Friday. Opt out: acme.example/stop' });
    const changed = licet('send', path);
    expect(changed.code).toBe(1);
    expect(changed.err).toMatch(/licet plan .* --approve/u);
    write({ today: true, campaign: 'requireApproval: true' });
    const sent = licet('send', path);
    expect(sent.err).toBe('');
    expect(sent.code).toBe(0);
    expect(sent.out).toMatch(/reached\s+2/u);
  }, 180_000);
});
