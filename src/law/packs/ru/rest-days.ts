/**
 * Non-working days of Russia besides weekends: public holidays of every year (`MM-DD`) and days off moved by the yearly decrees or by
 * article 112 of the Labour Code (`YYYY-MM-DD`, 2024 to 2026). Working Saturdays are left as weekends, the stricter reading.
 * Source: facts on Russian law, section 7.2, asks for holidays and moved days; the days themselves are from published calendars, unverified.
 */
export const restDays: readonly string[] = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
  '2024-04-29',
  '2024-04-30',
  '2024-05-10',
  '2024-12-30',
  '2024-12-31',
  '2025-05-02',
  '2025-05-08',
  '2025-06-13',
  '2025-11-03',
  '2025-12-31',
  '2026-01-09',
  '2026-03-09',
  '2026-05-11',
  '2026-12-31',
];
