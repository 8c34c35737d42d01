import type { TaughtRule, TaughtSample } from '../handbook/taught-rules.ts';
import type { TrainingLanguage } from '../handbook/words.ts';
import type { QuizQuestion } from './quiz.ts';
import { quizWords } from './quiz-words.ts';
import { shuffled } from './seeded.ts';

/** Wrong answers beside the right one. */
const DISTRACTORS = 3;
/** One in so many messages has nothing wrong with it. */
const CLEAN_SHARE = 4;

/** Questions about messages: what is wrong with this one? Each rule once before any twice; some messages are clean. */
export function sampleQuestions(
  rules: readonly TaughtRule[],
  language: TrainingLanguage,
  next: () => number,
  count: number,
): readonly QuizQuestion[] {
  const clean = shuffled(
    rules.flatMap((rule) => rule.good.filter(({ found }) => found.length === 0).map((sample) => ({ rule, sample }))),
    next,
  );
  const faulty = inTurns(shuffled(rules, next).map((rule) => shuffled(rule.bad, next).map((sample) => ({ rule, sample }))));
  const cleanOnes = clean.slice(0, Math.floor(count / CLEAN_SHARE));
  return [
    ...faulty.slice(0, count - cleanOnes.length).map((one) => faultyQuestion(one, rules, language, next)),
    ...cleanOnes.map((one) => cleanQuestion(one, rules, language, next)),
  ];
}

interface Chosen {
  readonly rule: TaughtRule;
  readonly sample: TaughtSample;
}

function faultyQuestion({ rule, sample }: Chosen, rules: readonly TaughtRule[], language: TrainingLanguage, next: () => number): QuizQuestion {
  const words = quizWords[language];
  const right = rule.description[language];
  // Other rules may find something in it too: none of them may stand there as wrong.
  const others = distractors(
    rules.filter(({ id }) => !sample.found.includes(id)),
    right,
    language,
    next,
    DISTRACTORS - 1,
  );
  const options = [...shuffled([right, ...others], next), words.nothing];
  return {
    rule: rule.id,
    prompt: words.prompt,
    sample: bare(sample),
    options,
    right: options.indexOf(right),
    explanation: [sample.message?.[language] ?? '', ...ground(rule, language)].join(' '),
  };
}

function cleanQuestion({ rule, sample }: Chosen, rules: readonly TaughtRule[], language: TrainingLanguage, next: () => number): QuizQuestion {
  const words = quizWords[language];
  const own = rule.description[language];
  const options = [...shuffled([own, ...distractors(rules, own, language, next, DISTRACTORS - 1)], next), words.nothing];
  return { rule: rule.id, prompt: words.prompt, sample: bare(sample), options, right: options.length - 1, explanation: words.clean(own) };
}

/** The message alone: what is wrong with it is the answer. */
function bare({ input, found }: TaughtSample): TaughtSample {
  return { input, found };
}

function distractors(rules: readonly TaughtRule[], right: string, language: TrainingLanguage, next: () => number, count: number): readonly string[] {
  const texts = new Set(rules.map(({ description }) => description[language]));
  texts.delete(right);
  return shuffled([...texts], next).slice(0, count);
}

/** Why it is asked for, and what a breach may cost. */
function ground({ places, fines }: TaughtRule, language: TrainingLanguage): readonly string[] {
  const words = quizWords[language];
  const acts = [...new Set(places.flatMap(({ basis }) => basis.map(({ act, article }) => (article === '' ? act : `${act}, ${article}`))))].slice(
    0,
    2,
  );
  return [...(acts.length === 0 ? [] : [words.basis(acts.join('; '))]), ...fines.slice(0, 1).map((fine) => words.fine(fine[language]))];
}

/** First one of each list, then the second ones. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => (turn < list.length ? [list[turn] as T] : []))).flat();
}
