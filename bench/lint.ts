import { readFileSync } from 'node:fs';
import { loadAllPacks } from '../src/law/packs/all.ts';
import { createLinter } from '../src/linter/create-linter.ts';
import type { LintInput } from '../src/linter/lint-message.ts';
import { lintRendering } from '../src/linter/lint-rendering.ts';
import { parseTemplate } from '../src/template/index.ts';
import { compare } from './compare.ts';

/** Thirty bare patterns, as a host would write them in an afternoon: no letters seen through, no dates, no law. */
const bare: readonly RegExp[] = [
  /(?<!\p{L})(?:скидк\p{L}*|распродаж\p{L}*|акци[яию])(?!\p{L})/giu,
  /(?<!\p{L})(?:лучш\p{L}*|самы[йех]|№ ?1|номер один)(?!\p{L})/giu,
  /(?<!\p{L})(?:кредит\p{L}*|займ\p{L}*|ипотек\p{L}*|рассрочк\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:казино|ставк[иау]|букмекер\p{L}*|фрибет\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:вино|пиво|водк[ауи]|алкогол\p{L}*|виски)(?!\p{L})/giu,
  /(?<!\p{L})(?:табак\p{L}*|вейп\p{L}*|сигарет\p{L}*|кальян\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:врач\p{L}*|клиник\p{L}*|лечени[ея]|лекарств\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:бад|витамин\p{L}*|добавк\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:вы выиграли|ваш приз|поздравляем)(?!\p{L})/giu,
  /(?<!\p{L})(?:биткоин\p{L}*|крипт\p{L}*|токен\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:гарантир\p{L}*|доходност\p{L}*|без риска)(?!\p{L})/giu,
  /(?<!\p{L})(?:банкротств\p{L}*|спис\p{L}* долг\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:стоп|отпис\p{L}*|отказ\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:sale|off|deal|discount|coupon)(?!\p{L})/giu,
  /(?<!\p{L})(?:stop|unsubscribe|opt[- ]?out)(?!\p{L})/giu,
  /(?<!\p{L})(?:casino|betting|poker|free spins)(?!\p{L})/giu,
  /(?<!\p{L})(?:vape|cigar|tobacco|nicotine)\p{L}*(?!\p{L})/giu,
  /(?<!\p{L})(?:cannabis|cbd|marijuana|thc)(?!\p{L})/giu,
  /(?<!\p{L})(?:wine|beer|whiskey|vodka|cocktail)s?(?!\p{L})/giu,
  /(?<!\p{L})(?:gun|rifle|pistol|ammo)s?(?!\p{L})/giu,
  /(?<!\p{L})(?:payday|loan|debt relief|bitcoin|crypto)\p{L}*(?!\p{L})/giu,
  /(?<!\p{L})(?:you(?:'ve| have) won|winner|claim your prize)(?!\p{L})/giu,
  /(?<!\p{L})(?:card number|cvv|pin|password)(?!\p{L})/giu,
  /(?<!\p{L})(?:bit\.ly|tinyurl\.com|t\.ly|is\.gd|goo\.gl)(?!\p{L})/giu,
  /\{\{[^}]{0,40}\}\}|%[A-Z_]{2,20}%|\[[A-Z_]{3,20}\]/giu,
  /(?<!\d)(?:\d{4}[ -]?){3}\d{4}(?!\d)/giu,
  /(?<!\p{L})(?:rabatt|angebot|gutschein)\p{L}*(?!\p{L})/giu,
  /(?<!\p{L})(?:oferta|descuento|rebajas|desconto)(?!\p{L})/giu,
  /(?<!\p{L})(?:remise|promo|soldes|réduction)(?!\p{L})/giu,
  /[$€£]\s?\d+(?:[.,]\d+)?|\d+ ?(?:usd|eur|долл\p{L}*|евро)/giu,
];

interface Found {
  readonly start: number;
  readonly end: number;
  readonly rule: number;
}

function scan(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let rule = 0; rule < bare.length; rule += 1) {
    for (const match of text.matchAll(bare[rule] as RegExp)) found.push({ rule, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Ten thousand messages, four in ten Russian, 20 to 600 characters: texts of the labelled corpora, joined and cut to length. */
function mixed(): readonly LintInput[] {
  const read = (name: string): LintInput[] =>
    readFileSync(new URL(`../test/linter/corpus/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line): LintInput => JSON.parse(line));
  const russian = read('ru');
  const world = [...read('world'), ...read('unseen-world-1'), ...read('unseen-world-2')];
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: 10_000 }, (_, number): LintInput => {
    const pool = number % 5 < 2 ? russian : world;
    const first = pool[next(pool.length)] as LintInput;
    const alike = pool.filter((other) => other.country === first.country);
    const length = 20 + next(581) ** 2 / 600;
    let text = first.text;
    while (text.length < length) text += ` ${(alike[next(alike.length)] as LintInput).text}`;
    return { ...first, text: text.slice(0, Math.max(20, Math.round(length))) };
  });
}

const messages = mixed();
const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
const BATCH = 500;

/** One call takes the next batch, so that a round of twenty goes once through all messages. */
function batches(work: (message: LintInput) => { readonly length: number }): () => number {
  let from = 0;
  return () => {
    let findings = 0;
    for (let i = from; i < from + BATCH; i += 1) findings += work(messages[i] as LintInput).length;
    from = (from + BATCH) % messages.length;
    return findings;
  };
}

const length = Math.round(messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length);
compare(
  `lint, ${messages.length} mixed messages of ${length} characters on average`,
  BATCH,
  {
    'licet, all packs': batches((message) => linter.lint(message)),
    'thirty bare patterns': batches((message) => scan(message.text)),
  },
  7,
);

/** A million people get one template: two thousand names, a number each. What it costs a person, the first reading of each name included. */
const PEOPLE = 1_000_000;
const template = parseTemplate('{{name}}, your order {{number}} is ready, pick it up by Friday at 12 Mill Lane. Blue Kettle, kettle.example/stop');
if (!template.ok) throw new Error('The template is faulty.');
const names = Array.from(
  { length: 2_000 },
  (_, i) => `Ann${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${'uvwxyzabcdefghijklmn'[Math.floor(i / 100)]}`,
);
const people = Array.from({ length: PEOPLE }, (_, person) => ({
  name: names[(person * 7_919) % names.length] as string,
  number: String(100_000 + ((person * 104_729) % 900_000)),
}));
const perPerson: number[] = [];
const perLint: number[] = [];
for (let round = 0; round < 5; round += 1) {
  const lint = lintRendering(linter, template, { country: 'GB', channel: 'sms', kind: 'transactional', sender: 'BlueKettle' });
  const started = process.hrtime.bigint();
  for (const values of people) {
    const read = lint(values);
    if (!read.ok || read.findings.length > 0) throw new Error('A rendering is not clean.');
  }
  const between = process.hrtime.bigint();
  for (const message of messages) linter.lint(message);
  perPerson.push(Number(between - started) / PEOPLE);
  perLint.push(Number(process.hrtime.bigint() - between) / messages.length);
}
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[2] as number;
const [person, whole] = [middle(perPerson), middle(perLint)];
console.log(`renderings of one template, ${PEOPLE} people, ${names.length} names`);
console.log(
  `  a person ${person.toFixed(0)} ns, a lint of the mixed messages ${whole.toFixed(0)} ns: ${((person / whole) * 100).toFixed(2)} % of a lint`,
);
