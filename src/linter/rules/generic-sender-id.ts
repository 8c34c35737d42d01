import { genericWorldNames } from '../lexicon/generic-names.ts';
import { nameWords } from '../lexicon/sender-names.ts';
import { defineRule, type Rule } from '../rule.ts';
import { bareName } from '../world/sender-shape.ts';

export const genericSenderId: Rule<'generic'> = defineRule({
  id: 'generic-sender-id',
  description: { en: 'The SMS sender name shows a company, not a common word', ru: 'Имя отправителя SMS называет компанию, а не общее слово' },
  messages: {
    generic: {
      en: 'The sender name is a common word; operators refuse such names. Use the registered name of the company or brand.',
      ru: 'Имя отправителя — общее слово, операторы такие не принимают. Возьмите зарегистрированное название компании или бренда.',
    },
  },
  sampleDefaults: { country: 'GB', kind: 'marketing' },
  examples: {
    correct: [
      { text: 'Blue Kettle: teapots back in stock', sender: 'BlueKettle' },
      { text: 'Blue Kettle: teapots back in stock', sender: '60777' },
      { text: 'Blue Kettle: teapots back in stock', sender: 'SMSWorld' },
      { text: 'Infinity Gym: new classes', sender: 'Infinity' },
      { text: 'Kettle: news', sender: 'INFO', channel: 'whatsapp' },
    ],
    incorrect: [
      { text: 'Blue Kettle: teapots back in stock', sender: 'INFO', message: 'generic' },
      { text: 'Blue Kettle: teapots back in stock', sender: 'SMS', message: 'generic' },
      { text: 'Bollitore Blu: sconti', sender: 'AVVISO', country: 'IT', message: 'generic' },
      { text: 'Mavi: indirim', sender: 'BILGI', country: 'TR', message: 'generic' },
      { text: 'Blue Kettle sale', sender: 'AD-OFFERS', country: 'AE', message: 'generic' },
      { text: 'Konto: neu', sender: 'Hinweis', country: 'DE', message: 'generic' },
    ],
  },
  check({ input, sender, facts }, _settings, { report }) {
    if (input.channel !== 'sms' || !/\p{L}/u.test(sender) || facts.registeredSenders?.includes(sender)) return;
    const name = bareName(sender);
    const words = nameWords(name).filter((word) => !/^\d+$/u.test(word));
    const generic = words.length > 0 && words.every((word) => genericWorldNames.has(word));
    if (generic) report({ message: 'generic', range: [0, sender.length], in: 'sender', needs: ['registeredSenders'] });
  },
});
