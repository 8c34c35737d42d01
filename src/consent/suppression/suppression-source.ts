import { LicetError } from '../../errors.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';

/** What a register outside the ledger says against an address. */
export type SuppressionReason = 'suppressed' | 'carrier-blocked' | 'number-reassigned';

/** One message a register is asked about. A clearance request fits. */
export interface SuppressionQuestion {
  /** E.164. */
  readonly phone: string;
  /** ISO country of the number. */
  readonly country: string;
  readonly kind: MessageKind;
  readonly sender: string;
  readonly channel: Channel;
}

export interface SuppressionFinding {
  readonly reason: SuppressionReason;
  /** Until when it stands; a carrier's ban can be lifted by the person the next day. For good when absent. */
  readonly until?: Date | undefined;
}

/**
 * A register outside the consent ledger that speaks against addresses: a national opt-out list, a consent register such as İYS, reassigned
 * numbers, carriers' bans. An implementation is correct when it passes `suppressionSourceContract` from `licet/testing`.
 */
export interface SuppressionSource {
  /** Kebab-case; names the register in errors. */
  readonly id: string;
  /** What it is asked about; everything that is absent is not narrowed. */
  readonly concerns: {
    readonly countries?: readonly string[] | undefined;
    readonly kinds?: readonly MessageKind[] | undefined;
    readonly channels?: readonly Channel[] | undefined;
  };
  /**
   * Answers in the order of the questions, `null` where nothing speaks against a message. Hundreds of questions are normal; asking changes
   * nothing. A register that lists who *agreed* answers `suppressed` for everybody else. Rejects when it cannot answer: silence is no answer.
   */
  lookUp(questions: readonly SuppressionQuestion[], now: Date): Promise<readonly (SuppressionFinding | null)[]>;
}

/** A register did not answer, or not every question. Nothing may be sent on the strength of it. */
export class SuppressionSourceError extends LicetError<'suppression-source-unavailable'> {
  override readonly name = 'SuppressionSourceError';
  constructor(source: string, problem: string, options?: ErrorOptions) {
    super('suppression-source-unavailable', `The register "${source}" ${problem}; nothing is sent before it answers.`, options);
  }
}

/** Which finding is named when several registers speak: the widest first. */
const RANK: readonly SuppressionReason[] = ['number-reassigned', 'carrier-blocked', 'suppressed'];

/**
 * Asks all registers about a batch, each only about what concerns it, all at once. Fits the messenger's `suppressions`.
 * The promise rejects with `SuppressionSourceError` when a register fails: the batch is not cleared and is tried again.
 */
export function askSuppressionSources(
  sources: readonly SuppressionSource[],
): (questions: readonly SuppressionQuestion[], now: Date) => Promise<readonly (SuppressionReason | null)[]> {
  return async (questions, now) => {
    const answers = await Promise.all(sources.map((source) => askOne(source, questions, now)));
    return questions.map((_, i) => {
      const found = answers.map((reasons) => reasons[i]).filter((reason) => reason !== null && reason !== undefined);
      return RANK.find((reason) => found.includes(reason)) ?? null;
    });
  };
}

async function askOne(
  source: SuppressionSource,
  questions: readonly SuppressionQuestion[],
  now: Date,
): Promise<readonly (SuppressionReason | null)[]> {
  const places = questions.flatMap((question, i) => (isConcerned(source, question) ? [i] : []));
  const reasons: (SuppressionReason | null)[] = questions.map(() => null);
  if (places.length === 0) return reasons;
  const findings = await lookUpWhole(
    source,
    places.map((i) => questions[i]!),
    now,
  );
  for (const [at, i] of places.entries()) reasons[i] = stillStands(findings[at]!, now)?.reason ?? null;
  return reasons;
}

/** Asks a register and insists on one answer per question. @throws {SuppressionSourceError} */
export async function lookUpWhole(
  source: SuppressionSource,
  questions: readonly SuppressionQuestion[],
  now: Date,
): Promise<readonly (SuppressionFinding | null)[]> {
  let findings: readonly (SuppressionFinding | null)[];
  try {
    findings = await source.lookUp(questions, now);
  } catch (cause) {
    throw new SuppressionSourceError(source.id, 'did not answer', { cause });
  }
  if (findings.length === questions.length && !findings.includes(undefined as never)) return findings;
  throw new SuppressionSourceError(source.id, `gave ${findings.length} answers to ${questions.length} questions`);
}

/** A finding that has not run out; `null` otherwise. */
export function stillStands(finding: SuppressionFinding | null, now: Date): SuppressionFinding | null {
  return finding !== null && finding.until !== undefined && finding.until.getTime() <= now.getTime() ? null : finding;
}

function isConcerned({ concerns }: SuppressionSource, { country, kind, channel }: SuppressionQuestion): boolean {
  const fits = <T>(list: readonly T[] | undefined, value: T): boolean => list === undefined || list.includes(value);
  return fits(concerns.countries, country) && fits(concerns.kinds, kind) && fits(concerns.channels, channel);
}
