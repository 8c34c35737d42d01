import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { spanAt } from '../../src/windows/index.ts';

const MINUTE = 60_000;

it('agrees with the time zone data of PostgreSQL around every clock change of every zone from 2024 to 2030', async () => {
  const database = await PGlite.create();
  const different: string[] = [];
  let changes = 0;
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const instants = [Date.UTC(2026, 5, 1)];
    for (let ms = Date.UTC(2024, 0, 1); ms < Date.UTC(2031, 0, 1); ) {
      const span = spanAt(zone, ms);
      ms = span.toMs;
      if (spanAt(zone, ms).offsetMs === span.offsetMs) continue;
      changes += 1;
      for (const minutes of [-180, -61, -60, -59, -31, -30, -1, 0, 1, 29, 30, 31, 59, 60, 61, 180]) instants.push(ms + minutes * MINUTE);
    }
    const { rows } = await database.query<{ offset_ms: number | string }>(
      'select extract(epoch from (to_timestamp(ms / 1000) at time zone $2)) * 1000 - ms as offset_ms from unnest($1::float8[]) ms',
      [instants, zone],
    );
    if (rows.some((row, index) => Number(row.offset_ms) !== spanAt(zone, instants[index]!).offsetMs)) different.push(zone);
  }
  await database.close();
  expect(changes).toBeGreaterThan(1_500);
  expect(different).toEqual([]);
});
