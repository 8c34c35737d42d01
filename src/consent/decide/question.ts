import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { SubjectRef } from '../../ledger/subject-ref.ts';
import type { ConsentRecord, EvidenceGrade } from '../record/record.ts';

/** May this sender write to this person, for this purpose, on this channel, at this moment? */
export interface ConsentQuestion {
  readonly kind: MessageKind;
  readonly sender: string;
  readonly channel: Channel;
  /** The host's consent purpose; marketing without one is never allowed. */
  readonly purpose?: string | undefined;
  readonly at: Date;
  readonly policy?: ConsentPolicy | undefined;
  /**
   * Look back: count only what had happened by `at`. Without it a withdrawal or suppression stamped later than `at` refuses as well,
   * because clocks of workers and providers differ and a refusal must not be lost to that.
   * @default false
   */
  readonly historical?: boolean | undefined;
}

/** What law and host demand of a consent. */
export interface ConsentPolicy {
  /** `prior`: consent first; `soft-opt-in`: records on that basis count too; `none`: only suppressions decide. @default `prior` for marketing, `none` else */
  readonly requires?: 'prior' | 'soft-opt-in' | 'none' | undefined;
  /** Weakest evidence that will do. @default 'C' */
  readonly minimumGrade?: EvidenceGrade | undefined;
  /** Longest age of a consent, in calendar months since it was given or refreshed. */
  readonly maxAgeMonths?: number | undefined;
  /**
   * A permission given from then on carries nothing when the same document also took the consent to the processing of personal data
   * (purpose `personal-data`). Earlier ones count as they were given.
   */
  readonly separateDocumentsSince?: Date | undefined;
}

/** Why consent does not carry a message. Each is one of the clearance refusals. */
export type ConsentRefusal =
  | 'no-consent'
  | 'consent-withdrawn'
  | 'consent-expired'
  | 'consent-other-purpose'
  | 'consent-other-sender'
  | 'consent-other-channel'
  | 'consent-evidence-too-weak'
  | 'consent-not-separate'
  | 'consent-pending'
  | 'suppressed'
  | 'carrier-blocked'
  | 'number-reassigned'
  | 'erased';

/** The answer: the record relied on (`null` when none is needed), or one named refusal with the record that caused it, if one did. */
export type ConsentDecision =
  | { readonly allowed: true; readonly record: ConsentRecord | null }
  | { readonly allowed: false; readonly reason: ConsentRefusal; readonly record: ConsentRecord | null };

/** A question about one person of many. */
export interface SubjectQuestion extends ConsentQuestion {
  readonly subject: SubjectRef;
}
