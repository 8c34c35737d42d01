import type { Channel } from '../law/vocabulary.ts';

declare const subjectRef: unique symbol;
/** Keyed reference to a person within a tenant: HMAC of the normalised address, never the address itself. */
export type SubjectRef = string & { readonly [subjectRef]: true };

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
  | 'unsuppressed';

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
  readonly sourceUrl?: string;
  /** Who recorded it: a person's role or a system, no personal data of others. */
  readonly actor?: string;
  /** SHA-256 of the raw proof (webhook body, scanned form). */
  readonly proofHash?: string;
}

/** What happened to a person's consent, before it is sealed. */
export interface ConsentEvent {
  readonly kind: ConsentEventKind;
  readonly subject: SubjectRef;
  /** Sender id (legal entity); `*` covers all of the tenant's senders, for withdrawals and suppressions. */
  readonly sender: string;
  readonly channels: readonly Channel[] | '*';
  readonly purposes: readonly string[] | '*';
  readonly evidence: Evidence;
  /** ISO country whose law it was given under. */
  readonly jurisdiction?: string;
  /** When the person acted. */
  readonly occurredAt: Date;
  readonly validUntil?: Date;
  /** Why a suppression stands: `carrier-blocked`, `number-reassigned`, `complaint`, `erased`, `register`… */
  readonly reason?: string;
}
