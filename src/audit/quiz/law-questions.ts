import type { LawEntry } from '../../law/pack.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { Handbook, TaughtLaw } from '../handbook/handbook.ts';
import { spanText } from '../handbook/law-section.ts';
import { type TrainingLanguage, trainingWords } from '../handbook/words.ts';
import type { QuizQuestion } from './quiz.ts';
import { quizWords } from './quiz-words.ts';
import { shuffled } from './seeded.ts';

/** Questions about consent, stops, closed channels and deadlines, one for each entry in force that has one right answer. */
export function lawQuestions({ laws, channels }: Handbook, language: TrainingLanguage, next: () => number): readonly QuizQuestion[] {
  return laws.flatMap((law) => [
    ...consentQuestions(law, language, next),
    ...optOutQuestions(law, language, next),
    ...channelQuestions(law, channels, language, next),
    ...deadlineQuestions(law, language, next),
  ]);
}

/** The right answer among wrong ones, in an order of chance. */
function question(prompt: string, right: string, wrong: readonly string[], explanation: string, next: () => number): QuizQuestion {
  const options = shuffled([right, ...new Set(wrong.filter((text) => text !== right))].slice(0, 4), next);
  return { prompt, options, right: options.indexOf(right), explanation };
}

function consentQuestions({ name, consent }: TaughtLaw, language: TrainingLanguage, next: () => number): readonly QuizQuestion[] {
  const [words, quiz] = [trainingWords[language], quizWords[language]];
  const marketing = consent.filter(({ kinds, channels }) => kinds.includes('marketing') && channels === undefined);
  const demands = new Set(marketing.map(({ requires }) => requires));
  const [entry] = marketing;
  // Where several entries ask for different things there is no single right answer.
  if (entry === undefined || demands.size > 1) return [];
  return [question(quiz.consent(name[language]), words.requires[entry.requires], Object.values(words.requires), sourceText(entry, language), next)];
}

function optOutQuestions({ name, optOut }: TaughtLaw, language: TrainingLanguage, next: () => number): readonly QuizQuestion[] {
  const [{ optOutWithin }, quiz] = [trainingWords[language], quizWords[language]];
  const [entry, ...more] = optOut;
  if (entry === undefined || more.length > 0) return [];
  const { withinHours, withinWorkingDays } = entry;
  const right =
    withinHours !== undefined && withinHours > 0
      ? optOutWithin.hours(withinHours)
      : withinWorkingDays === undefined
        ? optOutWithin.atOnce
        : optOutWithin.workingDays(withinWorkingDays);
  const wrong = [optOutWithin.atOnce, optOutWithin.hours(72), optOutWithin.workingDays(10), optOutWithin.workingDays(30)];
  // What takes effect sooner than it must is no mistake: only later answers are wrong.
  const later = right === optOutWithin.atOnce ? wrong : wrong.filter((text) => text !== optOutWithin.atOnce);
  return [question(quiz.optOut(name[language]), right, later, sourceText(entry, language), next)];
}

function channelQuestions(
  { name, channels }: TaughtLaw,
  scope: readonly Channel[],
  language: TrainingLanguage,
  next: () => number,
): readonly QuizQuestion[] {
  const [words, quiz] = [trainingWords[language], quizWords[language]];
  const barred = channels.filter(({ effect, kinds }) => effect === 'barred' && kinds.includes('marketing'));
  const touched = new Set(channels.map(({ channel }) => channel));
  const open = (scope.length === 0 ? (['sms', 'max', 'rcs', 'viber', 'telegram', 'whatsapp'] as const) : scope).filter(
    (channel) => !touched.has(channel),
  );
  if (open.length === 0) return [];
  return barred.map((entry) =>
    question(
      quiz.barred(name[language]),
      words.channel[entry.channel],
      open.map((channel) => words.channel[channel]),
      sourceText(entry, language),
      next,
    ),
  );
}

function deadlineQuestions({ name, deadlines }: TaughtLaw, language: TrainingLanguage, next: () => number): readonly QuizQuestion[] {
  const [words, quiz] = [trainingWords[language], quizWords[language]];
  const wrong = [words.deadline.hours(24), words.deadline.workingDays(10), words.deadline.calendarDays(30), words.deadline.calendarDays(90)];
  return deadlines
    .filter((entry) => deadlines.filter(({ duty }) => duty === entry.duty).length === 1)
    .map((entry) =>
      question(
        quiz.deadline(name[language], words.duty[entry.duty]),
        spanText(entry, words),
        shuffled(wrong, next),
        sourceText(entry, language),
        next,
      ),
    );
}

function sourceText({ basis, since, confidence }: LawEntry, language: TrainingLanguage): string {
  const words = trainingWords[language];
  const acts = basis.map(({ act, article }) => (article === '' ? act : `${act}, ${article}`)).join('; ');
  return `${acts === '' ? words.noBasis : acts}${since === null ? '' : `, ${words.since} ${since}`} (${words.confidence[confidence]}).`;
}
