import { createQuiz, quizPage } from '../audit/index.ts';
import { type Command, type CommandIo, readOptions, UsageError } from './command.ts';
import { attest, attestations, dueForQuiz } from './quiz-attestations.ts';
import { readScope, trainingOptions, wholeNumber } from './training-options.ts';
import { writePage } from './write-page.ts';

export const quiz: Command = {
  summary: 'write a quiz for staff as one HTML file; record, export and watch attestations',
  usage: `licet quiz --country RU [--channel sms] [--kind marketing] [--on DAY] [--language en|ru] [--questions 15] [--seed N] [--company NAME] [--output FILE]
licet quiz attest --staff ID --sheet LINE [--pass 0.8] --store DIR | --database-url URL [--tenant T]
licet quiz attestations [--staff ID] [--format text|csv|jsonl] --store DIR | --database-url URL [--tenant T]
licet quiz due [--staff-file FILE] [--ahead DAYS] [--max-age DAYS] [--on DAY] [--format text|jsonl] --store DIR | --database-url URL [--tenant T]
  the same seed and scope make the same quiz; attest takes the line that stands at its end; due ends with 1 when somebody is`,
  async run(args, io) {
    const [first, ...rest] = args;
    if (first === 'attest') return attest(rest, io);
    if (first === 'attestations') return attestations(rest, io);
    if (first === 'due') return dueForQuiz(rest, io);
    return writeQuiz(args, io);
  },
};

async function writeQuiz(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { ...trainingOptions, questions: { type: 'string' }, seed: { type: 'string' } });
  if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet quiz --help.`);
  const { company, ...scope } = await readScope(values, io);
  const seed = wholeNumber(values.seed, '--seed') ?? Math.trunc(io.now().getTime() / 1000);
  const questions = wholeNumber(values.questions, '--questions');
  const made = createQuiz({ ...scope, seed, questions });
  await writePage(io, values.output, quizPage(made, { company }), 'quiz');
  io.err(`Quiz of ${made.questions.length} questions, seed ${seed}${values.output === undefined ? '' : `: ${values.output}`}\n`);
  return 0;
}
