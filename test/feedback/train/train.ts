import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decideIntent } from '../../../src/feedback/intent/classify-reply.ts';
import { modelIntents, stageTwoSigns } from '../../../src/feedback/intent/model/reply-model.ts';
import { type Example, fitSigns, fitText, openFitted, type SignedExample, weighSigns } from './fit.ts';
import { type TrainingRow, trainingRows } from './rows.ts';

const labelOf = ({ reply }: TrainingRow): number => modelIntents.indexOf(reply.intent);
/** How much a variant counts beside the reply it was made of. */
const VARIANT_WEIGHT = 0.3;

/** The rows and their variants, as the text model is fitted to them. */
export const examplesOf = (rows: readonly TrainingRow[]): readonly Example[] =>
  rows.flatMap((row) =>
    [row.features, ...row.variants].map((features, i) => ({ features, label: labelOf(row), weight: i === 0 ? 1 : VARIANT_WEIGHT })),
  );

/** Replies written for the training are harder than those of a day: they count less in how far the rules are trusted. */
const weightOf = ({ fold }: TrainingRow): number => (fold.startsWith('30') ? 0.5 : 1);

/** A reply as its second stage sees it, its text scored by a model that had not seen its batch. */
type HeldOut = SignedExample & { readonly row: TrainingRow };

/**
 * Trains the reply model on the corpora and writes its weights: `node test/feedback/train/train.ts`. Prints how it reads batches that neither it nor, at
 * their first reading, the rules had seen; the thresholds of `classify-reply.ts` were chosen by these figures. `--show` lists what went wrong.
 */
function train(): void {
  const rows = trainingRows();
  const signedRows = rows.filter(({ first }) => first !== undefined);
  const folds = [...new Set(signedRows.map(({ fold }) => fold))];
  process.stdout.write(`${rows.length} replies, ${signedRows.length} of them with the first reading of the rules, ${folds.length} folds\n`);

  const held: HeldOut[] = [];
  for (const fold of folds) {
    const score = openFitted(examplesOf(rows.filter((row) => row.fold !== fold)));
    for (const row of signedRows.filter((one) => one.fold === fold)) {
      const { intent, signs } = row.first!;
      const reading = {
        intent,
        suppress: intent === 'opt-out' || intent === 'complaint',
        certainty: intent === 'other' ? 'none' : 'likely',
      } as const;
      held.push({ row, signs: stageTwoSigns(score(row.features), reading, signs, row.context), label: labelOf(row), weight: weightOf(row) });
    }
  }

  const signs = fitSigns(held);
  report(held, folds);
  const text = fitText(examplesOf(rows));
  const file = [
    `// Written by \`node test/feedback/train/train.ts\` from ${rows.length} labelled replies; do not edit.`,
    "import type { ModelWeights } from './reply-model.ts';",
    '',
    `export const shippedWeights: ModelWeights = ${JSON.stringify({ steps: text.steps, bias: text.bias, signs, features: text.features })};`,
    '',
  ].join('\n');
  writeFileSync(new URL('../../../src/feedback/intent/model/weights.generated.ts', import.meta.url), file);
  process.stdout.write(`weights: ${(file.length / 1_000).toFixed(1)} kB\n`);
}

/** Prints what the held-out replies are read as, open ones only, and the same for the rules as they were. */
function report(held: readonly HeldOut[], folds: readonly string[]): void {
  const figures = new Map<
    string,
    {
      all: number;
      right: number;
      due: number;
      missed: number;
      ordinary: number;
      wrong: number;
      rules: number;
      rulesMissed: number;
      rulesWrong: number;
    }
  >();
  const show = process.argv.includes('--show');
  for (const fold of folds) {
    const weights = fitSigns(held.filter(({ row }) => row.fold !== fold));
    for (const { row, signs: own } of held.filter((one) => one.row.fold === fold)) {
      const { intent: firstIntent } = row.first!;
      const probabilities = weighSigns(own, weights);
      const intents = Object.fromEntries(modelIntents.map((intent, k) => [intent, probabilities[k]!])) as Parameters<typeof decideIntent>[1];
      const stops = (intent: string): boolean => intent === 'opt-out' || intent === 'complaint';
      const { intent } = decideIntent(stops(firstIntent), intents);
      const { suppress } = row.reply;
      const name = fold.split('.')[0]!;
      const sum = figures.get(name) ?? { all: 0, right: 0, due: 0, missed: 0, ordinary: 0, wrong: 0, rules: 0, rulesMissed: 0, rulesWrong: 0 };
      figures.set(name, sum);
      sum.all++;
      if (intent === row.reply.intent) sum.right++;
      if (firstIntent === row.reply.intent) sum.rules++;
      if (suppress) sum.due++;
      else sum.ordinary++;
      if (suppress && !stops(intent)) sum.missed++;
      if (!suppress && stops(intent)) sum.wrong++;
      if (suppress && !stops(firstIntent)) sum.rulesMissed++;
      if (!suppress && stops(firstIntent)) sum.rulesWrong++;
      if (show && stops(intent) !== suppress)
        process.stdout.write(
          `${fold} ${suppress ? 'missed' : 'wrong'} ${(intents['opt-out'] + intents.complaint).toFixed(2)} ${row.first!.intent} ${row.first!.signs.join('+')} | ${row.context} | ${row.reply.text}\n`,
        );
    }
  }
  const share = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
  for (const [name, sum] of figures)
    process.stdout.write(
      `batch ${name}, ${sum.all} open replies: labels ${share(sum.right, sum.all)}, missed ${share(sum.missed, sum.due)}, wrong ${share(sum.wrong, sum.ordinary)}; rules alone ${share(sum.rules, sum.all)}, ${share(sum.rulesMissed, sum.due)}, ${share(sum.rulesWrong, sum.ordinary)}\n`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) train();
