import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Left to right: a folder imports only folders to its left. */
const order =
  'phone text law template message ledger consent windows linter channels limits clearance cascade feedback proof audit postgres drivers web telemetry sandbox cli testing'.split(
    ' ',
  );
const rootLeaves = new Set(['errors.ts', 'clock.ts', 'events.ts', 'observe.ts']);
const compositionRoot = new Set(['messenger.ts', 'inbound.ts', 'index.ts']);
const mayImportRoot = new Set(['web', 'telemetry', 'sandbox', 'cli', 'testing']);

interface Import {
  readonly from: string;
  readonly to: string;
}

function imports(): readonly Import[] {
  const found: Import[] = [];
  for (const file of globSync('src/**/*.ts')) {
    const from = relative('src', file);
    for (const match of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/gu)) {
      found.push({ from, to: normalize(join(dirname(from), match[1]!)) });
    }
  }
  return found;
}

function violation({ from, to }: Import): string | undefined {
  if (rootLeaves.has(to)) return undefined;
  if (rootLeaves.has(from)) return 'a root leaf imports nothing';
  const [fromRoom, toRoom] = [from, to].map((path) => path.split('/')[0]!) as [string, string];
  if (compositionRoot.has(from))
    return compositionRoot.has(to) || order.indexOf(toRoom) <= order.indexOf('drivers')
      ? undefined
      : 'the composition root sees everything left of web';
  if (compositionRoot.has(to)) return mayImportRoot.has(fromRoom) ? undefined : 'only web, sandbox, cli and testing import the composition root';
  if (!order.includes(fromRoom) || !order.includes(toRoom)) return 'not a room of the house';
  if (order.indexOf(toRoom) > order.indexOf(fromRoom)) return `${toRoom} stands to the right of ${fromRoom}`;
  if (fromRoom === 'channels' && toRoom === 'channels') {
    const [a, b] = [from.split('/'), to.split('/')];
    if (a.length === 3 && b.length === 3 && a[1] !== b[1]) return 'providers never import one another';
  }
  return undefined;
}

describe('the house', () => {
  const all = imports();

  it('reads real import lines', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  it('imports point one way', () => {
    expect(all.flatMap((line) => (violation(line) ? [`${line.from} -> ${line.to}: ${violation(line)}`] : []))).toEqual([]);
  });

  it('notices an import to the right and an import between providers', () => {
    expect(violation({ from: 'phone/parse.ts', to: 'cascade/plan.ts' })).toMatch(/right of/u);
    expect(violation({ from: 'channels/twilio/submit.ts', to: 'channels/smsc/parse.ts' })).toMatch(/never import/u);
    expect(violation({ from: 'consent/book.ts', to: 'messenger.ts' })).toMatch(/composition root/u);
  });

  it('no source file outgrows its room', () => {
    const long = globSync('src/**/*.ts')
      .filter((file) => !/^src\/law\/packs\/|lexicon|errors\.ts$|generated/u.test(file))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 351);
    expect(long).toEqual([]);
  });

  it('only clearance makes a cleared message', () => {
    const casts = globSync('src/**/*.ts').filter((file) => /as (?:unknown as )?ClearedMessage/u.test(readFileSync(file, 'utf8')));
    expect(casts.filter((file) => !file.startsWith('src/clearance/'))).toEqual([]);
  });
});
