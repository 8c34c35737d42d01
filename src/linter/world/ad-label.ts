import { quick } from '../../text/index.ts';
/** How a text carries the Korean advertising label: right, altered or misplaced, or not at all. */
export type AdLabelState = 'right' | 'altered' | 'missing';

const origin = /^\s*\[(?:web|국제|국외)\s?발신\]\s*/iu;
const altered = quick(
  /[([{<（［〔【〈《「『|*#][^\p{L}\p{N}]{0,3}(?:[\p{L}]{0,4}[^\p{L}\p{N}]{0,2})?광[^\p{L}\p{N}()]{0,3}고[^)\]}>）］〕】〉》」』\n]{0,6}[)\]}>）］〕】〉》」』|*#]|^\W{0,3}광[^\p{L}\p{N}()]{0,3}고(?![\p{L}])|^\W{0,2}[([（［]\s*(?:ad|advertisement|pr|홍보|ㄱㅗㅏㅇㄱㅗ|광그|과고|강고)\s*[)\]）］]/iu,
);

/** Reads the label on the text as it is: any disguise of it is the fault looked for. */
export function adLabel(text: string, label: string): AdLabelState {
  const body = text.replace(origin, '').trimStart();
  if (body.startsWith(label)) return 'right';
  return body.includes(label) || altered.test(body) ? 'altered' : 'missing';
}

/** Range of what stands for the label. */
export function alteredLabelRange(text: string, label: string): readonly [number, number] {
  const at = text.indexOf(label);
  if (at !== -1) return [at, at + label.length];
  const lead = origin.exec(text)?.[0].length ?? 0;
  const match = altered.exec(text.slice(lead));
  return match === null ? [0, text.length] : [lead + match.index, lead + match.index + match[0].length];
}
