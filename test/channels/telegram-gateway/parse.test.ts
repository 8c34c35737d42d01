import { describe, expect, it } from 'vitest';
import { parseEvents, telegramGatewayErrors } from '../../../src/channels/telegram-gateway/index.ts';

const status = (name: string) => ({
  request_id: 'r1',
  phone_number: '+447700900123',
  delivery_status: { status: name, updated_at: 1_763_892_000 },
  payload: 'ref',
});

describe('Telegram Gateway', () => {
  it.each([
    ['sent', 'sent', null],
    ['delivered', 'delivered', null],
    ['read', 'read', null],
    ['expired', 'expired', 'recipient-unreachable'],
    ['revoked', 'rejected', 'unknown'],
  ])('%s is %s in callbacks and answers', (name, mapped, errorClass) => {
    const expected = [{ kind: 'status', status: mapped, errorClass, messageId: 'r1', recipient: '+447700900123', clientRef: 'ref' }];
    expect(parseEvents({ payload: status(name), surface: 'webhook' })).toMatchObject(expected);
    expect(parseEvents({ payload: { ok: true, result: status(name) }, surface: 'response', httpStatus: 200 })).toMatchObject(expected);
  });

  it('gives every named error its class', () => {
    for (const [codes, errorClass] of telegramGatewayErrors.rows) {
      for (const error of codes.split(',').filter((code) => /^[A-Z]/u.test(code))) {
        expect(parseEvents({ payload: { ok: false, error: error.replace('*', '30') }, surface: 'response', httpStatus: 200 })).toMatchObject([
          { status: 'rejected', errorClass, messageId: null },
        ]);
      }
    }
    expect(parseEvents({ payload: { ok: false, error: 'NEW_ONE' }, surface: 'response' })).toMatchObject([{ errorClass: 'unknown' }]);
  });
});
