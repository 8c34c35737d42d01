import type { ClearedMessage } from '../../message/cleared.ts';
import { tooLate, type Unsendable, wrongContent } from '../http-provider.ts';
import { withoutPlus } from '../recipient-address.ts';
import { type EncodedPart, encodeText, withHeader } from './encode-text.ts';
import type { SmppOptions } from './options.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Flag of a message that starts with a header. */
const udhIndicator = 0x40;

/** The `submit_sm` fields of one message, one entry per part. Source: facts on providers, section 22. */
export function submitFields(options: SmppOptions, message: ClearedMessage, now: Date, reference: number): readonly Fields[] | Unsendable {
  const { content } = message;
  if (content.type === 'media' || (content.type === 'text' && (content.buttons?.length ?? 0) > 0)) return wrongContent('SMPP', content.type);
  if (message.validUntil.getTime() <= now.getTime()) return tooLate;
  const base = {
    ...sourceOf(message.from),
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    destination_addr: withoutPlus(message.to),
    registered_delivery: 1,
    validity_period: absoluteTime(message.validUntil),
  };
  const parts = encodeText(content.text);
  if (parts.length === 1) return parts.map((part) => ({ ...base, data_coding: part.dataCoding, short_message: Buffer.from(part.text) }));
  if (options.concatenation === 'payload') {
    const payload = Buffer.concat(parts.map((part) => part.text));
    return [{ ...base, data_coding: parts[0]?.dataCoding ?? 0, short_message: Buffer.alloc(0), message_payload: payload }];
  }
  return parts.map((part) => ({ ...base, data_coding: part.dataCoding, ...concatenated(options, part, reference) }));
}

function concatenated(options: SmppOptions, part: EncodedPart, reference: number): Fields {
  if (options.concatenation === 'sar') {
    return { short_message: Buffer.from(part.text), sar_msg_ref_num: reference, sar_total_segments: part.total, sar_segment_seqnum: part.index };
  }
  return { esm_class: udhIndicator, short_message: Buffer.from(withHeader(part, reference)) };
}

/** International number, short code or alpha name. */
function sourceOf(from: string): Fields {
  const digits = withoutPlus(from);
  if (!/^\d+$/u.test(digits)) return { source_addr_ton: 5, source_addr_npi: 0, source_addr: from };
  return digits.length <= 8
    ? { source_addr_ton: 3, source_addr_npi: 0, source_addr: digits }
    : { source_addr_ton: 1, source_addr_npi: 1, source_addr: digits };
}

/** `YYMMDDhhmmsstnnp` in UTC. */
function absoluteTime(at: Date): string {
  return `${at.toISOString().slice(2, 19).replace(/\D/gu, '')}000+`;
}
