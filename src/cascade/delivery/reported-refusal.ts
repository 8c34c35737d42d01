import type { Channel } from '../../law/vocabulary.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { attemptStanding, hasArrived } from './step-standing.ts';

/** What a provider said that the consent ledger must know. */
export interface ReportedRefusal {
  /** The person is `opted-out` of this sender or `carrier-blocked` for all mailings; `number-gone`: the number is assigned to nobody. */
  readonly says: 'opted-out' | 'carrier-blocked' | 'number-gone';
  readonly channel: Channel;
  /** Id of the configured provider. */
  readonly provider: string;
  readonly providerCode: string | null;
  readonly at: Date;
}

/** Codes by which a configured provider says that a number is assigned to nobody. */
export type GoneCodes = (provider: string) => readonly string[];

/** The first report among answers and receipts that was not handed to the ledger yet: a refusal before a number that is gone. */
export function unrecordedRefusal(delivery: Delivery, goneCodes: GoneCodes): ReportedRefusal | undefined {
  const refusal = delivery.optOutRecordedAt === undefined ? refusalIn(delivery) : undefined;
  return refusal ?? (delivery.goneRecordedAt === undefined ? goneIn(delivery, goneCodes) : undefined);
}

function refusalIn({ steps }: Delivery): ReportedRefusal | undefined {
  for (const { attempts, messages } of steps) {
    for (const attempt of attempts) {
      const { result, endedAt, startedAt } = attempt;
      if (result?.outcome === 'rejected' && isRefusal(result.errorClass))
        return { says: result.errorClass, ...from(attempt), providerCode: result.providerCode, at: endedAt ?? startedAt };
    }
    const sent = attempts.at(-1);
    if (sent === undefined) continue;
    for (const { failure, seen } of messages)
      if (failure !== null && isRefusal(failure.errorClass)) {
        const at = new Date(Math.min(...Object.values(seen).map((time) => time.getTime()), Number.MAX_SAFE_INTEGER / 2));
        return { says: failure.errorClass, ...from(sent), providerCode: failure.providerCode, at };
      }
  }
  return undefined;
}

/** What arrived by any step speaks for the number, whatever is reported of another. */
function goneIn({ steps }: Delivery, goneCodes: GoneCodes): ReportedRefusal | undefined {
  for (const step of steps)
    for (const attempt of step.attempts) {
      const codes = goneCodes(attempt.provider);
      if (codes.length === 0) continue;
      const standing = attemptStanding(step, attempt);
      if (standing.kind !== 'failed' || standing.failure.errorClass !== 'recipient-unreachable') continue;
      const { providerCode, at } = standing.failure;
      if (providerCode === null || !codes.includes(providerCode)) continue;
      return steps.some(hasArrived) ? undefined : { says: 'number-gone', ...from(attempt), providerCode, at };
    }
  return undefined;
}

function from({ channel, provider }: Attempt): Pick<ReportedRefusal, 'channel' | 'provider'> {
  return { channel, provider };
}

function isRefusal(errorClass: string): errorClass is 'opted-out' | 'carrier-blocked' {
  return errorClass === 'opted-out' || errorClass === 'carrier-blocked';
}
