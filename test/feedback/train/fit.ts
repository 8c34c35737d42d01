import { type ModelWeights, modelIntents, openTextModel, softmax, type TextModel } from '../../../src/feedback/intent/model/reply-model.ts';
import { seeded } from './variants.ts';

/** What the text model is fitted to: features, the place of the intent in `modelIntents`, and how much the example counts. */
export interface Example {
  readonly features: readonly number[];
  readonly label: number;
  readonly weight: number;
}

const CLASSES = modelIntents.length;
/** Features kept: three bytes each, in base64, are 57 kB. */
const KEPT = 14_200;
/** Fewest examples that a feature is met in. */
const MET = 2;
const RATE = 0.3;
const DECAY = 1e-5;
const BIAS_RATE = 0.02;
const FIRST_ROUNDS = 6;
const ROUNDS = 15;

interface Fitted {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** Softmax regression over features below `size` by stochastic gradients with a rate of its own for each weight (Adagrad). Deterministic. */
function descend(examples: readonly Example[], size: number, rounds: number): Fitted {
  const weights = new Float64Array(size * CLASSES);
  const squares = new Float64Array(size * CLASSES).fill(1e-8);
  const bias = new Float64Array(CLASSES);
  const order = examples.map((_, index) => index);
  const random = seeded(7);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { features, label, weight } = examples[index]!;
      if (features.length === 0) continue;
      const scale = 1 / Math.sqrt(features.length);
      const scores = Array.from(bias);
      for (const feature of features) for (let k = 0; k < CLASSES; k++) scores[k]! += weights[feature * CLASSES + k]! * scale;
      const slopes = softmax(scores).map((probability, k) => weight * (probability - (k === label ? 1 : 0)));
      for (let k = 0; k < CLASSES; k++) bias[k]! -= BIAS_RATE * slopes[k]!;
      for (const feature of features) {
        for (let k = 0; k < CLASSES; k++) {
          const at = feature * CLASSES + k;
          const slope = slopes[k]! * scale + DECAY * weights[at]!;
          squares[at]! += slope * slope;
          weights[at]! -= (RATE * slope) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return { weights, bias };
}

/** The examples with only these features, named by their places in the list. */
function only(examples: readonly Example[], features: readonly number[]): readonly Example[] {
  const places = new Map(features.map((feature, place) => [feature, place]));
  return examples.map((example) => ({ ...example, features: example.features.flatMap((feature) => places.get(feature) ?? []) }));
}

/** Fits the text model: all features first, then again with the weightiest alone, kept in four bits a weight. */
export function fitText(examples: readonly Example[]): Pick<ModelWeights, 'features' | 'steps' | 'bias'> {
  const met = new Map<number, number>();
  for (const { features } of examples) for (const feature of features) met.set(feature, (met.get(feature) ?? 0) + 1);
  const often = [...met.keys()].filter((feature) => met.get(feature)! >= MET);
  const rough = descend(only(examples, often), often.length, FIRST_ROUNDS);
  const weightOf = (place: number): number => {
    let sum = 0;
    for (let k = 0; k < CLASSES; k++) sum += rough.weights[place * CLASSES + k]! ** 2;
    return sum * Math.sqrt(met.get(often[place]!)!);
  };
  const kept = often
    .map((feature, place) => [feature, weightOf(place)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, KEPT)
    .map(([feature]) => feature)
    .sort((a, b) => a - b);
  return pack(kept, descend(only(examples, kept), kept.length, ROUNDS));
}

/** Share of the weights that the coarse steps hold unclipped. */
const UNCLIPPED = 0.998;

function pack(kept: readonly number[], { weights, bias }: Fitted): Pick<ModelWeights, 'features' | 'steps' | 'bias'> {
  const last = CLASSES - 1;
  const relative = (place: number, k: number): number => weights[place * CLASSES + k]! - weights[place * CLASSES + last]!;
  const steps = Array.from({ length: last }, (_, k) => {
    const sizes = kept.map((_, place) => Math.abs(relative(place, k))).sort((a, b) => a - b);
    return (sizes[Math.floor(sizes.length * UNCLIPPED)] ?? 1) / 7;
  });
  const bytes: number[] = [];
  let before = 0;
  for (const [place, feature] of kept.entries()) {
    for (; feature - before >= 255; before += 254) bytes.push(255, 0x88, 0x88);
    const four = steps.map((step, k) => Math.max(-8, Math.min(7, Math.round(relative(place, k) / step))) + 8);
    bytes.push(feature - before, (four[0]! << 4) | four[1]!, (four[2]! << 4) | four[3]!);
    before = feature;
  }
  return {
    features: Buffer.from(bytes).toString('base64'),
    steps: steps.map((step) => Number(step.toPrecision(4))),
    bias: Array.from({ length: last }, (_, k) => Number((bias[k]! - bias[last]!).toFixed(3))),
  };
}

/** The fitted text model, opened as the library opens it. */
export const openFitted = (examples: readonly Example[]): TextModel => openTextModel(fitText(examples));

/** What the second stage is fitted to. */
export interface SignedExample {
  readonly signs: readonly (readonly [sign: string, value: number])[];
  readonly label: number;
  readonly weight: number;
}

const SIGN_ROUNDS = 60;
const SIGN_RATE = 0.15;
const SIGN_DECAY = 0.002;

/** Fits the second stage: softmax regression over few signs. */
export function fitSigns(examples: readonly SignedExample[]): Readonly<Record<string, readonly number[]>> {
  const weights = new Map<string, number[]>();
  const squares = new Map<string, number[]>();
  for (const { signs } of examples)
    for (const [sign] of signs) {
      weights.set(
        sign,
        modelIntents.map(() => 0),
      );
      squares.set(
        sign,
        modelIntents.map(() => 1e-6),
      );
    }
  for (let round = 0; round < SIGN_ROUNDS; round++) {
    for (let turn = 0; turn < examples.length; turn++) {
      const { signs, label, weight } = examples[(turn * 7_919 + round * 31) % examples.length]!;
      const slopes = signedIntents(signs, weights).map((probability, k) => weight * (probability - (k === label ? 1 : 0)));
      for (const [sign, value] of signs) {
        const own = weights.get(sign)!;
        const square = squares.get(sign)!;
        for (let k = 0; k < CLASSES; k++) {
          const slope = slopes[k]! * value + SIGN_DECAY * own[k]!;
          square[k]! += slope * slope;
          own[k]! -= (SIGN_RATE * slope) / Math.sqrt(square[k]!);
        }
      }
    }
  }
  return Object.fromEntries([...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sign, own]) => [sign, own.map((one) => Number(one.toFixed(2)))]));
}

function signedIntents(signs: SignedExample['signs'], weights: ReadonlyMap<string, readonly number[]>): number[] {
  const scores = modelIntents.map(() => 0);
  for (const [sign, value] of signs) for (const [k, weight] of (weights.get(sign) ?? []).entries()) scores[k]! += weight * value;
  return softmax(scores);
}

/** Probabilities of the second stage under fitted weights. */
export const weighSigns = (signs: SignedExample['signs'], weights: Readonly<Record<string, readonly number[]>>): number[] =>
  signedIntents(signs, new Map(Object.entries(weights)));
