import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { InvalidOptionsError, type OptionIssue } from '../errors.ts';
import { errorClasses as classes, type ErrorClass } from './taxonomy.ts';

/** Text of at least one character. */
export const text: z.ZodMiniString<string> = z.string().check(z.minLength(1));
/** One secret, or several while one is rotated out. */
export const secrets: z.ZodMiniUnion<[z.ZodMiniString<string>, z.ZodMiniReadonly<z.ZodMiniArray<z.ZodMiniString<string>>>]> = z.union([
  text,
  z.readonly(z.array(text).check(z.minLength(1))),
]);
const duration = z.number().check(z.positive(), z.maximum(600_000));
const transport = z.custom<typeof globalThis.fetch>((value) => typeof value === 'function', 'a function with the form of fetch');
const httpUrl = z.string().check(z.regex(/^https?:\/\/[^\s/]/u));

/** Schema of the options every HTTP provider shares; spread into its own strict object. */
export const httpOptionShape: {
  readonly id: z.ZodMiniOptional<z.ZodMiniString<string>>;
  readonly baseUrl: z.ZodMiniOptional<z.ZodMiniString<string>>;
  readonly timeoutMs: z.ZodMiniOptional<z.ZodMiniNumber<number>>;
  readonly fetch: z.ZodMiniOptional<z.ZodMiniCustom<typeof globalThis.fetch, typeof globalThis.fetch>>;
  readonly clock: z.ZodMiniOptional<z.ZodMiniCustom<Clock, Clock>>;
  readonly errorClasses: z.ZodMiniOptional<z.ZodMiniRecord<z.ZodMiniString<string>, z.ZodMiniType<ErrorClass, ErrorClass>>>;
} = {
  id: z.optional(text),
  baseUrl: z.optional(httpUrl),
  timeoutMs: z.optional(duration),
  fetch: z.optional(transport),
  clock: z.optional(z.custom<Clock>((value) => typeof (value as Clock | null)?.now === 'function', 'a Clock')),
  errorClasses: z.optional(z.record(z.string(), z.enum(classes))),
};

/**
 * Checks a factory's options once, at construction.
 * @throws {InvalidOptionsError} naming each wrong field and what was expected, never its value.
 */
export function checkOptions(factory: string, schema: z.ZodMiniType, options: unknown): void {
  const result = schema.safeParse(options);
  if (!result.success) throw new InvalidOptionsError(`${factory}() was given options it cannot use.`, result.error.issues.flatMap(describe));
}

function describe(issue: z.core.$ZodIssue): readonly OptionIssue[] {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, expected: 'no option of this name' }));
    case 'invalid_type':
      return [{ path, expected: issue.expected }];
    case 'too_small':
      return [{ path, expected: issue.origin === 'string' ? 'a text that is not empty' : `at least ${String(issue.minimum)}` }];
    case 'too_big':
      return [{ path, expected: `at most ${String(issue.maximum)}` }];
    case 'invalid_format':
      return [{ path, expected: 'another form of text (see the option’s description)' }];
    case 'invalid_value':
      return [{ path, expected: `one of ${issue.values.map(String).join(', ')}` }];
    default:
      return [{ path, expected: issue.message }];
  }
}
