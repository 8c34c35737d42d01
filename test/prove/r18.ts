import { loadAllPacks } from '../../src/law/packs/all.ts';
import { builtInRules, createLinter, defineRule, type Linter, LONGEST_TEXT, type Rule } from '../../src/linter/index.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { isBounded, pumpsOf, type ShippedPattern, shippedPatterns } from './patterns.ts';

const MEGABYTE = 1_000_000;
const ALLOWED_MS = 200;
const ALLOWED_GROWTH = 2.5;

/** Pieces of hostile texts: what rules look for, over and over, and what disguises are made of. */
const units = [
  ...[
    'a',
    '1 ',
    '1.',
    'a.',
    'a@',
    '«а ',
    '"а" ',
    'а* ',
    'к*',
    'f r e e ',
    'c4sh ',
    'вaино ',
    '{{a',
    '[a] ',
    '%A',
    'e\u0301',
    '😀',
    '\u200b',
    '\ud800',
  ],
  ...['скидка 20% ', 'кредит ', 'вино пиво ', 'лучший № 1 ', 'ООО «А» долг 5 руб. ', 'банкротство списание долгов ', 'не дорого, как у «А» '],
  ...[
    'STOP ',
    'reply stop to 5 ',
    'card pin 1234 ',
    'your password is a1 ',
    'вы выиграли приз! ',
    'casino bonus ',
    'https://a.',
    'a/b.c/',
    '+7 900 ',
    '광고(',
    'अ ',
    '停止',
  ],
];
const places = [
  { country: 'RU', kind: 'marketing' },
  { country: 'RU', kind: 'transactional' },
  { country: 'US', kind: 'marketing' },
  { country: 'FR', kind: 'transactional' },
  { country: 'UZ', kind: 'marketing' },
  { country: 'KR', kind: 'marketing' },
] as const;

/**
 * No text holds up the linter: every shipped pattern is linear, by its structure or, where a quantifier has no bound, as measured on texts made
 * of its own parts; a hostile megabyte is answered at once, and twice the text takes at most about twice the time. Naive: a rule whose
 * pattern goes back over the text from each of its places.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const linter = createLinter({
    packs: await loadAllPacks(),
    today: '2026-11-23',
    ...(broken ? { rules: builtInRules.map((rule) => (rule.id === backtracking.id ? backtracking : rule)) } : {}),
  });
  const patterns = broken ? [] : shippedPatterns();
  const unbounded = patterns.filter(({ source }) => !isBounded(source));
  const superlinear = unbounded.filter((pattern) => !growsLinearly(pattern));

  let slowestMs = 0;
  for (const unit of units) slowestMs = Math.max(slowestMs, timeMs(linter, unit, MEGABYTE));
  const longest = Math.floor(LONGEST_TEXT / 2) - 100;
  let worst = { unit: '', growth: 0 };
  for (const unit of units) {
    const found = growth((length) => timeMs(linter, unit, length), longest, full ? 15 : 7);
    if (found > worst.growth) worst = { unit, growth: found };
    if (found > ALLOWED_GROWTH) break;
  }
  const longestMs = broken ? 0 : Math.max(...units.map((unit) => timeMs(linter, unit, LONGEST_TEXT - 100)));
  return {
    ok: superlinear.length === 0 && slowestMs <= ALLOWED_MS && worst.growth <= ALLOWED_GROWTH,
    figures: {
      patterns: patterns.length,
      bounded: patterns.length - unbounded.length,
      measured: unbounded.length,
      superlinear: superlinear.map(({ place, source }) => `${place}: ${source.slice(0, 80)}`),
      megabyteMs: round(slowestMs),
      longestReadMs: round(longestMs),
      growth: round(worst.growth),
      of: worst.unit,
    },
  };
}

/** In the place of a rule that is in force everywhere. */
const backtracking: Rule = defineRule({
  id: 'sender-not-identified',
  description: { en: 'Goes back from every place', ru: 'Возвращается с каждого места' },
  messages: { found: { en: 'Found.', ru: 'Найдено.' } },
  examples: { correct: [], incorrect: [] },
  check: ({ text }, _settings, { report }) => {
    if (/[^!]+!!/u.test(text)) report({ message: 'found', range: null });
  },
});

function timeMs(linter: Linter, unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const started = process.cpuUsage().user;
  for (const place of places) linter.lint({ ...place, channel: 'sms', sender: 'INFO', text });
  return (process.cpuUsage().user - started) / 1_000 / places.length;
}

const ATTEMPTS = 4;
/** So long a time tells at once. */
const CERTAIN_MS = 50;

/**
 * Time at twice a length over time at the length, both with a small sum for what does not depend on it. Of several runs the fastest counts, and
 * of several attempts the smallest: other work on the machine only adds.
 */
function growth(measure: (length: number) => number, length: number, runs: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && smallest > ALLOWED_GROWTH; attempt += 1) {
    let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let run = 0; run < runs; run += 1) {
      once = Math.min(once, measure(length));
      twice = Math.min(twice, measure(length * 2));
      if (once > CERTAIN_MS) return (twice + 0.5) / (once + 0.5);
    }
    smallest = Math.min(smallest, (twice + 0.5) / (once + 0.5));
  }
  return smallest;
}

/** Lengths at which patterns are measured. */
const [SHORTEST_PUMPED, LONGEST_PUMPED] = [256, 8_192];
/** A search that takes less is not worth measuring twice; through the longest text it is far from trying each pair of places. */
const MEASURABLE_MS = 4;

/** Doubles a text made of the pattern's own parts until a search takes measurable time: then the next doubling must not take much more than twice. */
function growsLinearly({ source, flags }: ShippedPattern): boolean {
  const pattern = new RegExp(source, flags.replace(/[gy]/gu, ''));
  const searchMs = (pump: string, length: number): number => {
    const text = `${pump.repeat(Math.ceil(length / pump.length))}\u0001`;
    const started = process.hrtime.bigint();
    pattern.exec(text);
    return Number(process.hrtime.bigint() - started) / 1e6;
  };
  return pumpsOf(source).every((pump) => {
    // An exponential search shows at a few dozen units, and must not be tried at more.
    for (let length = 8; length < SHORTEST_PUMPED; length += 4)
      if (searchMs(pump, length) > MEASURABLE_MS && searchMs(pump, length) > MEASURABLE_MS) return false;
    for (let length = SHORTEST_PUMPED; length <= LONGEST_PUMPED; length *= 2) {
      if (searchMs(pump, length) < MEASURABLE_MS) continue;
      return growth((at) => searchMs(pump, at), length, 3) <= ALLOWED_GROWTH;
    }
    return true;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
