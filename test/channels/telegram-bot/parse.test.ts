import { describe, expect, it } from 'vitest';
import { parseEvents, telegramBotErrors } from '../../../src/channels/telegram-bot/index.ts';

const update = (payload: object) => parseEvents({ payload: { update_id: 1, ...payload }, surface: 'webhook' });
const refused = (error_code: number, description: string) =>
  parseEvents({ payload: { ok: false, error_code, description }, surface: 'response', httpStatus: error_code })[0];

describe('Telegram updates', () => {
  it('reads messages, edits and pressed buttons', () => {
    const message = { message_id: 5, from: { id: 9_000_000_001 }, chat: { id: 9_000_000_001, type: 'private' }, date: 1_763_892_000, text: 'СТОП' };
    expect(update({ message })).toMatchObject([
      { kind: 'inbound', status: null, errorClass: null, messageId: '5', recipient: '9000000001', text: 'СТОП' },
    ]);
    expect(update({ edited_message: message })).toMatchObject([{ kind: 'inbound', messageId: '5' }]);
    expect(update({ callback_query: { id: '77', from: { id: 9 }, data: 'stop', message: { message_id: 4 } } })).toMatchObject([
      { kind: 'inbound', messageId: '77', recipient: '9', text: 'stop', replyTo: '4' },
    ]);
    expect(update({ poll: {} })).toEqual([]);
  });

  it('reads blocks and returns', () => {
    const member = (status: string) => update({ my_chat_member: { chat: { id: 9, type: 'private' }, from: { id: 9 }, new_chat_member: { status } } });
    expect(member('kicked')).toMatchObject([{ kind: 'preference', preference: 'opted-out', recipient: '9', messageId: null }]);
    expect(member('member')).toMatchObject([{ kind: 'preference', preference: 'opted-in' }]);
  });
});

describe('Telegram answers', () => {
  it('calls a sent message sent', () => {
    const result = { message_id: 77, chat: { id: 123 }, date: 1_763_892_000 };
    expect(parseEvents({ payload: { ok: true, result }, surface: 'response', httpStatus: 200 })).toMatchObject([
      { status: 'sent', errorClass: null, messageId: '77', recipient: '123' },
    ]);
  });

  it('gives every row its class by code and text', () => {
    for (const [row, errorClass] of telegramBotErrors.rows) {
      if (!/^\d/u.test(row)) continue;
      const [code = '', ...words] = row.split(' ');
      expect(refused(Number(code), `Forbidden: ${words.join(' ')}`)).toMatchObject({ status: 'rejected', errorClass, messageId: null });
    }
    expect(refused(403, 'Forbidden: bot can’t initiate conversation with a user')).toMatchObject({ errorClass: 'opted-out' });
    expect(refused(400, 'Bad Request: BUTTON_DATA_INVALID')).toMatchObject({ errorClass: 'invalid-request' });
    expect(refused(502, 'Bad Gateway')).toMatchObject({ errorClass: 'retryable-transient' });
  });
});
