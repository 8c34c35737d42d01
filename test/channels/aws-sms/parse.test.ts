import { describe, expect, it } from 'vitest';
import { awsSmsErrors, parseEvents } from '../../../src/channels/aws-sms/index.ts';
import { signV4 } from '../../../src/channels/aws-sms/sigv4.ts';
import { isSnsUrl } from '../../../src/channels/aws-sms/sns.ts';

const event = (messageStatus: string, over: object = {}) => ({
  eventType: `TEXT_${messageStatus}`,
  messageStatus,
  messageId: 'a1',
  destinationPhoneNumber: '+447700900123',
  context: { ref: 'step' },
  eventTimestamp: 1_763_892_009_000,
  ...over,
});
const parse = (payload: unknown) => parseEvents({ payload, surface: 'webhook' })[0];
const refused = (payload: unknown) => parseEvents({ payload, surface: 'response', httpStatus: 400 })[0];

describe('AWS events', () => {
  it.each([
    ['QUEUED', 'queued', null],
    ['PENDING', 'queued', null],
    ['SENT', 'sent', null],
    ['SUCCESSFUL', 'sent', null],
    ['DELIVERED', 'delivered', null],
    ['TTL_EXPIRED', 'expired', 'recipient-unreachable'],
    ['UNREACHABLE', 'undelivered', 'recipient-unreachable'],
    ['CARRIER_UNREACHABLE', 'undelivered', 'retryable-transient'],
    ['BLOCKED', 'rejected', 'opted-out'],
    ['CARRIER_BLOCKED', 'rejected', 'content-rejected'],
    ['SPAM', 'rejected', 'content-rejected'],
    ['PROTECT_BLOCKED', 'rejected', 'content-rejected'],
    ['INVALID', 'rejected', 'recipient-unreachable'],
    ['INVALID_MESSAGE', 'rejected', 'content-rejected'],
    ['UNKNOWN', 'unknown', 'unknown'],
  ])('%s is %s', (given, status, errorClass) => {
    const expected = { kind: 'status', status, errorClass, messageId: 'a1', recipient: '+447700900123', clientRef: 'step' };
    expect(parse(event(given))).toMatchObject(expected);
    expect(parse({ Type: 'Notification', MessageId: 'sns', Message: JSON.stringify(event(given)) })).toMatchObject(expected);
    expect(parse(event(given, { messageStatus: undefined }))).toMatchObject(expected);
  });

  it('reads inbound messages', () => {
    const inbound = {
      originationNumber: '+447700900123',
      destinationNumber: '+447700900001',
      messageKeyword: 'STOP',
      messageBody: 'Stop',
      inboundMessageId: 'i1',
    };
    expect(parse({ Type: 'Notification', Message: JSON.stringify(inbound) })).toMatchObject({
      kind: 'inbound',
      recipient: '+447700900123',
      text: 'Stop',
      messageId: 'i1',
    });
  });

  it('gives every exception and reason of the table its class', () => {
    for (const [row, errorClass] of awsSmsErrors.rows) {
      if (row.startsWith('event ')) continue;
      const [name = '', reason] = row.replaceAll('*', 'X').split(' ');
      const type = name.endsWith('Exception') ? name : `${name}Exception`;
      expect(refused({ __type: `com.amazonaws.sms#${type}`, ...(reason === undefined ? {} : { Reason: reason }) })).toMatchObject({
        status: 'rejected',
        errorClass,
      });
    }
    expect(refused({ __type: 'AccessDeniedException', Reason: 'NEW' })).toMatchObject({ errorClass: 'auth' });
    expect(refused({ __type: 'ConflictException', Reason: 'NEW' })).toMatchObject({ errorClass: 'unknown' });
    expect(refused({ __type: 'UnrecognizedClientException' })).toMatchObject({ errorClass: 'auth' });
  });
});

describe('Signature Version 4', () => {
  it('gives the documented signature of the plain GET example', () => {
    const signed = signV4(
      { method: 'GET', host: 'example.amazonaws.com', path: '/', headers: {}, body: '' },
      { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
      { region: 'us-east-1', service: 'service' },
      new Date('2015-08-30T12:36:00Z'),
    );
    expect(signed.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    );
  });

  it('signs the session token', () => {
    const call = { method: 'POST', host: 'h', path: '/', headers: {}, body: '{}' };
    const signed = signV4(call, { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'T' }, { region: 'r', service: 's' }, new Date(0));
    expect(signed['x-amz-security-token']).toBe('T');
    expect(signed.authorization).toContain('x-amz-date;x-amz-security-token');
  });
});

describe('SNS addresses', () => {
  it('are https on a regional SNS host and nothing else', () => {
    expect(isSnsUrl('https://sns.eu-west-1.amazonaws.com/cert.pem')).toBe(true);
    const bad = [
      'http://sns.eu-west-1.amazonaws.com/c',
      'https://sns.eu-west-1.amazonaws.com.evil.test/c',
      'https://sns.eu-west-1.amazonaws.com@evil.test/c',
      'https://user@sns.eu-west-1.amazonaws.com/c',
      'https://sns.eu-west-1.amazonaws.com:8443/c',
      'https://evil.test/sns.eu-west-1.amazonaws.com',
      'https://sns..amazonaws.com/c',
      'https://169.254.169.254/',
      null,
    ];
    for (const url of bad) expect(isSnsUrl(url)).toBe(false);
  });
});
