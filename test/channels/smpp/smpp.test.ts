import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmppOptions, type SmppPdu, type SmppProvider, smpp } from '../../../src/channels/smpp/index.ts';
import type { ChannelEvent } from '../../../src/channels/taxonomy.ts';
import { clearedMessage, firstAttempt } from '../provider-bench.ts';

interface ServerSession {
  on(event: string, listener: (pdu: SmppPdu & { response(fields?: object): unknown }) => void): void;
  send(pdu: unknown): void;
  deliver_sm(fields: object, done: (pdu: SmppPdu) => void): void;
  destroy(): void;
}
const library = createRequire(import.meta.url)('smpp') as { createServer(options: object, listener: (session: ServerSession) => void): Server };

interface Smsc {
  readonly url: string;
  readonly sessions: ServerSession[];
  readonly submits: SmppPdu[];
  /** Command status for the next submits, `'silent'` for no answer. */
  answer: (count: number) => number | 'silent';
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const item of open.splice(0)) await item.close();
});

async function smsc(bindStatus = 0): Promise<Smsc> {
  const state: { -readonly [K in keyof Smsc]: Smsc[K] } = { url: '', sessions: [], submits: [], answer: () => 0 };
  const server = library.createServer({}, (session) => {
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => {
      session.send(pdu.response({ command_status: bindStatus }));
      if (bindStatus === 0) state.sessions.push(session);
    });
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => session.send(pdu.response()));
    session.on('submit_sm', (pdu) => {
      state.submits.push(pdu);
      const status = state.answer(state.submits.length);
      if (status !== 'silent') session.send(pdu.response({ command_status: status, message_id: status === 0 ? `id${state.submits.length}` : '' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const session of state.sessions) session.destroy();
      server.close();
    },
  });
  state.url = `smpp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

function provider(url: string, over: Partial<SmppOptions> = {}): SmppProvider {
  const made = smpp({ url, systemId: 'shop', password: 'secret', timeoutMs: 300, reconnectMs: 30, ...over });
  open.unshift(made);
  return made;
}

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const long = clearedMessage({ content: { type: 'text', text: 'я'.repeat(100) }, validUntil: new Date('2099-01-02T03:04:05Z') });
const short = clearedMessage({ content: { type: 'text', text: 'Order @ 4471' }, validUntil: new Date('2099-01-02T03:04:05Z') });

describe('submitting over one bind', () => {
  it('sends addresses, coding and validity', async () => {
    const server = await smsc();
    const client = provider(server.url);
    expect(await client.submit(short, firstAttempt)).toEqual({ outcome: 'accepted', providerMessageId: 'id1', status: 'accepted', segments: 1 });
    expect(await client.submit(clearedMessage({ ...short, from: '+447700900001' }), firstAttempt)).toMatchObject({ outcome: 'accepted' });
    expect(server.submits[0]).toMatchObject({
      source_addr_ton: 5,
      source_addr: 'Shop',
      dest_addr_ton: 1,
      destination_addr: '447700900123',
      registered_delivery: 1,
      data_coding: 0,
    });
    expect(server.submits[1]).toMatchObject({ source_addr_ton: 1, source_addr: '447700900001' });
    expect(server.sessions).toHaveLength(1);
  });

  it.each(['udh', 'sar', 'payload'] as const)('cuts long texts by %s', async (concatenation) => {
    const server = await smsc();
    const result = await provider(server.url, { concatenation }).submit(long, firstAttempt);
    expect(result).toMatchObject({ outcome: 'accepted', providerMessageId: 'id1', segments: concatenation === 'payload' ? 1 : 2 });
    const [first, second] = server.submits;
    if (concatenation === 'udh') {
      const headers = [first, second].map((pdu) => [...((pdu?.short_message ?? { udh: [] }) as { udh: Buffer[] }).udh.flatMap((item) => [...item])]);
      expect(headers[0]?.slice(-2)).toEqual([2, 1]);
      expect(headers[1]?.slice(-2)).toEqual([2, 2]);
    }
    if (concatenation === 'sar') {
      expect([first?.sar_segment_seqnum, second?.sar_segment_seqnum, first?.sar_total_segments]).toEqual([1, 2, 2]);
      expect(first?.sar_msg_ref_num).toBe(second?.sar_msg_ref_num);
    }
    if (concatenation === 'payload') expect(first?.message_payload).toMatchObject({ message: 'я'.repeat(100) });
  });

  it('reads refusals, throttling and a half-sent message', async () => {
    const server = await smsc();
    const client = provider(server.url);
    server.answer = () => 0x58;
    expect(await client.submit(short, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'rate-limited', providerCode: '88' });
    server.answer = (count) => (count % 2 === 0 ? 0 : 0x14);
    expect(await client.submit(long, firstAttempt)).toMatchObject({ outcome: 'unknown', errorClass: 'rate-limited' });
  });

  it('knows what left: silence and a lost link are unknown, no bind is a refusal', async () => {
    const server = await smsc();
    const client = provider(server.url);
    server.answer = () => 'silent';
    expect(await client.submit(short, firstAttempt)).toMatchObject({ outcome: 'unknown', reason: 'timeout' });
    const pending = client.submit(short, firstAttempt);
    await until(() => server.submits.length === 2);
    server.sessions[0]?.destroy();
    expect(await pending).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
    const refusing = await smsc(0x0e);
    expect(await provider(refusing.url).submit(short, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'auth' });
    expect(await provider('smpp://127.0.0.1:1').submit(short, firstAttempt)).toMatchObject({
      outcome: 'rejected',
      errorClass: 'retryable-transient',
    });
  });

  it('binds again by itself after the link was lost', async () => {
    const server = await smsc();
    const client = provider(server.url);
    expect(await client.connect()).toBe(true);
    server.sessions[0]?.destroy();
    await until(() => server.sessions.length === 2);
    expect(await client.submit(short, firstAttempt)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('receiving', () => {
  it('hands on receipts under the id of the whole message and answers the SMSC after they were taken', async () => {
    const server = await smsc();
    const events: ChannelEvent[] = [];
    const client = provider(server.url, {
      receive: async (batch) => {
        if (batch.some((event) => event.text === 'fail')) throw new Error('store down');
        events.push(...batch);
      },
    });
    await client.submit(long, firstAttempt);
    const deliver = (fields: object) =>
      new Promise<number>((resolve) =>
        server.sessions[0]?.deliver_sm({ source_addr: '447700900123', ...fields }, (pdu) => resolve(pdu.command_status)),
      );
    expect(await deliver({ esm_class: 4, short_message: 'id:id2 stat:DELIVRD err:000 text:' })).toBe(0);
    expect(await deliver({ esm_class: 4, receipted_message_id: 'id1', message_state: 2 })).toBe(0);
    expect(await deliver({ short_message: 'СТОП', data_coding: 8 })).toBe(0);
    expect(await deliver({ short_message: 'fail' })).toBe(0x64);
    expect(events).toMatchObject([
      { kind: 'status', status: 'delivered', messageId: 'id1', parts: { index: 2, total: 2 } },
      { kind: 'status', status: 'delivered', messageId: 'id1', parts: { index: 1, total: 2 } },
      { kind: 'inbound', text: 'СТОП', recipient: '+447700900123' },
    ]);
  });
});
