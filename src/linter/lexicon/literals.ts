import { literalsIn } from '../../text/pattern-literals.ts';

/**
 * Literal parts of which every match of a pattern fragment holds at least one: triggers for the word finder.
 * @throws {Error} when the fragment can match without any literal part: such a wording belongs into code, not into a lexicon.
 */
export function literalsOf(fragment: string): readonly string[] {
  const found = literalsIn(fragment);
  if (found === undefined) throw new Error(`This is a bug in licet: the wording "${fragment}" has no literal part.`);
  return found;
}
