import { readFileSync } from 'node:fs';

/** What an example says it prints: the comment lines at its end. */
export function promisedOutput(path: string): string {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const last = lines.findLastIndex((line) => !line.startsWith('// '));
  return lines
    .slice(last + 1)
    .map((line) => `${line.slice('// '.length)}\n`)
    .join('');
}

/** Examples that run to their end by themselves and say what they print. */
export const programs: readonly string[] = [
  'examples/one-time-codes.ts',
  'examples/own-consent-store.ts',
  'examples/own-provider.ts',
  'examples/hosts/express.ts',
  'examples/hosts/hono.ts',
  'examples/hosts/nest.ts',
  'examples/hosts/next/main.ts',
];
