import type { AudienceRow } from '../../cascade/campaign/campaign.ts';
import type { CascadePlan } from '../../cascade/plan/plan.ts';
import { stepsFor } from '../../cascade/plan/plan.ts';
import type { Place } from '../../clearance/preflight.ts';
import type { Channel } from '../../law/vocabulary.ts';
import { parsePhone } from '../../phone/index.ts';
import { readTable } from './read-table.ts';

const addressColumns: Readonly<Record<string, Channel>> = { max_id: 'max', telegram_id: 'telegram', viber_id: 'viber' };
const ownColumns = new Set(['phone', 'country', 'region', 'time_zone', 'language', 'key', ...Object.keys(addressColumns)]);

/** Streams an audience file. Rows are named by their line, so that a second start finds the same rows. */
export async function* readAudience(file: string, name: string): AsyncGenerator<AudienceRow> {
  for await (const { line, cells } of readTable(file, name, ['phone'])) {
    const addresses = Object.fromEntries(
      Object.entries(addressColumns).flatMap(([column, channel]) => (cells[column] ? [[channel, cells[column]]] : [])),
    );
    const values = Object.fromEntries(Object.entries(cells).filter(([column, value]) => !ownColumns.has(column) && value !== ''));
    yield {
      key: cells.key || `line-${line}`,
      to: cells.phone ?? '',
      ...(cells.country ? { country: cells.country.toUpperCase() } : {}),
      ...(cells.region ? { region: cells.region } : {}),
      ...(cells.time_zone ? { timeZone: cells.time_zone } : {}),
      ...(cells.language ? { locale: localeOf(cells.language, cells.country) } : {}),
      values,
      ...(Object.keys(addresses).length === 0 ? {} : { addresses }),
    };
  }
}

/** A language together with the country is a locale: `en` in the US is `en-US`. */
function localeOf(language: string, country: string | undefined): string {
  return language.includes('-') || !country ? language : `${language}-${country.toUpperCase()}`;
}

/** Every country, channel and language that an audience and a plan bring together. One pass over the file. */
export async function placesOf(rows: AsyncIterable<AudienceRow>, plan: CascadePlan): Promise<readonly Place[]> {
  const places = new Map<string, Place>();
  for await (const { to, country, locale } of rows) {
    const parsed = parsePhone(to, country === undefined ? {} : { defaultCountry: country });
    const place = parsed.ok ? (parsed.country ?? country) : undefined;
    if (place === undefined) continue;
    for (const { channel } of stepsFor(plan, place)) {
      const key = `${place}|${channel}|${locale ?? ''}`;
      if (!places.has(key)) places.set(key, { country: place, channel, locale });
    }
  }
  return [...places.values()];
}
