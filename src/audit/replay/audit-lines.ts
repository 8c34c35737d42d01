import type { IsoDate } from '../../law/pack.ts';
import type { Linter } from '../../linter/engine.ts';
import type { LintInput } from '../../linter/lint-message.ts';
import { type AuditFinding, findingsBeyond } from './audit-finding.ts';

/** What one message that was sent would have been told by the law of two dates. */
export interface AuditedMessage {
  readonly asOf: IsoDate;
  readonly against: IsoDate;
  readonly findings: readonly AuditFinding[];
  readonly findingsAgainst: readonly AuditFinding[];
  readonly appeared: readonly AuditFinding[];
  readonly gone: readonly AuditFinding[];
}

/** Judges the words of a message by the law of two dates; hours go by the rules of the linter. Pure. */
export function auditMessage(linter: Pick<Linter, 'lint'>, message: LintInput, asOf: IsoDate, against: IsoDate): AuditedMessage {
  const judge = (on: IsoDate): readonly AuditFinding[] => {
    const found = linter.lint({ ...message, asOf: on });
    const all = found.map(({ rule, severity, pack, basis, confidence }) => ({
      check: 'content' as const,
      code: rule,
      severity,
      pack,
      basis,
      confidence,
    }));
    return [...new Map(all.map((one) => [`${one.code}|${one.severity}|${one.pack}`, one])).values()];
  };
  const [findings, findingsAgainst] = [judge(asOf), judge(against)];
  return {
    asOf,
    against,
    findings,
    findingsAgainst,
    appeared: findingsBeyond(findingsAgainst, findings),
    gone: findingsBeyond(findings, findingsAgainst),
  };
}
