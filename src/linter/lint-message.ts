import type { Channel, MessageKind } from '../law/vocabulary.ts';

/** What only the host knows. All optional: without facts the rules decide from the text. */
export interface LintFacts {
  readonly sector?: string;
  readonly advertiser?: { readonly name?: string; readonly inn?: string; readonly ogrn?: string; readonly erid?: string };
  readonly registeredSenders?: readonly string[];
  /** Words that are names, not claims or foreign words: brands, models, products. */
  readonly brandWords?: readonly string[];
  readonly audienceAge?: number;
  /** Number of confirmed adults, licences and the like, by name. */
  readonly [fact: string]: unknown;
}

/** A message to lint: the shape of one `licet lint` input line. */
export interface LintInput {
  /** ISO 3166-1 alpha-2 of the recipient. */
  readonly country: string;
  readonly region?: string;
  readonly channel: Channel;
  readonly kind: MessageKind;
  /** What the handset shows as the sender. */
  readonly sender?: string;
  readonly text: string;
  readonly buttons?: readonly (string | { readonly text: string; readonly url?: string })[];
  /** Planned local time, ISO with or without offset. Decides hours and days. */
  readonly at?: string;
  /** Day whose law is applied. @default the day of `at`, else the `today` given to the linter */
  readonly asOf?: string;
  readonly facts?: LintFacts;
}
