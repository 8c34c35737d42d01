import { parsePhone } from '../phone/parse-phone.ts';
import type { ImportError } from './import-consents.ts';
import type { ImportRow } from './import-source.ts';
import { plainCell } from './write-csv.ts';

/** How a provider writes its list of people who said no. */
export interface OptOutListFormat {
  readonly phone: string;
  /** Column of the instant; ISO 8601, or `YYYY-MM-DD HH:mm:ss` in `utcOffset`. */
  readonly occurredAt?: string | undefined;
  /** Offset of times without one. @default 'Z' */
  readonly utcOffset?: string | undefined;
  /** Rows count only when these columns say so; case does not matter. */
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Formats that are known. Not compared with a file of the provider's own: `unverified`. Any other list is read with a format of the host's. */
export const optOutListFormats: Readonly<Record<'iys' | 'twilio', OptOutListFormat & { readonly confidence: 'unverified' }>> = {
  /** The fields of the İYS interface: RET is a refusal, MESAJ text messages; times are Turkish. */
  iys: {
    phone: 'recipient',
    occurredAt: 'consentDate',
    utcOffset: '+03:00',
    only: { status: ['RET'], type: ['MESAJ'] },
    confidence: 'unverified',
  },
  /** The fields of Twilio's consent interface. */
  twilio: { phone: 'contact_id', occurredAt: 'date_of_consent', only: { status: ['opt-out'] }, confidence: 'unverified' },
};

/** One person who said no to a provider. */
export interface ProviderOptOut {
  readonly line: number;
  /** E.164. */
  readonly phone: string;
  readonly occurredAt: Date | null;
}

/** Reads one row; `null` for rows that are not opt-outs. Pure. */
export function readOptOut(row: ImportRow, format: OptOutListFormat, country?: string): ProviderOptOut | ImportError | null {
  if ('expected' in row) return { line: row.line, column: null, expected: row.expected };
  const { line, columns } = row;
  for (const [column, values] of Object.entries(format.only ?? {})) {
    const said = columns[column]?.trim().toLowerCase();
    if (!values.some((value) => value.toLowerCase() === said)) return null;
  }
  const phone = parsePhone(plainCell(columns[format.phone]?.trim() ?? ''), { defaultCountry: country });
  if (!phone.ok) return { line, column: format.phone, expected: `a phone number (${phone.reason})` };
  const text = format.occurredAt === undefined ? undefined : columns[format.occurredAt]?.trim();
  if (!text) return { line, phone: phone.e164, occurredAt: null };
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?$/u.exec(text);
  const occurredAt = local === null ? null : new Date(`${local[1]}T${local[2]}${local[3] ?? format.utcOffset ?? 'Z'}`);
  if (occurredAt === null || Number.isNaN(occurredAt.getTime())) return { line, column: format.occurredAt ?? null, expected: 'an instant, ISO 8601' };
  return { line, phone: phone.e164, occurredAt };
}
