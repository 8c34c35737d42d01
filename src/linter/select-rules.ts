import { isInForce } from '../law/in-force.ts';
import type { IsoDate, LawPack, RuleEntry } from '../law/pack.ts';
import type { Channel, LocalText, MessageKind, Severity } from '../law/vocabulary.ts';
import type { Rule } from './rule.ts';

/** A rule with the pack entry that puts it in force for a message. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly pack: string;
  readonly entry: RuleEntry;
  readonly severity: Severity;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Why, in both languages: basis, start and fine, ready to be appended to a message. */
  readonly why: LocalText;
}

/** What decides which entries apply. */
export interface Place {
  readonly country: string;
  readonly region: string | undefined;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly on: IsoDate;
}

/** A host's say about one rule: off, another severity, or other settings (merged over the pack's). */
export type RuleOverride = 'off' | Severity | { readonly severity?: Severity; readonly settings?: Readonly<Record<string, unknown>> };

/**
 * The rules in force at a place on a day. A country's entries go before a platform's for the same rule; several entries of one pack
 * (country and region) all apply.
 */
export function selectRules(
  packs: readonly LawPack[],
  rules: ReadonlyMap<string, Rule>,
  place: Place,
  overrides: Readonly<Record<string, RuleOverride>>,
): readonly ActiveRule[] {
  const national = new Set<string>();
  const active: ActiveRule[] = [];
  const ordered = [...packs].sort((a, b) => Number(a.country === null) - Number(b.country === null));
  for (const pack of ordered) {
    if (pack.country !== null && pack.country !== place.country) continue;
    for (const entry of pack.rules) {
      const rule = rules.get(entry.rule);
      const override = overrides[entry.rule];
      if (rule === undefined || override === 'off' || !applies(entry, place)) continue;
      if (pack.country === null) {
        if (national.has(entry.rule)) continue;
      } else national.add(entry.rule);
      active.push(activate(rule, pack, entry, override));
    }
  }
  return active;
}

function applies(entry: RuleEntry, place: Place): boolean {
  return (
    isInForce(entry, place.on) &&
    (entry.kinds === undefined || entry.kinds.includes(place.kind)) &&
    (entry.channels === undefined || entry.channels.includes(place.channel)) &&
    (entry.regions === undefined || (place.region !== undefined && entry.regions.includes(place.region)))
  );
}

function activate(rule: Rule, pack: LawPack, entry: RuleEntry, override: Exclude<RuleOverride, 'off'> | undefined): ActiveRule {
  const severity = typeof override === 'string' ? override : (override?.severity ?? entry.severity);
  const extra = typeof override === 'object' ? override.settings : undefined;
  return { rule, pack: pack.id, entry, severity, settings: { ...entry.settings, ...extra }, why: explain(entry) };
}

function explain(entry: RuleEntry): LocalText {
  const basis = entry.basis.map(({ act, article }) => `${act}${article === '' ? '' : `, ${article}`}`).join('; ');
  if (basis === '') return { en: '', ru: '' };
  return {
    en: ` Basis: ${basis}, since ${entry.since}${entry.fine === undefined ? '' : `; fine: ${entry.fine.en}`}.`,
    ru: ` Основание: ${basis}, действует с ${entry.since}${entry.fine === undefined ? '' : `; штраф: ${entry.fine.ru}`}.`,
  };
}
