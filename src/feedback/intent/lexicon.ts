/**
 * What a language has to say about a mailing. Words are plain; `*` at the end of a word stands for any ending (after three letters at least),
 * `_` in a phrase for up to two words between, `@name` for any word of a class: `@stop`, `@mailing`, `@object`, `@not`, `@contact`, `@keep` or one of `classes`.
 */
export interface ReplyLexicon {
  readonly lang: string;
  /** Opt-out when the whole message. */
  readonly optOut: readonly string[];
  /** Opt-out when the whole message and no question is pending. */
  readonly ambiguous?: readonly string[];
  /** Words that may stand around a keyword without changing it. */
  readonly filler?: readonly string[];
  /** Opt-in when the whole message. */
  readonly optIn: readonly string[];
  /** Opt-in only when a double opt-in question is pending. */
  readonly yes: readonly string[];
  readonly help: readonly string[];
  /** Single words: an act that ends something. Near a word that means the mailing it is an opt-out. */
  readonly stopVerbs?: readonly string[];
  /** Single words that mean the mailing, or the place the number is kept in. */
  readonly mailing?: readonly string[];
  /** Single words for what an order, a visit or a purchase consists of: an act upon these is not about the mailing. */
  readonly objects?: readonly string[];
  /** Single words that refuse the verb after them. */
  readonly not?: readonly string[];
  /** Verbs of reaching a person: refused, they are an opt-out. */
  readonly contact?: readonly string[];
  /** Further classes of single words, for phrases to name. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  /** Phrases that make the rest of their clause a question about the way, so that a stopping act in it asks for help. */
  readonly how?: readonly string[];
  /** Words that let something stay ("fine", "keep"): beside a service message or another channel they narrow an opt-out. */
  readonly keep?: readonly string[];
  /** Phrases that ask to be left alone whatever stands around them. */
  readonly requests?: readonly string[];
  /** The writer is not the person meant. */
  readonly denial?: readonly string[];
  /** Threats, authorities, contested consent: a complaint even beside a request. */
  readonly complaint?: readonly string[];
  /** Anger and reproach: a complaint unless the reply also asks to stop. */
  readonly hostile?: readonly string[];
  readonly optInPhrases?: readonly string[];
  /** Phrases that take an opt-out back: an opt-in even beside stopping words. */
  readonly optInAgain?: readonly string[];
  readonly helpPhrases?: readonly string[];
  /** Phrases that show that the words around them are about something else, or turn a request into its opposite. */
  readonly innocent?: readonly string[];
  /** Written without spaces, or with endings glued on: phrases are looked for inside the text. */
  readonly compact?: boolean;
}
