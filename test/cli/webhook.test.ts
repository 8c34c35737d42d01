import { describe, expect, it } from 'vitest';
import { licet, lines, parsed } from './licet-process.ts';

const status = (value: string): object => ({
  entry: [
    {
      changes: [
        { field: 'messages', value: { statuses: [{ id: 'wamid.A', status: value, recipient_id: '447700900123', timestamp: '1700000000' }] } },
      ],
    },
  ],
});

const event = { kind: 'status', status: 'delivered', errorClass: null, providerCode: null };

describe('licet webhook', () => {
  it('shows events in the one vocabulary, whichever way the provider is written', async () => {
    const { code, out, err } = await licet(
      ['webhook', '--format', 'jsonl'],
      lines(
        { id: 1, provider: 'smsc', payload: { id: '77', phone: '79990000012', status: '1' }, received: 'today' },
        { id: 2, provider: 'meta_whatsapp', payload: status('delivered') },
        { id: 3, provider: 'whatsapp-cloud', payload: JSON.stringify(status('delivered')), surface: null },
        { id: 4, provider: 'meta-whatsapp', surface: 'response', http_status: 400, payload: { error: { code: 131026, message: 'x' } } },
      ),
    );
    expect([code, err]).toEqual([0, '']);
    const whatsapp = { ...event, messageId: 'wamid.A', recipient: '+447700900123' };
    expect(parsed(out)).toEqual([
      { id: 1, events: [{ ...event, messageId: '77', recipient: '+79990000012' }] },
      { id: 2, events: [whatsapp] },
      { id: 3, events: [whatsapp] },
      {
        id: 4,
        events: [{ kind: 'status', status: 'rejected', errorClass: 'not-on-channel', messageId: null, recipient: null, providerCode: '131026' }],
      },
    ]);
  });

  it('keeps ids beyond 2^53 whole', async () => {
    const line = '{"id":1,"provider":"viber_bot","payload":{"event":"delivered","message_token":4912661846655238145,"user_id":"u"}}';
    const [result] = parsed((await licet(['webhook', '--format', 'jsonl'], `${line}\n`)).out);
    expect(result?.events).toMatchObject([{ status: 'delivered', messageId: '4912661846655238145' }]);
  });

  it('names bad lines and unknown providers, shows the rest and ends with 2', async () => {
    const { code, out, err } = await licet(
      ['webhook', '--format', 'jsonl'],
      lines(
        { id: 1, provider: 'pigeon', payload: {} },
        'x',
        { id: 3, payload: {} },
        { id: 4, provider: 'smsc', surface: 'mail', payload: {} },
        { id: 5, provider: 'smsc', payload: {} },
      ),
    );
    expect(code).toBe(2);
    expect(parsed(out)).toEqual([{ id: 5, events: [] }]);
    expect(err.trimEnd().split('\n')).toEqual([
      'line 1: field "provider": expected the id of a provider licet knows, "pigeon" is none',
      'line 2: not JSON; each line is one JSON object',
      'line 3: field "provider": expected text',
      'line 4: field "surface": expected one of webhook, response',
    ]);
  });

  it('asks for a payload', async () => {
    expect(await licet(['webhook', '--format', 'jsonl'], lines({ id: 1, provider: 'smsc' }))).toMatchObject({ code: 2, out: '' });
  });

  it('writes for people, and nothing for empty input', async () => {
    const [people, empty] = await Promise.all([
      licet(['webhook'], lines({ id: 'w', provider: 'meta_whatsapp', payload: status('delivered') }, { id: 'v', provider: 'smsc', payload: {} })),
      licet(['webhook'], ''),
    ]);
    expect(people.out).toBe('w  status delivered  message wamid.A\nv  no events\n');
    expect(empty).toEqual({ code: 0, out: '', err: '' });
  });
});
