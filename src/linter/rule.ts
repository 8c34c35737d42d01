import type { LocalText, MessageKind } from '../law/vocabulary.ts';
import type { Fix, Range } from './diagnostic.ts';
import type { LintFacts, LintInput } from './lint-message.ts';

/** A match on the folded text, with the range of the original it came from. */
export interface Hit {
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  /** Position in the folded text. */
  readonly index: number;
  /** Range in the original text. */
  readonly range: Range;
}

/** A pattern, or anything else that gives matches from left to right. */
export interface Matcher {
  [Symbol.matchAll](text: string): Iterable<RegExpExecArray>;
}

/** What a rule looks at: the message as given, and the folded skeleton that sees through disguises. */
export interface Subject {
  readonly input: LintInput;
  readonly kind: MessageKind;
  readonly sender: string;
  readonly text: string;
  /** Button labels and addresses, also those written in the text in square brackets. */
  readonly buttons: readonly { readonly text: string; readonly url?: string }[];
  /**
   * Lower-case skeleton: NFKC, invisible characters gone, homoglyphs turned into the word's main script, `ё` to `е`, letter-spacing and
   * masking seen through. Match on this with `u` patterns; use `\p{L}` look-arounds for word borders, never `\b`.
   */
  readonly folded: string;
  /**
   * The parts of `folded` that are advertising: all of it in marketing, the offers alone in other kinds, none when nothing is offered.
   * Rules about the contents of advertising look here.
   */
  readonly advertised: readonly Range[];
  /** The day whose law applies, `YYYY-MM-DD`. */
  readonly on: string;
  /** Planned local time of the recipient, if known: minutes since midnight, ISO weekday 1–7, and the local day. */
  readonly local: { readonly minutes: number; readonly weekday: number; readonly day: string } | undefined;
  readonly facts: LintFacts;
  has(pattern: RegExp): boolean;
  /** Range in the original text of a range of `folded`. */
  original(start: number, end: number): Range;
  /** First match of `pattern` on the folded text. */
  find(pattern: RegExp): Hit | undefined;
  /** All matches; a `RegExp` needs the `g` flag. */
  findAll(pattern: Matcher): readonly Hit[];
  /** First match that begins within `advertised`; `pattern` needs the `g` flag. */
  findAdvertised(pattern: RegExp): Hit | undefined;
}

export interface Finding<M extends string = string> {
  readonly message: M;
  /** Range in the original text; `null` when something is missing. */
  readonly range: Range | null;
  readonly in?: 'sender' | 'button' | 'template';
  /** Values for `{name}` in the message text. */
  readonly data?: Readonly<Record<string, string>>;
  readonly needs?: readonly string[];
  readonly fix?: Fix;
}

export interface RuleContext<M extends string> {
  report(finding: Finding<M>): void;
}

/** Settings of the law pack's entry for this rule. */
export type RuleSettings = Readonly<Record<string, unknown>>;

export interface Sample extends Partial<LintInput> {
  readonly text: string;
}

/** One rule about messages. Jurisdiction-neutral: `law/` says where, since when, how severe, on what basis. */
export interface Rule<M extends string = string> {
  /** From the rule vocabulary, kebab-case. */
  readonly id: string;
  readonly description: LocalText;
  readonly messages: Readonly<Record<M, LocalText>>;
  /**
   * Folded substrings of which at least one must occur in `folded` (or the folded sender) for the rule to be able to fire.
   * Absent for rules about missing things. One finder looks for all of them in one pass.
   */
  readonly triggers?: readonly string[];
  /** Defaults for samples are `{ country: 'RU' , channel: 'sms', kind: 'marketing' }` merged with `sampleDefaults`. */
  readonly sampleDefaults?: Partial<LintInput>;
  readonly examples: {
    readonly correct: readonly Sample[];
    readonly incorrect: readonly (Sample & { readonly message: M })[];
  };
  check(subject: Subject, settings: RuleSettings, context: RuleContext<M>): void;
}

/** Gives a rule literal its full type. */
export function defineRule<const M extends string>(rule: Rule<M>): Rule<M> {
  return rule;
}
