import { describe, expect, it } from 'vitest';
import { classifyReply } from '../../src/feedback/index.ts';
import { list } from '../../src/feedback/intent/lexicon/expand.ts';

describe('what a reading says beside its intent', () => {
  it('names the channel that may stay', () => {
    expect(classifyReply({ text: 'Отключите рассылку по WhatsApp, SMS можно', context: 'marketing' })).toMatchObject({
      intent: 'opt-out',
      suppress: true,
      scope: { kind: 'channel', kept: ['sms'] },
    });
  });

  it('says that service messages may stay', () => {
    expect(classifyReply({ text: 'Выключите уведомления о распродажах, заказы оставьте', context: 'marketing' }).scope).toMatchObject({
      kind: 'purpose',
    });
    expect(classifyReply({ text: 'Пишите только про доставку, рекламу не нужно', context: 'marketing' }).scope).toMatchObject({ kind: 'purpose' });
  });

  it('leaves a whole refusal without a scope', () => {
    expect(classifyReply({ text: 'Не присылайте мне больше акции' }).scope).toBeUndefined();
  });

  it('flags a number that changed hands', () => {
    for (const text of ['Вы ошиблись, я не Марина', 'Wrong number', 'This isn’t Daniel', 'Номер уже полгода не её, поменяйте'])
      expect(classifyReply({ text, context: 'marketing' }), text).toMatchObject({ intent: 'opt-out', denial: true });
    expect(classifyReply({ text: 'stop' }).denial).toBeUndefined();
    expect(classifyReply({ text: 'I am not sure which size to take' }).intent).toBe('other');
  });

  it('puts a threat before a request and a request before anger', () => {
    expect(classifyReply({ text: 'Stop texting me or I will report you to the ICO' }).intent).toBe('complaint');
    expect(classifyReply({ text: 'stop this spam' }).intent).toBe('opt-out');
    expect(classifyReply({ text: 'spam!' }).intent).toBe('complaint');
  });

  it('takes an opt-in word for an answer only where a question was asked', () => {
    expect(classifyReply({ text: 'да', context: 'marketing' }).intent).toBe('other');
    expect(classifyReply({ text: 'да', context: 'double-opt-in-prompt' }).intent).toBe('opt-in');
  });

  it('ignores machines, codes passed on and quoted footers', () => {
    for (const text of [
      'Automatic reply: I am out of the office',
      'Reacted 👍 to “Reply STOP to end”',
      '4471 is your verification code, do not share it',
    ])
      expect(classifyReply({ text, context: 'marketing' }).intent, text).toBe('other');
    expect(classifyReply({ text: '> Sale! Reply STOP to unsubscribe\nwhat sizes are left?' }).intent).toBe('other');
  });

  it('stays quick on long hostile texts', () => {
    for (const text of ['не '.repeat(300_000), 'stop if or '.repeat(100_000), '不要'.repeat(300_000), 'a@'.repeat(500_000)])
      expect(classifyReply({ text }).certainty).toBeTypeOf('string');
  });
});

describe('list', () => {
  it('spells braces out', () => {
    expect(list('{не,ни} пиши{,те}|stop')).toEqual(['не пиши', 'не пишите', 'ни пиши', 'ни пишите', 'stop']);
  });
});
