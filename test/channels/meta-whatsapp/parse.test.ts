import { describe, expect, it } from 'vitest';
import { parseEvents } from '../../../src/channels/meta-whatsapp/index.ts';

const change = (field: string, value: unknown) => ({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field, value }] }] });
const webhook = (payload: unknown) => parseEvents({ payload, surface: 'webhook' });
const answer = (payload: unknown, httpStatus: number) => parseEvents({ payload, surface: 'response', httpStatus });
const status = (over: object) =>
  webhook(change('messages', { statuses: [{ id: 'wamid.A', timestamp: '1763900000', recipient_id: '447700900123', ...over }] }));

describe('statuses', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['played', 'read'],
  ])('%s is %s', (given, expected) => {
    expect(status({ status: given })).toMatchObject([
      { kind: 'status', status: expected, errorClass: null, messageId: 'wamid.A', recipient: '+447700900123' },
    ]);
  });

  it.each(['deleted', 'warning', 'constructor', ''])('ignores %s', (given) => {
    expect(status({ status: given })).toEqual([]);
  });

  it('carries the class, our reference and the time of a failure', () => {
    expect(status({ status: 'failed', biz_opaque_callback_data: 'step-1', errors: [{ code: 131050, title: 'x' }] })).toEqual([
      {
        provider: 'meta-whatsapp',
        kind: 'status',
        status: 'failed',
        errorClass: 'opted-out',
        messageId: 'wamid.A',
        recipient: '+447700900123',
        providerCode: '131050',
        clientRef: 'step-1',
        at: new Date(1_763_900_000_000),
      },
    ]);
    expect(status({ status: 'failed', errors: [{ code: 999_999 }] })).toMatchObject([{ errorClass: 'unknown' }]);
    expect(status({ status: 'failed' })).toMatchObject([{ errorClass: 'unknown', providerCode: null }]);
  });

  it('names a person by the business-scoped id when the number is hidden', () => {
    expect(status({ status: 'sent', recipient_id: '', recipient_user_id: 'GB.a1B2' })).toMatchObject([{ recipient: 'GB.a1B2' }]);
  });

  it('reads batches over entries and changes in order', () => {
    const entry = (id: string) => ({
      changes: [
        {
          field: 'messages',
          value: {
            statuses: [
              { id, status: 'sent' },
              { id, status: 'read' },
            ],
          },
        },
      ],
    });
    const events = webhook({ entry: [entry('a'), entry('b')] });
    expect(events.map((event) => [event.messageId, event.status])).toEqual([
      ['a', 'sent'],
      ['a', 'read'],
      ['b', 'sent'],
      ['b', 'read'],
    ]);
  });
});

describe('inbound', () => {
  const inbound = (message: object) =>
    webhook(
      change('messages', { metadata: { phone_number_id: '1063' }, contacts: [{ wa_id: '447700900123' }], messages: [{ id: 'wamid.I', ...message }] }),
    )[0];

  it('reads words from every type of message', () => {
    const texts: readonly (readonly [object, string | undefined])[] = [
      [{ type: 'text', text: { body: 'СТОП' } }, 'СТОП'],
      [{ type: 'button', button: { payload: 'p', text: 'Stop' } }, 'Stop'],
      [{ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'No' } } }, 'No'],
      [{ type: 'interactive', interactive: { list_reply: { title: 'L' } } }, 'L'],
      [{ type: 'image', image: { id: '1', caption: 'look' } }, 'look'],
      [{ type: 'reaction', reaction: { emoji: '👍' } }, '👍'],
      [{ type: 'unsupported', errors: [{ code: 131051 }] }, undefined],
    ];
    for (const [message, text] of texts) {
      const event = inbound({ from: '447700900123', ...message });
      expect(event).toMatchObject({ kind: 'inbound', status: null, errorClass: null, messageId: 'wamid.I', recipient: '+447700900123', to: '1063' });
      expect(event?.text).toBe(text);
    }
  });

  it('names the message replied to and a person without a number', () => {
    expect(inbound({ from_user_id: 'GB.x9', context: { id: 'wamid.O' } })).toMatchObject({ recipient: 'GB.x9', replyTo: 'wamid.O' });
  });
});

describe('preferences, templates and quality', () => {
  it('reads stop and resume', () => {
    const preferences = ['stop', 'resume', 'other'].map((value) => ({
      wa_id: '447700900123',
      category: 'marketing_messages',
      value,
      timestamp: 1_763_900_000,
    }));
    expect(webhook(change('user_preferences', { user_preferences: preferences }))).toMatchObject([
      { kind: 'preference', preference: 'opted-out', recipient: '+447700900123', status: null, errorClass: null, messageId: null },
      { kind: 'preference', preference: 'opted-in' },
    ]);
  });

  it.each([
    [
      'message_template_status_update',
      {
        event: 'PAUSED',
        message_template_id: 7,
        message_template_name: 'sale',
        message_template_language: 'ru',
        other_info: { title: 'FIRST_PAUSE' },
      },
      'template',
      { type: 'template-status', name: 'sale', language: 'ru', state: 'PAUSED', reason: 'FIRST_PAUSE' },
    ],
    [
      'message_template_status_update',
      { previous_quality_score: 'GREEN', new_quality_score: 'RED', message_template_name: 'sale', message_template_language: 'ru' },
      'quality',
      { type: 'template-quality', name: 'sale', language: 'ru', state: 'RED', reason: 'GREEN' },
    ],
    [
      'template_category_update',
      { new_category: 'UTILITY', correct_category: 'MARKETING', message_template_name: 'order', message_template_language: 'en' },
      'template',
      { type: 'template-category', name: 'order', language: 'en', state: 'MARKETING', reason: 'announced' },
    ],
    [
      'template_category_update',
      { previous_category: 'UTILITY', new_category: 'MARKETING', message_template_name: 'order', message_template_language: 'en' },
      'template',
      { type: 'template-category', name: 'order', language: 'en', state: 'MARKETING', reason: 'changed' },
    ],
    ['phone_number_quality_update', { display_phone_number: '1', event: 'FLAGGED' }, 'quality', { type: 'number-quality', state: 'FLAGGED' }],
    ['business_capability_update', { max_daily_conversations_per_business: 'TIER_2K' }, 'quality', { type: 'capability', state: 'TIER_2K' }],
    [
      'account_update',
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      'quality',
      { type: 'account', state: 'ACCOUNT_VIOLATION', reason: 'SPAM' },
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
      'quality',
      { type: 'account', state: 'DISABLE', reason: 'DISABLED_UPDATE' },
    ],
    ['account_review_update', { decision: 'REJECTED' }, 'quality', { type: 'account-review', state: 'REJECTED' }],
    ['account_alerts', { entity_type: 'WABA', alert_info: { alert_status: 'ACTIVE', alert_type: 'X' } }, 'quality', { type: 'account-alert' }],
    ['phone_number_name_update', { decision: 'APPROVED' }, 'quality', { type: 'number-name', state: 'APPROVED' }],
    ['security', { event: 'PIN_CHANGED' }, 'quality', { type: 'security', state: 'PIN_CHANGED' }],
    ['messages', { errors: [{ code: 131031 }] }, 'quality', { type: 'account-error', state: '131031' }],
  ])('reads %s', (field, value, kind, subject) => {
    expect(webhook(change(field, value))).toMatchObject([{ kind, status: null, errorClass: null, messageId: null, recipient: null, subject }]);
  });

  it('gives nothing for fields it does not know', () => {
    expect(webhook(change('flows', { event: 'X' }))).toEqual([]);
  });
});

describe('answers', () => {
  it('reads acceptance and a hold', () => {
    const accepted = { messaging_product: 'whatsapp', contacts: [{ input: '+447700900123', wa_id: '447700900123' }], messages: [{ id: 'wamid.B' }] };
    expect(answer(accepted, 200)).toMatchObject([{ status: 'accepted', errorClass: null, messageId: 'wamid.B', recipient: '+447700900123' }]);
    const held = { ...accepted, messages: [{ id: 'wamid.B', message_status: 'held_for_quality_assessment' }] };
    expect(answer(JSON.stringify(held), 200)).toMatchObject([{ status: 'queued' }]);
  });

  it('reads refusals by code, and by HTTP status when the body says nothing', () => {
    expect(answer({ error: { message: '(#131056)', code: 131056 } }, 400)).toMatchObject([
      { status: 'rejected', errorClass: 'rate-limited', messageId: null, recipient: null, providerCode: '131056' },
    ]);
    expect(answer({ error: { code: 0 } }, 401)).toMatchObject([{ errorClass: 'auth' }]);
    expect(answer('<html>', 500)).toMatchObject([{ status: 'rejected', errorClass: 'retryable-transient' }]);
    expect(answer('', 504)).toMatchObject([{ status: 'rejected', errorClass: 'retryable-transient' }]);
    expect(answer('', 200)).toEqual([]);
  });
});
