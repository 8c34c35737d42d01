import type { LawPack } from '../../law/index.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { bookEntries, ruleBook, standingOf } from './rules-book.ts';
import { readCountries, readDay, rulesOptions, warnOfReview } from './rules-options.ts';
import { basisText, daysText, placesText, rulesWords, scopeText } from './rules-words.ts';

/** `licet rules list`: the rules in force on a day, one line per rule and reason. */
export async function rulesList(args: readonly string[], packs: readonly LawPack[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { ...rulesOptions, on: { type: 'string' } });
  if (positionals.length > 0) throw new UsageError('licet rules list takes options only; licet rules explain takes a rule id.');
  const format = readFormat(values.format, ['text', 'jsonl'], 'text');
  const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
  const on = values.on === undefined ? io.now().toISOString().slice(0, 10) : readDay(values.on, '--on');
  const countries = values.country === undefined ? undefined : readCountries(values.country, packs);
  const book = ruleBook();
  const inForce = bookEntries(packs, countries).filter((entry) => standingOf(entry, on) === 'in-force');
  warnOfReview(
    packs.filter(({ country }) => countries === undefined || country === null || countries.includes(country)),
    on,
    io,
  );
  if (format === 'jsonl') {
    for (const { rule, pack, country, since, entry } of inForce) {
      const { severity, kinds, channels, regions, until, basis, confidence } = entry;
      const description = book.get(rule)?.description[language];
      writeJson(io, {
        rule,
        pack,
        country,
        severity,
        kinds,
        channels,
        regions,
        since: since === 'always' ? null : since,
        until,
        basis,
        confidence,
        description,
      });
    }
    return 0;
  }
  const words = rulesWords[language];
  for (const [rule, entries] of Map.groupBy(inForce, (entry) => entry.rule)) {
    io.out(`${rule}: ${book.get(rule)?.description[language] ?? ''}\n`);
    const same = Map.groupBy(entries, ({ since, entry }) =>
      [words.severity[entry.severity], daysText(since, entry.until, language), scopeText(entry), basisText(entry.basis, language)]
        .filter(Boolean)
        .join(' · '),
    );
    for (const [line, group] of same) io.out(`  ${placesText(group, language)} · ${line}\n`);
  }
  return 0;
}
