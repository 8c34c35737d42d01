import type { Intent, ReplyContext } from '../classify-reply.ts';
import type { RuleReading } from '../read-by-rules.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { FEATURE_BITS, replyFeatures } from './reply-features.ts';
import { shippedWeights } from './weights.generated.ts';

/** How probable each intent is; together one. */
export type ModelIntents = Readonly<Record<Intent, number>>;

/** The order in which the model counts intents; the last one is what the others are measured against. */
export const modelIntents: readonly ['opt-out', 'opt-in', 'help', 'complaint', 'other'] = ['opt-out', 'opt-in', 'help', 'complaint', 'other'];

/** A trained model as it is kept. */
export interface ModelWeights {
  /**
   * Base64 of three bytes a feature: the distance to the feature before, then four weights of four bits, from -8 to 7; a distance of 255 stands for 254 and no
   * feature.
   */
  readonly features: string;
  /** What one step of each of the four weights is worth. */
  readonly steps: readonly number[];
  /** What each intent starts from. */
  readonly bias: readonly number[];
  /** Weights of the second stage, by sign, five for each. */
  readonly signs: Readonly<Record<string, readonly number[]>>;
}

/** Scores of the text alone, one for each of `modelIntents`. */
export type TextModel = (features: readonly number[]) => number[];

/** Opens kept weights: the scores of a text are sums over its distinct features, divided by the root of how many are known. */
export function openTextModel({ features, steps, bias }: Pick<ModelWeights, 'features' | 'steps' | 'bias'>): TextModel {
  const bytes = Uint8Array.from(atob(features), (char) => char.charCodeAt(0));
  /** For each feature the number of its weights, 0 for an unknown one. */
  const places = new Uint16Array(1 << FEATURE_BITS);
  const weights = [0, 0, 0, 0];
  let feature = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const distance = bytes[at]!;
    feature += Math.min(distance, 254);
    if (distance === 255) continue;
    places[feature] = weights.length / 4;
    const [two, other] = [bytes[at + 1]!, bytes[at + 2]!];
    weights.push((two >> 4) - 8, (two & 15) - 8, (other >> 4) - 8, (other & 15) - 8);
  }
  const packed = Int8Array.from(weights);
  const metAt = new Uint32Array(weights.length / 4);
  let turn = 0;
  return (found) => {
    turn = (turn + 1) >>> 0;
    let [a, b, c, d, known] = [0, 0, 0, 0, 0];
    for (const one of found) {
      const place = places[one]!;
      if (place === 0 || metAt[place] === turn) continue;
      metAt[place] = turn;
      known++;
      const at = place * 4;
      a += packed[at]!;
      b += packed[at + 1]!;
      c += packed[at + 2]!;
      d += packed[at + 3]!;
    }
    const scale = known === 0 ? 0 : 1 / Math.sqrt(known);
    return [...[a, b, c, d].map((sum, k) => sum * steps[k]! * scale + bias[k]!), 0];
  };
}

/** Probabilities out of scores. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}

/** What the second stage sees: how much each intent stands out in the text, and what the rules made of it. */
export function stageTwoSigns(
  textScores: readonly number[],
  { intent, certainty }: RuleReading['reading'],
  signs: readonly string[],
  context: ReplyContext,
): readonly (readonly [sign: string, value: number])[] {
  const logs = softmax(textScores).map((probability) => Math.log(probability + 1e-4));
  const mean = logs.reduce((all, one) => all + one, 0) / logs.length;
  const none = certainty === 'none';
  const seen: (readonly [string, number])[] = [
    ['always', 1],
    [`context ${context}`, 1],
    [`rules ${intent}`, 1],
  ];
  for (const [k, log] of logs.entries()) {
    const value = (log - mean) / 3;
    seen.push([`text ${modelIntents[k]!}`, value], [`text ${modelIntents[k]!}, rules ${none ? 'silent' : 'speak'}`, value]);
  }
  for (const sign of signs) seen.push([`sign ${sign}`, 1], ...(none ? ([[`sign ${sign}, rules silent`, 1]] as const) : []));
  if (signs.length === 0) seen.push([`no sign, rules ${none ? 'silent' : 'speak'}`, 1]);
  return seen;
}

let shipped: TextModel | undefined;

/** How probable each intent of a reply is, by its text and by what the rules made of it. The weights are unpacked at the first call. */
export function weighReply(
  { reading }: RuleReading,
  { reply, own, signs }: NonNullable<RuleReading['open']>,
  vocabulary: Pick<Vocabulary, 'lookUp'>,
  context: ReplyContext,
): ModelIntents {
  shipped ??= openTextModel(shippedWeights);
  const text = shipped(replyFeatures(reply, own, vocabulary, context));
  const scores = [0, 0, 0, 0, 0];
  for (const [sign, value] of stageTwoSigns(text, reading, signs, context)) {
    const weights = shippedWeights.signs[sign];
    if (weights !== undefined) for (const [k, weight] of weights.entries()) scores[k]! += weight * value;
  }
  const [optOut, optIn, help, complaint, other] = softmax(scores) as [number, number, number, number, number];
  return { 'opt-out': optOut, 'opt-in': optIn, help, complaint, other };
}
