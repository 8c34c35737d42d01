/**
 * Wordings of one language, as fragments of patterns on folded text. In languages with spaces a fragment is a whole word or phrase (end it
 * with `\p{L}*` for a stem); in languages without, it may stand anywhere.
 */
export interface Lexicon {
  /** Words are separated by spaces, so that a fragment needs borders. */
  readonly spaced: boolean;
  /** Makes a sentence of a service message an offer. */
  readonly offer: readonly string[];
  /** Makes a sentence with such a wording a mere report: a discount that was applied, a promotion that ended. */
  readonly offerReport?: readonly string[];
  /** Says that the person is off the list. */
  readonly optedOut?: readonly string[];
  /** Says that the person is on the list. */
  readonly optedIn?: readonly string[];
  /** Speaks of refusing further messages. */
  readonly refusal: readonly string[];
  /** Words people are told to send in order to refuse. */
  readonly stopWords: readonly string[];
  /** Tells people to answer or send something. */
  readonly reply: readonly string[];
  readonly cannabis?: readonly string[];
  readonly tobacco?: readonly string[];
  readonly firearms?: readonly string[];
  readonly alcohol?: readonly string[];
  readonly gambling?: readonly string[];
  /** Payday loans, debt relief, crypto and stock tips. */
  readonly riskyFinance?: readonly string[];
  /** Any loan to a consumer. */
  readonly loans?: readonly string[];
  /** Says that only adults may look or buy. */
  readonly ageGate?: readonly string[];
  /** Fake prizes and guaranteed gains. */
  readonly deception?: readonly string[];
  /** Wordings around it that make it an honest draw or a lawful guarantee. */
  readonly deceptionHonest?: readonly string[];
  /** Card data, PINs, passwords and codes. */
  readonly secret?: readonly string[];
  /** Asks for something to be given. */
  readonly ask?: readonly string[];
  /** Warns against giving it. */
  readonly never?: readonly string[];
  /** Ways to name a password that follows in clear. */
  readonly password?: readonly string[];
  /** Names for one-time codes, which are no standing passwords. */
  readonly oneTime?: readonly string[];
  /** Words that introduce the writer's name: `from`, `at`, `your team at`. */
  readonly by?: readonly string[];
  /** Capitalised or leading words that are no names. */
  readonly noName?: readonly string[];
  /** Words spam filters look for, with letters `a` to `z` only. */
  readonly filtered?: readonly string[];
}

export type Topic = Exclude<keyof Lexicon, 'spaced'>;
