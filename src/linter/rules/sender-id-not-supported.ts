import { defineRule, type Rule } from '../rule.ts';

export const senderIdNotSupported: Rule<'letters'> = defineRule({
  id: 'sender-id-not-supported',
  description: { en: 'The country’s operators carry this kind of sender', ru: 'Операторы страны передают такой вид отправителя' },
  messages: {
    letters: {
      en: 'Operators of this country carry no letters as the sender: the message is blocked or comes from a stranger’s number. Send from a registered number.',
      ru: 'Операторы страны не передают буквенных имён: сообщение не дойдёт или придёт с чужого номера. Отправляйте с зарегистрированного номера.',
    },
  },
  sampleDefaults: { country: 'US', kind: 'marketing' },
  examples: {
    correct: [
      { text: 'Blue Kettle: 20% off. Reply STOP to end', sender: '+12025550143' },
      { text: 'Blue Kettle: 20% off. Reply STOP to end', sender: '62555' },
      { text: 'Blue Kettle: 20% off. Reply STOP to end', sender: '1-800-555-0143' },
      { text: 'Blue Kettle: 20% off', sender: 'Blue Kettle', channel: 'whatsapp' },
      { text: 'Blue Kettle: 20% off' },
    ],
    incorrect: [
      { text: 'Blue Kettle: 20% off. Reply STOP to end', sender: 'BLUEKETTLE', message: 'letters' },
      { text: 'Your code is 4471', sender: 'Kettle1', kind: 'auth', message: 'letters' },
      { text: '(광고)블루케틀 할인', sender: '블루케틀', country: 'KR', message: 'letters' },
    ],
  },
  check({ input, sender }, _settings, { report }) {
    if (input.channel === 'sms' && /\p{L}/u.test(sender)) report({ message: 'letters', range: [0, sender.length], in: 'sender' });
  },
});
