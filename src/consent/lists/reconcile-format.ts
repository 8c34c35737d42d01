import type { Channel } from '../../law/vocabulary.ts';
import { parsePhone } from '../../phone/parse-phone.ts';
import type { ImportError } from './import-consents.ts';
import type { ImportRow } from './import-source.ts';
import { plainCell } from './write-csv.ts';

/** How a provider writes its list of people who said no. */
export interface OptOutListFormat {
  readonly phone: string;
  /** `digits`: numbers are international digits without a plus, and whatever else stands there is no number and no opt-out by phone. @default 'any' */
  readonly phoneForm?: 'any' | 'digits' | undefined;
  /** Column of the instant; ISO 8601, or `YYYY-MM-DD HH:mm:ss` in `utcOffset`. */
  readonly occurredAt?: string | undefined;
  /** Offset of times without one. @default 'Z' */
  readonly utcOffset?: string | undefined;
  /** Rows count only when these columns say so; case does not matter. The first value is the one written. */
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Column that narrows a row to one channel, and what the channels are called there. A row that names another channel does not count. */
  readonly channel?: { readonly column: string; readonly names: Readonly<Partial<Record<Channel, string>>> } | undefined;
}

/** Formats that are known. Not compared with a file of the provider's own: `unverified`. Any other list is read with a format of the host's. */
export const optOutListFormats: Readonly<Record<'iys' | 'twilio' | 'infobip', OptOutListFormat & { readonly confidence: 'unverified' }>> = {
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
  /** The `results` of Infobip's interface for blocklists, one a line. Addresses may be e-mails; an entry without a channel stops all. */
  infobip: {
    phone: 'destination',
    phoneForm: 'digits',
    occurredAt: 'createdDate',
    channel: { column: 'channel', names: { sms: 'SMS', viber: 'VIBER', rcs: 'RCS', whatsapp: 'WHATSAPP' } },
    confidence: 'unverified',
  },
};

/** One person who said no to a provider. */
export interface ProviderOptOut {
  readonly line: number;
  /** E.164. */
  readonly phone: string;
  readonly occurredAt: Date | null;
  /** `null` when the row speaks of no channel: then of all the list stops. */
  readonly channel: Channel | null;
}

/** Reads one row; `null` for rows that are not opt-outs. Pure. */
export function readOptOut(row: ImportRow, format: OptOutListFormat, country?: string): ProviderOptOut | ImportError | null {
  if ('expected' in row) return { line: row.line, column: null, expected: row.expected };
  const { line, columns } = row;
  const cell = (column: string): string => columns[column]?.trim() ?? '';
  for (const [column, values] of Object.entries(format.only ?? {})) {
    if (!values.some((value) => same(value, cell(column)))) return null;
  }
  const channel = channelOf(format, cell);
  if (channel === undefined) return null;
  const address = plainCell(cell(format.phone));
  if (format.phoneForm === 'digits' && !/^\+?\d+$/u.test(address)) return null;
  const phone = parsePhone(format.phoneForm === 'digits' ? address.replace(/^\+?/u, '+') : address, { defaultCountry: country });
  if (!phone.ok) return { line, column: format.phone, expected: `a phone number (${phone.reason})` };
  const text = format.occurredAt === undefined ? '' : cell(format.occurredAt);
  if (text === '') return { line, phone: phone.e164, occurredAt: null, channel };
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/u.exec(text);
  const occurredAt = local === null ? null : new Date(`${local[1]}T${local[2]}${local[3] ?? format.utcOffset ?? 'Z'}`);
  if (occurredAt === null || Number.isNaN(occurredAt.getTime())) return { line, column: format.occurredAt ?? null, expected: 'an instant, ISO 8601' };
  return { line, phone: phone.e164, occurredAt, channel };
}

/** The columns of a provider's list, in the order they are written. */
export function optOutColumns(format: OptOutListFormat): readonly string[] {
  const { phone, channel, occurredAt, only = {} } = format;
  return [phone, ...Object.keys(only), ...(channel === undefined ? [] : [channel.column]), ...(occurredAt === undefined ? [] : [occurredAt])];
}

/**
 * An opt-out in a provider's own columns, one row per channel where it has a column for them, to be handed to the provider. Channels it has no
 * name for give no row. `readOptOut` reads the same back. Pure.
 */
export function writeOptOut(
  { phone, channels, occurredAt }: { readonly phone: string; readonly channels: readonly Channel[]; readonly occurredAt: Date },
  format: OptOutListFormat,
): readonly Readonly<Record<string, string>>[] {
  const said = Object.fromEntries(Object.entries(format.only ?? {}).map(([column, [value = '']]) => [column, value]));
  const row = {
    [format.phone]: format.phoneForm === 'digits' ? phone.replace(/^\+/u, '') : phone,
    ...said,
    ...(format.occurredAt === undefined ? {} : { [format.occurredAt]: writeInstant(occurredAt, format.utcOffset) }),
  };
  const { channel } = format;
  if (channel === undefined) return [row];
  return channels.flatMap((one) => (channel.names[one] === undefined ? [] : [{ ...row, [channel.column]: channel.names[one] }]));
}

/** The channel a row is about; `null` when it says none, `undefined` when it is none of ours. */
function channelOf({ channel }: OptOutListFormat, cell: (column: string) => string): Channel | null | undefined {
  if (channel === undefined) return null;
  const name = cell(channel.column);
  if (name === '') return null;
  return (Object.keys(channel.names) as Channel[]).find((one) => same(channel.names[one]!, name));
}

function writeInstant(at: Date, utcOffset: string | undefined): string {
  if (utcOffset === undefined) return at.toISOString();
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(utcOffset) ?? [];
  const shiftMs = hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(at.getTime() + shiftMs).toISOString().slice(0, 19).replace('T', ' ');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
