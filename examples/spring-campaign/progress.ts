import type { Clock, DeliveryCounts, Messenger } from 'licet';

/** One line that redraws itself on a terminal, or a line now and then in a log. */
export function startProgress(messenger: Messenger, clock: Clock, out: NodeJS.WriteStream): { show(counts: DeliveryCounts): void; end(): void } {
  let submitted = 0;
  let fellBack = 0;
  let optOuts = 0;
  messenger.events.on('step-submitted', () => void submitted++);
  messenger.events.on('step-fell-back', () => void fellBack++);
  messenger.events.on('consent-withdrawn', () => void optOuts++);
  const began = performance.now();
  let shownAt = 0;
  let last = '';
  return {
    show(counts) {
      const { states } = counts;
      const open = states.planned + states.deferred + states['in-progress'];
      const seconds = (performance.now() - began) / 1000;
      const settled = counts.total - open;
      const left = settled === 0 ? '' : ` | about ${Math.ceil((seconds / settled) * open)} s left`;
      const by = Object.entries(counts.byChannel)
        .map(([channel, count]) => `${channel} ${count}`)
        .join(', ');
      last = `${clock.now().toISOString().slice(5, 16).replace('T', ' ')} | sent ${submitted} (${(submitted / Math.max(seconds, 0.1)).toFixed(0)}/s) | reached ${states.reached} (${by}) | fell back ${fellBack} | deferred ${states.deferred} | refused ${states.refused} | opt-outs ${optOuts} | ${(counts.priceMicros / 1e6).toFixed(2)} EUR | open ${open}${left}`;
      if (out.isTTY) out.write(`\r\u001b[2K${last.slice(0, (out.columns ?? 200) - 1)}`);
      else if (performance.now() - shownAt > 5_000) {
        shownAt = performance.now();
        out.write(`${last}\n`);
      }
    },
    end() {
      if (out.isTTY && last !== '') out.write('\n');
      last = '';
    },
  };
}
