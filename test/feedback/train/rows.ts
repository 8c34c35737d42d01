import { readFileSync } from 'node:fs';
import type { Intent, ReplyContext } from '../../../src/feedback/index.ts';
import { readByShippedRules } from '../../../src/feedback/intent/index.ts';
import { replyFeatures } from '../../../src/feedback/intent/model/reply-features.ts';
import { variantsOf } from './variants.ts';

/** All labelled replies, newest last. */
export const corpora: readonly string[] = ['replies.jsonl', 'replies-more.jsonl', 'replies-own.jsonl', 'replies-late.jsonl'];

/** A labelled reply as it stands in a corpus. */
export interface LabelledReply {
  readonly batch: number;
  readonly lang?: string;
  readonly context: string;
  readonly intent: Intent;
  readonly also?: Intent | readonly Intent[];
  readonly suppress: boolean;
  readonly text: string;
  readonly denial?: boolean;
  readonly scope?: 'channel' | 'purpose';
  /** What the rules said when they met the reply, before they were widened by it: an intent, then the signs. Absent where a certain rule decided. */
  readonly first?: string;
}

/** The replies of one corpus. */
export const readCorpus = (file: string): readonly LabelledReply[] =>
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledReply);

/** The context of a reply as the classifier names it. */
export const contextOf = ({ context }: LabelledReply): ReplyContext => context.replaceAll('_', '-') as ReplyContext;

/** A reply as it is trained on. */
export interface TrainingRow {
  readonly reply: LabelledReply;
  readonly context: ReplyContext;
  readonly fold: string;
  readonly features: readonly number[];
  readonly first: { readonly intent: Intent; readonly signs: readonly string[] } | undefined;
  /** The same reply with slips, courtesies and signatures. */
  readonly variants: readonly (readonly number[])[];
}

/** Replies written for the training, in no order of difficulty: they are held out in parts. */
const OWN_BATCH = 30;
const OWN_PARTS = 5;

function featuresOf(text: string, context: ReplyContext): readonly number[] | undefined {
  const { rules, dictionary } = readByShippedRules({ text, context });
  return rules.open === undefined ? undefined : [...new Set(replyFeatures(rules.open.reply, rules.open.own, dictionary.vocabulary, context))];
}

/** Every reply that is open to doubt, as a row; of two with one text and context the first is kept. */
export function trainingRows(): readonly TrainingRow[] {
  const met = new Set<string>();
  const rows: TrainingRow[] = [];
  for (const reply of corpora.flatMap(readCorpus)) {
    const context = contextOf(reply);
    const key = `${context} ${reply.text}`;
    if (met.has(key)) continue;
    met.add(key);
    const features = featuresOf(reply.text, context);
    if (features === undefined) continue;
    const [intent, ...signs] = reply.first?.split(' ') ?? [];
    rows.push({
      reply,
      context,
      features,
      fold: reply.batch === OWN_BATCH ? `${OWN_BATCH}.${rows.length % OWN_PARTS}` : String(reply.batch),
      first: intent === undefined ? undefined : { intent: intent as Intent, signs },
      variants: variantsOf(reply.text, rows.length)
        .flatMap((text) => [featuresOf(text, context) ?? []])
        .filter((one) => one.length > 0),
    });
  }
  return rows;
}
