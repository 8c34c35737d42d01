/** GSM 7-bit default alphabet, one septet each. Source: 3GPP TS 23.038, section 6.2.1; facts on SMS encoding, section 1. */
const basic = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Extension table: escape and code, two septets each. Source: 3GPP TS 23.038, section 6.2.1.1. */
const extended = '\f^{}\\[~]|€';

/** One past the last code unit of the alphabet: the euro sign. */
const tableSize = 0x20ad;

function sizes(): Uint8Array {
  const table = new Uint8Array(tableSize);
  for (const character of basic) table[character.charCodeAt(0)] = 1;
  for (const character of extended) table[character.charCodeAt(0)] = 2;
  return table;
}

/** Septets of each UTF-16 unit in GSM-7: 1 or 2, and 0 (or beyond the table) for what is not in the alphabet. */
export const gsmSeptets: Uint8Array = /* @__PURE__ */ sizes();
