import { InvalidOptionsError } from '../../errors.ts';
import type { LawPack } from '../../law/pack.ts';
import { type Channel, channels, type MessageKind, messageKinds } from '../../law/vocabulary.ts';
import { createQuiz, type Quiz } from './quiz.ts';

/** How a quiz was answered, worked out anew from the quiz itself. */
export interface QuizResult {
  readonly quiz: Quiz;
  readonly right: number;
  readonly total: number;
  /** Rules that were answered wrong or not at all, each once. */
  readonly missed: readonly string[];
}

const letters = 'abcdefgh';

/** Everything that makes the quiz again, on one line without personal data; the page adds a letter per answer, `-` for none. */
export function sheetHead({ seed, on, language, countries, channels: by, kinds, packs, asked }: Quiz): string {
  const list = (all: readonly string[]): string => (all.length === 0 ? '*' : all.join(','));
  return `licet-quiz/1 seed=${seed} on=${on} language=${language} countries=${list(countries)} channels=${list(by)} kinds=${list(kinds)} packs=${list(packs)} questions=${asked} answers=`;
}

/** The line with answers, by the places of the options chosen; `undefined` where none was. */
export function answerSheet(quiz: Quiz, answers: readonly (number | undefined)[]): string {
  return sheetHead(quiz) + quiz.questions.map((_, place) => (answers[place] === undefined ? '-' : (letters[answers[place]] ?? '-'))).join('');
}

/**
 * Makes the quiz of a handed-in line again and counts what was right.
 * @throws {InvalidOptionsError} for a line that is none, or one made with other packs than these.
 */
export function gradeSheet(line: string, packs: readonly LawPack[]): QuizResult {
  const fields = readFields(line);
  const wanted = Number(fields.questions);
  const quiz = createQuiz({
    packs,
    on: fields.on!,
    language: fields.language === 'ru' ? 'ru' : 'en',
    seed: Number(fields.seed),
    questions: wanted,
    countries: listed(fields.countries!) ?? [],
    channels: listed(fields.channels!)?.filter((one): one is Channel => channels.some((channel) => channel === one)),
    kinds: listed(fields.kinds!)?.filter((one): one is MessageKind => messageKinds.some((kind) => kind === one)),
  });
  if (sheetHead(quiz) !== line.trim().slice(0, line.trim().lastIndexOf('=') + 1)) throw notASheet('made with the law packs that are loaded now');
  const answers = fields.answers!;
  if (answers.length !== quiz.questions.length) throw notASheet('one letter for each question');
  const wrong = quiz.questions.filter(({ right }, place) => answers[place] !== letters[right]);
  return {
    quiz,
    right: quiz.questions.length - wrong.length,
    total: quiz.questions.length,
    missed: [...new Set(wrong.flatMap(({ rule }) => rule ?? []))],
  };
}

const names = ['seed', 'on', 'language', 'countries', 'channels', 'kinds', 'packs', 'questions', 'answers'] as const;

function readFields(line: string): Partial<Record<(typeof names)[number], string>> {
  const [mark, ...parts] = line.trim().split(/\s+/u);
  const fields = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  if (mark !== 'licet-quiz/1' || names.some((name) => fields[name] === undefined)) throw notASheet('the line at the end of the quiz, whole');
  if (
    !/^\d{4}-\d{2}-\d{2}$/u.test(fields.on!) ||
    !/^-?\d{1,16}$/u.test(fields.seed!) ||
    !/^\d{1,3}$/u.test(fields.questions!) ||
    !/^[a-h-]*$/u.test(fields.answers!)
  )
    throw notASheet('the line at the end of the quiz, unchanged');
  return fields;
}

function listed(field: string): readonly string[] | undefined {
  return field === '*' ? undefined : field.split(',');
}

function notASheet(expected: string): InvalidOptionsError {
  return new InvalidOptionsError('This is no answer sheet of a quiz.', [{ path: 'sheet', expected }]);
}
