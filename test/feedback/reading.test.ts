import { describe, expect, it } from 'vitest';
import { classifyReply, createReplyClassifier } from '../../src/feedback/index.ts';
import { list, phrases } from '../../src/feedback/intent/lexicon/expand.ts';

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

describe('what a reply was typed with', () => {
  it('reads Russian in Latin letters and in either keyboard layout', () => {
    for (const text of ['vycherknite menya iz spiska', 'yt gbibnt ,jkmit', 'ыещз еучештп ьу', 'cnjgcnjg', 'otkaz ot rassylki'])
      expect(classifyReply({ text, context: 'marketing' }).intent, text).toBe('opt-out');
    expect(classifyReply({ text: 'otkuda u vas moi nomer', context: 'marketing' }).intent).toBe('complaint');
    expect(classifyReply({ text: 'skolko stoit dostavka', context: 'marketing' }).intent).toBe('other');
  });

  it('mends left-out vowels, double letters and a negation glued to its verb', () => {
    for (const text of ['не прсылйте', 'уберите мой нномер из расылки', 'Неписать', 'не пшите больше'])
      expect(classifyReply({ text, context: 'marketing' }).intent, text).toBe('opt-out');
  });

  it('leaves the quoted original and passed-on notices out', () => {
    expect(classifyReply({ text: 'хватит!\n\n-----Исходное сообщение-----\nЖдём вас', context: 'marketing' }).intent).toBe('opt-out');
    expect(
      classifyReply({ text: 'спасибо\n\n-----Original Message-----\nReply STOP to unsubscribe, or stop texts', context: 'marketing' }).intent,
    ).toBe('other');
    expect(classifyReply({ text: 'Your parcel has arrived. Refuse it at the desk', context: 'transactional' }).intent).toBe('other');
  });

  it('reads through a courtesy between commas, not through any comma', () => {
    expect(classifyReply({ text: 'Восстановите, пожалуйста, мою подписку', context: 'marketing' }).intent).toBe('opt-in');
  });
});

describe('acts upon something else', () => {
  it.each([
    ['please remove the second pair from my basket', 'transactional'],
    ["can I cancel tomorrow's appointment?", 'transactional'],
    ['тапсырысымды тоқтатыңыз', 'transactional'],
    ['mesajları durdurmayın, çok seviyorum', 'marketing'],
    ['no paren, me encantan sus ofertas', 'marketing'],
    ['Can you stop by after 5?', 'transactional'],
  ] as const)('%s', (text, context) => {
    expect(classifyReply({ text, context })).toMatchObject({ intent: 'other', suppress: false });
  });

  it('takes a refusal with a time for a refusal', () => {
    expect(classifyReply({ text: "don't text me after 9pm", context: 'marketing' })).toMatchObject({ intent: 'opt-out', suppress: true });
  });
});

describe('short words of several languages', () => {
  it('follow the language told, or the question asked', () => {
    expect(classifyReply({ text: 'tak', lang: 'pl', context: 'double-opt-in-prompt' }).intent).toBe('opt-in');
    expect(classifyReply({ text: 'tak', lang: 'id', context: 'marketing' }).intent).toBe('opt-out');
    expect(classifyReply({ text: 'jo, passt', context: 'double-opt-in-prompt' }).intent).toBe('opt-in');
  });
});

describe('the words of a host', () => {
  const classify = createReplyClassifier({
    lexicons: [
      {
        lang: 'en',
        optOut: [],
        optIn: [],
        yes: [],
        help: [],
        classes: { petals: ['petals', 'bouquet*'] },
        requests: ['no _ @petals', 'spare me the @ad'],
        innocent: ['stop the press'],
      },
    ],
  });

  it('join the shipped words of their language and name their classes', () => {
    expect(classify({ text: 'no such bouquets for me, thank you', context: 'marketing' }).intent).toBe('opt-out');
    expect(classify({ text: 'do spare me the promos', context: 'marketing' }).intent).toBe('opt-out');
    expect(classify({ text: 'unsubscribe', context: 'marketing' }).intent).toBe('opt-out');
  });
});

describe('phrases', () => {
  it('keeps a brace of words as one part and spells the rest out', () => {
    expect(phrases('{не,ни} пиш{и,ите}|@no {a,b c}')).toEqual(['{не,ни} пиши', '{не,ни} пишите', '@no a', '@no b c']);
  });
});

describe('list', () => {
  it('spells braces out', () => {
    expect(list('{не,ни} пиши{,те}|stop')).toEqual(['не пиши', 'не пишите', 'ни пиши', 'ни пишите', 'stop']);
  });
});

describe('languages with few words of their own', () => {
  it.each([
    ['hu', 'kérem, ne küldjenek több reklámot'],
    ['sv', 'skicka inga fler erbjudanden'],
    ['da', 'stop med at sende mig beskeder'],
    ['no', 'slutt å sende meg meldinger'],
    ['fi', 'älkää lähettäkö minulle mainoksia'],
    ['sk', 'prestaňte mi posielať správy'],
    ['bg', 'престанете да ми пращате съобщения'],
    ['sr', 'nemojte mi više slati reklame'],
    ['el', 'σταματήστε να μου στέλνετε μηνύματα'],
    ['lt', 'nesiųskite man žinučių'],
    ['lv', 'beidziet sūtīt ziņas'],
    ['et', 'ärge helistage mulle'],
    ['tl', 'huwag nang mag text'],
    ['bn', 'আমাকে মেসেজ পাঠাবেন না'],
  ])('%s: a request to stop is read by rules alone', (lang, text) => {
    expect(createReplyClassifier({ model: false })({ text, lang, context: 'marketing' })).toMatchObject({ intent: 'opt-out', suppress: true });
  });
});

describe('a question whether to join', () => {
  const answer = (text: string): string => classifyReply({ text, context: 'double-opt-in-prompt' }).intent;

  it.each(['нет, не подписывайте', 'я не согласна', 'no, leave it', "I don't agree to that", 'nein, nicht eintragen', 'non, ne m’inscrivez pas'])(
    '%s: refuses',
    (text) => {
      expect(answer(text)).toBe('opt-out');
    },
  );

  it.each(['да, но без звонков', 'yes, but only once a month', 'ja, aber nur wenige'])('%s: agrees on terms', (text) => {
    expect(answer(text)).toBe('opt-in');
  });

  it('is no refusal to agree to a price in answer to anything else', () => {
    expect(classifyReply({ text: 'не согласна с ценой доставки, пересчитайте', context: 'transactional' }).suppress).toBe(false);
  });
});

describe('law and complaint as other people meet them', () => {
  it.each([
    'my cousin is a barrister, do you stock wigs?',
    'сын юрист, нужен портфель, что есть?',
    'жалуется на колено, к какому врачу?',
    'meine Tochter ist Anwältin, gibt es Roben?',
  ])('%s: no complaint', (text) => {
    expect(classifyReply({ text, context: 'marketing' })).toMatchObject({ intent: 'other', suppress: false });
  });

  it.each(['my solicitor will write to you', 'адвокат уже пишет на вас иск', 'mein Anwalt schreibt Ihnen'])('%s: a complaint', (text) => {
    expect(classifyReply({ text, context: 'marketing' })).toMatchObject({ intent: 'complaint', suppress: true });
  });
});
