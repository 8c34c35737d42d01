import { defineRule, type Rule } from '../rule.ts';
import { isAlphaSender, optOutRoutes } from '../world/opt-out-route.ts';

export const optOutUnreachable: Rule<'oneWay'> = defineRule({
  id: 'opt-out-unreachable',
  description: { en: 'The refusal route can be reached from the message', ru: 'До указанного способа отказа можно дойти из сообщения' },
  messages: {
    oneWay: {
      en: 'People are told to answer a name of letters, which takes no replies. Give a short number, a link or a phone.',
      ru: 'Людям предложено ответить буквенному имени, а оно ответов не принимает. Дайте короткий номер, ссылку или телефон.',
    },
  },
  sampleDefaults: { country: 'GB', kind: 'marketing', sender: 'BlueKettle' },
  examples: {
    correct: [
      { text: 'Blue Kettle: teapots 20% off. Stop? Text STOP to 60777' },
      { text: 'Blue Kettle: teapots 20% off. Opt out: kettle.example/u' },
      { text: 'Blue Kettle: teapots 20% off. Reply STOP to end', sender: '60777' },
      { text: 'Teekanne: 20 % Rabatt. Abmelden: STOP an 82555', country: 'DE' },
      { text: 'Bouilloire : -20 %. STOP 36180', country: 'FR', sender: 'Bouilloire' },
      { text: 'Mavi: yüzde 20 indirim. RET yazıp 3307’ye gönderin', country: 'TR', sender: 'MAVI' },
      { text: 'Tetera: 20 % dto. Baja: tetera.example/baja', country: 'ES' },
      { text: 'Don’t stop now: teapots 20% off. Opt out: kettle.example/u' },
    ],
    incorrect: [
      { text: 'Blue Kettle: teapots 20% off. Reply STOP to end', message: 'oneWay' },
      { text: 'Teekanne: 20 % Rabatt. Abmelden? Antworte mit STOP', country: 'DE', message: 'oneWay' },
      { text: 'Bouilloire : -20 %. Répondez STOP pour vous désabonner', country: 'FR', message: 'oneWay' },
      { text: 'Tetera: 20 % dto. Responde BAJA para no recibir más', country: 'ES', message: 'oneWay' },
      { text: 'Bollitore: sconto 20%. Rispondi STOP per cancellarti', country: 'IT', message: 'oneWay' },
      { text: 'Czajnik: -20%. Odpisz STOP, aby zrezygnować', country: 'PL', message: 'oneWay' },
      { text: 'Mavi: indirim. İptal için RET yazarak cevaplayın', country: 'TR', message: 'oneWay' },
    ],
  },
  check(subject, settings, { report }) {
    if (subject.input.channel !== 'sms' || !isAlphaSender(subject.sender)) return;
    const reply = optOutRoutes(subject, settings).words.find((word) => word.number === undefined);
    if (reply !== undefined) report({ message: 'oneWay', range: reply.range });
  },
});
