import { quick } from '../../text/index.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { confirmsOptOut, occurs } from '../world/offers.ts';

const parts = {
  frequency: quick(
    /(?:msgs?|messages?|texts?|alerts?|mensajes?|sms)\s?(?:\/|per|a|each|every|por|al)\s?(?:mo|month|wk|week|day|mes|semana|d[ií]a)|freq\p{L}*|frecuencia|recurring|recurrentes?|\d+ ?(?:x|times) ?(?:\/|per|a) ?(?:mo|month|week|wk|day)|(?:up to |hasta )?\d+ ?(?:msgs?|messages?|texts?|alerts?|mensajes)|(?:weekly|daily|monthly|semanal|mensual) (?:texts?|msgs?|messages?|alerts?|updates?|deals?)|(?:one|two|once|twice)[^.]{0,12}(?:week|month|day)/u,
  ),
  rates:
    /rates? (?:may|apply)|(?:msg|message|mssg|text) ?(?:&|and|\+|n) ?data|data rates|std (?:msg )?rates|standard (?:msg |message |text |messaging )?rates|carrier (?:rates|fees|charges)|tarifas|(?:it's|texts are|messages are|this service is) free|no charge|free to end user/u,
  help: quick(/(?<!\p{L})(?:help|ayuda|info)(?!\p{L})/u),
  stop: quick(/(?<!\p{L})(?:stop|unsubscribe|opt[- ]?out|cancelar|alto|parar)(?!\p{L})/u),
};
const aboutMessages = quick(
  /(?<!\p{L})(?:texts?|sms|msgs?|messages?|alerts?|alertas?|mensajes?|text club|list|updates?|notifications?|reminders?|stop|deals)(?!\p{L})/u,
);

export const missingProgramDisclosures: Rule<'missing'> = defineRule({
  id: 'missing-program-disclosures',
  description: {
    en: 'The confirmation of an opt-in tells frequency, rates, HELP and STOP',
    ru: 'Подтверждение подписки называет частоту, тарифы, HELP и STOP',
  },
  messages: {
    missing: {
      en: 'The confirmation of the opt-in lacks: {missing}. Add: "Msg freq varies. Msg & data rates may apply. Reply HELP for help, STOP to cancel."',
      ru: 'В подтверждении подписки нет: {missing}. Добавьте: "Msg freq varies. Msg & data rates may apply. Reply HELP for help, STOP to cancel."',
    },
  },
  sampleDefaults: { country: 'US', kind: 'transactional', sender: '62555' },
  examples: {
    correct: [
      { text: 'Welcome to Blue Kettle alerts! 4 msgs/month. Msg & data rates may apply. Reply HELP for help, STOP to cancel.' },
      {
        text: 'Blue Kettle: you are subscribed to text updates. Message frequency varies. Message and data rates may apply. HELP for help, STOP to end.',
      },
      { text: 'Thanks for joining Blue Kettle Gold! Your card is on its way.' },
      { text: 'You are subscribed to Blue Kettle Premium, $9 a month, manage in the app.' },
      { text: 'Gracias por suscribirte a alertas SMS de Tetera. 4 mensajes/mes. Pueden aplicar tarifas. AYUDA para ayuda, ALTO para cancelar.' },
    ],
    incorrect: [
      { text: 'Welcome to Blue Kettle alerts! Reply STOP to cancel.', message: 'missing' },
      { text: "You're now subscribed to Blue Kettle texts. Enjoy!", message: 'missing' },
      { text: 'Thanks for subscribing to Blue Kettle SMS! Msg & data rates may apply. STOP to end, HELP for help.', message: 'missing' },
      { text: 'Blue Kettle: you are signed up for weekly texts. HELP for help, STOP to end.', message: 'missing' },
    ],
  },
  check(subject, settings, { report }) {
    const { folded } = subject;
    const optedIn = topics.pattern('optedIn', languagesOf(settings));
    if (subject.kind === 'auth' || !occurs(optedIn, folded) || !aboutMessages.test(folded) || confirmsOptOut(subject, settings)) return;
    const missing = Object.entries(parts).flatMap(([part, pattern]) => (pattern.test(folded) ? [] : [part]));
    if (missing.length > 0) report({ message: 'missing', range: null, data: { missing: missing.join(', ') } });
  },
});
