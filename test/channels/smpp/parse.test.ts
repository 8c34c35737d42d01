import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/channels/smpp/encode-text.ts';
import { parseEvents, smppErrors } from '../../../src/channels/smpp/index.ts';
import { canonicalMessageId } from '../../../src/channels/smpp/message-id.ts';

const parse = (payload: unknown) => parseEvents({ payload, surface: 'webhook' });
const text = (stat: string, over = '') => `id:1F3A sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:${stat} err:000 text:Hi${over}`;
const receipt = (fields: object) =>
  parse({ command: 'deliver_sm', command_status: 0, esm_class: 4, source_addr: '447700900123', destination_addr: 'Shop', ...fields })[0];

describe('receipts', () => {
  it.each([
    ['ENROUTE', 1, 'sent', null],
    ['DELIVRD', 2, 'delivered', null],
    ['EXPIRED', 3, 'expired', 'recipient-unreachable'],
    ['DELETED', 4, 'undelivered', 'unknown'],
    ['UNDELIV', 5, 'undelivered', 'recipient-unreachable'],
    ['ACCEPTD', 6, 'sent', null],
    ['UNKNOWN', 7, 'unknown', 'unknown'],
    ['REJECTD', 8, 'rejected', 'content-rejected'],
  ])('reads %s from the text and %i from the TLV', (stat, state, status, errorClass) => {
    const expected = { kind: 'status', status, errorClass, messageId: '1F3A', recipient: '+447700900123' };
    expect(receipt({ short_message: text(stat) })).toMatchObject(expected);
    expect(receipt({ short_message: { message: text(stat) } })).toMatchObject(expected);
    expect(receipt({ message_state: state, receipted_message_id: '1F3A\0' })).toMatchObject(expected);
  });

  it('believes TLVs before the text, and reads time and network error', () => {
    const event = receipt({
      short_message: text('DELIVRD'),
      message_state: 5,
      receipted_message_id: '77',
      network_error_code: { type: 'Buffer', data: [3, 0, 27] },
    });
    expect(event).toMatchObject({ status: 'undelivered', messageId: '77', providerCode: '27', at: new Date('2026-11-23T10:01:00Z') });
    expect(receipt({ short_message: text('UNDELIV').replace('err:000', 'err:011') })).toMatchObject({ providerCode: '011' });
  });

  it('knows a receipt without the flag, in bytes, in the payload TLV and in UCS-2', () => {
    expect(receipt({ esm_class: 0, short_message: text('DELIVRD') })).toMatchObject({ kind: 'status', status: 'delivered' });
    expect(receipt({ short_message: Buffer.from(text('DELIVRD')) })).toMatchObject({ status: 'delivered' });
    expect(receipt({ short_message: '', message_payload: text('UNDELIV') })).toMatchObject({ status: 'undelivered' });
    expect(receipt({ data_coding: 8, short_message: Buffer.from(text('EXPIRED'), 'utf16le').swap16() })).toMatchObject({ status: 'expired' });
  });
});

describe('inbound and answers', () => {
  it('reads words in every form', () => {
    const inbound = (fields: object) => receipt({ esm_class: 0, destination_addr: '447700900001', ...fields });
    expect(inbound({ short_message: 'STOP' })).toMatchObject({
      kind: 'inbound',
      text: 'STOP',
      recipient: '+447700900123',
      to: '+447700900001',
      messageId: null,
    });
    expect(inbound({ data_coding: 8, short_message: { message: Buffer.from('СТОП', 'utf16le').swap16() } })).toMatchObject({ text: 'СТОП' });
    expect(inbound({ short_message: 'mind the id: and stat of it' })).toMatchObject({ kind: 'inbound' });
  });

  it('reads every command status of the table by number, hexadecimal and name', () => {
    for (const [codes, errorClass] of smppErrors.rows) {
      for (const code of codes.split(',').filter((item) => /^(0x[\da-f]+|R[A-Z_]+)$/iu.test(item))) {
        const spellings = code.startsWith('0x') ? [code, Number(code)] : [code, `ESME_${code}`];
        for (const command_status of spellings) {
          const [event] = parse({ command: 'submit_sm_resp', command_status, message_id: 'm' });
          expect(event).toMatchObject(errorClass === null ? { status: 'accepted', messageId: 'm' } : { status: 'rejected', errorClass });
        }
      }
    }
    expect(parse({ command: 'submit_sm_resp', command_status: 0x4a })).toMatchObject([{ errorClass: 'invalid-request' }]);
    expect(parse({ command: 'generic_nack', command_status: 0x9999 })).toMatchObject([{ status: 'rejected', errorClass: 'unknown' }]);
    expect(parse({ command: 'bind_transceiver_resp', command_status: 14 })).toMatchObject([{ errorClass: 'auth' }]);
  });

  it('reads a query and says nothing about housekeeping', () => {
    expect(parse({ command: 'query_sm_resp', command_status: 0, message_id: 'm', message_state: 3 })).toMatchObject([
      { status: 'expired', errorClass: 'recipient-unreachable', messageId: 'm' },
    ]);
    for (const command of ['enquire_link_resp', 'bind_transceiver_resp', 'unbind_resp', 'enquire_link'])
      expect(parse({ command, command_status: 0 })).toEqual([]);
  });
});

describe('encoding', () => {
  it('fits the limits of one part and cuts longer texts whole', () => {
    const sizes = (value: string) => encodeText(value).map((part) => part.text.length);
    expect(sizes('a'.repeat(160))).toEqual([160]);
    expect(sizes('a'.repeat(161))).toEqual([153, 8]);
    expect(sizes('я'.repeat(70))).toEqual([140]);
    expect(sizes('я'.repeat(71))).toEqual([134, 8]);
    expect(sizes(`${'a'.repeat(152)}€${'a'.repeat(8)}`)).toEqual([152, 10]);
    expect(sizes(`${'я'.repeat(66)}🙂${'я'.repeat(4)}`)).toEqual([132, 12]);
  });

  it('writes GSM codes, not ASCII', () => {
    expect([...encodeText('@$_€')[0]!.text]).toEqual([0x00, 0x02, 0x11, 0x1b, 0x65]);
    expect(encodeText('ü')[0]?.dataCoding).toBe(0);
    expect(encodeText('ї')[0]?.dataCoding).toBe(8);
  });

  it('gives one spelling to hexadecimal and decimal ids', () => {
    expect(canonicalMessageId('1F3A', 'hex')).toBe(canonicalMessageId('0007994', 'decimal'));
    expect(canonicalMessageId('a-b', 'hex')).toBe('a-b');
    expect(canonicalMessageId('007', 'text')).toBe('007');
  });
});
