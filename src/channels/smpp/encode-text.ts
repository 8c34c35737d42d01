/** One PDU's worth of text: its bytes with `data_coding`, and its place among the parts. */
export interface EncodedPart {
  readonly dataCoding: 0 | 8;
  /** Without header. */
  readonly text: Uint8Array;
  readonly index: number;
  readonly total: number;
}

/** GSM 7-bit default alphabet by code; code 27 escapes to the second table. Source: facts on SMS encoding, section 1. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const escaped: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};

/** Octets of one GSM character, or `undefined` outside the alphabet. */
function gsmOctets(character: string): readonly number[] | undefined {
  const extension = escaped[character];
  if (extension !== undefined) return [0x1b, extension];
  const code = basic.indexOf(character);
  return code === -1 || code === 0x1b ? undefined : [code];
}

function ucs2Octets(character: string): readonly number[] {
  return [...Buffer.from(character, 'utf16le').swap16()];
}

/**
 * Encodes a text as GSM-7 (one septet per octet) or, when a character needs it, UCS-2, cut into parts that leave room for the header of six octets.
 * Neither an escape nor a surrogate pair is split.
 */
export function encodeText(text: string): readonly EncodedPart[] {
  const characters = [...text];
  const gsm = characters.map(gsmOctets);
  const isGsm = gsm.every((octets) => octets !== undefined);
  const octets = isGsm ? gsm.filter((item) => item !== undefined) : characters.map(ucs2Octets);
  const [single, multi] = isGsm ? [160, 153] : [140, 134];
  const length = octets.reduce((sum, item) => sum + item.length, 0);
  const parts = length <= single ? [octets.flat()] : cut(octets, multi);
  return parts.map((part, position) => ({ dataCoding: isGsm ? 0 : 8, text: Uint8Array.from(part), index: position + 1, total: parts.length }));
}

function cut(octets: readonly (readonly number[])[], limit: number): readonly (readonly number[])[] {
  const parts: number[][] = [[]];
  for (const item of octets) {
    const last = parts.at(-1) as number[];
    if (last.length + item.length > limit) parts.push([...item]);
    else last.push(...item);
  }
  return parts;
}

/** A part with its concatenation header: reference, total, index. */
export function withHeader(part: EncodedPart, reference: number): Uint8Array {
  return Uint8Array.from([0x05, 0x00, 0x03, reference & 0xff, part.total, part.index, ...part.text]);
}
