import type { Range } from '../diagnostic.ts';

export interface TemplateVariable {
  readonly name: string;
  readonly range: Range;
}

/** The variables of one text of a WhatsApp template. */
export interface TemplateVariables {
  /** `{{name}}`, braces doubled and paired, in order. */
  readonly wellFormed: readonly TemplateVariable[];
  /** Also those the author seems to have meant: `{1}`, `{{1}`, `{{$1}}`. Rules that count look at both readings, so that one slip is one finding. */
  readonly meant: readonly TemplateVariable[];
  /** Braces that make no variable. */
  readonly malformed: readonly Range[];
}

const braceRun = /\{+|\}+/gu;
const forbiddenSymbol = /[#$%]/u;
const plainName = /^[\p{L}\p{N}_.-]{1,64}$/u;

/** True for `{{1}}`, `{{2}}`; anything else is a named variable. */
export function isPositional(variable: TemplateVariable): boolean {
  return /^\d+$/u.test(variable.name);
}

/** Finds the variables of a text, also malformed ones. Source: facts on the WhatsApp platform, section 5. */
export function findVariables(text: string): TemplateVariables {
  const wellFormed: TemplateVariable[] = [];
  const meant: TemplateVariable[] = [];
  const malformed: Range[] = [];
  const runs = [...text.matchAll(braceRun)];
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as RegExpExecArray;
    const next = runs[i + 1];
    if (run[0].startsWith('{') && next?.[0].startsWith('}')) {
      i += 1;
      const range = [run.index, next.index + next[0].length] as const;
      const name = text.slice(run.index + run[0].length, next.index).trim();
      const sound = run[0] === '{{' && next[0] === '}}' && name !== '' && !forbiddenSymbol.test(name);
      if (sound) wellFormed.push({ name, range });
      else malformed.push(range);
      const meantName = name.split(forbiddenSymbol).join('').trim();
      if (sound || plainName.test(meantName)) meant.push({ name: sound ? name : meantName, range });
      continue;
    }
    const loose = looseBrace(text, run.index, run[0]);
    malformed.push(loose.range);
    if (loose.name !== '') meant.push(loose);
  }
  return { wellFormed, meant, malformed };
}

/** Braces that never close take the word after them, braces that never opened the word before. */
function looseBrace(text: string, index: number, braces: string): TemplateVariable {
  const end = index + braces.length;
  if (braces.startsWith('{')) {
    const name = /^ ?([\p{L}\p{N}_]{0,32})/u.exec(text.slice(end, end + 33));
    return { name: name?.[1] ?? '', range: [index, end + (name?.[0].length ?? 0)] };
  }
  const before = text.slice(Math.max(0, index - 32), index);
  const name =
    before
      .trimEnd()
      .split(/[^\p{L}\p{N}_]/u)
      .at(-1) ?? '';
  return { name, range: [index - (name === '' ? 0 : before.length - before.lastIndexOf(name)), end] };
}

/** Distinct names, in order of first use. */
export function distinctNames(variables: readonly TemplateVariable[]): readonly string[] {
  return [...new Set(variables.map((variable) => variable.name))];
}

/** True when a statement holds for both readings of a text: as written, and as the author seems to have meant it. */
export function inBothReadings(variables: TemplateVariables, holds: (reading: readonly TemplateVariable[]) => boolean): boolean {
  return holds(variables.wellFormed) && (variables.malformed.length === 0 || holds(variables.meant));
}
