import type { DeliveryCounts } from '../../cascade/stores/delivery-store.ts';
import type { Clock } from '../../clock.ts';
import type { Messenger } from '../../messenger.ts';

/** Where progress goes: a terminal's line redraws itself, a log gets a line now and then. */
export interface ProgressTarget {
  readonly write: (text: string) => void;
  readonly redraws: boolean;
  readonly columns?: number | undefined;
}

export interface Progress {
  show(counts: DeliveryCounts): void;
  end(): void;
}

const LOG_EVERY_MS = 5_000;

/** Follows a campaign: how many went out and arrived, by which channel, what was put off or refused, money, and about how long it will take. */
export function startProgress(messenger: Messenger, clock: Clock, currency: string | undefined, target: ProgressTarget): Progress {
  const seen = { submitted: 0, fellBack: 0, optOuts: 0 };
  messenger.events.on('step-submitted', () => void seen.submitted++);
  messenger.events.on('step-fell-back', () => void seen.fellBack++);
  messenger.events.on('consent-withdrawn', () => void seen.optOuts++);
  const began = performance.now();
  let loggedAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    show(counts) {
      const seconds = Math.max((performance.now() - began) / 1_000, 0.1);
      const line = `${clock.now().toISOString().slice(5, 16).replace('T', ' ')} | ${progressLine(counts, seen, seconds, currency)}`;
      if (target.redraws) {
        drawn = true;
        target.write(`\r\u001b[2K${line.slice(0, (target.columns ?? 200) - 1)}`);
      } else if (performance.now() - loggedAt >= LOG_EVERY_MS) {
        loggedAt = performance.now();
        target.write(`${line}\n`);
      }
    },
    end() {
      if (drawn) target.write('\n');
      drawn = false;
    },
  };
}

function progressLine(
  counts: DeliveryCounts,
  seen: { readonly submitted: number; readonly fellBack: number; readonly optOuts: number },
  seconds: number,
  currency = '',
): string {
  const { states } = counts;
  const open = states.planned + states.deferred + states['in-progress'];
  const settled = counts.total - open;
  const by = Object.entries(counts.byChannel).map(([channel, count]) => `${channel} ${count}`);
  return [
    `sent ${seen.submitted} (${(seen.submitted / seconds).toFixed(0)}/s)`,
    `reached ${states.reached}${by.length > 0 ? ` (${by.join(', ')})` : ''}`,
    `fell back ${seen.fellBack}`,
    `deferred ${states.deferred}`,
    `refused ${states.refused}${why(counts)}`,
    `opt-outs ${seen.optOuts}`,
    `${(counts.priceMicros / 1e6).toFixed(2)} ${currency}`.trim(),
    `open ${open}${settled > 0 && open > 0 ? `, about ${Math.ceil((seconds / settled) * open)} s left` : ''}`,
  ].join(' | ');
}

/** The three commonest reasons for a refusal. */
function why({ reasons }: DeliveryCounts): string {
  const most = reasons.filter(({ state }) => state === 'refused').toSorted((a, b) => b.count - a.count);
  return most.length === 0
    ? ''
    : ` (${most
        .slice(0, 3)
        .map(({ reason, count }) => `${reason} ${count}`)
        .join(', ')})`;
}
