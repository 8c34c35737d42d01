import { type Folded, originalRange } from '../text/folded.ts';
import type { Range } from './diagnostic.ts';
import type { LintFacts, LintInput } from './lint-message.ts';
import { matchesOf } from './matches.ts';
import type { Hit, Subject } from './rule.ts';

/** Makes the skeleton of a text that rules look at. */
export type ReadText = (text: string) => Folded;

/** Finds the offers in a folded text: ranges of it. */
export type FindOffers = (folded: string) => readonly Range[];

export interface SubjectOptions {
  /** The day whose law applies. */
  readonly on: string;
  /** How a text is read. */
  readonly read: ReadText;
  /** How offers inside service messages are recognised. @default nothing is an offer */
  readonly findOffers?: FindOffers | undefined;
}

/** Prepares a message for the rules: folds text, buttons and sender once. */
export function buildSubject(input: LintInput, options: SubjectOptions): Subject {
  const buttons = collectButtons(input);
  return subjectOf(input, options.read(withButtons(input)), buttons, options);
}

const written = /\[([^[\]\n]{1,60})\]/gu;

function collectButtons(input: LintInput): Subject['buttons'] {
  const given = (input.buttons ?? []).map((button) => (typeof button === 'string' ? { text: button } : button));
  if (!input.text.includes('[')) return given;
  return [...given, ...matchesOf(input.text, written).map((match) => ({ text: match[1]! }))];
}

/** Buttons are read after the text, one a line: what stands beyond the text's end is reported as `in: 'button'`. */
function withButtons(input: LintInput): string {
  if (input.buttons === undefined || input.buttons.length === 0) return input.text;
  const lines = input.buttons.map((button) => (typeof button === 'string' ? button : `${button.text} ${button.url ?? ''}`.trimEnd()));
  return `${input.text}\n${lines.map((line) => `[${line}]`).join('\n')}`;
}

const noFacts: LintFacts = {};

function subjectOf(input: LintInput, folded: Folded, buttons: Subject['buttons'], options: SubjectOptions): Subject {
  const text = folded.text;
  let advertised: readonly Range[] | undefined;
  const original = (start: number, end: number): Range => originalRange(folded, start, end);
  const toHit = (match: RegExpMatchArray): Hit => {
    const index = match.index!;
    return { text: match[0], groups: match.slice(1), index, range: original(index, index + match[0].length) };
  };
  return {
    input,
    kind: input.kind,
    sender: input.sender ?? '',
    text: input.text,
    buttons,
    folded: text,
    on: options.on,
    local: input.at === undefined ? undefined : localTime(input.at),
    facts: input.facts ?? noFacts,
    original,
    get advertised() {
      advertised ??= input.kind === 'marketing' ? [[0, text.length]] : (options.findOffers?.(text) ?? []);
      return advertised;
    },
    has: (pattern) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    },
    find: (pattern) => {
      pattern.lastIndex = 0;
      const match = pattern.exec(text);
      return match === null ? undefined : toHit(match);
    },
    findAll: (pattern) => (pattern instanceof RegExp ? matchesOf(text, pattern).map(toHit) : Array.from(pattern[Symbol.matchAll](text), toHit)),
    findAdvertised(pattern) {
      if (this.advertised.length === 0) return undefined;
      for (const match of matchesOf(text, pattern)) {
        if (this.advertised.some(([start, end]) => match.index >= start && match.index < end)) return toHit(match);
      }
      return undefined;
    },
  };
}

const stamp = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/u;

/** Day and time as written: `at` is the recipient's local time, with or without an offset. */
function localTime(at: string): Subject['local'] {
  const match = stamp.exec(at);
  if (match === null) return undefined;
  const [, year, month, date, hours, minutes] = match;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay();
  if (hours === undefined) return undefined;
  return { minutes: Number(hours) * 60 + Number(minutes), weekday: weekday === 0 ? 7 : weekday, day: `${year}-${month}-${date}` };
}
