import { describe, expect, it } from 'vitest';
import { classifyReply, createReplyClassifier, type Intent, type ReplyContext } from '../../src/feedback/index.ts';

type Case = { readonly text: string; readonly intent: Intent; readonly context: ReplyContext };

const rows: readonly (readonly [text: string, intent: Intent, context?: ReplyContext])[] = [
  ['STOP', 'opt-out'],
  ['S T O P', 'opt-out'],
  ['ＳＴＯＰ', 'opt-out'],
  ['Stoooop!!! 🛑', 'opt-out'],
  ['CTOП', 'opt-out'],
  ['cnjg', 'opt-out'],
  ['st0p', 'opt-out'],
  ['unsubscirbe', 'opt-out'],
  ['kindly drop me from these notifications', 'opt-out'],
  ['надоело, вычеркните меня', 'opt-out'],
  ['Please take me off your list, thanks', 'opt-out'],
  ['Wrong number, this is not Maria', 'opt-out'],
  ['STOP\nSent from my iPhone', 'opt-out'],
  ['"Reply STOP to unsubscribe" ok remove me then', 'opt-out'],
  ['Bitte keine Werbung mehr schicken', 'opt-out'],
  ['Merci de ne plus m’envoyer de SMS', 'opt-out'],
  ['No quiero recibir más mensajes', 'opt-out'],
  ['Маған енді жазбаңыздар', 'opt-out'],
  ['iptal', 'opt-out'],
  ['退订', 'opt-out'],
  ['配信停止をお願いします', 'opt-out'],
  ['please stop by our store if you can', 'other'],
  ["don't ever stop sending these!", 'other'],
  ['Where is the bus stop?', 'other'],
  ['Стоп, а сколько стоит доставка?', 'other'],
  ['Liked “Reply STOP to unsubscribe”', 'other'],
  ['Cancel my appointment on Friday', 'other', 'transactional'],
  ['не присылайте курьера до обеда', 'other', 'transactional'],
  ['durmayın, devam edin', 'other'],
  ['yes', 'other', 'marketing'],
  ['yes', 'opt-in', 'double-opt-in-prompt'],
  ['START', 'opt-in'],
  ['HELP', 'help'],
  ['How do I unsubscribe?', 'help'],
  ['I never signed up for this, reporting you to the FCC', 'complaint'],
  ['Откуда у вас мой номер?!', 'complaint'],
];

const cases: readonly Case[] = rows.map(([text, intent, context = 'marketing']) => ({ text, intent, context }));

describe('classifyReply', () => {
  it.each([...cases])('$text → $intent', ({ text, intent, context }) => {
    expect(classifyReply({ text, context }).intent).toBe(intent);
  });

  it('suppresses on opt-outs and complaints only', () => {
    for (const { text, intent, context } of cases) {
      expect(classifyReply({ text, context }).suppress, text).toBe(intent === 'opt-out' || intent === 'complaint');
    }
  });

  it('a bare cancel is an opt-out even beside an open order, a bare no is not', () => {
    expect(classifyReply({ text: 'cancel', context: 'transactional' }).intent).toBe('opt-out');
    expect(classifyReply({ text: 'no', context: 'transactional' }).intent).toBe('other');
    expect(classifyReply({ text: 'no', context: 'marketing' })).toMatchObject({ intent: 'opt-out', certainty: 'likely' });
  });

  it('tells the certain from the likely', () => {
    expect(classifyReply({ text: 'stop' }).certainty).toBe('certain');
    expect(classifyReply({ text: 'would you mind removing my number from the list' }).certainty).toBe('likely');
  });

  it('takes the host’s own words', () => {
    const classify = createReplyClassifier({ lexicons: [{ lang: 'x-shop', optOut: ['zwiebelade'], optIn: [], yes: [], help: [] }] });
    expect(classifyReply({ text: 'Zwiebelade' }).intent).toBe('other');
    expect(classify({ text: 'Zwiebelade' }).intent).toBe('opt-out');
  });

  it('stays linear on long hostile text', () => {
    expect(classifyReply({ text: 's.'.repeat(500_000) }).suppress).toBe(false);
  });
});
