import type { LawEntry, RuleEntry } from '../../pack.ts';
import type { Channel } from '../../vocabulary.ts';
import { entry } from './entry.ts';

/** What an alphanumeric sender may look like, when operators carry one at all. */
export interface SenderFormat {
  /** Characters. @default 1 */
  readonly minLength?: number;
  /** Characters. @default 11 */
  readonly maxLength?: number;
  /** Body of a character class of what may stand in a name. @default letters, digits, space, `-`, `_`, `&`, `+`, `.` */
  readonly allowed?: string;
  /** Body of a character class the name must begin with. */
  readonly first?: string;
  /** A marketing name begins with this mark. */
  readonly marketingPrefix?: string;
  /** A marketing name ends with this mark. */
  readonly marketingSuffix?: string;
  /** Plain numbers are refused. */
  readonly numericRefused?: boolean;
}

const smsOnly: readonly Channel[] = ['sms'];

/** Names that say nothing about who writes, refused by operators and register keepers alike. */
const generic = entry("Operators' and providers' sender ID rules", 'generic names are refused', 'V');

/** A reply to an alphanumeric name goes nowhere: the name carries no address. */
const oneWay = entry('3GPP TS 23.040', '9.1.2.5, alphanumeric addresses take no replies', 'V');

/** What a name can be at all. */
const everywhere = entry('3GPP TS 23.040', '9.1.2.5, at most 11 characters', 'V');

/** Rules of a country whose operators carry alphanumeric names. Several sources give dated formats: the ones in force all apply. */
export function namedSenders(formats: readonly (readonly [source: LawEntry, format: SenderFormat])[]): readonly RuleEntry[] {
  return [
    ...[[everywhere, { allowed: "A-Za-z\\d .\\-_&+'#" }] as const, ...formats].map(
      ([source, format]): RuleEntry => ({
        ...source,
        rule: 'sender-name-invalid',
        severity: 'error',
        channels: smsOnly,
        settings: { world: true, maxLength: 11, ...format },
      }),
    ),
    { ...generic, rule: 'generic-sender-id', severity: 'error', channels: smsOnly },
    { ...oneWay, rule: 'opt-out-unreachable', severity: 'error', kinds: ['marketing'], channels: smsOnly },
  ];
}

/** Rules of a country whose operators carry numbers only. */
export function numericSendersOnly(source: LawEntry): readonly RuleEntry[] {
  return [{ ...source, rule: 'sender-id-not-supported', severity: 'error', channels: smsOnly }];
}
