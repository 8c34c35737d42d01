import type { Rule } from './rule.ts';
import { gamblingAd } from './rules/gambling-ad.ts';
import { marketingInTransactional } from './rules/marketing-in-transactional.ts';
import { noOptOut } from './rules/no-opt-out.ts';
import { senderNameInvalid } from './rules/sender-name-invalid.ts';
import { senderNotIdentified } from './rules/sender-not-identified.ts';
import { sensitiveDataInText } from './rules/sensitive-data-in-text.ts';
import { superlativeUnsupported } from './rules/superlative-unsupported.ts';
import { tobaccoNicotineAd } from './rules/tobacco-nicotine-ad.ts';

/** Rules whose ids stand in the Russian table, some of which apply elsewhere too. */
export const russianRules: readonly Rule[] = [
  gamblingAd,
  marketingInTransactional,
  noOptOut,
  senderNameInvalid,
  senderNotIdentified,
  sensitiveDataInText,
  superlativeUnsupported,
  tobaccoNicotineAd,
];
