import { isSharedShortener, sharedShorteners } from '../lexicon/shorteners.ts';
import { defineRule, type Rule } from '../rule.ts';
import { hostOf, webAddress } from '../world/addresses.ts';

export const publicUrlShortener: Rule<'shared'> = defineRule({
  id: 'public-url-shortener',
  description: { en: 'Links use the sender’s own domain, not a shared short one', ru: 'Ссылки ведут на свой домен, а не на общий сокращатель' },
  messages: {
    shared: {
      en: '"{host}" is a short domain that many senders share; carriers block it. Use your own domain.',
      ru: '«{host}» — общий короткий домен, операторы его блокируют. Возьмите свой домен.',
    },
  },
  triggers: [...sharedShorteners],
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Blue Kettle: 20% off, kettle.example/s Reply STOP to end' },
      { text: 'Blue Kettle: 20% off, go.kettle.example/x1 Reply STOP to end' },
      { text: 'Orbit.lyrics: new songs at orbit.example' },
      { text: 'Rabbit.lyon restaurant is open' },
    ],
    incorrect: [
      { text: 'Blue Kettle: 20% off, bit.ly/3xYz Reply STOP to end', message: 'shared' },
      { text: 'Blue Kettle: 20% off, https://tinyurl.com/kettle Reply STOP', message: 'shared' },
      { text: 'TiffinBox: थाली ₹99 www.cutt.ly/tif', country: 'IN', message: 'shared' },
      { text: 'Mavi: indirim t.ly/mavi', country: 'TR', message: 'shared' },
    ],
  },
  check(subject, _settings, { report }) {
    const link = subject.findAll(webAddress).find((hit) => isSharedShortener(hostOf(hit.text)));
    if (link !== undefined) report({ message: 'shared', range: link.range, data: { host: hostOf(link.text) } });
    else if (subject.buttons.some(({ url }) => url !== undefined && isSharedShortener(hostOf(url))))
      report({ message: 'shared', range: null, in: 'button', data: { host: '' } });
  },
});
