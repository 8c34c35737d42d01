/** A fenced block of a page. */
export interface CodeBlock {
  /** Page and line, `docs/errors.md:12`. */
  readonly place: string;
  /** What stands after the fence, `ts`. */
  readonly language: string;
  readonly code: string;
}

/** All fenced blocks of a page, also those inside lists. */
export function codeBlocks(place: string, page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly language: string; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^ *```(.*)$/u.exec(line);
    if (fence === null) open?.code.push(line);
    else if (open === undefined) open = { language: fence[1]!.trim(), line: index + 1, code: [] };
    else {
      blocks.push({ place: `${place}:${open.line}`, language: open.language, code: `${open.code.join('\n')}\n` });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${place}:${open.line} opens a block that is never closed.`);
  return blocks;
}
