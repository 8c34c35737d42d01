import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSheet, createQuiz } from '../../src/audit/index.ts';
import { handbook } from '../../src/cli/handbook.ts';
import { quiz } from '../../src/cli/quiz.ts';
import { systemClock } from '../../src/clock.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { migrateStores, openPglite } from '../../src/postgres/index.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'training-'));
const store = join(folder, 'store');
const kept = ['--store', store, '--tenant', 'acme'];
beforeAll(async () => {
  const client = await openPglite(store, { clock: systemClock });
  await migrateStores(client);
  await client.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('licet handbook', () => {
  it('writes one page for the countries asked for', async () => {
    const output = join(folder, 'handbook.html');
    const { code, out, err } = await run(handbook, ['--country', 'ru', '--language', 'ru', '--kind', 'marketing', '--channel', 'sms', '-o', output]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/Handbook for RU as of 2026-04-20: \d+ rules: /u);
    expect(readFileSync(output, 'utf8')).toContain('памятка для сотрудников');
  });

  it.each([
    [[], '--country'],
    [['-c', 'XX'], 'No law pack covers'],
    [['-c', 'RU', '--channel', 'fax'], '--channel takes sms'],
    [['-c', 'RU', '--on', '2026-02-30'], '--on takes a day'],
    [['-c', 'RU', 'more'], 'not expected'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await run(handbook, args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('licet quiz', () => {
  it('writes, grades, keeps, exports and says who is due', async () => {
    const page = await run(quiz, ['-c', 'RU', '-l', 'ru', '--seed', '5', '--questions', '6', '--on', '2025-08-20']);
    expect([page.code, page.out.match(/<fieldset/gu)?.length]).toEqual([0, 6]);
    const packs = (await loadAllPacks()).filter(({ country }) => country === null || country === 'RU');
    const made = createQuiz({ packs, on: '2025-08-20', countries: ['RU'], language: 'ru', seed: 5, questions: 6 });
    const right = made.questions.map((question) => question.right);
    const sheet = answerSheet(made, right);
    expect(page.out).toContain(sheet.slice(0, sheet.lastIndexOf('=') + 1));

    const first = await run(quiz, ['attest', '--staff', 'op-17', '--sheet', sheet, ...kept]);
    expect([first.code, first.out]).toEqual([0, 'op-17: passed, 6 of 6 right\n']);
    const failed = await run(quiz, ['attest', '--staff', 'op-18', '--sheet', answerSheet(made, []), ...kept]);
    expect([failed.code, failed.out]).toMatchObject([1, expect.stringMatching(/^op-18: not passed, 0 of 6 right; missed: /u)]);

    const csv = await run(quiz, ['attestations', '--format', 'csv', ...kept]);
    expect(csv.out.split('\r\n')).toHaveLength(4);
    const lines = (await run(quiz, ['attestations', '--format', 'jsonl', '--staff', 'op-17', ...kept])).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ staff: 'op-17', on: '2025-08-20', right: 6, passed: true }]);

    const staff = join(folder, 'staff.txt');
    writeFileSync(staff, 'op-17\nop-19\n');
    const due = await run(quiz, ['due', '--staff-file', staff, '--on', '2025-09-01', ...kept]);
    expect(due.code).toBe(1);
    expect(due.out).toMatch(/^op-17: law-changed, law of 2025-08-20\n {2}2025-09-01 ru /u);
    expect(due.out).toMatch(/op-18: not-passed\nop-19: not-passed\n$/u);
  }, 120_000);

  it('refuses a sheet that was changed', async () => {
    const { code, err } = await run(quiz, ['attest', '--staff', 'op-17', '--sheet', 'licet-quiz/1 seed=1', ...kept]);
    expect([code, err]).toEqual([2, expect.stringContaining('no answer sheet')]);
  }, 60_000);
});
