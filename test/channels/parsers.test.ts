import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadParser, parserIds, providerIdOf } from '../../src/channels/parsers.ts';
import type { ParseEvents } from '../../src/channels/port.ts';

/** One genuine payload of each shape, made up; the fuzzer breaks them. */
const seeds: readonly unknown[] = [
  {
    entry: [
      {
        changes: [
          { field: 'messages', value: { statuses: [{ id: 'w', status: 'failed', recipient_id: '447700900123', errors: [{ code: 131026 }] }] } },
        ],
      },
    ],
  },
  { entry: [{ changes: [{ field: 'messages', value: { messages: [{ from: '447700900123', id: 'w', type: 'text', text: { body: 'STOP' } }] } }] }] },
  { error: { code: 131056, message: 'x', error_data: { details: 'y' } } },
  { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30005', To: 'whatsapp:+447700900123', From: '+447700900001' },
  { message_uuid: 'u', to: '447700900123', status: 'rejected', error: { type: 'x#1340', title: 1340 } },
  { results: [{ messageId: 'm', to: '447700900123', status: { groupId: 2, id: 9 }, error: { id: 7033, permanent: true } }] },
  { type: 'delivery_report_sms', batch_id: 'b', statuses: [{ code: 402, status: 'Failed', recipients: ['447700900123'] }] },
  { Type: 'Notification', Message: '{"eventType":"TEXT_BLOCKED","messageStatus":"BLOCKED","messageId":"a"}' },
  { message: { data: 'eyJldmVudFR5cGUiOiJSRUFEIn0=' } },
  { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
  { update_id: 1, my_chat_member: { from: { id: 1 }, new_chat_member: { status: 'kicked' } } },
  { event: 'failed', message_token: '5741311803571721087', user_id: 'u', desc: 'x' },
  { command: 'deliver_sm', esm_class: 4, short_message: 'id:1 stat:UNDELIV err:011', source_addr: '447700900123' },
  { command: 'submit_sm_resp', command_status: 88 },
  { id: 4471, phone: '79990000012', status: 20, err: 1 },
  { data: ['sms_status\n000-1\n103\n1763892000'], hash: 'x' },
  { idMessage: 'B', status: 'noAccount', chatId: '79990000012@c.us', typeWebhook: 'outgoingMessageStatus' },
  { requestId: 'r', messageId: 1, status: 'EXPIRED', error: null },
  { update_type: 'bot_stopped', user: { user_id: 1 }, timestamp: 1 },
  [{ id: '1', status: 'undelivered', errorCode: 'user-blocked' }],
];

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.anything({ maxDepth: 3 }),
  fc.string(),
  fc.constantFrom(null, undefined, '', '{', '__proto__', Number.POSITIVE_INFINITY),
);

/** A seed with one value anywhere in it replaced or removed. */
function mutated(value: unknown, path: readonly number[], other: unknown): unknown {
  if (path.length === 0 || typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  copy[key] = mutated(copy[key], path.slice(1), other);
  return copy;
}

const broken = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }), anything)
  .map(([seed, path, other]) => mutated(seed, path, other));
const context = fc.record({
  surface: fc.constantFrom('webhook' as const, 'response' as const),
  httpStatus: fc.constantFrom(200, 202, 400, 403, 429, 500, 502, 504, Number.NaN),
});

const statuses = new Set(['accepted', 'queued', 'sent', 'delivered', 'read', 'undelivered', 'failed', 'expired', 'rejected', 'unknown']);

function expectSound(parse: ParseEvents, id: string, payload: unknown, given: { surface: 'webhook' | 'response'; httpStatus: number }): void {
  for (const event of parse({ payload, ...given })) {
    expect(event.provider).toBe(id);
    expect(event.kind === 'status').toBe(event.status !== null);
    if (event.status !== null) expect(statuses.has(event.status)).toBe(true);
    else expect(event.errorClass).toBeNull();
    for (const text of [event.messageId, event.recipient]) expect(text === null || (typeof text === 'string' && text !== '')).toBe(true);
  }
}

describe('parsers by id', () => {
  it('answer to every spelling', async () => {
    expect(parserIds).toHaveLength(21);
    for (const id of parserIds) {
      expect(providerIdOf(id.replaceAll('-', '_'))).toBe(id);
      expect(await loadParser(id.replaceAll('-', ''))).toBeTypeOf('function');
    }
    expect(['meta_whatsapp', 'whatsapp-cloud', 'sms-aero', 'sms_ru', 'green-api', 'max_bot'].map(providerIdOf)).toEqual([
      'meta-whatsapp',
      'meta-whatsapp',
      'smsaero',
      'smsru',
      'greenapi',
      'max-bot',
    ]);
    expect(await loadParser('constructor')).toBeUndefined();
    expect(await loadParser('nobody')).toBeUndefined();
  });
});

describe.each(parserIds)('%s', (id) => {
  it('never throws and gives sound events for broken and random payloads', async () => {
    const parse = await loadParser(id);
    if (parse === undefined) throw new Error('no parser');
    fc.assert(
      fc.property(fc.oneof(broken, anything), context, (payload, given) => {
        expectSound(parse, id, payload, given);
        if (typeof payload === 'object') expectSound(parse, id, tryText(payload), given);
      }),
      { numRuns: 2_000 },
    );
  });
});

function tryText(value: unknown): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
