import type { DocumentPath, TemplateDocument, TextLocation, TextRange } from '../../template/index.ts';
import { loadPeer } from '../send/load-peer.ts';

/**
 * Reads YAML and knows where every character of every text stands, through quotes, escapes, folding and indentation.
 * @throws {LicetError} `package-missing` without the package `yaml`.
 * @throws {YAMLParseError} for what is not YAML.
 */
export async function yamlDocument(source: string): Promise<TemplateDocument> {
  const { parseDocument, isScalar } = await loadPeer('yaml');
  const parsed = parseDocument(source);
  const [error] = parsed.errors;
  if (error !== undefined) throw error;
  return {
    data: parsed.toJS() as unknown,
    locate(path: DocumentPath): TextLocation | undefined {
      const node = path.length === 0 ? parsed.contents : parsed.getIn(path, true);
      const range = (node as { readonly range?: readonly [number, number, number] | null } | null | undefined)?.range;
      if (range == null) return undefined;
      const place: TextRange = [range[0], range[1]];
      if (!isScalar(node) || typeof node.value !== 'string') return { range: place, at: () => place[0] };
      let offsets: readonly number[] | undefined;
      const text = node.value;
      return {
        range: place,
        at(offset) {
          offsets ??= alignText(source, place, text);
          return offsets[Math.min(offset, text.length)] ?? place[0];
        },
      };
    },
  };
}

/** Where each character of a text stands in the source, and at the end where the last one ends. */
function alignText(source: string, [start, end]: TextRange, text: string): readonly number[] {
  const quote = source[start] === '"' || source[start] === "'" ? source[start] : undefined;
  const isBlock = source[start] === '|' || source[start] === '>';
  let at = isBlock ? source.indexOf('\n', start) + 1 : start + (quote === undefined ? 0 : 1);
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (!isSpace(char)) while (at < end && isSpace(source[at]) && source[at] !== char) at += 1;
    // a line break escaped in double quotes stands for nothing
    while (quote === '"' && source[at] === '\\' && /[\r\n]/u.test(source[at + 1] ?? '')) {
      at += 1;
      while (at < end && isSpace(source[at])) at += 1;
    }
    if (quote === '"' && source[at] === '\\') {
      const length = escapeLength(source[at + 1]);
      offsets.push(at);
      // an escape beyond the basic plane is two units of the text
      if (source[at + 1] === 'U' && /[\uD800-\uDBFF]/u.test(char)) {
        offsets.push(at);
        i += 1;
      }
      at += length;
    } else {
      offsets.push(Math.min(at, end));
      const doubled = quote === "'" && char === "'" && source[at + 1] === "'";
      if (source[at] === char || isSpace(char)) at = Math.min(at + (doubled ? 2 : 1), end);
    }
  }
  return [...offsets, Math.min(at, end)];
}

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r';

function escapeLength(letter: string | undefined): number {
  return letter === 'x' ? 4 : letter === 'u' ? 6 : letter === 'U' ? 10 : 2;
}
