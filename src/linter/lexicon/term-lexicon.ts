import type { Claim } from '../claims.ts';

/** Words of one language that betray a kind of goods or services. */
export interface TermLexicon {
  readonly language: string;
  /** With the `gu` flags, on folded text. */
  readonly pattern: RegExp;
  readonly triggers: readonly string[];
  /** True when what stands around a match makes it harmless. */
  excused?(claim: Claim): boolean;
}
