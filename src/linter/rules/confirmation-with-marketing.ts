import { quick } from '../../text/index.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { clausesOf } from '../world/clauses.ts';
import { confirmsOptOut, occurs } from '../world/offers.ts';

const comeBack = quick(
  /(?:shop (?:at|now|again)|visit (?:our|us)|check out|before you go|change(?:d)? your mind\?[^.!?]{0,40}(?:%|off|get|save|code)|last chance|come back and|miss (?:you|out))/u,
);
const figures = quick(/\d ?%|\p{Sc} ?\d|\d ?(?:€|₺|tl|zł|원)|(?:code|cod[eé]|código|kod\p{L}{0,30}) \p{L}{0,30}\d/u);

export const confirmationWithMarketing: Rule<'offer'> = defineRule({
  id: 'confirmation-with-marketing',
  description: { en: 'The confirmation of a refusal offers nothing', ru: 'Подтверждение отказа ничего не предлагает' },
  messages: {
    offer: {
      en: 'The confirmation of an opt-out carries an offer. Say only that it is done, and by whom.',
      ru: 'В подтверждении отказа есть предложение. Скажите только, что отказ принят и кем.',
    },
  },
  triggers: topics.triggers(['optedOut']),
  sampleDefaults: { country: 'US', kind: 'transactional', sender: '62555' },
  examples: {
    correct: [
      { text: 'Blue Kettle: you are unsubscribed and will get no more texts. Help: 800 555 0143' },
      { text: "You've been opted out of Blue Kettle alerts. No more messages will be sent." },
      { text: 'You will no longer receive special offers from Blue Kettle.' },
      { text: 'Sie wurden abgemeldet und erhalten keine weiteren SMS von Teekanne.', country: 'DE' },
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to opt out', kind: 'marketing' },
      { text: 'Blue Kettle: teapots 20% off until Friday, kettle.example. No more texts: kettle.example/stop', kind: 'marketing', country: 'GB' },
      { text: 'Blue Kettle: teapots 20% off. Reply STOP and you will no longer receive our texts', kind: 'marketing' },
    ],
    incorrect: [
      { text: 'You are unsubscribed from Blue Kettle. Before you go: 20% off with code STAY20', message: 'offer' },
      { text: 'Blue Kettle: opt-out confirmed. Check out our new arrivals at kettle.example', message: 'offer' },
      { text: 'Sie wurden abgemeldet. Unser Abschiedsgeschenk: 10 % Rabatt auf alles', country: 'DE', message: 'offer' },
      { text: 'Vous êtes désinscrit. Profitez encore de -15 % ce week-end', country: 'FR', message: 'offer' },
      { text: 'Te hemos dado de baja. Aprovecha un 20% de descuento final', country: 'ES', message: 'offer' },
      { text: 'Listemizden çıkarıldınız. %20 indirim sizi bekliyor', country: 'TR', message: 'offer' },
    ],
  },
  check(subject, settings, { report }) {
    if (!confirmsOptOut(subject, settings)) return;
    const languages = languagesOf(settings);
    const [offer, optedOut] = [topics.pattern('offer', languages), topics.pattern('optedOut', languages)];
    const broken = clausesOf(subject.folded).find(([start, end]) => {
      const clause = subject.folded.slice(start, end);
      if (!occurs(offer, clause) && !comeBack.test(clause) && !figures.test(clause)) return false;
      return !occurs(optedOut, clause) || figures.test(clause);
    });
    if (broken !== undefined) report({ message: 'offer', range: subject.original(broken[0], broken[1]) });
  },
});
