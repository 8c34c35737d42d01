import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../ledger/random.ts';
import { isSubjectRef } from '../ledger/subject-ref.ts';
import type { PermissionDetails, Person } from './consent-act.ts';
import { effectiveMs } from './decide/effective-order.ts';
import { covers } from './decide/scope.ts';
import type { ConsentRecord, SubjectRef } from './record/record.ts';

/** Asks a person to confirm on the handset what was ticked elsewhere. */
export type RequestAct = Person &
  Omit<PermissionDetails, 'validUntil'> & {
    /** How the person answers: by typing a code, opening a link, or replying. */
    readonly by: 'code' | 'link' | 'reply';
    /** How long the answer is awaited, in milliseconds. @default 600_000 for a code, 172_800_000 for a link or reply */
    readonly ttlMs?: number | undefined;
    /** @default 6 */
    readonly codeDigits?: number | undefined;
  };

/** An open request: what to send to the person, and until when it can be answered. */
export interface OpenRequest {
  readonly requestId: string;
  readonly subject: SubjectRef;
  readonly expiresAt: Date;
  /** The code, or the token for a link; `null` when a reply is awaited. Send it, never log it. */
  readonly secret: string | null;
}

/** The person's answer. A reply is bound to the person by the channel; its proof is the hash of the raw inbound event. */
export type ConfirmAct =
  | { readonly subject: SubjectRef; readonly requestId: string; readonly code: string }
  | { readonly subject: SubjectRef; readonly requestId: string; readonly replyProofHash: string }
  | { readonly token: string };

export type ConfirmRefusal = 'unknown-request' | 'wrong-code' | 'expired' | 'too-many-attempts' | 'withdrawn' | 'already-confirmed';

export type Confirmation =
  | { readonly confirmed: true; readonly record: ConsentRecord }
  | { readonly confirmed: false; readonly reason: ConfirmRefusal; readonly record: ConsentRecord | null };

/** Wrong codes a request survives: with six digits the chance of a lucky guess stays under one in 200,000. */
export const MAX_WRONG_CODES = 5;

/** A numeric code without bias towards any digit. */
export function makeCode(digits: number, random: RandomBytes): string {
  let code = '';
  while (code.length < digits) for (const byte of random(digits)) if (byte < 250 && code.length < digits) code += String(byte % 10);
  return code;
}

/** What the ledger keeps of a code: nothing that can be guessed without the tenant's secret. Hex. */
export function codeProof(secret: KeyObject, requestId: string, code: string): string {
  return createHmac('sha256', secret).update(`licet code:${requestId}:${code}`).digest('hex');
}

/** A token for a link. It names person and request and cannot be made without the tenant's secret. */
export function makeToken(secret: KeyObject, subject: SubjectRef, requestId: string): string {
  return `${subject}.${requestId}.${tokenMac(secret, subject, requestId)}`;
}

/** Person and request of a token, or `null` when it is not one of ours. */
export function readToken(secret: KeyObject, token: string): { readonly subject: SubjectRef; readonly requestId: string } | null {
  const first = token.indexOf('.');
  const last = token.lastIndexOf('.');
  const subject = token.slice(0, first);
  const requestId = token.slice(first + 1, last);
  if (last <= first || !isSubjectRef(subject)) return null;
  return sameText(token.slice(last + 1), tokenMac(secret, subject, requestId)) ? { subject, requestId } : null;
}

/** How a code given by a person stands against its request; `null` when nothing speaks against it. Pure. */
export function judgeAnswer(
  chain: readonly ConsentRecord[],
  requestId: string,
  proof: string | null,
  now: Date,
): { readonly refusal: ConfirmRefusal | null; readonly request: ConsentRecord | null } {
  const request = chain.find((record) => record.id === requestId && record.kind === 'requested') ?? null;
  if (request === null) return { refusal: 'unknown-request', request };
  const answers = chain.filter((record) => record.answers === requestId);
  if (answers.some((record) => record.kind === 'confirmed')) return { refusal: 'already-confirmed', request };
  if (chain.some((record) => undoes(record, request))) return { refusal: 'withdrawn', request };
  if (answers.filter((record) => record.kind === 'challenge-failed').length >= MAX_WRONG_CODES) return { refusal: 'too-many-attempts', request };
  if (request.validUntil !== undefined && request.validUntil.getTime() <= now.getTime()) return { refusal: 'expired', request };
  if (proof !== null && !sameText(proof, request.evidence.proofHash ?? '')) return { refusal: 'wrong-code', request };
  return { refusal: null, request };
}

/** A later withdrawal of anything that was asked for closes the request: the person must be asked anew. */
function undoes(record: ConsentRecord, request: ConsentRecord): boolean {
  if (record.kind !== 'withdrawn' && record.kind !== 'erased') return false;
  if (effectiveMs(record) < effectiveMs(request)) return false;
  if (record.kind === 'erased' || request.channels === '*' || request.purposes === '*') return true;
  const { sender, channels, purposes } = request;
  // a consent that is not about messages has no channels: a withdrawal on every channel still takes it back
  const reached = channels.length === 0 ? [''] : channels;
  return reached.some((channel) => purposes.some((purpose) => covers(record, { sender, channel, purpose })));
}

function tokenMac(secret: KeyObject, subject: SubjectRef, requestId: string): string {
  return createHmac('sha256', secret).update(`licet link:${subject}:${requestId}`).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
