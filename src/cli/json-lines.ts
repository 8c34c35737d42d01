import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type * as z from 'zod/mini';
import { type CommandIo, UsageError } from './command.ts';

/** One input line: a value of the shape asked for, or what was wrong with it. */
export type Line<T> =
  | { readonly line: number; readonly ok: true; readonly value: T }
  | { readonly line: number; readonly ok: false; readonly problem: string };

/** The bytes a command reads: a file, or standard input. */
export async function openInput(path: string | undefined, io: CommandIo): Promise<AsyncIterable<Uint8Array | string>> {
  if (path === undefined || path === '-') {
    if (io.stdinIsTerminal) throw new UsageError('Nothing to read: give --input FILE, or pipe JSON Lines in.');
    return io.stdin;
  }
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile())
    throw new UsageError(`The input file "${path}" ${found ? 'is not a file' : 'does not exist'}; give --input a readable file of JSON Lines.`);
  return createReadStream(path);
}

/** Reads JSON Lines one by one and checks each; a bad line does not stop the rest. Empty lines are passed over. */
export async function* readJsonLines<T>(
  source: AsyncIterable<Uint8Array | string>,
  schema: z.ZodMiniType<T>,
  parse: (text: string) => unknown = JSON.parse,
): AsyncGenerator<Line<T>> {
  let line = 0;
  for await (const text of createInterface({ input: Readable.from(source), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    const trimmed = line === 1 ? text.replace(/^\ufeff/u, '') : text;
    if (trimmed.trim() === '') continue;
    let raw: unknown;
    try {
      raw = parse(trimmed);
    } catch {
      yield { line, ok: false, problem: 'not JSON; each line is one JSON object' };
      continue;
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) yield { line, ok: true, value: parsed.data };
    else yield { line, ok: false, problem: describe(parsed.error.issues) };
  }
}

type Issue = z.core.$ZodIssue;

function describe(issues: readonly Issue[]): string {
  return issues.map((issue) => `field "${issue.path.join('.') || '(whole line)'}": expected ${expectation(issue)}`).join('; ');
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string' ? 'text' : `${/^[aeiou]/u.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union': {
      const options = issue.errors.map((alternative) =>
        alternative.map((inner) => `${inner.path.length > 0 ? `${inner.path.join('.')}: ` : ''}${expectation(inner)}`).join(' and '),
      );
      return [...new Set(options)].join(', or ');
    }
    case 'too_small':
      return issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`;
    default:
      return issue.message === 'Invalid input' ? 'another form' : issue.message;
  }
}

/** Counts bad lines and names each on standard error. */
export function reportLine(io: CommandIo, line: number, problem: string): void {
  io.err(`line ${line}: ${problem}\n`);
}

/** One JSON line out. */
export function writeJson(io: CommandIo, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}
