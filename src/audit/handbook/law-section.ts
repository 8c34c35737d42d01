import type { CapEntry, ConsentEntry, DayHours, DeadlineEntry, LawEntry, OptOutEntry, WindowEntry } from '../../law/pack.ts';
import type { Channel, LocalText, MessageKind } from '../../law/vocabulary.ts';
import { escapeHtml } from '../../proof/html.ts';
import type { TaughtLaw } from './handbook.ts';
import { type TrainingLanguage, type TrainingWords, trainingWords } from './words.ts';

/** What one country or platform asks for besides the texts: consent, stops, hours, frequency, channels, deadlines. */
export function lawSection({ name, consent, optOut, windows, caps, channels, deadlines }: TaughtLaw, language: TrainingLanguage): string {
  const words = trainingWords[language];
  const parts = [
    part(words.consent, consent, (entry) => consentText(entry, words), language),
    part(words.optOut, optOut, (entry) => optOutText(entry, words), language),
    part(words.hours, windows, (entry) => windowText(entry, words), language),
    part(words.caps, caps, (entry) => capText(entry, words), language),
    part(
      words.closed,
      channels,
      ({ channel, kinds, effect }) => `${words.channel[channel]}, ${kindsText(kinds, words)}: ${words.effect[effect]}`,
      language,
    ),
    part(words.deadlines, deadlines, (entry) => deadlineText(entry, words), language),
  ];
  return `<h3>${escapeHtml(name[language])}</h3><dl class="law">${parts.join('')}</dl>`;
}

interface Noted extends LawEntry {
  readonly note?: LocalText;
}

function part<E extends Noted>(title: string, entries: readonly E[], text: (entry: E) => string, language: TrainingLanguage): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    (entry) =>
      `<dd>${escapeHtml(text(entry))}${entry.note === undefined ? '' : ` <span class="muted">${escapeHtml(entry.note[language])}</span>`}${sourceOf(entry, language)}</dd>`,
  );
  return `<div><dt>${escapeHtml(title)}</dt>${items.join('')}</div>`;
}

/** Act, article, first day and how firm the source is. */
export function sourceOf(
  { basis, since, confidence, fine }: Pick<Noted, 'basis' | 'since' | 'confidence' | 'fine'>,
  language: TrainingLanguage,
): string {
  const words = trainingWords[language];
  const acts = basis.map(({ act, article }) => (article === '' ? act : `${act}, ${article}`)).join('; ');
  const days = since === null ? '' : `, ${words.since} ${since}`;
  const price = fine === undefined ? '' : `<br><strong>${escapeHtml(words.fine)}:</strong> ${escapeHtml(fine[language])}`;
  return `<span class="source">${escapeHtml(acts === '' ? words.noBasis : acts)}${days} · ${escapeHtml(words.confidence[confidence])}${price}</span>`;
}

function kindsText(kinds: readonly MessageKind[], words: TrainingWords): string {
  return kinds.map((kind) => words.kind[kind]).join(', ');
}

function scopeText(
  { kinds, channels }: { readonly kinds: readonly MessageKind[]; readonly channels?: readonly Channel[] },
  words: TrainingWords,
): string {
  const on = channels === undefined ? '' : ` (${channels.map((channel) => words.channel[channel]).join(', ')})`;
  return `${kindsText(kinds, words)}${on}`;
}

function consentText(entry: ConsentEntry, words: TrainingWords): string {
  return [
    `${scopeText(entry, words)}: ${words.requires[entry.requires]}`,
    ...(entry.separateDocuments === true ? [words.separate] : []),
    ...(entry.minimumGrade === undefined ? [] : [words.grade(entry.minimumGrade)]),
    ...(entry.maxAgeMonths === undefined ? [] : [words.maxAge(entry.maxAgeMonths)]),
  ].join('; ');
}

function optOutText({ withinHours, withinWorkingDays, confirmation }: OptOutEntry, words: TrainingWords): string {
  const when =
    withinHours === undefined
      ? withinWorkingDays === undefined
        ? words.optOutWithin.atOnce
        : words.optOutWithin.workingDays(withinWorkingDays)
      : withinHours === 0
        ? words.optOutWithin.atOnce
        : words.optOutWithin.hours(withinHours);
  if (confirmation === undefined) return when;
  return `${when}; ${confirmation === 'none' ? words.confirmation.none : words.confirmation.within(confirmation.withinMinutes)}`;
}

function windowText(entry: WindowEntry, words: TrainingWords): string {
  const { weekdays, friday, saturday, sunday, holidays, regions, strength } = entry;
  const rows = [weekdays, friday, saturday, sunday, holidays].flatMap((hours, place) =>
    hours === undefined ? [] : [`${words.days[place]} ${hoursText(hours, words)}`],
  );
  const where = regions === undefined ? '' : ` [${regions.join(', ')}]`;
  return `${scopeText(entry, words)}${where}, ${words.strength[strength]}: ${rows.join(', ')}`;
}

function hoursText(hours: DayHours, words: TrainingWords): string {
  return hours.length === 0 ? words.noHours : hours.map(([start, end]) => `${start}–${end}`).join(', ');
}

function capText(entry: CapEntry, words: TrainingWords): string {
  const per = typeof entry.per === 'string' ? words.per[entry.per] : words.per.hours(entry.per.hours);
  return `${scopeText(entry, words)}: ${words.cap(entry.max, per)}`;
}

/** `answer a complaint: 30 days` */
export function deadlineText(entry: Pick<DeadlineEntry, 'duty' | 'hours' | 'calendarDays' | 'workingDays'>, words: TrainingWords): string {
  return `${words.duty[entry.duty]}: ${spanText(entry, words)}`;
}

/** `10 working days` */
export function spanText(
  { hours, calendarDays, workingDays }: Pick<DeadlineEntry, 'hours' | 'calendarDays' | 'workingDays'>,
  words: TrainingWords,
): string {
  if (hours !== undefined) return words.deadline.hours(hours);
  if (workingDays !== undefined) return words.deadline.workingDays(workingDays);
  return words.deadline.calendarDays(calendarDays ?? 0);
}
