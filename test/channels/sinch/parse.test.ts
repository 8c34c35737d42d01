import { describe, expect, it } from 'vitest';
import { parseEvents, sinchConversationErrors, sinchSmsErrors } from '../../../src/channels/sinch/index.ts';

const webhook = (payload: unknown) => parseEvents({ payload, surface: 'webhook' });
const sms = (status: string, code: number) =>
  webhook({ type: 'recipient_delivery_report_sms', batch_id: 'b1', recipient: '447700900123', code, status, client_reference: 'r' })[0];
const conversation = (status: string, reason?: object) =>
  webhook({ message_delivery_report: { message_id: 'm1', status, channel_identity: { channel: 'WHATSAPP', identity: '447700900123' }, reason } })[0];

describe('Sinch SMS', () => {
  it.each([
    ['Queued', 400, 'queued', null],
    ['Dispatched', 401, 'sent', null],
    ['Delivered', 0, 'delivered', null],
    ['Failed', 0, 'undelivered', 'recipient-unreachable'],
    ['Failed', 404, 'undelivered', 'retryable-transient'],
    ['Expired', 406, 'expired', 'recipient-unreachable'],
    ['Rejected', 413, 'rejected', 'opted-out'],
    ['Aborted', 403, 'failed', 'retryable-transient'],
    ['Cancelled', 407, 'rejected', 'unknown'],
    ['Deleted', 0, 'rejected', 'unknown'],
    ['Unknown', 0, 'unknown', 'unknown'],
  ])('%s %i is %s', (given, code, status, errorClass) => {
    expect(sms(given, code)).toMatchObject({ kind: 'status', status, errorClass, messageId: 'b1', recipient: '+447700900123', clientRef: 'r' });
  });

  it('gives every numbered row its class', () => {
    for (const [codes, errorClass] of sinchSmsErrors.rows) {
      const code = Number.parseInt(codes, 10);
      if (!Number.isNaN(code) && errorClass !== null) expect(sms('Failed', code)).toMatchObject({ errorClass });
    }
    expect(sms('Failed', 417)).toMatchObject({ errorClass: 'content-rejected' });
  });

  it('reads summaries per recipient, inbound messages and answers', () => {
    const summary = {
      type: 'delivery_report_sms',
      batch_id: 'b1',
      statuses: [{ code: 0, status: 'Delivered', count: 2, recipients: ['447700900123', '447700900124'] }],
    };
    expect(webhook(summary).map((event) => event.recipient)).toEqual(['+447700900123', '+447700900124']);
    expect(webhook({ type: 'mo_text', id: 'i1', from: '447700900123', to: '447700900001', body: 'STOP' })).toMatchObject([
      { kind: 'inbound', messageId: 'i1', recipient: '+447700900123', text: 'STOP' },
    ]);
    const refused = parseEvents({ payload: { code: 'syntax_constraint_violation', text: 'x' }, surface: 'response', httpStatus: 400 });
    expect(refused).toMatchObject([{ status: 'rejected', errorClass: 'invalid-request' }]);
    expect(parseEvents({ payload: { code: 'something_new', text: 'x' }, surface: 'response', httpStatus: 403 })).toMatchObject([
      { errorClass: 'auth' },
    ]);
  });
});

describe('Sinch Conversation', () => {
  it.each([
    ['QUEUED_ON_CHANNEL', 'sent', null],
    ['DELIVERED', 'delivered', null],
    ['READ', 'read', null],
    ['FAILED', 'failed', 'unknown'],
    ['SWITCHING_CHANNEL', 'failed', 'unknown'],
  ])('%s is %s', (given, status, errorClass) => {
    expect(conversation(given)).toMatchObject({ status, errorClass, messageId: 'm1', recipient: '+447700900123' });
  });

  it('gives every reason its class, sub-codes first', () => {
    for (const [codes, errorClass] of sinchConversationErrors.rows) {
      for (const code of codes.split(',')) expect(conversation('FAILED', { code: code.replace('*', 'X_Y') })).toMatchObject({ errorClass });
    }
    expect(conversation('FAILED', { code: 'CHANNEL_FAILURE', sub_code: 'INACTIVE_SENDER' })).toMatchObject({ errorClass: 'sender-blocked' });
    expect(conversation('FAILED', { code: 'CHANNEL_FAILURE', sub_code: 'UNSPECIFIED_SUB_CODE' })).toMatchObject({
      errorClass: 'retryable-transient',
    });
  });

  it('reads opt-outs, opt-ins, inbound messages and answers', () => {
    expect(webhook({ opt_out_notification: { channel: 'SMS', identity: '447700900123' } })).toMatchObject([
      { kind: 'preference', preference: 'opted-out', recipient: '+447700900123' },
    ]);
    expect(webhook({ opt_in_notification: { identity: '447700900123' } })).toMatchObject([{ preference: 'opted-in' }]);
    const message = { id: 'i1', contact_message: { text_message: { text: 'hi' } }, channel_identity: { identity: '447700900123' } };
    expect(webhook({ message })).toMatchObject([{ kind: 'inbound', messageId: 'i1', text: 'hi', recipient: '+447700900123' }]);
    expect(parseEvents({ payload: { message_id: 'm9', accepted_time: 'x' }, surface: 'response', httpStatus: 200 })).toMatchObject([
      { status: 'accepted', messageId: 'm9' },
    ]);
  });
});
