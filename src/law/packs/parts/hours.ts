import type { DayHours, IsoDate, LawEntry, RuleEntry, WindowEntry } from '../../pack.ts';
import type { Channel, LocalText, Severity } from '../../vocabulary.ts';

/** Hours of one kind of day as the packs write them: `09:00-21:00`, several joined by `|`, `-` for a barred day. */
export type Span = string;

export interface HoursSpec {
  readonly strength: WindowEntry['strength'];
  readonly weekdays: Span;
  readonly friday?: Span;
  readonly saturday?: Span;
  readonly sunday?: Span;
  readonly holidays?: Span;
  readonly regions?: readonly string[];
  readonly channels?: readonly Channel[];
  /** @default error for statutes and operator rules, info for advisory hours */
  readonly severity?: Severity;
  readonly note?: LocalText;
}

/** Channels whose traffic passes operators' and gateways' hour filters. */
export const gatewayChannels: readonly Channel[] = ['sms', 'rcs'];

function dayHours(span: Span): DayHours {
  if (span === '-') return [];
  return span.split('|').map((part) => {
    const [start = '00:00', end = '24:00'] = part.split('-');
    return [start, end] as const;
  });
}

/** A window for marketing. Days not given follow the weekdays. */
export function marketingHours(source: LawEntry, spec: HoursSpec): WindowEntry {
  const channels = spec.channels ?? (spec.strength === 'operator' ? gatewayChannels : undefined);
  return {
    ...source,
    kinds: ['marketing'],
    ...(channels === undefined ? {} : { channels }),
    ...(spec.regions === undefined ? {} : { regions: spec.regions }),
    strength: spec.strength,
    weekdays: dayHours(spec.weekdays),
    ...(spec.friday === undefined ? {} : { friday: dayHours(spec.friday) }),
    saturday: dayHours(spec.saturday ?? spec.weekdays),
    sunday: dayHours(spec.sunday ?? spec.weekdays),
    holidays: dayHours(spec.holidays ?? spec.sunday ?? spec.weekdays),
    ...(spec.note === undefined ? {} : { note: spec.note }),
  };
}

/** The linter's rules that go with windows: hours, and whole days that are barred. */
export function hourRules(windows: readonly WindowEntry[], holidays: readonly IsoDate[], severities: readonly Severity[] = []): readonly RuleEntry[] {
  return windows.flatMap((window, index) => {
    const { strength, weekdays, friday = weekdays, saturday, sunday, holidays: holidayHours, ...shared } = window;
    const severity = severities[index] ?? (strength === 'advisory' ? 'info' : 'error');
    const settings = { weekdays, friday, saturday, sunday, holidays: holidayHours, holidayDates: holidays };
    const barsDays = [weekdays, friday, saturday, sunday, holidayHours].some((hours) => hours.length === 0);
    const hours: RuleEntry = { ...shared, rule: 'quiet-hours', severity, settings };
    return barsDays ? [hours, { ...shared, rule: 'prohibited-day', severity, settings }] : [hours];
  });
}
