import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Run } from './run.ts';

const program = fileURLToPath(new URL('../../src/cli/licet.ts', import.meta.url));

/** Runs `licet` as a process of its own, with this on standard input. */
export function licet(args: readonly string[], input = '', cwd?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], cwd === undefined ? {} : { cwd });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Values as JSON Lines; text goes in as it is. */
export const lines = (...values: readonly unknown[]): string =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

/** What came out as JSON Lines. */
export const parsed = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A finding as the command prints it. */
export interface PrintedFinding {
  readonly rule: string;
  readonly pack: string;
  readonly severity: string;
  readonly message: string;
  readonly range: readonly [number, number] | null;
  readonly place?: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number };
  readonly fix?: unknown;
}

/** The findings of one line of output. */
export const findingsOf = (line: Record<string, unknown> | undefined): readonly PrintedFinding[] =>
  (line?.diagnostics ?? []) as readonly PrintedFinding[];

/** The rules of these findings. */
export const rulesOf = (line: Record<string, unknown> | undefined): readonly string[] => findingsOf(line).map(({ rule }) => rule);
