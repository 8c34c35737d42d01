import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = 'examples/spring-campaign';

function start(): { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['--liftoff-only', '--wasm-lazy-compilation', `${folder}/main.ts`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout!.on('data', (chunk) => (text += chunk));
  child.stderr!.on('data', (chunk) => (text += chunk));
  return { child, output: () => text, ended: new Promise((resolve) => child.on('exit', (code) => resolve(code))) };
}

async function until(fits: () => boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !fits() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the spring campaign', () => {
  beforeAll(() => {
    execFileSync('npm', ['run', 'build:js', '--silent'], { stdio: 'ignore' });
    rmSync(`${folder}/out`, { recursive: true, force: true });
  });

  it('killed three times in a row, it finishes with a clean ledger', async () => {
    for (let kill = 1; kill <= 3; kill++) {
      const run = start();
      await until(() => /\| sent \d+/u.test(run.output()) || run.child.exitCode !== null, 60_000);
      await new Promise((resolve) => setTimeout(resolve, 2_500 * kill));
      run.child.kill('SIGKILL');
      await run.ended;
      expect(run.output()).not.toContain('Finished');
    }
    const last = start();
    await until(() => last.output().includes('Sandbox with') || last.child.exitCode !== null, 60_000);
    const second = start();
    expect(await second.ended).toBe(2);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toMatch(/another process/iu);
    expect(await last.ended, last.output()).toBe(0);
    expect(last.output()).toContain('Going on with');
    expect(last.output()).toContain("against licet's records: clean");
    expect(last.output()).toMatch(/Proof for one person .* verified/u);
    expect(existsSync(`${folder}/out/report.html`)).toBe(true);
    const report = readFileSync(`${folder}/out/report.html`, 'utf8');
    expect(report).not.toMatch(/\+?7900000\d{4}|\+447700900\d{3}/u);
  });
});
