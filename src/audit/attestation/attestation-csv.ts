import type { Attestation } from './attestation.ts';

const columns = [
  'staff',
  'taken_at',
  'on',
  'passed',
  'right',
  'total',
  'countries',
  'channels',
  'kinds',
  'packs',
  'missed',
  'language',
  'seed',
] as const;

/** Attestations as CSV with a head, one line each; lists are separated by spaces. Cells that a spreadsheet would take for a formula are disarmed. */
export function attestationCsv(attestations: readonly Attestation[]): string {
  const rows = attestations.map((one): readonly string[] => [
    one.staff,
    one.takenAt.toISOString(),
    one.on,
    one.passed ? 'yes' : 'no',
    String(one.right),
    String(one.total),
    one.countries.join(' '),
    one.channels.join(' ') || 'all',
    one.kinds.join(' ') || 'all',
    one.packs.join(' '),
    one.missed.join(' '),
    one.language,
    String(one.seed),
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+$/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
