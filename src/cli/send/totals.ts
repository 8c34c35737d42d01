import type { CampaignStart } from '../../cascade/campaign/campaign.ts';
import type { DeliveryCounts } from '../../cascade/stores/delivery-store.ts';

/** A campaign's totals as a table for people. */
export function totalsTable(counts: DeliveryCounts, audience: CampaignStart | undefined, currency = ''): string {
  const rows: (readonly [string, number | string])[] = [
    ['people in the file', audience?.rows ?? counts.total],
    ['same person twice in the file', audience?.duplicates ?? 0],
    ...Object.entries(counts.states).filter(([, count]) => count > 0),
    ...Object.entries(counts.byChannel).map(([channel, count]) => [`  reached by ${channel}`, count] as const),
    ...counts.reasons.filter(({ state }) => state !== 'reached').map(({ state, reason, count }) => [`  ${state}: ${reason}`, count] as const),
    ['arrived after the fall-back had left', counts.late],
    ['reached twice', counts.doubleReach],
    ['SMS segments and messages', counts.segments],
    [`reserved at worst price${currency === '' ? '' : `, ${currency}`}`, (counts.priceMicros / 1e6).toFixed(2)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `\n${rows.map(([name, value]) => `  ${name.padEnd(width)}  ${String(value).padStart(8)}`).join('\n')}\n\n`;
}
