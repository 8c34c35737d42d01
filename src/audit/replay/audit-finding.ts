import type { Channel, Severity } from '../../law/vocabulary.ts';
import type { Diagnostic } from '../../linter/diagnostic.ts';

/** What is looked at again. `facts`: what would have to be stored for a check is not there any more. */
export type AuditCheck = 'law' | 'consent' | 'window' | 'frequency' | 'content' | 'sender' | 'facts';

/** One thing that stands against a message that went out. */
export interface AuditFinding {
  readonly check: AuditCheck;
  /** The reason of a clearance, or the rule of the linter. */
  readonly code: string;
  readonly severity: Severity;
  /** Of rules: whose law, and how firm it is. */
  readonly pack?: string;
  readonly basis?: Diagnostic['basis'];
  readonly confidence?: Diagnostic['confidence'];
}

/** One call that went out, judged twice: by the law of one date and by that of another. */
export interface AuditedAttempt {
  readonly deliveryId: string;
  readonly campaignId: string | null;
  /** From 1. */
  readonly step: number;
  readonly number: number;
  readonly at: Date;
  readonly channel: Channel;
  readonly country: string;
  /** `id@version` of the packs it was cleared by. */
  readonly clearedBy: readonly string[];
  /** Dates whose law was applied. */
  readonly asOf: string;
  readonly against: string;
  readonly findings: readonly AuditFinding[];
  readonly findingsAgainst: readonly AuditFinding[];
}

/** Names a finding, so that those of two dates can be compared. */
export function findingKey({ check, code, severity, pack }: AuditFinding): string {
  return [check, code, severity, pack ?? ''].join('|');
}

/** What one list has and the other has not. */
export function findingsBeyond(findings: readonly AuditFinding[], others: readonly AuditFinding[]): readonly AuditFinding[] {
  const known = new Set(others.map(findingKey));
  return findings.filter((finding) => !known.has(findingKey(finding)));
}
