import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints } from '../../src/cli/complaints.ts';
import { consent } from '../../src/cli/consent.ts';
import { type Run, run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'complaints-'));
const store = join(folder, 'store');
const anna = '+79990000031';
const briton = '+447700900123';
const text = 'Откуда у вас мой номер?';

const licet = (name: string, ...args: readonly string[]): Promise<Run> => run(complaints, [name, ...args, '--store', store]);
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const jsonOf = ({ out }: Run): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const people = file('people.jsonl', `{"phone":"${anna}","occurred_at":"2026-02-01","sender":"acme","channels":["sms"],"purposes":["offers"]}\n`);
const list = file(
  'complaints.csv',
  `phone,received_at,text,sender,id\n${anna},2026-04-13T09:00:00Z,${text},acme,post-1\n${briton},2026-03-02,"Stop, or else",,\nnobody,2026-04-13,x,,\n${briton},yesterday,x,,\n`,
);

beforeAll(async () => {
  await run(consent, ['import', '--store', store, people]);
  const taken = await licet('add', '--input', list, '--by', 'olga', '--format', 'jsonl');
  expect(taken.code).toBe(2);
  expect(taken.err).toContain('line 4: field "phone"');
  expect(taken.err).toContain('line 5: field "received_at"');
  expect(jsonOf(taken)).toHaveLength(2);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('licet complaints', () => {
  it('takes a list in once, however often it is read, and stops marketing', async () => {
    await licet('add', '--input', list, '--by', 'olga');
    const cases = jsonOf(await licet('list', '--format', 'jsonl'));
    expect(cases).toHaveLength(2);
    expect(cases[1]).toMatchObject({ id: 'post-1', source: 'list', state: 'open', country: 'RU', deadline: { pack: 'ru' } });
    const { out } = await run(consent, [
      'check',
      '--store',
      store,
      anna,
      '--sender',
      'acme',
      '--purpose',
      'offers',
      '--channel',
      'sms',
      '--country',
      'RU',
    ]);
    expect(out).toContain('consent-withdrawn');
    expect(out).not.toContain(text);
  });

  it('lists the overdue ones and says so with its exit code', async () => {
    const { code, out } = await licet('list', '--overdue');
    expect(code).toBe(1);
    expect(out).toMatch(/^list-[0-9a-f]{24} {2}open {2}- {2}OVERDUE since 2026-03-12T00:00:00\.000Z \(own days\)\n$/u);
    expect((await licet('list', '--overdue', '--state', 'closed')).code).toBe(0);
  });

  it('assigns, moves and takes a regulator’s deadline, and keeps who did it', async () => {
    expect((await licet('assign', 'post-1', 'ivan', '--by', 'olga')).out).toContain('open  ivan');
    expect((await licet('move', 'post-1', 'in-progress', '--by', 'ivan')).out).toContain('in-progress  ivan');
    const asked = await licet('regulator', 'post-1', '--name', 'УФАС', '--reference', '08/1', '--due', '2026-04-22', '--by', 'ivan');
    expect(asked.out).toContain('by 2026-04-22T00:00:00.000Z');
    const [found] = jsonOf(await licet('list', '--owner', 'ivan', '--format', 'jsonl'));
    expect((found!.steps as { did: string; by: string }[]).map(({ did, by }) => [did, by])).toEqual([
      ['opened', 'olga'],
      ['assigned', 'olga'],
      ['moved', 'ivan'],
      ['regulator', 'ivan'],
    ]);
  });

  it('writes the answer as a ZIP or a folder', async () => {
    const zip = join(folder, 'answer.zip');
    const packed = await licet('pack', 'post-1', '--operator', 'ООО «Розовый Слон»', '--output', zip, '--format', 'jsonl');
    expect(jsonOf(packed)[0]).toMatchObject({ id: 'post-1', records: 2, messages: 0, unproven: 0 });
    const files = unzipSync(readFileSync(zip));
    const page = new TextDecoder().decode(files['answer-ru.html']);
    for (const words of ['ООО «Розовый Слон»', text, 'УФАС, 08/1', 'ст. 21(5.1)', 'источник не проверен']) expect(page).toContain(words);
    const plain = join(folder, 'answer');
    expect((await licet('pack', 'post-1', '--operator', 'ACME', '--output', plain)).code).toBe(0);
    expect(readdirSync(plain).toSorted()).toEqual(Object.keys(files).toSorted());
  });

  it('keeps whom an open case is about from being erased, unless told so', async () => {
    const erase = (...more: readonly string[]): Promise<Run> => run(consent, ['erase', anna, '--store', store, '--reason', 'request', ...more]);
    const kept = await erase();
    expect(kept).toMatchObject({ code: 1 });
    expect(kept.out).toMatch(/kept: an open complaint needs what is held/u);
    expect((await run(consent, ['history', anna, '--store', store])).out).not.toContain('erased');
    expect(await erase('--despite-open-case')).toMatchObject({ code: 0 });
  });

  it.each([
    ['nothing', [], /takes one of add, list, assign/u],
    ['a doer that is missing', ['assign', 'post-1', 'ivan'], /--by NAME/u],
    ['a state that is none', ['move', 'post-1', 'gone', '--by', 'olga'], /open, in-progress, answered, closed/u],
    ['a way that is none', ['move', 'post-1', 'open', '--by', 'olga', '--proof-hash', 'x'], /64 hex digits/u],
    ['a case that is none', ['assign', 'post-9', 'ivan', '--by', 'olga'], /no such complaint/u],
    ['a pack of no case', ['pack', 'post-9', '--operator', 'A', '--output', join(folder, 'x.zip')], /no complaint "post-9"/u],
    ['a state to list that is none', ['list', '--state', 'gone'], /--state takes/u],
  ])('refuses %s', async (_what, args, words) => {
    const { code, err } = await (args.length === 0 ? run(complaints, []) : licet(args[0]!, ...args.slice(1)));
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
