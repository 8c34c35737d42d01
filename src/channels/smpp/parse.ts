import { classOfEnd, inboundEvent, statusEvent } from '../channel-event.ts';
import { asNumber, asRecord, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { smppErrors } from './errors.ts';
import { looksLikeReceipt, readReceipt, stateOf, textOf } from './receipt.ts';

/** Provider id of the facts. */
export const smppProvider = 'smpp';

/** Bits of `esm_class` that tell a receipt (0x04) and an intermediate notification (0x20) from a message. */
const messageTypeBits = 0x3c;

/** Events of SMPP PDUs given by name: `{ command, command_status, … }` with fields and TLVs. Source: facts on providers, section 22. */
export const parseEvents: ParseEvents = (decoded) => asRecords(payloadOf(decoded)).flatMap((item) => events({ ...asRecord(item.tlvs), ...item }));

function events(pdu: JsonRecord): readonly ChannelEvent[] {
  const command = (asText(pdu.command) ?? '').toLowerCase();
  switch (command) {
    case 'deliver_sm':
    case 'data_sm':
      return [delivered(pdu)];
    case 'deliver_sm_resp':
    case 'enquire_link_resp':
    case 'unbind_resp':
      return [];
    default:
      return command.endsWith('_resp') || command === 'generic_nack' ? answer(command, pdu) : [];
  }
}

function delivered(pdu: JsonRecord): ChannelEvent {
  const type = (asNumber(pdu.esm_class) ?? 0) & messageTypeBits;
  const text = textOf(pdu);
  const recipient = addressOf(pdu.source_addr, pdu.source_addr_ton);
  const isReceipt = type !== 0 || pdu.message_state !== undefined || pdu.receipted_message_id !== undefined || looksLikeReceipt(text);
  if (!isReceipt) return inboundEvent(smppProvider, { messageId: asText(pdu.message_id), recipient, text, to: recipientOf(pdu.destination_addr) });
  const receipt = readReceipt(pdu);
  const errorClass = classOfEnd(receipt.status, smppErrors.classOf(receipt.state));
  return statusEvent(smppProvider, {
    status: receipt.status,
    errorClass,
    messageId: receipt.messageId,
    recipient,
    providerCode: errorClass === null ? null : (receipt.error ?? receipt.state),
    at: receipt.doneAt,
  });
}

function answer(command: string, pdu: JsonRecord): readonly ChannelEvent[] {
  const code = asText(pdu.command_status) ?? '0';
  const known = classOfCommandStatus(code);
  const messageId = asText(pdu.message_id);
  const recipient = addressOf(pdu.destination_addr, pdu.dest_addr_ton);
  if (known !== null) return [statusEvent(smppProvider, { status: 'rejected', errorClass: known, messageId, recipient, providerCode: code })];
  if (command === 'query_sm_resp') {
    const [, state, status] = stateOf(pdu.message_state, null);
    const errorClass = classOfEnd(status, smppErrors.classOf(state));
    return [statusEvent(smppProvider, { status, errorClass, messageId, recipient, providerCode: errorClass === null ? null : state })];
  }
  const isSubmit = command === 'submit_sm_resp' || command === 'data_sm_resp' || command === 'submit_multi_resp';
  return isSubmit ? [statusEvent(smppProvider, { status: 'accepted', messageId, recipient })] : [];
}

/** Class of a command status by number, hexadecimal text or name with or without `ESME_`; `null` when it is no error. */
export function classOfCommandStatus(code: string): ErrorClass | null {
  const found = smppErrors.classOf(code) ?? smppErrors.classOf(code.replace(/^ESME_/iu, ''));
  return found === undefined ? (Number(code) === 0 || code.toUpperCase() === 'ESME_ROK' ? null : 'unknown') : found;
}

/** International by its type of number, or by its digits. */
function addressOf(value: unknown, typeOfNumber: unknown): string | null {
  const text = asText(value);
  return text !== null && asNumber(typeOfNumber) === 1 && /^\d{5,15}$/u.test(text) ? `+${text}` : recipientOf(value);
}
