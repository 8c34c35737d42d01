import { describe, expect, it } from 'vitest';
import { classifyReply, createReplyClassifier } from '../../src/feedback/index.ts';
import { decideIntent } from '../../src/feedback/intent/classify-reply.ts';
import { openTextModel, softmax } from '../../src/feedback/intent/model/reply-model.ts';
import { fitSigns, fitText, weighSigns } from './train/fit.ts';
import { examplesOf } from './train/train.ts';
import { variantsOf } from './train/variants.ts';

const byRules = createReplyClassifier({ model: false });
const intents = (stops: number, help = 0): Parameters<typeof decideIntent>[1] => ({
  'opt-out': stops,
  complaint: 0,
  'opt-in': 0,
  help,
  other: 1 - stops - help,
});

describe('the model beside the rules', () => {
  it('leaves what a certain rule decided', () => {
    for (const text of ['stop', 'START', 'help', 'отписаться']) {
      expect(classifyReply({ text }), text).toEqual(byRules({ text }));
      expect(classifyReply({ text }).score, text).toBeUndefined();
    }
  });

  it('gives its score with what it weighed, and names itself where it decided', () => {
    const reading = classifyReply({ text: 'would you mind removing my number from the list', context: 'marketing' });
    expect(reading.matched).not.toBe('model');
    expect(reading.score).toBeGreaterThan(0.9);
    const text = 'прошу, сделайте так, чтобы ваши уведомления мне перестали сыпаться';
    const weighed = classifyReply({ text, context: 'marketing' });
    expect(weighed).toMatchObject({ suppress: true, certainty: 'likely' });
  });

  it('can be switched off', () => {
    expect(byRules({ text: 'would you mind removing my number from the list' }).score).toBeUndefined();
  });

  it('does not change what the words of a host decided', () => {
    const classify = createReplyClassifier({
      lexicons: [{ lang: 'en', optOut: [], optIn: [], yes: [], help: [], requests: ['sweet tulips'], innocent: ['leave me alone tonight'] }],
    });
    expect(classifyReply({ text: 'sweet tulips, thank you', context: 'marketing' }).suppress).toBe(false);
    expect(classify({ text: 'sweet tulips, thank you', context: 'marketing' })).toMatchObject({ intent: 'opt-out', suppress: true });
    expect(classify({ text: 'leave me alone tonight', context: 'marketing' }).suppress).toBe(false);
  });

  it('suppresses in doubt: less is asked to go on stopping than to start', () => {
    expect(decideIntent(true, intents(0.3)).intent).toBe('opt-out');
    expect(decideIntent(false, intents(0.3)).intent).toBe('other');
    expect(decideIntent(false, intents(0.6)).intent).toBe('opt-out');
    expect(decideIntent(true, intents(0.05)).intent).toBe('other');
    expect(decideIntent(false, intents(0.2, 0.5))).toMatchObject({ intent: 'help', suppress: false });
  });
});

describe('training', () => {
  const examples = [0, 1, 2, 3, 4].flatMap((label) =>
    Array.from({ length: 6 }, (_, i) => ({ features: [label * 1_000 + 3, label * 1_000 + 400, 200_000 + (i % 3)], label, weight: 1 })),
  );

  it('learns which features speak for which intent, and keeps that in four bits', () => {
    const score = openTextModel(fitText(examples));
    for (const { features, label } of examples) {
      const probabilities = softmax(score(features));
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(label);
    }
    expect(score([9, 9, 9])).toEqual(score([]));
    expect(score([3, 3, 400])).toEqual(score([3, 400]));
  });

  it('is the same every time', () => {
    expect(fitText(examples)).toEqual(fitText(examples));
    expect(variantsOf('не присылайте больше', 4)).toEqual(variantsOf('не присылайте больше', 4));
  });

  it('counts a variant less than the reply it was made of', () => {
    const reply = { batch: 1, context: 'marketing', intent: 'opt-out', suppress: true, text: 'не присылайте' } as const;
    const row = { reply, context: 'marketing', fold: '1', features: [1, 2], first: undefined, variants: [[1, 3]] } as const;
    const [own, variant] = examplesOf([row]);
    expect(own).toEqual({ features: [1, 2], label: 0, weight: 1 });
    expect(variant!.weight).toBeLessThan(1);
  });

  it('weighs signs', () => {
    const signed = [0, 4].flatMap((label) =>
      Array.from({ length: 20 }, () => ({
        signs: [
          ['always', 1],
          [`sign ${label}`, 1],
        ] as [string, number][],
        label,
        weight: 1,
      })),
    );
    const weights = fitSigns(signed);
    expect(weighSigns([['sign 0', 1]], weights)[0]).toBeGreaterThan(0.6);
    expect(weighSigns([['sign 4', 1]], weights)[4]).toBeGreaterThan(0.6);
  });
});
