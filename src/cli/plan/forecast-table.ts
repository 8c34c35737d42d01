import type { Forecast } from '../../cascade/campaign/forecast.ts';

/** A forecast as a table for people. */
export function forecastTable(forecast: Forecast, currency = ''): string {
  const { rows, duplicates, invalid, heldOut, goes, channels, refusals, waits, segments, costMicros, duration } = forecast;
  const time = (at: Date | null): string => (at === null ? '-' : at.toISOString().slice(0, 16).replace('T', ' '));
  const range = (least: number | string, most: number | string): string => (least === most ? `${least}` : `${least} to ${most}`);
  const money = (micros: number): string => (micros / 1e6).toFixed(2);
  const lines: (readonly [string, number | string] | undefined)[] = [
    ['people in the file', rows],
    duplicates > 0 ? ['same person twice in the file', duplicates] : undefined,
    invalid > 0 ? ['numbers that are broken', invalid] : undefined,
    heldOut > 0 ? ['held out to compare with', heldOut] : undefined,
    ['would get a message', goes],
    ...channels.map(
      ({ channel, provider, first, further }) =>
        [`  first by ${channel} (${provider})`, further > 0 ? `${first}, then up to ${further}` : first] as const,
    ),
    ...Object.entries(waits).map(([reason, people]) => [`  of them wait first: ${reason}`, people] as const),
    ...refusals.map(
      ({ outcome, reason, people, rules }) =>
        [`${outcome === 'refused' ? 'would not' : 'would expire'}: ${reason}${ruleText(rules)}`, people] as const,
    ),
    ['SMS segments and messages', range(segments.least, segments.most)],
    [`cost at worst price${currency === '' ? '' : `, ${currency}`}`, range(money(costMicros.least), money(costMicros.most))],
    ['first message (UTC)', time(duration.startsAt)],
    ['last first message (UTC)', time(duration.leastUntil ?? duration.startsAt)],
    duration.pacedBy === null ? undefined : ['  paced by', duration.pacedBy],
    duration.tooLate > 0 ? ['  too late at this pace', duration.tooLate] : undefined,
    forecast.control === null ? undefined : ['switch that stands against it', forecast.control],
    ['forecast', forecast.hash.slice(0, 16)],
  ];
  const shown = lines.filter((line) => line !== undefined);
  const width = Math.max(...shown.map(([name]) => name.length));
  return `\n${shown.map(([name, value]) => `  ${name.padEnd(width)}  ${String(value).padStart(8)}`).join('\n')}\n\n`;
}

function ruleText(rules: Readonly<Record<string, number>>): string {
  const names = Object.keys(rules);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
