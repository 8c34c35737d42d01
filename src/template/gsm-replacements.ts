/** Typographic characters and what stands for them in GSM-7 without changing what a reader understands. Source: facts on SMS encoding, section 4. */
const groups: readonly (readonly [characters: string, replacement: string])[] = [
  ['“”„‟″«»❝❞〝〞＂', '"'],
  ['‘’‚‛′´`ʹʻʼ‹›＇', "'"],
  ['‐‑‒–—―−﹘﹣－', '-'],
  ['•‣◦▪●·∙', '-'],
  ['…', '...'],
  ['\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t', ' '],
  ['\u200B\u200C\u200D\u200E\u200F\u2060\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\uFEFF\u00AD', ''],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⁄∕', '/'],
  ['！', '!'],
  ['，', ','],
  ['．', '.'],
  ['：', ':'],
  ['；', ';'],
  ['？', '?'],
  ['％', '%'],
  ['\u2028\u2029\u0085', '\n'],
];

function pairs(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [characters, replacement] of groups) for (const character of characters) map.set(character, replacement);
  return map;
}

/** Replacement of each typographic character; an empty string removes it. */
export const typographicReplacements: ReadonlyMap<string, string> = /* @__PURE__ */ pairs();

/** Letters with no decomposition whose base letter is in the alphabet. */
export const letterReplacements: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  œ: 'oe',
  Œ: 'OE',
};
