import type { LawPack } from '../../law/index.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { type BookEntry, type BookRule, type BookSample, bookEntries, ruleBook, type Standing, standingOf } from './rules-book.ts';
import { readCountries, readDay, rulesOptions, warnOfReview } from './rules-options.ts';
import { basisText, daysText, placesText, type RulesLanguage, rulesWords, scopeText } from './rules-words.ts';

/** `licet rules explain ID`: a rule's whole card. */
export async function rulesExplain(args: readonly string[], packs: readonly LawPack[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { ...rulesOptions, on: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'jsonl'], 'text');
  const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
  const on = values.on === undefined ? io.now().toISOString().slice(0, 10) : readDay(values.on, '--on');
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageError('Give the id of one rule: licet rules explain no-opt-out. See licet rules list.');
  const rule = findRule(given);
  const countries = values.country === undefined ? undefined : readCountries(values.country, packs);
  const entries = bookEntries(packs, countries).filter((entry) => entry.rule === rule.id);
  const named = new Set(entries.map(({ pack }) => pack));
  warnOfReview(
    packs.filter(({ id }) => named.has(id)).map((pack) => onlyRule(pack, rule.id)),
    on,
    io,
  );
  if (format === 'jsonl') {
    const listed = entries.map(({ pack, country, since, entry }, index) => ({
      pack,
      country,
      standing: standingOf(entries[index]!, on),
      since: since === 'always' || since === 'unknown' ? null : since,
      ...entry,
    }));
    writeJson(io, { ...rule, entries: listed });
  } else io.out(card(rule, entries, on, language));
  return 0;
}

/** `no_opt_out` and `no-opt-out` are the same. @throws {UsageError} naming the nearest ids. */
function findRule(given: string): BookRule {
  const id = given.toLowerCase().replaceAll('_', '-');
  const book = ruleBook();
  const found = book.get(id);
  if (found !== undefined) return found;
  const words = new Set(id.split('-'));
  const shared = (key: string): number => key.split('-').filter((word) => words.has(word)).length;
  const near = [...book.keys()]
    .filter((key) => shared(key) > 0)
    .toSorted((a, b) => shared(b) - shared(a) || a.length - b.length)
    .slice(0, 5);
  throw new UsageError(`There is no rule "${given}".${near.length === 0 ? ' See licet rules list.' : ` Near it: ${near.join(', ')}.`}`);
}

/** A pack with nothing but its entries for one rule: only these matter to somebody who asks for it. */
function onlyRule(pack: LawPack, id: string): LawPack {
  return {
    ...pack,
    rules: pack.rules.filter(({ rule }) => rule === id),
    windows: [],
    caps: [],
    channels: [],
    optOut: [],
    deadlines: [],
    consent: [],
  };
}

const standings: readonly Standing[] = ['in-force', 'coming', 'date-unknown', 'ended'];

function card(rule: BookRule, entries: readonly BookEntry[], on: string, language: RulesLanguage): string {
  const words = rulesWords[language];
  const lines = [rule.id, rule.description[language], ''];
  for (const message of rule.messages) lines.push(`${words.says}: ${message[language]}`);
  for (const standing of standings) {
    const group = entries.filter((entry) => standingOf(entry, on) === standing);
    if (group.length === 0) continue;
    lines.push('', `${words.standing[standing]} (${on})`);
    for (const [text, same] of Map.groupBy(group, (entry) => reason(entry, language))) lines.push(`  ${placesText(same, language)}`, text);
  }
  if (entries.length === 0) lines.push('', words.nowhere);
  lines.push(...samples(words.clean, rule.correct, language), ...samples(words.faulty, rule.incorrect, language));
  return `${lines.join('\n')}\n`;
}

/** Why, since when, how firm and at what price. */
function reason({ since, entry }: BookEntry, language: RulesLanguage): string {
  const words = rulesWords[language];
  const { severity, until, basis, confidence, fine, note, settings, checkedOn, reviewBy } = entry;
  const scope = scopeText(entry);
  return [
    [words.severity[severity], daysText(since, until, language), ...(scope === '' ? [] : [`${words.only}: ${scope}`])].join(' · '),
    basisText(basis, language, true),
    `${words.confidence}: ${confidence}${checkedOn === undefined ? '' : `; ${words.checked} ${checkedOn}; ${words.review} ${reviewBy}`}`,
    ...(fine === undefined ? [] : [`${words.fine}: ${fine[language]}`]),
    ...(settings === undefined ? [] : [`${words.settings}: ${JSON.stringify(settings, shortened)}`]),
    ...(note === undefined ? [] : [note[language]]),
  ]
    .map((line) => `    ${line}`)
    .join('\n');
}

/** Long lists, word lists and holidays for instance, by their beginning and length. */
function shortened(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length > 8 ? [...value.slice(0, 3), `… ${value.length}`] : value;
}

function samples(title: string, list: readonly BookSample[], language: RulesLanguage): readonly string[] {
  if (list.length === 0) return [];
  return [
    '',
    title,
    ...list.map(
      ({ text, place, message }) =>
        `  «${text}»${place === undefined ? '' : ` (${place})`}${message === undefined ? '' : `\n    → ${message[language]}`}`,
    ),
  ];
}
