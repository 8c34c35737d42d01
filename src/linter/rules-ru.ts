import type { Rule } from './rule.ts';
import { adMarkMissing } from './rules/ad-mark-missing.ts';
import { ageMarkMissing } from './rules/age-mark-missing.ts';
import { alcoholAd } from './rules/alcohol-ad.ts';
import { badHealingClaim } from './rules/bad-healing-claim.ts';
import { badNoDisclaimer } from './rules/bad-no-disclaimer.ts';
import { bankruptcyNoWarning } from './rules/bankruptcy-no-warning.ts';
import { bankruptcyPromise } from './rules/bankruptcy-promise.ts';
import { constructionBeforePermit } from './rules/construction-before-permit.ts';
import { constructionNoDeclaration } from './rules/construction-no-declaration.ts';
import { creditNoPsk } from './rules/credit-no-psk.ts';
import { creditNoRiskWarning } from './rules/credit-no-risk-warning.ts';
import { creditNoStudyWarning } from './rules/credit-no-study-warning.ts';
import { cryptoAd } from './rules/crypto-ad.ts';
import { debtMessageHours } from './rules/debt-message-hours.ts';
import { debtMessageIncomplete } from './rules/debt-message-incomplete.ts';
import { debtMessageThreat } from './rules/debt-message-threat.ts';
import { distanceSellerMissing } from './rules/distance-seller-missing.ts';
import { financialNoName } from './rules/financial-no-name.ts';
import { foreignMessengerOrgBan } from './rules/foreign-messenger-org-ban.ts';
import { foreignWordUntranslated } from './rules/foreign-word-untranslated.ts';
import { gamblingAd } from './rules/gambling-ad.ts';
import { guaranteedReturn } from './rules/guaranteed-return.ts';
import { healingClaimNonMedicine } from './rules/healing-claim-non-medicine.ts';
import { impersonationRisk } from './rules/impersonation-risk.ts';
import { marketingInTransactional } from './rules/marketing-in-transactional.ts';
import { medicalGuarantee } from './rules/medical-guarantee.ts';
import { medicalNoWarning } from './rules/medical-no-warning.ts';
import { minorTargeting } from './rules/minor-targeting.ts';
import { misleadingPrize } from './rules/misleading-prize.ts';
import { missingMaterialTerms } from './rules/missing-material-terms.ts';
import { noOptOut } from './rules/no-opt-out.ts';
import { obsceneOffensive } from './rules/obscene-offensive.ts';
import { prescriptionDrugAd } from './rules/prescription-drug-ad.ts';
import { priceNotInRubles } from './rules/price-not-in-rubles.ts';
import { prohibitedGoods } from './rules/prohibited-goods.ts';
import { promoMissingTerms } from './rules/promo-missing-terms.ts';
import { restrictedChannelAd } from './rules/restricted-channel-ad.ts';
import { restrictedResourcePromo } from './rules/restricted-resource-promo.ts';
import { senderNameInvalid } from './rules/sender-name-invalid.ts';
import { senderNotIdentified } from './rules/sender-not-identified.ts';
import { sensitiveDataInText } from './rules/sensitive-data-in-text.ts';
import { stateEndorsement } from './rules/state-endorsement.ts';
import { superlativeUnsupported } from './rules/superlative-unsupported.ts';
import { tobaccoNicotineAd } from './rules/tobacco-nicotine-ad.ts';
import { unfairComparison } from './rules/unfair-comparison.ts';
import { vpnAd } from './rules/vpn-ad.ts';

/** Rules whose ids stand in the Russian table, some of which apply elsewhere too. */
export const russianRules: readonly Rule[] = [
  adMarkMissing,
  ageMarkMissing,
  alcoholAd,
  badHealingClaim,
  badNoDisclaimer,
  bankruptcyNoWarning,
  bankruptcyPromise,
  constructionBeforePermit,
  constructionNoDeclaration,
  creditNoPsk,
  creditNoRiskWarning,
  creditNoStudyWarning,
  cryptoAd,
  debtMessageHours,
  debtMessageIncomplete,
  debtMessageThreat,
  distanceSellerMissing,
  financialNoName,
  foreignMessengerOrgBan,
  foreignWordUntranslated,
  gamblingAd,
  guaranteedReturn,
  healingClaimNonMedicine,
  impersonationRisk,
  marketingInTransactional,
  medicalGuarantee,
  medicalNoWarning,
  minorTargeting,
  misleadingPrize,
  missingMaterialTerms,
  noOptOut,
  obsceneOffensive,
  prescriptionDrugAd,
  priceNotInRubles,
  prohibitedGoods,
  promoMissingTerms,
  restrictedChannelAd,
  restrictedResourcePromo,
  senderNameInvalid,
  senderNotIdentified,
  sensitiveDataInText,
  stateEndorsement,
  superlativeUnsupported,
  tobaccoNicotineAd,
  unfairComparison,
  vpnAd,
];
