import { describe, expect, it } from 'vitest';
import { parseEvents as devino } from '../../../src/channels/devino/index.ts';
import { parseEvents as edna } from '../../../src/channels/edna/index.ts';
import { parseEvents as exolve } from '../../../src/channels/exolve/index.ts';
import { parseEvents as greenApi } from '../../../src/channels/green-api/index.ts';
import { parseEvents as iDigital } from '../../../src/channels/idigital/index.ts';
import { parseEvents as maxBot } from '../../../src/channels/max-bot/index.ts';
import { parseEvents as mtsOmni } from '../../../src/channels/mts-omni/index.ts';
import type { ParseEvents } from '../../../src/channels/port.ts';
import { parseEvents as smsAero } from '../../../src/channels/sms-aero/index.ts';
import { parseEvents as smsRu } from '../../../src/channels/sms-ru/index.ts';
import { parseEvents as smsc } from '../../../src/channels/smsc/index.ts';

type Row = readonly [kind: string, status: string | null, errorClass: string | null, messageId: string | null, recipient: string | null];

function rows(parse: ParseEvents, payload: unknown, over: { httpStatus?: number; surface?: 'webhook' | 'response' } = {}): readonly Row[] {
  return parse({ payload, surface: 'webhook', ...over }).map((event) => [
    event.kind,
    event.status,
    event.errorClass,
    event.messageId,
    event.recipient,
  ]);
}

const answer = (httpStatus = 200) => ({ surface: 'response', httpStatus }) as const;

describe('SMSC.ru', () => {
  const receipt = (status: number | string, err: number | string = 0) => ({
    id: '4471',
    phone: '79000000001',
    status: String(status),
    err: String(err),
    ts: '1763900000',
  });
  it.each([
    [-3, 0, 'unknown', 'unknown'],
    [-2, 0, 'rejected', 'unknown'],
    [-1, 0, 'queued', null],
    [0, 0, 'sent', null],
    [1, 0, 'delivered', null],
    [2, 0, 'read', null],
    [3, 0, 'expired', 'recipient-unreachable'],
    [3, 246, 'expired', 'recipient-unreachable'],
    [4, 0, 'read', null],
    [20, 0, 'undelivered', 'recipient-unreachable'],
    [20, 253, 'undelivered', 'content-rejected'],
    [20, 252, 'undelivered', 'opted-out'],
    [22, 0, 'rejected', 'invalid-request'],
    [23, 0, 'rejected', 'content-rejected'],
    [23, 254, 'rejected', 'sender-blocked'],
    [24, 0, 'rejected', 'insufficient-funds'],
    [25, 1, 'undelivered', 'recipient-unreachable'],
    [77, 0, 'unknown', 'unknown'],
  ])('reads state %s with err %s', (status, err, expected, errorClass) => {
    expect(rows(smsc, receipt(status, err))).toEqual([['status', expected, errorClass, '4471', '+79000000001']]);
  });

  it('reads answers, also of status calls, and texts from people', () => {
    expect(rows(smsc, { id: 4471, cnt: 1, cost: '3.2', balance: '812.4' }, answer())).toEqual([['status', 'accepted', null, '4471', null]]);
    expect(rows(smsc, '{"error":"no money","error_code":3,"id":4471}', answer())).toEqual([
      ['status', 'rejected', 'insufficient-funds', '4471', null],
    ]);
    expect(rows(smsc, { error: 'x', error_code: 9, id: 7 }, answer())).toEqual([['status', 'rejected', 'duplicate', '7', null]]);
    expect(
      rows(
        smsc,
        [
          { status: 25, err: 248, id: 32, phone: '77010000001' },
          { status: 1, err: 0, id: 32, phone: '79000000002' },
        ],
        answer(),
      ),
    ).toEqual([
      ['status', 'undelivered', 'recipient-unreachable', '32', '+77010000001'],
      ['status', 'delivered', null, '32', '+79000000002'],
    ]);
    const [text] = smsc({ payload: 'id=99&phone=79000000001&mes=%D0%A1%D0%A2%D0%9E%D0%9F&to=Shop&time=x&smsc=1', surface: 'webhook' });
    expect(text).toMatchObject({ kind: 'inbound', status: null, messageId: '99', recipient: '+79000000001', text: 'СТОП', to: 'Shop' });
    expect(rows(smsc, '<html>', answer(502))).toEqual([['status', 'rejected', 'retryable-transient', null, null]]);
  });
});

describe('MAX bot', () => {
  const user = { user_id: 5001, name: 'A', is_bot: false };
  it('reads updates', () => {
    expect(rows(maxBot, { update_type: 'bot_started', timestamp: 1763892000000, chat_id: 9, user, payload: 'x' })).toEqual([
      ['preference', null, null, null, '5001'],
    ]);
    const [stopped] = maxBot({ payload: { update_type: 'bot_stopped', timestamp: 1763892000000, chat_id: 9, user }, surface: 'webhook' });
    expect(stopped).toMatchObject({ kind: 'preference', preference: 'opted-out', recipient: '5001', at: new Date(1763892000000) });
    const message = {
      sender: user,
      recipient: { chat_id: 9, chat_type: 'dialog', user_id: 7 },
      timestamp: 1,
      body: { mid: 'mid.1', seq: 1, text: 'стоп' },
    };
    const [written] = maxBot({ payload: { update_type: 'message_created', timestamp: 2, message }, surface: 'webhook' });
    expect(written).toMatchObject({ kind: 'inbound', messageId: 'mid.1', recipient: '5001', text: 'стоп' });
    const callback = { timestamp: 3, callback_id: 'cb.1', payload: 'stop', user };
    const ours = { body: { mid: 'mid.our' } };
    expect(maxBot({ payload: { update_type: 'message_callback', timestamp: 3, callback, message: ours }, surface: 'webhook' })[0]).toMatchObject({
      kind: 'inbound',
      messageId: 'cb.1',
      recipient: '5001',
      text: 'stop',
      replyTo: 'mid.our',
    });
    expect(rows(maxBot, { update_type: 'dialog_muted', user })).toEqual([]);
    expect(
      rows(maxBot, {
        updates: [
          { update_type: 'bot_stopped', user },
          { update_type: 'bot_added', user },
        ],
        marker: 1,
      }),
    ).toHaveLength(1);
    expect(rows(maxBot, { update_type: 'message_created', message: { ...message, sender: { user_id: 7, is_bot: true } } })).toEqual([]);
  });

  it('reads answers', () => {
    const message = {
      sender: { user_id: 7 },
      recipient: { chat_id: 1, user_id: 2 },
      timestamp: 1763892000000,
      body: { mid: 'mid.a', seq: 1, text: 'x' },
    };
    expect(rows(maxBot, { message }, answer())).toEqual([['status', 'sent', null, 'mid.a', '2']]);
    const refused = (code: string, status: number) => rows(maxBot, { code, message: 'text' }, answer(status))[0]?.[2];
    expect(refused('verify.token', 401)).toBe('auth');
    expect(refused('chat.denied', 403)).toBe('opted-out');
    expect(refused('access.denied', 403)).toBe('opted-out');
    expect(refused('not.found', 404)).toBe('not-on-channel');
    expect(refused('attachment.not.ready', 400)).toBe('retryable-transient');
    expect(refused('proto.payload', 400)).toBe('invalid-request');
    expect(refused('too.many.requests', 429)).toBe('rate-limited');
    expect(refused('service.unavailable', 503)).toBe('retryable-transient');
    expect(refused('strange', 200)).toBe('unknown');
  });
});

describe('SMS Aero', () => {
  const data = (status: number) => ({
    id: 12345,
    from: 'Shop',
    number: '79000000001',
    text: 'x',
    status,
    extendStatus: 'q',
    channel: 'c',
    cost: 4.2,
  });
  it.each([
    [0, 'queued', null],
    [1, 'delivered', null],
    [2, 'undelivered', 'recipient-unreachable'],
    [3, 'sent', null],
    [4, 'queued', null],
    [6, 'rejected', 'content-rejected'],
    [8, 'queued', null],
    [55, 'unknown', 'unknown'],
  ])('reads state %s', (status, expected, errorClass) => {
    expect(rows(smsAero, { success: true, data: data(status), message: null }, answer())).toEqual([
      ['status', expected, errorClass, '12345', '+79000000001'],
    ]);
    expect(rows(smsAero, data(status))).toEqual([['status', expected, errorClass, '12345', '+79000000001']]);
  });

  it('reads refusals by their words and status', () => {
    const refused = (message: string | null, status: number) => rows(smsAero, { success: false, data: null, message }, answer(status))[0]?.[2];
    expect(refused('Validation error.', 400)).toBe('invalid-request');
    expect(refused('Your request was made with invalid credentials.', 401)).toBe('auth');
    expect(refused('Error: no credits', 402)).toBe('insufficient-funds');
    expect(refused('reject: sign is not approved', 200)).toBe('content-rejected');
    expect(refused(null, 429)).toBe('rate-limited');
    expect(refused(null, 503)).toBe('retryable-transient');
    expect(refused('something else', 200)).toBe('unknown');
    expect(rows(smsAero, { success: true, data: [data(0), { ...data(3), id: 2 }], message: null }, answer())).toHaveLength(2);
  });
});

describe('Exolve', () => {
  it('reads answers, refusals and lists', () => {
    expect(rows(exolve, { message_id: '439166538000000001' }, answer())).toEqual([['status', 'accepted', null, '439166538000000001', null]]);
    expect(rows(exolve, '{"message_id":439166538000000001}', answer())[0]?.[3]).toBe('439166538000000001');
    const refused = (status: number, code?: number) =>
      rows(exolve, { error: { code: code ?? 3, message: 'x', details: [] } }, answer(status))[0]?.[2];
    expect([401, 403, 400, 402, 429, 500].map((status) => refused(status))).toEqual([
      'auth',
      'sender-blocked',
      'invalid-request',
      'insufficient-funds',
      'rate-limited',
      'retryable-transient',
    ]);
    expect(rows(exolve, { error: { code: 16, message: 'x' } }, { surface: 'response' })[0]?.[2]).toBe('auth');
    expect(rows(exolve, { messages: [{ message_id: '1', number: 'Shop', destination: '79000000001', status: 'DELIVERED' }] }, answer())).toEqual([
      ['status', 'delivered', null, '1', '+79000000001'],
    ]);
  });
});

describe('SMS.ru', () => {
  it('reads each number of a send for itself', () => {
    const payload = {
      status: 'OK',
      status_code: 100,
      sms: {
        '79000000001': { status: 'OK', status_code: 100, sms_id: '000000-10000000' },
        '79000000002': { status: 'ERROR', status_code: 207, status_text: 'x' },
      },
      balance: 412.5,
    };
    expect(rows(smsRu, payload, answer())).toEqual([
      ['status', 'accepted', null, '000000-10000000', '+79000000001'],
      ['status', 'rejected', 'recipient-unreachable', null, '+79000000002'],
    ]);
    expect(rows(smsRu, { status: 'ERROR', status_code: 200, status_text: 'x' }, answer())).toEqual([['status', 'rejected', 'auth', null, null]]);
  });

  it('reads a status call and callbacks in every decoded form', () => {
    const asked = {
      status: 'OK',
      status_code: 100,
      sms: { '000000-1': { status: 'OK', status_code: 103, cost: 1 }, '000000-2': { status: 'ERROR', status_code: -1 } },
    };
    expect(rows(smsRu, asked, answer())).toEqual([
      ['status', 'delivered', null, '000000-1', null],
      ['status', 'unknown', 'invalid-request', '000000-2', null],
    ]);
    const data = ['sms_status\n000000-1\n103\n1763900000', 'callcheck_status\n1\n401\n1763900000', 'sms_status\n000000-2\n104\n1763900001'];
    const expected = [
      ['status', 'delivered', null, '000000-1', null],
      ['status', 'expired', 'recipient-unreachable', '000000-2', null],
    ];
    expect(rows(smsRu, { data, hash: 'x' })).toEqual(expected);
    expect(rows(smsRu, { 'data[0]': data[0], 'data[1]': data[2] })).toEqual(expected);
    expect(rows(smsRu, data.map((entry, at) => `data[${at}]=${encodeURIComponent(entry)}`).join('&'))).toEqual(expected);
  });

  it.each([
    ['100', 'accepted', null],
    ['101', 'queued', null],
    ['102', 'sent', null],
    ['105', 'undelivered', 'recipient-unreachable'],
    ['106', 'undelivered', 'recipient-unreachable'],
    ['107', 'unknown', 'unknown'],
    ['108', 'rejected', 'recipient-unreachable'],
    ['110', 'read', null],
    ['150', 'undelivered', 'recipient-unreachable'],
  ])('reads state %s', (code, status, errorClass) => {
    expect(rows(smsRu, { data: [`sms_status\n1-1\n${code}\n1763900000`] })).toEqual([['status', status, errorClass, '1-1', null]]);
  });
});

describe('Devino', () => {
  it('keeps ids longer than 2^53', () => {
    expect(rows(devino, '[604273478236423001]', answer())).toEqual([['status', 'accepted', null, '604273478236423001', null]]);
    const parts = devino({ payload: ['604273478236423001', '604273478236423002'], ...answer() }).map((event) => event.parts);
    expect(parts).toEqual([
      { index: 0, total: 2 },
      { index: 1, total: 2 },
    ]);
  });

  it('reads REST states and errors', () => {
    const state = (State: number) => rows(devino, { State, CreationDateUtc: null, Price: 1, StateDescription: 'x' }, answer())[0]?.slice(1, 3);
    expect(state(0)).toEqual(['delivered', null]);
    expect(state(-1)).toEqual(['sent', null]);
    expect(state(-2)).toEqual(['queued', null]);
    expect(state(10)).toEqual(['rejected', 'sender-blocked']);
    expect(state(46)).toEqual(['expired', 'recipient-unreachable']);
    expect(state(47)).toEqual(['rejected', 'unknown']);
    expect(state(48)).toEqual(['rejected', 'content-rejected']);
    expect(state(255)).toEqual(['unknown', 'unknown']);
    const refused = (Code: number, status: number) => rows(devino, { Code, Desc: 'x' }, answer(status))[0]?.[2];
    expect([1, 4, 5, 7, 8, 9].map((code) => refused(code, 400))).toEqual([
      'invalid-request',
      'auth',
      'insufficient-funds',
      'sender-blocked',
      'retryable-transient',
      'retryable-transient',
    ]);
  });

  it('reads instant messages and texts from people', () => {
    const answered = { status: 'ok', messages: [{ providerId: 71, code: 'ok' }, { code: 'error-address-unknown' }] };
    expect(rows(devino, answered, answer())).toEqual([
      ['status', 'accepted', null, '71', null],
      ['status', 'rejected', 'not-on-channel', null, null],
    ]);
    expect(rows(devino, { status: 'error-system' }, answer(500))[0]?.[2]).toBe('retryable-transient');
    expect(rows(devino, { status: 'error-auth' }, answer(401))[0]?.[2]).toBe('auth');
    const item = (status: string, errorCode?: string) =>
      rows(devino, [{ id: '3158611117333282816', receivedAt: '1763900000000', status, errorCode }])[0];
    expect(item('undelived')).toEqual(['status', 'undelivered', 'recipient-unreachable', '3158611117333282816', null]);
    expect(item('undelivered', 'user-blocked')?.[2]).toBe('opted-out');
    expect(item('failed', 'error-instant-message-ttl')?.[2]).toBe('invalid-request');
    expect(item('vp_expired')?.slice(1, 3)).toEqual(['expired', 'recipient-unreachable']);
    expect(item('visited')?.slice(1, 3)).toEqual(['read', null]);
    expect(item('cancelled')?.[1]).toBe('rejected');
    const inbound = [{ id: 5, parentId: 4, receivedAt: 1, subject: 'Shop', address: '79000000001', contentType: 'text', content: 'Стоп' }];
    expect(devino({ payload: inbound, surface: 'webhook' })[0]).toMatchObject({
      kind: 'inbound',
      messageId: '5',
      recipient: '+79000000001',
      text: 'Стоп',
      replyTo: '4',
    });
    const sms = 'sourcePhone=79000000001&number=1234&prefix=&text=stop&messageId=77';
    expect(devino({ payload: sms, surface: 'webhook' })[0]).toMatchObject({
      kind: 'inbound',
      messageId: '77',
      recipient: '+79000000001',
      text: 'stop',
      to: '1234',
    });
  });
});

describe('edna', () => {
  const hook = (status: string, error: unknown = null) => ({
    requestId: 'ord-1',
    messageId: 900123,
    cascadeId: 215,
    status,
    statusAt: '2026-11-23T10:00:09Z',
    error,
  });
  it.each([
    ['ENQUEUED', 'queued', null],
    ['DELAYED', 'queued', null],
    ['SENT', 'sent', null],
    ['DELIVERED', 'delivered', null],
    ['READ', 'read', null],
    ['UNDELIVERED', 'undelivered', 'recipient-unreachable'],
    ['FAILED', 'failed', 'unknown'],
    ['EXPIRED', 'expired', 'recipient-unreachable'],
    ['CANCELLED', 'rejected', 'duplicate'],
  ])('reads %s', (word, status, errorClass) => {
    expect(rows(edna, hook(word))).toEqual([['status', status, errorClass, '900123', null]]);
  });

  it('reads errors wherever they stand, answers and texts', () => {
    expect(rows(edna, hook('FAILED', 'error-address-unknown'))[0]?.[2]).toBe('not-on-channel');
    expect(rows(edna, hook('UNDELIVERED', { code: 'error-subject-unknown' }))[0]?.[2]).toBe('sender-blocked');
    expect(edna({ payload: hook('SENT'), surface: 'webhook' })[0]?.clientRef).toBe('ord-1');
    expect(rows(edna, { requestId: 'ord-1' }, answer())).toEqual([['status', 'accepted', null, 'ord-1', null]]);
    expect(rows(edna, { title: 'error-syntax', status: 400, detail: 'x' }, answer(400))).toEqual([
      ['status', 'rejected', 'invalid-request', null, null],
    ]);
    expect(rows(edna, { title: 'Unauthorized', status: 401 }, answer(401))[0]?.[2]).toBe('auth');
    const inbound = {
      id: 3,
      subject: 'shop_wa',
      subscriber: { identifier: '79000000001' },
      messageContent: { type: 'TEXT', text: 'Стоп' },
      receivedAt: '2026-11-23T10:00:09Z',
    };
    expect(rows(edna, inbound)).toEqual([['inbound', null, null, '3', '+79000000001']]);
  });
});

describe('i-Digital', () => {
  it('reads answers, states and refusals', () => {
    expect(rows(iDigital, [{ messageUuid: 'aaaaaaaa-bbbb' }, { destination: '79000000001', errorCode: 7401 }], answer())).toEqual([
      ['status', 'accepted', null, 'aaaaaaaa-bbbb', null],
      ['status', 'rejected', 'invalid-request', null, '+79000000001'],
    ]);
    expect(rows(iDigital, { error: { code: 4010, msg: 'x' } }, answer(401))).toEqual([['status', 'rejected', 'auth', null, null]]);
    expect(rows(iDigital, { messageUuid: 'u', status: 'undelivered', errorCode: 7060 }, answer())[0]?.slice(1, 3)).toEqual([
      'undelivered',
      'recipient-unreachable',
    ]);
    expect(rows(iDigital, { messageUuid: 'u', status: 'undelivered', errorCode: 1 }, answer())[0]?.[2]).toBe('unknown');
    expect(rows(iDigital, { messageUuid: 'u', status: 'delivered', errorCode: 0 })[0]?.slice(1, 3)).toEqual(['delivered', null]);
    expect(rows(iDigital, 'x', answer(500))[0]?.[2]).toBe('retryable-transient');
  });
});

describe('MTS Omnichannel', () => {
  it('reads answers and nested lists of events', () => {
    expect(rows(mtsOmni, { messages: [{ internal_id: 'i-1' }] }, answer())).toEqual([['status', 'accepted', null, 'i-1', null]]);
    const info = {
      events_info: [
        {
          events_info: [
            { internal_id: 'i-1', destination: '79000000001', status: 200 },
            { internal_id: 'i-1', destination: '79000000001', status: 300 },
          ],
          key: 'i-1',
        },
      ],
    };
    expect(rows(mtsOmni, info, answer())).toEqual([
      ['status', 'sent', null, 'i-1', '+79000000001'],
      ['status', 'delivered', null, 'i-1', '+79000000001'],
    ]);
    expect([400, 401, 403, 429, 502].map((status) => rows(mtsOmni, {}, answer(status))[0]?.[2])).toEqual([
      'invalid-request',
      'auth',
      'auth',
      'rate-limited',
      'retryable-transient',
    ]);
  });
});

describe('Green-API', () => {
  const status = (word: string) =>
    rows(greenApi, {
      typeWebhook: 'outgoingMessageStatus',
      instanceData: {},
      timestamp: 1763900000,
      chatId: '79000000001@c.us',
      idMessage: 'BAE5',
      status: word,
    })[0];
  it('reads statuses, texts and states of the instance', () => {
    expect(status('delivered')).toEqual(['status', 'delivered', null, 'BAE5', '+79000000001']);
    expect(status('noAccount')?.slice(1, 3)).toEqual(['failed', 'not-on-channel']);
    expect(status('notInGroup')?.slice(1, 3)).toEqual(['failed', 'invalid-request']);
    expect(status('yellowCard')?.slice(1, 3)).toEqual(['failed', 'sender-blocked']);
    expect(status('failed')?.slice(1, 3)).toEqual(['failed', 'unknown']);
    const senderData = { chatId: '79000000001@c.us', sender: '79000000001@c.us', senderName: 'A' };
    const messageData = { typeMessage: 'textMessage', textMessageData: { textMessage: 'Стоп' } };
    const [text] = greenApi({ payload: { typeWebhook: 'incomingMessageReceived', idMessage: 'I1', senderData, messageData }, surface: 'webhook' });
    expect(text).toMatchObject({ kind: 'inbound', messageId: 'I1', recipient: '+79000000001', text: 'Стоп' });
    expect(rows(greenApi, { typeWebhook: 'stateInstanceChanged', instanceData: { idInstance: 1 }, stateInstance: 'yellowCard' })).toEqual([
      ['quality', null, null, null, null],
    ]);
    expect(rows(greenApi, { idMessage: 'BAE5' }, answer())).toEqual([['status', 'accepted', null, 'BAE5', null]]);
    expect([400, 401, 403, 429, 466, 500].map((code) => rows(greenApi, {}, answer(code))[0]?.[2])).toEqual([
      'invalid-request',
      'auth',
      'auth',
      'rate-limited',
      'insufficient-funds',
      'retryable-transient',
    ]);
  });
});
