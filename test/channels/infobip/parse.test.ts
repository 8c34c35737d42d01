import { describe, expect, it } from 'vitest';
import { infobipErrors, infobipStatuses, parseEvents } from '../../../src/channels/infobip/index.ts';

const report = (status: object, error?: object) =>
  parseEvents({ payload: { results: [{ messageId: 'm1', to: '447700900123', status, error }] }, surface: 'webhook' })[0];

describe('Infobip groups', () => {
  it.each([
    [{ groupId: 0, groupName: 'OK', id: 0 }, 'accepted', null],
    [{ groupId: 1, id: 7 }, 'queued', null],
    [{ groupId: 1, id: 26 }, 'queued', null],
    [{ groupId: 1, id: 3 }, 'sent', null],
    [{ groupId: 2, id: 9 }, 'undelivered', 'recipient-unreachable'],
    [{ groupId: 3, id: 5 }, 'delivered', null],
    [{ groupId: 3, id: 2 }, 'sent', null],
    [{ groupId: 4, id: 15 }, 'expired', 'recipient-unreachable'],
    [{ groupId: 4, id: 29 }, 'expired', 'unknown'],
    [{ groupId: 5, id: 10 }, 'rejected', 'opted-out'],
    [{ groupName: 'REJECTED', id: 12 }, 'rejected', 'insufficient-funds'],
    [{ groupName: 'DELIVERED' }, 'delivered', null],
  ])('%j is %s', (status, expected, errorClass) => {
    expect(report(status, { id: 0, name: 'NO_ERROR', permanent: false })).toMatchObject({
      kind: 'status',
      status: expected,
      errorClass,
      messageId: 'm1',
      recipient: '+447700900123',
    });
  });
});

describe('Infobip errors', () => {
  const ids = (rows: typeof infobipErrors.rows) =>
    rows.flatMap(([codes, errorClass]) => codes.split(',').flatMap((code) => (/^\d+$/u.test(code) ? [[code, errorClass] as const] : [])));

  it('gives every row of the error table its class', () => {
    for (const [id, errorClass] of ids(infobipErrors.rows)) {
      expect(report({ groupId: 2, id: 9 }, { id: Number(id), name: 'X', permanent: true })).toMatchObject({ errorClass, providerCode: id });
    }
  });

  it('gives every row of the status table its class when there is no error', () => {
    for (const [id, errorClass] of ids(infobipStatuses.rows)) {
      if (errorClass !== null) expect(report({ groupId: 5, id: Number(id) })).toMatchObject({ status: 'rejected', errorClass });
    }
  });

  it('falls back to names and to the permanent flag', () => {
    const unlisted = { groupId: 2, id: 9, name: 'UNDELIVERABLE_NOT_DELIVERED' };
    expect(report(unlisted, { id: 99_999, name: 'EC_ABSENT_SUBSCRIBER_SM', permanent: false })).toMatchObject({
      errorClass: 'recipient-unreachable',
    });
    expect(report(unlisted, { id: 99_999, name: 'EC_NEW', permanent: true })).toMatchObject({ errorClass: 'recipient-unreachable' });
    expect(report(unlisted, { id: 99_999, name: 'EC_NEW', permanent: false })).toMatchObject({ errorClass: 'retryable-transient' });
    expect(report({ groupId: 5, id: 12 }, { id: 99_999, permanent: false })).toMatchObject({ errorClass: 'insufficient-funds' });
    expect(report({ groupId: 4, id: 15 }, { id: 99_999, permanent: false })).toMatchObject({
      status: 'expired',
      errorClass: 'recipient-unreachable',
    });
  });
});

describe('other Infobip payloads', () => {
  it('reads seen reports, inbound messages and answers', () => {
    const results = (item: object) => parseEvents({ payload: { results: [{ messageId: 'm1', ...item }] }, surface: 'webhook' })[0];
    expect(results({ from: 'Shop', to: '447700900123', seenAt: '2026-11-23T10:00:09.000+0000' })).toMatchObject({
      status: 'read',
      recipient: '+447700900123',
    });
    expect(results({ from: '447700900123', to: '447700900001', text: 'STOP now', cleanText: 'now', keyword: 'STOP', receivedAt: 'x' })).toMatchObject(
      {
        kind: 'inbound',
        recipient: '+447700900123',
        text: 'STOP now',
      },
    );
    expect(results({ from: '447700900123', integrationType: 'WHATSAPP', message: { type: 'TEXT', text: 'hi' } })).toMatchObject({
      kind: 'inbound',
      text: 'hi',
    });
    const single = { to: '447700900123', messageCount: 1, messageId: 'm2', status: { groupId: 1, id: 7 } };
    expect(parseEvents({ payload: single, surface: 'response', httpStatus: 200 })).toMatchObject([{ status: 'queued', messageId: 'm2' }]);
  });

  it.each([
    [{ errorCode: 'E400' }, 400, 'invalid-request'],
    [{ errorCode: 'E401' }, undefined, 'auth'],
    [{ requestError: { serviceException: { messageId: 'TOO_MANY_REQUESTS', text: 'x' } } }, undefined, 'rate-limited'],
    [{ requestError: { serviceException: { messageId: 'GENERAL_ERROR' } } }, 500, 'retryable-transient'],
  ])('reads the refusal %j', (payload, httpStatus, errorClass) => {
    expect(parseEvents({ payload, surface: 'response', ...(httpStatus === undefined ? {} : { httpStatus }) })).toMatchObject([
      { status: 'rejected', errorClass, messageId: null, recipient: null },
    ]);
  });
});
