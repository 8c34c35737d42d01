/** What a generated page keeps: the text between `<!-- name -->` and `<!-- /name -->`, written by hand. */
export function handWritten(page: string | undefined, name: string): string {
  if (page === undefined) return '';
  const [open, close] = marks(name);
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  return start < 0 || end < start ? '' : page.slice(start + open.length, end).trim();
}

/** The part to be written by hand, with its marks. */
export function handWrittenPart(name: string, text: string): string {
  const [open, close] = marks(name);
  return text === '' ? `${open}\n${close}` : `${open}\n${text}\n${close}`;
}

function marks(name: string): readonly [open: string, close: string] {
  return [`<!-- ${name} -->`, `<!-- /${name} -->`];
}
