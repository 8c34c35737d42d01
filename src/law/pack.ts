import type { Channel, LocalText, MessageKind, Severity } from './vocabulary.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/**
 * How firm the source of an entry is: the law's own text was read (`primary`), read as a quotation (`quoted`), a provider's or an
 * operator's guide (`provider`), law-firm notes or news (`secondary`), our reading (`inference`), or general knowledge (`unverified`).
 */
export type Confidence = 'primary' | 'quoted' | 'provider' | 'secondary' | 'inference' | 'unverified';

export interface Basis {
  readonly act: string;
  readonly article: string;
  readonly url?: string;
}

/** What every dated entry of a pack carries. */
export interface LawEntry {
  readonly basis: readonly Basis[];
  /** First day in force; `null` while the date is unknown: such an entry is never applied. */
  readonly since: IsoDate | null;
  /** First day no longer in force. */
  readonly until?: IsoDate;
  readonly confidence: Confidence;
  readonly checkedOn: IsoDate;
  /** From this day on the pack warns that the entry should be looked at again. */
  readonly reviewBy: IsoDate;
  /** Fine by role, in words. */
  readonly fine?: LocalText;
}

/** A linter rule in force somewhere: the rule's code is jurisdiction-neutral, this gives place, date, weight and settings. */
export interface RuleEntry extends LawEntry {
  /** Rule id, kebab-case, from the rule vocabulary. */
  readonly rule: string;
  readonly severity: Severity;
  /** Kinds it concerns; all when absent. */
  readonly kinds?: readonly MessageKind[];
  /** Channels it concerns; all when absent. */
  readonly channels?: readonly Channel[];
  /** Regions (ISO 3166-2 without the country prefix, for instance `FL`) it concerns; the whole country when absent. */
  readonly regions?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly note?: LocalText;
}

/** Spans of local time, `['09:00', '21:00']`, end excluded; an empty list bars the day. */
export type DayHours = readonly (readonly [start: string, end: string])[];

/** When messages may be handed over, in the recipient's local time. */
export interface WindowEntry extends LawEntry {
  readonly kinds: readonly MessageKind[];
  readonly channels?: readonly Channel[];
  /** Concerns only these regions (`FL`); the whole country when absent. A region's entries add to the country's: the strictest wins. */
  readonly regions?: readonly string[];
  /** A statute and an operator rule block; an advisory default warns. */
  readonly strength: 'statute' | 'operator' | 'advisory';
  readonly weekdays: DayHours;
  /** Where Friday differs from the other weekdays (working week from Sunday to Thursday). */
  readonly friday?: DayHours;
  readonly saturday: DayHours;
  readonly sunday: DayHours;
  readonly holidays: DayHours;
  readonly note?: LocalText;
}

/** At most `max` messages to one person in a period. */
export interface CapEntry extends LawEntry {
  readonly kinds: readonly MessageKind[];
  readonly channels?: readonly Channel[];
  readonly regions?: readonly string[];
  readonly max: number;
  readonly per: { readonly hours: number } | 'calendar-day' | 'calendar-week' | 'calendar-month';
  readonly note?: LocalText;
}

/** A channel that the law or a platform closes in a country. */
export interface ChannelEntry extends LawEntry {
  readonly channel: Channel;
  readonly kinds: readonly MessageKind[];
  /** `barred`: never send; `unreliable`: warn at planning, the channel is blocked or throttled there. */
  readonly effect: 'barred' | 'unreliable';
  readonly note?: LocalText;
}

/** Opt-out duties: how fast, what may be confirmed, how long it binds. */
export interface OptOutEntry extends LawEntry {
  /** Latest end of processing an opt-out. Zero means at once. */
  readonly withinHours?: number;
  readonly withinWorkingDays?: number;
  /** The one confirmation the law allows, if any: latest minutes after the opt-out, and whether it may carry an offer (never, so far). */
  readonly confirmation?: { readonly withinMinutes: number } | 'none';
  readonly bindsForYears?: number;
}

/** A duty to answer people or the regulator, with its deadline. */
export interface DeadlineEntry extends LawEntry {
  readonly duty: 'access-request' | 'erasure' | 'stop-processing' | 'complaint' | 'leak-notice' | 'leak-report' | 'consent-proof';
  readonly hours?: number;
  readonly calendarDays?: number;
  readonly workingDays?: number;
  readonly note?: LocalText;
}

/** What consent must look like for a kind of message. */
export interface ConsentEntry extends LawEntry {
  readonly kinds: readonly MessageKind[];
  readonly channels?: readonly Channel[];
  /** `prior`: consent first; `soft-opt-in`: also own customers, similar goods; `none`: no consent needed. */
  readonly requires: 'prior' | 'soft-opt-in' | 'none';
  /** Weakest evidence that will do: A handset-confirmed, B form, C imported claim. */
  readonly minimumGrade?: 'A' | 'B' | 'C';
  /** Data consent and advertising consent must be separate documents. */
  readonly separateDocuments?: boolean;
  readonly maxAgeMonths?: number;
  readonly note?: LocalText;
}

/** What one country, or one platform, demands, by date. Pure data. */
export interface LawPack {
  /** `ru`, `us`, `whatsapp`, `sms`. */
  readonly id: string;
  /** ISO 3166-1 alpha-2; `null` for a platform pack, which applies everywhere. */
  readonly country: string | null;
  readonly name: LocalText;
  /** Day of the pack's facts, `YYYY-MM-DD`. */
  readonly version: IsoDate;
  readonly rules: readonly RuleEntry[];
  readonly windows: readonly WindowEntry[];
  readonly caps: readonly CapEntry[];
  readonly channels: readonly ChannelEntry[];
  readonly optOut: readonly OptOutEntry[];
  readonly deadlines: readonly DeadlineEntry[];
  readonly consent: readonly ConsentEntry[];
  /** Public holidays known to the pack, `YYYY-MM-DD`, moved days included. */
  readonly holidays: readonly IsoDate[];
  /** Years for which `holidays` is complete; outside them windows treat the holiday column conservatively. */
  readonly holidayYears: readonly number[];
}
