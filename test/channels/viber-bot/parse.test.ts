import { describe, expect, it } from 'vitest';
import { parseEvents, viberBotErrors, viberBusinessErrors } from '../../../src/channels/viber-bot/index.ts';

const callback = (fields: string) =>
  parseEvents({ payload: `{"timestamp":1763892000000,"message_token":5741311803571721087,${fields}}`, surface: 'webhook' });

describe('Viber', () => {
  it.each([
    ['delivered', 'delivered', null],
    ['seen', 'read', null],
    ['failed', 'failed', 'unknown'],
  ])('%s is %s and keeps every digit of the token', (event, status, errorClass) => {
    expect(callback(`"event":"${event}","user_id":"u="`)).toMatchObject([
      { kind: 'status', status, errorClass, messageId: '5741311803571721087', recipient: 'u=' },
    ]);
  });

  it('reads subscriptions and messages, and ignores the rest', () => {
    expect(callback('"event":"unsubscribed","user_id":"u="')).toMatchObject([{ kind: 'preference', preference: 'opted-out', recipient: 'u=' }]);
    expect(callback('"event":"subscribed","user":{"id":"u="}')).toMatchObject([{ preference: 'opted-in', recipient: 'u=' }]);
    expect(callback('"event":"message","sender":{"id":"u="},"message":{"type":"text","text":"стоп"}')).toMatchObject([
      { kind: 'inbound', text: 'стоп', recipient: 'u=', messageId: '5741311803571721087' },
    ]);
    for (const event of ['webhook', 'conversation_started']) expect(callback(`"event":"${event}"`)).toEqual([]);
  });

  it('gives every number its class, and names in descriptions theirs', () => {
    for (const [codes, errorClass] of viberBotErrors.rows) {
      const [code] = codes.split(',');
      expect(parseEvents({ payload: { status: Number(code), status_message: 'x' }, surface: 'response', httpStatus: 200 })).toMatchObject([
        { status: 'rejected', errorClass },
      ]);
    }
    for (const [codes, errorClass] of viberBusinessErrors.rows) {
      for (const desc of codes.split(',')) expect(callback(`"event":"failed","user_id":"u","desc":"${desc}"`)).toMatchObject([{ errorClass }]);
    }
  });
});
