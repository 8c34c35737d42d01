import type { Channel } from '../law/vocabulary.ts';
import type { Delivery } from './delivery.ts';

/** What a provider said about the person's will: `opted-out` of this sender, or `carrier-blocked` for all mailings. */
export interface ReportedRefusal {
  readonly errorClass: 'opted-out' | 'carrier-blocked';
  readonly channel: Channel;
  readonly provider: string;
  readonly providerCode: string | null;
  readonly at: Date;
}

/** The first refusal among answers and receipts; `undefined` when nobody refused. */
export function reportedRefusal(delivery: Delivery): ReportedRefusal | undefined {
  for (const { attempts, messages } of delivery.steps) {
    for (const { channel, provider, result, endedAt, startedAt } of attempts)
      if (result?.outcome === 'rejected' && isRefusal(result.errorClass))
        return { errorClass: result.errorClass, channel, provider, providerCode: result.providerCode, at: endedAt ?? startedAt };
    const sent = attempts.at(-1);
    if (sent === undefined) continue;
    for (const { failure, seen } of messages)
      if (failure !== null && isRefusal(failure.errorClass)) {
        const at = new Date(Math.min(...Object.values(seen).map((time) => time.getTime()), Number.MAX_SAFE_INTEGER / 2));
        return { errorClass: failure.errorClass, channel: sent.channel, provider: sent.provider, providerCode: failure.providerCode, at };
      }
  }
  return undefined;
}

function isRefusal(errorClass: string): errorClass is ReportedRefusal['errorClass'] {
  return errorClass === 'opted-out' || errorClass === 'carrier-blocked';
}
