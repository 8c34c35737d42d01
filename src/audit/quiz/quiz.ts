import { InvalidOptionsError } from '../../errors.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import { collectHandbook } from '../handbook/handbook.ts';
import type { TaughtSample } from '../handbook/taught-rules.ts';
import type { TrainingScope } from '../handbook/training-scope.ts';
import type { TrainingLanguage } from '../handbook/words.ts';
import { lawQuestions } from './law-questions.ts';
import { sampleQuestions } from './sample-questions.ts';
import { seeded, shuffled } from './seeded.ts';

/** One question with its answers, one of them right. */
export interface QuizQuestion {
  /** The rule it is about; absent for questions about the law beside the texts. */
  readonly rule?: string;
  readonly prompt: string;
  /** The message it is about. */
  readonly sample?: TaughtSample;
  readonly options: readonly string[];
  /** Place of the right one among `options`. */
  readonly right: number;
  readonly explanation: string;
}

/** A quiz. The same scope, packs, seed, language and number of questions make the same one. */
export interface Quiz {
  readonly seed: number;
  readonly on: string;
  readonly language: TrainingLanguage;
  readonly countries: readonly string[];
  readonly channels: readonly Channel[];
  readonly kinds: readonly MessageKind[];
  readonly packs: readonly string[];
  /** How many questions were asked for; fewer where the scope has no more. */
  readonly asked: number;
  readonly questions: readonly QuizQuestion[];
}

export interface QuizOptions extends TrainingScope {
  readonly language: TrainingLanguage;
  /** A whole number. */
  readonly seed: number;
  /** @default 15 */
  readonly questions?: number | undefined;
}

/** One in so many questions is about consent, stops, hours or deadlines. */
const LAW_SHARE = 4;

/**
 * Makes a quiz of what the rules' own samples and the packs' entries say. Every right answer is what the linter finds, or an entry in force.
 * @throws {InvalidOptionsError} when the scope has nothing to ask about.
 */
export function createQuiz(options: QuizOptions): Quiz {
  const { seed, language, questions: wanted = 15 } = options;
  if (!Number.isSafeInteger(seed)) throw new InvalidOptionsError('A quiz needs a seed.', [{ path: 'seed', expected: 'a whole number' }]);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 100)
    throw new InvalidOptionsError('A quiz has some questions.', [{ path: 'questions', expected: 'a whole number from 1 to 100' }]);
  const handbook = collectHandbook(options);
  const next = seeded(seed);
  const about = shuffled(lawQuestions(handbook, language, next), next).slice(0, Math.ceil(wanted / LAW_SHARE));
  const samples = sampleQuestions(handbook.rules, language, next, wanted - about.length);
  const questions = shuffled([...samples, ...about], next);
  if (questions.length === 0)
    throw new InvalidOptionsError('No rule is in force in this scope.', [{ path: 'packs', expected: 'packs with rules or duties on that day' }]);
  const { on, countries, channels, kinds, packs } = handbook;
  return { seed, on, language, countries, channels, kinds, packs, asked: wanted, questions };
}
