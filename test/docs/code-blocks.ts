/** A fenced block of a page. */
export interface CodeBlock {
  /** Page and line, `docs/errors.md:12`. */
  readonly place: string;
  /** What stands after the fence, `ts`. */
  readonly language: string;
  readonly code: string;
  /** Declarations that stand before the block in a comment nobody sees: `<!-- given` … `-->`. For excerpts that lean on what was said above. */
  readonly given: string;
}

/** All fenced blocks of a page, also those inside lists. */
export function codeBlocks(place: string, page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = page.split('\n');
  let open: { readonly language: string; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^ *```(.*)$/u.exec(line);
    if (fence === null) open?.code.push(line);
    else if (open === undefined) open = { language: fence[1]!.trim(), line: index + 1, code: [] };
    else {
      blocks.push({
        place: `${place}:${open.line}`,
        language: open.language,
        code: `${open.code.join('\n')}\n`,
        given: givenBefore(lines.slice(0, open.line - 1)),
      });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${place}:${open.line} opens a block that is never closed.`);
  return blocks;
}

function givenBefore(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (lines[last]?.trim() !== '-->') return '';
  const first = lines.findLastIndex((line, index) => index < last && line.includes('<!--'));
  return lines[first]?.trim() === '<!-- given' ? `${lines.slice(first + 1, last).join('\n')}\n` : '';
}
