import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { lockFolder } from '../../src/postgres/folder-lock.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { consentMigrations } from '../../src/postgres/migrations/consent.ts';
import { openPglite } from '../../src/postgres/open-pglite.ts';
import { countingIds } from '../consent/support.ts';

const root = mkdtempSync(join(tmpdir(), 'licet-pglite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (
  (next) => () =>
    join(root, next())
)(countingIds('store'));
const clock = systemClock;

describe('openPglite', () => {
  it('keeps its rows over a restart, refuses a second opener, and gives the folder free', async () => {
    const folder = newFolder();
    const first = await openPglite(folder, { clock });
    await migrate(first, consentMigrations);
    await first.query("insert into licet_consent_head (tenant, size) values ('a', 0)");
    await expect(openPglite(folder, { clock })).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('Another process'),
    });
    await first.close();
    expect(existsSync(`${folder}.lock`)).toBe(false);
    const again = await openPglite(folder, { clock });
    expect((await again.query('select tenant from licet_consent_head')).rows).toEqual([{ tenant: 'a' }]);
    await again.close();
  }, 60_000);

  it.each([
    ['a folder under a file', 'file/deep'],
    ['a file', 'file'],
  ])('says that %s cannot be written', async (_what, path) => {
    writeFileSync(join(root, 'file'), 'text');
    await expect(openPglite(join(root, path), { clock })).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('cannot be written'),
    });
    expect(existsSync(`${join(root, path)}.lock`)).toBe(false);
  });
});

describe('lockFolder', () => {
  const quick = { clock, beatMs: 40, abandonedAfterMs: 400 };

  it('lets exactly one of many openers in', async () => {
    const folder = newFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, quick)));
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    winners[0]?.value.release();
    (await lockFolder(folder, quick)).release();
  });

  it('takes over a lock that nobody keeps alive, whatever it says', async () => {
    const folder = newFolder();
    for (const text of ['', '{"token":', JSON.stringify({ token: 'x', pid: process.pid, processTable: 'another machine' })]) {
      writeFileSync(`${folder}.lock`, text);
      const lock = await lockFolder(folder, quick);
      lock.requireHeld();
      lock.release();
    }
  });

  it('lets exactly one of many take over an abandoned lock', async () => {
    const folder = newFolder();
    writeFileSync(`${folder}.lock`, JSON.stringify({ token: 'x', pid: 1, processTable: 'another machine' }));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, quick)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over at once from a process it knows dead', async () => {
    const folder = newFolder();
    const mine = await lockFolder(folder, quick);
    const holder = JSON.parse(readFileSync(`${folder}.lock`, 'utf8')) as { processTable: string };
    mine.release();
    const child = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(`${folder}.lock`, JSON.stringify({ token: 'x', pid: child.pid, processTable: holder.processTable }));
    const sleep = vi.fn(clock.sleep);
    const lock = await lockFolder(folder, { ...quick, clock: { ...clock, sleep } });
    lock.release();
    if (holder.processTable !== '') expect(sleep).not.toHaveBeenCalled();
  });

  it('notices that its lock was taken away while it was stopped', async () => {
    const folder = newFolder();
    const lock = await lockFolder(folder, quick);
    writeFileSync(`${folder}.lock`, JSON.stringify({ token: 'other' }));
    await clock.sleep(120);
    expect(() => lock.requireHeld()).toThrow(expect.objectContaining({ code: 'store-unavailable' }));
    lock.release();
    expect(existsSync(`${folder}.lock`)).toBe(true);
  });
});
