import type { Rule } from './rule.ts';
import { adLabelMalformed } from './rules/ad-label-malformed.ts';
import { alcoholNoAgeGate } from './rules/alcohol-no-age-gate.ts';
import { cannabisCbd } from './rules/cannabis-cbd.ts';
import { confirmationWithMarketing } from './rules/confirmation-with-marketing.ts';
import { deceptiveClaim } from './rules/deceptive-claim.ts';
import { firearms } from './rules/firearms.ts';
import { foreignCurrencyPrice } from './rules/foreign-currency-price.ts';
import { genericSenderId } from './rules/generic-sender-id.ts';
import { headerCategoryMismatch } from './rules/header-category-mismatch.ts';
import { highRiskFinance } from './rules/high-risk-finance.ts';
import { missingAdLabel } from './rules/missing-ad-label.ts';
import { missingProgramDisclosures } from './rules/missing-program-disclosures.ts';
import { missingSenderContact } from './rules/missing-sender-contact.ts';
import { obfuscatedText } from './rules/obfuscated-text.ts';
import { optOutMalformed } from './rules/opt-out-malformed.ts';
import { optOutUnreachable } from './rules/opt-out-unreachable.ts';
import { phishingPattern } from './rules/phishing-pattern.ts';
import { prohibitedDay } from './rules/prohibited-day.ts';
import { publicUrlShortener } from './rules/public-url-shortener.ts';
import { quietHours } from './rules/quiet-hours.ts';
import { senderIdNotSupported } from './rules/sender-id-not-supported.ts';
import { stateLanguageMissing } from './rules/state-language-missing.ts';
import { templatePlaceholderLeak } from './rules/template-placeholder-leak.ts';

/** Rules whose ids stand in the table of other countries only. */
export const worldRules: readonly Rule[] = [
  adLabelMalformed,
  alcoholNoAgeGate,
  cannabisCbd,
  confirmationWithMarketing,
  deceptiveClaim,
  firearms,
  foreignCurrencyPrice,
  genericSenderId,
  headerCategoryMismatch,
  highRiskFinance,
  missingAdLabel,
  missingProgramDisclosures,
  missingSenderContact,
  obfuscatedText,
  optOutMalformed,
  optOutUnreachable,
  phishingPattern,
  prohibitedDay,
  publicUrlShortener,
  quietHours,
  senderIdNotSupported,
  stateLanguageMissing,
  templatePlaceholderLeak,
];
