import type { Channel } from '../../law/vocabulary.ts';
import type { SubjectRef } from '../../ledger/subject-ref.ts';

export type { SubjectRef };

export type ConsentEventKind =
  | 'granted'
  | 'requested'
  | 'confirmed'
  | 'withdrawn'
  | 'refreshed'
  | 'expired'
  | 'imported'
  | 'erased'
  | 'suppressed'
  | 'unsuppressed'
  /** A wrong code was entered for a request; kept so that guesses are limited across processes. */
  | 'challenge-failed';

/** Strength of the evidence: A confirmed on the handset, B a form or paper, C an imported claim. */
export type EvidenceGrade = 'A' | 'B' | 'C';

export interface Evidence {
  readonly method:
    | 'web-form'
    | 'paper'
    | 'call'
    | 'keyword'
    | 'checkout'
    | 'api'
    | 'double-opt-in'
    | 'reply'
    | 'link'
    | 'staff'
    | 'platform'
    | 'provider'
    | 'carrier'
    | 'import';
  readonly grade: EvidenceGrade;
  /** SHA-256 of the exact text shown, with its version and language. */
  readonly notice?: { readonly hash: string; readonly version: string; readonly language: string };
  /** Kept encrypted with the personal fields; read back only with the person's key. */
  readonly sourceUrl?: string;
  /** Who recorded it: a person's role or a system, no personal data of others. */
  readonly actor?: string;
  /** SHA-256 of the raw proof (webhook body, scanned form). */
  readonly proofHash?: string;
}

/** Ground of a permission: the person's consent, or the exception for one's own customers and similar goods. */
export type LawfulBasis = 'consent' | 'soft-opt-in';

/** What happened to a person's consent, before it is sealed. */
export interface ConsentEvent {
  readonly kind: ConsentEventKind;
  readonly subject: SubjectRef;
  /** Sender id (legal entity); `*` covers all of the tenant's senders, for withdrawals and suppressions. */
  readonly sender: string;
  readonly channels: readonly Channel[] | '*';
  readonly purposes: readonly string[] | '*';
  readonly evidence: Evidence;
  /** What the record rests on; `consent` when absent. A soft opt-in counts only where the law lets it. */
  readonly lawfulBasis?: LawfulBasis;
  /** ISO country whose law it was given under. */
  readonly jurisdiction?: string;
  /** When the person acted. */
  readonly occurredAt: Date;
  readonly validUntil?: Date;
  /** Why a suppression stands: `carrier-blocked`, `number-reassigned`, `complaint`, `erased`, `register`… */
  readonly reason?: string;
}

/** What identifies a person in a record: encrypted under the person's own key, gone when that key is destroyed. */
export interface PersonalFields {
  /** E.164, or the person's id on a channel. */
  readonly address?: string;
  /** Free text: what was said, who took the call. */
  readonly note?: string;
  readonly sourceUrl?: string;
  /** Anything else the host keeps as proof: IP address, user agent, contract number. */
  readonly details?: Readonly<Record<string, string>>;
}

/** One recorded event of a person's chain, opened for reading. */
export interface ConsentRecord extends ConsentEvent {
  readonly id: string;
  readonly tenant: string;
  /** Place in the person's chain, from 1 without gaps. */
  readonly sequence: number;
  readonly recordedAt: Date;
  /** Hash of the record before it in the person's chain, hex; `null` for the first. */
  readonly previousHash: string | null;
  /** RFC 9162 leaf hash of the sealed text, hex. */
  readonly hash: string;
  /** Id of the record this one answers: the request a confirmation completes. */
  readonly answers?: string;
  /** Decrypted on request only; `null` when the person's key was destroyed. */
  readonly personal?: PersonalFields | null;
}
