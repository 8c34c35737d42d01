import { createVerify, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseEvents, vonageErrors } from '../../../src/channels/vonage/index.ts';
import { applicationTokens } from '../../../src/channels/vonage/jwt.ts';

const webhook = (payload: object) =>
  parseEvents({ payload: { message_uuid: 'u1', to: '447700900123', from: '447700900001', ...payload }, surface: 'webhook' })[0];
const answer = (payload: unknown, httpStatus: number) => parseEvents({ payload, surface: 'response', httpStatus })[0];

describe('Vonage statuses', () => {
  it.each([
    ['submitted', 'sent', null],
    ['delivered', 'delivered', null],
    ['read', 'read', null],
    ['rejected', 'rejected', 'unknown'],
    ['undeliverable', 'undelivered', 'recipient-unreachable'],
  ])('%s is %s', (given, status, errorClass) => {
    expect(webhook({ status: given, client_ref: 'r' })).toMatchObject({
      status,
      errorClass,
      messageId: 'u1',
      recipient: '+447700900123',
      clientRef: 'r',
    });
  });

  it('finds the number of an error in every documented place, for every row', () => {
    for (const [codes, errorClass] of vonageErrors.rows) {
      for (const code of codes.split(',').filter((item) => /^\d+$/u.test(item))) {
        const places = [
          { type: `https://developer.vonage.com/api-errors/messages#${code}`, title: Number(code) },
          { type: `x#${code}`, title: 'Some words' },
          { code: Number(code), reason: 'x' },
          { title: code },
        ];
        for (const error of places) expect(webhook({ status: 'rejected', error })).toMatchObject({ errorClass, providerCode: code });
      }
    }
    expect(webhook({ status: 'rejected', error: { title: 9_999 } })).toMatchObject({ errorClass: 'unknown' });
  });

  it('reads version 0.1 addresses, inbound messages and ids that are no numbers', () => {
    const old = { to: { type: 'sms', number: '447700900123' }, status: 'delivered' };
    expect(webhook(old)).toMatchObject({ recipient: '+447700900123' });
    expect(webhook({ message_type: 'text', text: 'STOP', channel: 'whatsapp' })).toMatchObject({
      kind: 'inbound',
      recipient: '+447700900001',
      text: 'STOP',
    });
    expect(webhook({ from: '1234567890', text: 'hi', channel: 'messenger' })).toMatchObject({ recipient: '1234567890' });
  });

  it('reads answers', () => {
    expect(answer({ message_uuid: 'u9' }, 202)).toMatchObject({ status: 'accepted', messageId: 'u9', errorClass: null });
    expect(answer({ type: 'y#1360', title: 'TTL' }, 422)).toMatchObject({ status: 'rejected', errorClass: 'recipient-unreachable' });
    expect(answer({ type: 'UNAUTHORIZED', error_title: 'Unauthorized' }, 401)).toMatchObject({ status: 'rejected', errorClass: 'auth' });
    expect(answer({ title: 'Rate', detail: 'x' }, 429)).toMatchObject({ errorClass: 'rate-limited' });
    expect(answer('', 500)).toMatchObject({ errorClass: 'retryable-transient' });
  });
});

describe('application tokens', () => {
  it('are RS256 over the application id and live fifteen minutes', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = applicationTokens('app-1', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())(
      new Date('2026-11-23T10:00:00Z'),
      'jti-1',
    );
    const [header = '', claims = '', signature = ''] = token.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
    expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(read(claims)).toEqual({ application_id: 'app-1', iat: 1_795_428_000, exp: 1_795_428_900, jti: 'jti-1' });
    expect(createVerify('RSA-SHA256').update(`${header}.${claims}`).verify(publicKey, signature, 'base64url')).toBe(true);
  });
});
