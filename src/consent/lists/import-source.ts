/** One row of an import: its line in the file and its columns by name, or what is wrong with the line. */
export type ImportRow =
  | { readonly line: number; readonly columns: Readonly<Record<string, string>> }
  | { readonly line: number; readonly expected: string };

/** Character sets of lists in the wild. `auto` reads UTF-8 and falls back to windows-1251 when the bytes are not UTF-8. */
export type ImportEncoding = 'utf-8' | 'windows-1251' | 'auto';

/** Texts of a byte stream. With `auto` the first chunk that is not UTF-8 settles that the whole is windows-1251. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: ImportEncoding = 'auto'): AsyncIterable<string> {
  if (encoding !== 'auto') {
    const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  const cyrillic = new TextDecoder('windows-1251');
  // Bytes of a character that a chunk ends in the middle of.
  let open = new Uint8Array(0);
  for await (const chunk of bytes) {
    const whole = Buffer.concat([open, chunk]);
    const end: number = utf8 === null ? whole.length : lastBoundary(whole);
    const text: string | null = utf8 === null ? null : tryDecode(utf8, whole.subarray(0, end));
    if (text === null) utf8 = null;
    yield text ?? cyrillic.decode(whole);
    open = text === null ? new Uint8Array(0) : whole.subarray(end);
  }
  if (open.length > 0) yield cyrillic.decode(open);
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Where the last whole UTF-8 character ends: before a lead byte whose followers are not all there. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Rows of JSON Lines: one object a line; numbers and booleans become text, lists are joined by commas. */
export async function* readJsonLines(texts: AsyncIterable<string>): AsyncIterable<ImportRow> {
  let line = 0;
  for await (const text of linesOf(texts)) {
    line += 1;
    if (text.trim() !== '') yield readJsonLine(text, line);
  }
}

function readJsonLine(text: string, line: number): ImportRow {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, expected: 'a JSON object' };
    const columns = Object.entries(value).filter(([, cell]) => cell !== null && (typeof cell !== 'object' || Array.isArray(cell)));
    return { line, columns: Object.fromEntries(columns.map(([name, cell]) => [name, Array.isArray(cell) ? cell.join(',') : String(cell)])) };
  } catch {
    return { line, expected: 'a JSON object' };
  }
}

async function* linesOf(texts: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line;
  }
  if (rest !== '') yield rest;
}
