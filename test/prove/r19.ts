import { globSync, readFileSync } from 'node:fs';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter, type Linter, type LintInput } from '../../src/linter/index.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { disguises, type Pick } from './disguises.ts';

const DISGUISED = 10_000;
const FUZZED = 100_000;
const LEAST_CAUGHT = 0.99;
const MOST_ALARMS = 0.01;

/** A message whose fault is one word, and the rule that names it. */
interface Listed {
  readonly country: string;
  readonly sender: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly rules: readonly string[];
}

const listed: readonly Listed[] = [
  {
    country: 'RU',
    sender: 'RozSlon',
    text: 'Вечером играем: {word}, вход свободный. Отписка: СТОП на 4455',
    words: ['казино', 'фрибет', 'букмекер'],
    rules: ['gambling-ad'],
  },
  {
    country: 'RU',
    sender: 'RozSlon',
    text: 'Привезли {word}, заходите. Отписка: СТОП на 4455',
    words: ['водка', 'коньяк', 'шампанское'],
    rules: ['alcohol-ad'],
  },
  {
    country: 'RU',
    sender: 'RozSlon',
    text: 'Новинка: {word}, заходите. Отписка: СТОП на 4455',
    words: ['сигареты', 'кальян', 'табак'],
    rules: ['tobacco-nicotine-ad'],
  },
  { country: 'RU', sender: 'RozSlon', text: 'Купите {word} у нас. Отписка: СТОП на 4455', words: ['биткоин', 'криптовалюту'], rules: ['crypto-ad'] },
  {
    country: 'US',
    sender: '62555',
    text: 'Blue Kettle: {word} bonus tonight. Reply STOP to end',
    words: ['casino', 'betting', 'roulette'],
    rules: ['gambling-ad'],
  },
  {
    country: 'US',
    sender: '62555',
    text: 'Blue Kettle: {word} is back in store. Reply STOP to end',
    words: ['cannabis', 'marijuana'],
    rules: ['cannabis-cbd'],
  },
  {
    country: 'US',
    sender: '62555',
    text: 'Blue Kettle: new {word} and more in store. Reply STOP to end',
    words: ['rifles', 'ammo'],
    rules: ['firearms'],
  },
  {
    country: 'US',
    sender: '62555',
    text: 'Blue Kettle: {word} and pods in store. Reply STOP to end',
    words: ['vapes', 'cigarettes', 'tobacco'],
    rules: ['tobacco-nicotine-ad'],
  },
];

/**
 * A disguise does not pass: words on the lists are found however they are written, messages that are clean stay so, and no sequence of
 * characters makes the linter throw or point outside the text. Naive: a search for the word as it is listed, whatever its case.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
  const roll = dice(seed);
  const pick: Pick = (list) => list[Math.floor(roll() * list.length)] as (typeof list)[number];
  const caughtBy = broken
    ? plainly
    : (message: LintInput, { rules }: Listed) => rulesOf(linter, message).some((rule) => rules.includes(rule) || rule === 'obfuscated-text');

  const missed: Record<string, number> = {};
  const examples: string[] = [];
  let tried = 0;
  while (tried < DISGUISED) {
    const one = pick(listed);
    const word = pick(one.words);
    const names = roll() < 0.7 ? [pick(Object.keys(disguises))] : [pick(Object.keys(disguises)), 'capitals at random'];
    const written = names.reduce((worn, name) => disguises[name]!(worn, pick), word);
    if (written === word) continue;
    tried += 1;
    if (caughtBy(messageOf(one, written), one, word)) continue;
    missed[names[0]!] = (missed[names[0]!] ?? 0) + 1;
    if (examples.length < 12) examples.push(written);
  }
  const missedCount = Object.values(missed).reduce((sum, count) => sum + count, 0);

  const clean = cleanMessages();
  const alarms = broken ? [] : clean.filter((message) => rulesOf(linter, message).length > 0);
  const thrown = broken ? 0 : fuzz(linter, roll, full ? 10 * FUZZED : FUZZED);
  const unlisted = broken
    ? []
    : listed.flatMap((one) => one.words.filter((word) => !rulesOf(linter, messageOf(one, word)).some((rule) => one.rules.includes(rule))));
  return {
    ok: unlisted.length === 0 && 1 - missedCount / tried >= LEAST_CAUGHT && alarms.length / clean.length <= MOST_ALARMS && thrown === 0,
    figures: {
      tried,
      caught: 1 - missedCount / tried,
      missed,
      examples,
      unlisted,
      clean: clean.length,
      alarms: alarms.length,
      fuzzed: full ? 10 * FUZZED : FUZZED,
      thrown,
    },
  };
}

function messageOf({ country, sender, text }: Listed, word: string): LintInput {
  return { country, channel: 'sms', kind: 'marketing', sender, text: text.replace('{word}', () => word) };
}

function rulesOf(linter: Linter, message: LintInput): readonly string[] {
  return linter.lint(message).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));
}

function plainly({ text }: LintInput, _listed: Listed, word: string): boolean {
  return text.toLowerCase().includes(word);
}

/** Messages of the labelled corpora that nothing is wrong with. */
function cleanMessages(): readonly LintInput[] {
  const folder = `${import.meta.dirname}/../linter/corpus`;
  return globSync('*.jsonl', { cwd: folder })
    .filter((file) => !file.includes('template'))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n'))
    .map((line): LintInput & { readonly expect?: readonly string[]; readonly expected?: readonly unknown[] } => JSON.parse(line))
    .filter(({ expect, expected }) => (expect ?? expected)?.length === 0);
}

const countries = ['RU', 'US', 'GB', 'DE', 'FR', 'KZ', 'UZ', 'KR', 'JP', 'IN', 'AE', 'TR'];

/** Counts the sequences that make the linter throw, or point outside of what it was given. */
function fuzz(linter: Linter, roll: () => number, count: number): number {
  let faults = 0;
  for (let round = 0; round < count; round += 1) {
    const text = String.fromCharCode(...Array.from({ length: 1 + Math.floor(roll() * 24) }, () => unit(roll)));
    const sender = roll() < 0.3 ? String.fromCharCode(unit(roll), unit(roll)) : 'INFO';
    const kind = (['marketing', 'transactional', 'auth'] as const)[round % 3]!;
    try {
      const found = linter.lint({ country: countries[round % countries.length]!, channel: 'sms', kind, sender, text });
      for (const { range, in: place } of found) {
        const length = place === 'sender' ? sender.length : text.length;
        if (range !== null && (range[0] < 0 || range[1] > length || range[0] > range[1])) throw new Error('A range outside.');
      }
    } catch {
      faults += 1;
    }
  }
  return faults;
}

/** Any unit, lone surrogates too; more often one that matters: letters, signs, invisible and combining characters, halves of pairs. */
function unit(roll: () => number): number {
  const anywhere = roll();
  const [from, size] = ranges[Math.floor(roll() * ranges.length)]!;
  return anywhere < 0.2 ? Math.floor(roll() * 0x10000) : from + Math.floor(roll() * size);
}

const ranges: readonly (readonly [from: number, size: number])[] = [
  [0x20, 0x60],
  [0x400, 0x60],
  [0x300, 0x70],
  [0x2000, 0x70],
  [0xd800, 0x800],
  [0xfe00, 0x100],
  [0xff00, 0xf0],
  [0x1e00, 0x200],
  [0xac00, 0x2000],
  [0x600, 0x100],
];
