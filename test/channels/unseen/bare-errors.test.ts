import { describe, expect, it } from 'vitest';
import { loadParser, parserIds } from '../../../src/channels/parsers.ts';
import type { ErrorClass } from '../../../src/channels/taxonomy.ts';

/** Class of each HTTP status when the body says nothing. Source: facts on delivery errors, `any_http`. */
const everywhere: Readonly<Record<number, ErrorClass>> = {
  400: 'invalid-request',
  401: 'auth',
  402: 'insufficient-funds',
  403: 'auth',
  404: 'invalid-request',
  405: 'invalid-request',
  406: 'invalid-request',
  409: 'duplicate',
  413: 'content-rejected',
  415: 'invalid-request',
  422: 'invalid-request',
  429: 'rate-limited',
  500: 'retryable-transient',
  502: 'retryable-transient',
  503: 'retryable-transient',
  504: 'retryable-transient',
};
/** Rows of a provider that differ. Source: the same facts. */
const there: Readonly<Record<string, Readonly<Record<number, ErrorClass>>>> = {
  'telegram-bot': { 404: 'auth', 409: 'invalid-request' },
  'max-bot': { 403: 'opted-out', 404: 'not-on-channel' },
  rbm: { 404: 'not-on-channel' },
  exolve: { 403: 'sender-blocked' },
  greenapi: { 466: 'insufficient-funds', 499: 'retryable-transient' },
};
const emptyBodies: readonly unknown[] = [
  undefined,
  null,
  '',
  '<html><body>Bad Gateway</body></html>',
  'Unauthorized',
  '{"cut":',
  '"text"',
  'null',
  '{}',
  '[]',
  {},
  [],
  { message: 'x' },
  { error: 'x' },
  { error: { message: 'x' } },
  { errors: [{ message: 'x' }] },
  { detail: 'x', status: 0 },
];

describe('an error answer whose body says nothing', () => {
  it.each(parserIds.filter((id) => id !== 'smpp'))('is one refusal by its HTTP status: %s', async (provider) => {
    const parse = await loadParser(provider);
    for (const [status, errorClass] of Object.entries({ ...everywhere, ...there[provider] })) {
      for (const payload of emptyBodies) {
        const events = parse?.({ payload, surface: 'response', httpStatus: Number(status) });
        expect(events, `${status} ${JSON.stringify(payload)}`).toMatchObject([
          { kind: 'status', status: 'rejected', errorClass, messageId: null, recipient: null },
        ]);
        expect(events).toHaveLength(1);
      }
    }
  });
});
