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

/**
 * Phrases of a `|` list. A brace of single words stays one part that any of them fits; endings in braces and alternatives of several words are spelled out,
 * since a phrase is a row of parts.
 */
export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .flatMap((item) => alternatives(item.trim()).map((phrase) => phrase.replace(/\s+/gu, ' ').trim()))
    .filter((phrase) => phrase !== '');
}

function alternatives(item: string, from = 0): readonly string[] {
  const open = item.indexOf('{', from);
  if (open < 0) return [item];
  const close = item.indexOf('}', open);
  const options = item
    .slice(open + 1, close)
    .split(',')
    .map((option) => option.trim());
  const before = item.slice(0, open);
  const after = item.slice(close + 1);
  const alone = /(?:^|\s)$/u.test(before) && /^(?:\s|$)/u.test(after);
  const words = alone ? [...new Set(options.filter((option) => /^[^\s@-]+$/u.test(option)))] : [];
  const spelled = options
    .filter((option) => !words.includes(option))
    .flatMap((option) => alternatives(`${before}${option}${after}`, before.length + option.length));
  if (words.length === 0) return spelled;
  const set = words.length === 1 ? words[0]! : `{${words.join(',')}}`;
  return [...alternatives(`${before}${set}${after}`, before.length + set.length), ...spelled];
}
