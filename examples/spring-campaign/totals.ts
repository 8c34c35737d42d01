import type { CampaignStart, DeliveryCounts } from 'licet';

/** The totals as a table. */
export function writeTotals(counts: DeliveryCounts, audience: CampaignStart | undefined): void {
  const rows: (readonly [string, number | string])[] = [
    ['people in the file', audience?.rows ?? counts.total],
    ['same person twice in the file', audience?.duplicates ?? 0],
    ...Object.entries(counts.states).filter(([, count]) => count > 0),
    ...Object.entries(counts.byChannel).map(([channel, count]) => [`  reached by ${channel}`, count] as const),
    ...counts.reasons.filter(({ state }) => state !== 'reached').map(({ state, reason, count }) => [`  ${state}: ${reason}`, count] as const),
    ['arrived after the fall-back had left', counts.late],
    ['reached twice', counts.doubleReach],
    ['SMS segments and messages', counts.segments],
    ['reserved at worst price, EUR', (counts.priceMicros / 1e6).toFixed(2)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log();
  for (const [name, value] of rows) console.log(`  ${name.padEnd(width)}  ${String(value).padStart(8)}`);
  console.log();
}
