import { type LawChange, type LawPack, lawFeed, type PlacedEntry, type RuleEntry } from '../law/index.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from './command.ts';
import { writeJson } from './json-lines.ts';
import { ruleBook } from './rules-book.ts';
import { readCountries, readDay, rulesOptions, warnOfReview } from './rules-options.ts';
import { basisText, placesText, type RulesLanguage, rulesWords, scopeText } from './rules-words.ts';

/** `licet rules changes --since DATE`: what begins, ends or changes between two days. */
export async function rulesChanges(args: readonly string[], packs: readonly LawPack[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { ...rulesOptions, since: { type: 'string' }, until: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'jsonl'], 'text');
  const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
  if (values.since === undefined || positionals.length > 0) throw new UsageError('Give the first day: licet rules changes --since 2026-01-01.');
  const since = readDay(values.since, '--since');
  const until = values.until === undefined ? undefined : readDay(values.until, '--until');
  if (until !== undefined && until < since) throw new UsageError(`--until ${until} is before --since ${since}.`);
  const countries = values.country === undefined ? undefined : readCountries(values.country, packs);
  const concerned = packs.filter(({ country }) => countries === undefined || country === null || countries.includes(country));
  warnOfReview(concerned, io.now().toISOString().slice(0, 10), io);
  const { changes, pending } = lawFeed(concerned, { since, until });
  if (format === 'jsonl') {
    for (const { before, ...change } of changes) writeJson(io, { ...change, ...(before === undefined ? {} : { before }) });
    for (const placed of pending) writeJson(io, { date: null, change: 'pending', ...placed });
    return 0;
  }
  io.out(feedText(changes, pending, language));
  return 0;
}

function feedText(changes: readonly LawChange[], pending: readonly PlacedEntry[], language: RulesLanguage): string {
  const words = rulesWords[language];
  const book = ruleBook();
  const lineOf = (placed: PlacedEntry): string => line(placed, book.get(placed.about)?.description[language], language);
  const lines: string[] = changes.length === 0 ? [words.none] : [];
  const grouped = Map.groupBy(changes, (change) => [change.date, words[change.change], lineOf(change)].join(' '));
  for (const [text, same] of grouped) lines.push(`${text} · ${placesText(same, language)}`);
  if (pending.length > 0) lines.push('', words.pending);
  for (const [text, same] of Map.groupBy(pending, lineOf)) lines.push(`  ${text} · ${placesText(same, language)}`);
  return `${lines.join('\n')}\n`;
}

function line({ area, about, entry }: PlacedEntry, description: string | undefined, language: RulesLanguage): string {
  const scope = area === 'rule' ? scopeText(entry as RuleEntry) : '';
  return [`${area} ${about}`, description, scope, basisText(entry.basis, language)].filter(Boolean).join(' · ');
}
