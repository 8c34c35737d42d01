import { describe, expect, it } from 'vitest';
import { parseEvents, rbm, rbmErrors } from '../../../src/channels/rbm/index.ts';
import { messageIdOf } from '../../../src/channels/rbm/submit.ts';
import { tenOClock, webhookCall } from '../provider-bench.ts';

const event = (over: object) => ({ senderPhoneNumber: '+447700900123', messageId: 'm1', agentId: 'a', ...over });
const pushed = (value: object) => ({ message: { data: Buffer.from(JSON.stringify(value)).toString('base64'), attributes: {} } });
const parse = (payload: unknown) => parseEvents({ payload, surface: 'webhook' });

describe('RBM events', () => {
  it.each([
    ['DELIVERED', 'delivered', null],
    ['READ', 'read', null],
    ['TTL_EXPIRATION_REVOKED', 'expired', 'recipient-unreachable'],
    ['TTL_EXPIRATION_REVOKE_FAILED', 'unknown', 'unknown'],
  ])('%s is %s, bare and pushed', (eventType, status, errorClass) => {
    const expected = [{ kind: 'status', status, errorClass, messageId: 'm1', recipient: '+447700900123' }];
    expect(parse(event({ eventType }))).toMatchObject(expected);
    expect(parse(pushed(event({ eventType })))).toMatchObject(expected);
    expect(parse({ phoneNumber: '+447700900123', messageId: 'm1', eventType })).toMatchObject(expected);
  });

  it('reads opt-outs and messages, and ignores typing', () => {
    expect(parse(event({ eventType: 'UNSUBSCRIBE' }))).toMatchObject([{ kind: 'preference', preference: 'opted-out', recipient: '+447700900123' }]);
    expect(parse(event({ text: 'STOP' }))).toMatchObject([{ kind: 'inbound', text: 'STOP', messageId: 'm1' }]);
    expect(parse(event({ suggestionResponse: { postbackData: 'p', text: 'No' } }))).toMatchObject([{ kind: 'inbound', text: 'No' }]);
    expect(parse(event({ eventType: 'IS_TYPING' }))).toEqual([]);
  });

  it('gives every row of refusals its class by name and by number', () => {
    for (const [row, errorClass] of rbmErrors.rows) {
      const [code, status] = row.split(',');
      if (!/^\d+$/u.test(code ?? '')) continue;
      for (const error of [{ code: Number(code) }, { status }]) {
        expect(parseEvents({ payload: { error }, surface: 'response', httpStatus: Number(code) })).toMatchObject([
          { status: 'rejected', errorClass },
        ]);
      }
    }
    expect(parseEvents({ payload: { error: { code: 503, status: 'UNAVAILABLE' } }, surface: 'response', httpStatus: 503 })).toMatchObject([
      { errorClass: 'retryable-transient' },
    ]);
  });

  it('makes one stable UUID of one step', () => {
    expect(messageIdOf('a')).toBe(messageIdOf('a'));
    expect(messageIdOf('a')).not.toBe(messageIdOf('b'));
    expect(messageIdOf('a')).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/u);
  });

  it('answers the handshake with its secret only to our client token', async () => {
    const provider = rbm({ agentId: 'a', accessToken: () => 't', clientToken: 'ours' });
    const now = tenOClock.now();
    expect(await provider.parseWebhook(webhookCall({ clientToken: 'ours', secret: 'echo-me' }), now)).toMatchObject({
      ok: true,
      reply: { body: 'echo-me' },
    });
    expect(await provider.parseWebhook(webhookCall({ clientToken: 'theirs', secret: 'x' }), now)).toMatchObject({ ok: false, status: 401 });
  });
});
