import type { Range } from '../diagnostic.ts';

/** Pictographs with what modifies or joins them, flags and keycaps; not © ® ™ as plain text signs. */
const emoji =
  /(?:\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|(?![©®™](?!\uFE0F))\p{Extended_Pictographic}[\p{EMod}\uFE0F]?(?:\u200D\p{Extended_Pictographic}[\p{EMod}\uFE0F]?)*)/gu;

/** The emoji of a text, each with everything that belongs to it. */
export function emojiIn(text: string): readonly Range[] {
  return [...text.matchAll(emoji)].map((match) => [match.index, match.index + match[0].length]);
}
