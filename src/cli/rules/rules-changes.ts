import { type Touched, touchedBy } from '../../audit/index.ts';
import { type LawChange, type LawPack, lawFeed, type PlacedEntry, type RuleEntry } from '../../law/index.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { openStore, storeOptions } from '../open-store.ts';
import { ruleBook } from './rules-book.ts';
import { readCountries, readDay, rulesOptions, warnOfReview } from './rules-options.ts';
import { basisText, placesText, type RulesLanguage, rulesWords, scopeText } from './rules-words.ts';

/** `licet rules changes --since DATE`: what begins, ends or changes between two days; with a store, which campaigns and templates that touches. */
export async function rulesChanges(args: readonly string[], packs: readonly LawPack[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { ...rulesOptions, ...storeOptions, since: { type: 'string' }, until: { type: 'string' } });
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
  const touched = values.store === undefined && values['database-url'] === undefined ? undefined : await readTouched(values, packs, changes, io);
  if (format === 'jsonl') {
    for (const [place, { before, ...change }] of changes.entries())
      writeJson(io, { ...change, ...(before === undefined ? {} : { before }), ...(touched === undefined ? {} : { touches: touched[place] }) });
    for (const placed of pending) writeJson(io, { date: null, change: 'pending', ...placed });
    return 0;
  }
  io.out(feedText(changes, pending, language));
  if (touched !== undefined) io.out(touchedText(changes, touched, language));
  return 0;
}

/** Whom each change touches, in the order of the changes. */
async function readTouched(
  choice: Parameters<typeof openStore>[0],
  packs: readonly LawPack[],
  changes: readonly LawChange[],
  io: CommandIo,
): Promise<readonly Touched[]> {
  const { stores, close } = await openStore(choice);
  try {
    return changes.map(await touchedBy(stores, packs, io.now()));
  } finally {
    await close();
  }
}

function touchedText(changes: readonly LawChange[], touched: readonly Touched[], language: RulesLanguage): string {
  const words = rulesWords[language];
  const lines = changes.flatMap((change, place) => {
    const { campaigns, templates } = touched[place]!;
    if (campaigns.length + templates.length === 0) return [];
    const named = [
      ...campaigns.map(({ id, open }) => `${words.campaign} ${id} (${open})`),
      ...templates.map(({ id, how }) => `${words.template} ${id} (${words[how]})`),
    ];
    return [`  ${change.date} ${change.pack} ${change.area} ${change.about}: ${named.join(', ')}`];
  });
  return `\n${words.touches}\n${lines.length === 0 ? `  ${words.touchesNone}\n` : `${lines.join('\n')}\n`}`;
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
