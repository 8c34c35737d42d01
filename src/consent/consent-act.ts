import type { Channel } from '../law/vocabulary.ts';
import type { SubjectRef } from '../ledger/subject-ref.ts';
import type { FenceResult } from './fence.ts';
import type { Evidence, LawfulBasis } from './record/record.ts';

/** Whom an act concerns: by address (E.164, or the id on a channel), or by reference when the address is already known to the ledger. */
export type Person = { readonly address: string; readonly subject?: undefined } | { readonly subject: SubjectRef; readonly address?: undefined };

/** What every act says. */
export interface ActDetails {
  /** Legal entity the act is about. */
  readonly sender: string;
  readonly evidence: Evidence;
  readonly jurisdiction?: string | undefined;
  /** When the person acted. @default now */
  readonly occurredAt?: Date | undefined;
  /** Names the act: repeating it with the same id changes nothing. @default a new id */
  readonly id?: string | undefined;
  /** Free text about the person, kept encrypted. */
  readonly note?: string | undefined;
  /** Further proof that identifies the person (IP address, contract number), kept encrypted. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  /** Page or document it happened on, kept encrypted: addresses of pages often carry personal data. */
  readonly sourceUrl?: string | undefined;
}

/** What a permission says: channels and purposes exactly as the person saw them. */
export interface PermissionDetails extends ActDetails {
  readonly channels: readonly Channel[];
  readonly purposes: readonly string[];
  readonly lawfulBasis?: LawfulBasis | undefined;
  readonly validUntil?: Date | undefined;
}

/** A permission given by a person. */
export type GrantAct = Person & PermissionDetails;

/** A withdrawal: of everything the sender may send unless it says less. */
export type WithdrawAct = Person &
  Omit<ActDetails, 'sender'> & {
    /** @default '*', every sender of the tenant */
    readonly sender?: string | undefined;
    /** @default '*' */
    readonly channels?: readonly Channel[] | '*' | undefined;
    /** @default '*' */
    readonly purposes?: readonly string[] | '*' | undefined;
    /** How long calls that have already started are waited for, in milliseconds. @default 5_000 */
    readonly drainMs?: number | undefined;
    readonly reason?: string | undefined;
  };

/** A standing "do not send", and why: `carrier-blocked`, `number-reassigned`, `complaint`, `register`… */
export type SuppressAct = WithdrawAct & { readonly reason: string };

/** The end of a suppression; without a reason, of every suppression in its scope. */
export type UnsuppressAct = WithdrawAct;

/** An imported claim of consent. */
export type ImportAct = GrantAct & { readonly occurredAt: Date };

/** How a withdrawal ended: recorded for good, and what had already left. */
export interface WithdrawalResult extends FenceResult {
  readonly recordId: string;
}
