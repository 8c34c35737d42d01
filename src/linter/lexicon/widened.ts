import { quick } from '../../text/index.ts';

const [opening, closing] = ['(?<!\\p{L})(?:', ')'];

/**
 * One pattern of a pattern and further wordings, tried after its own at the same place.
 * @param pattern `(?<!\p{L})(?:a|b)`: alternatives that begin with a word.
 * @throws {Error} when the pattern has another form.
 */
export function widened(pattern: RegExp, wordings: readonly string[]): RegExp {
  const { source, flags } = pattern;
  if (!source.startsWith(opening) || !source.endsWith(closing))
    throw new Error('This is a bug in licet: only alternatives in one group are widened.');
  return quick(new RegExp(`${source.slice(0, -closing.length)}|${wordings.join('|')}${closing}`, flags));
}
