/** What canonical JSON can hold. A member whose value is `undefined` is left out. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue | undefined };

/**
 * One text for one value: members sorted by UTF-16 code units, no blanks, numbers and strings as ECMAScript writes them (RFC 8785).
 * @throws {TypeError} on numbers that JSON cannot hold and on lone surrogates, which have no UTF-8 form.
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('Canonical JSON holds finite numbers only.');
      return String(Object.is(value, -0) ? 0 : value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : isList(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
  }
}

/** Letters that stand for themselves in JSON: most names and codes have no other. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** One JSON string, refusing what has no UTF-8 form. */
export function canonicalString(value: string): string {
  if (value.length < 64 && PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('Canonical JSON holds well-formed text only.');
  return JSON.stringify(value);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function canonicalObject(value: { readonly [name: string]: JsonValue | undefined }): string {
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalString(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
