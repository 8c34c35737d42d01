import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parserIds, providerIdOf } from '../../../src/channels/parsers.ts';

interface Case {
  readonly id: string;
  readonly provider: string;
  readonly payload: unknown;
  readonly expect: readonly object[];
}

const program = fileURLToPath(new URL('../../../src/cli/licet.ts', import.meta.url));
const cases: readonly Case[] = readFileSync(new URL('./payloads.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const isBody = ({ payload }: Case) => typeof payload === 'string' && payload !== '';

/** What the program says of each case, without the provider's code: its spelling is ours. */
function read(lines: readonly Case[]): ReadonlyMap<string, readonly object[]> {
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'webhook', '--format', 'jsonl'], { input, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const rows = stdout.trim().split('\n');
  return new Map(
    rows.map((row) => {
      const { id, events } = JSON.parse(row) as { id: string; events: Record<string, unknown>[] };
      return [id, events.map(({ providerCode: _code, ...event }) => event)];
    }),
  );
}

let asGiven: ReadonlyMap<string, readonly object[]>;
let asBodies: ReadonlyMap<string, readonly object[]>;
let otherSpelling: ReadonlyMap<string, readonly object[]>;
beforeAll(() => {
  asGiven = read(cases);
  asBodies = read(cases.map((one) => (typeof one.payload === 'string' ? one : { ...one, payload: JSON.stringify(one.payload) })));
  otherSpelling = read(cases.map((one) => ({ ...one, provider: one.provider.replaceAll('_', '-').toUpperCase(), seenAt: '2026-11-23' })));
});

describe('licet webhook on payloads labelled from the facts alone', () => {
  it('has a dozen lines for every provider there is', () => {
    for (const provider of parserIds) {
      expect(cases.filter((one) => providerIdOf(one.provider) === provider).length, provider).toBeGreaterThanOrEqual(12);
    }
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(cases.some(isBody)).toBe(true);
  });

  it.each(parserIds)('reads %s', (provider) => {
    for (const one of cases.filter((line) => providerIdOf(line.provider) === provider)) expect(asGiven.get(one.id), one.id).toEqual(one.expect);
  });

  it('reads a body as text like the same body parsed', () => {
    for (const one of cases) expect(asBodies.get(one.id), one.id).toEqual(one.expect);
  });

  it('takes any spelling of an id and skips fields it does not know', () => {
    for (const one of cases) expect(otherSpelling.get(one.id), one.id).toEqual(one.expect);
  });
});
