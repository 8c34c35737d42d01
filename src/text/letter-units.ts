const TABLE_SIZE = 0x3000;
const table: Uint8Array = /* @__PURE__ */ letters();

function letters(): Uint8Array {
  const found = new Uint8Array(TABLE_SIZE);
  for (let unit = 0; unit < TABLE_SIZE; unit++) if (/\p{L}/u.test(String.fromCharCode(unit))) found[unit] = 1;
  return found;
}

/** True for a letter of an alphabet; units from U+3000 on are taken for none. */
export function isLetterUnit(unit: number): boolean {
  return unit < TABLE_SIZE && table[unit] === 1;
}
