/** Items of a `|` list, with `{a,b}` spelled out: "{не,ни} пиши{,те}" gives four. Braces do not nest. */
export function list(text: string): readonly string[] {
  return text.split('|').flatMap((item) => expand(item.trim()));
}

function expand(item: string): readonly string[] {
  const open = item.indexOf('{');
  if (open < 0) return item === '' ? [] : [item];
  const close = item.indexOf('}', open);
  return item
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => expand(`${item.slice(0, open)}${choice}${item.slice(close + 1)}`.trim()));
}
