import { topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { advertisedTopic } from '../world/offers.ts';

export const cannabisCbd: Rule<'offered'> = defineRule({
  id: 'cannabis-cbd',
  description: { en: 'No advertising of cannabis and CBD', ru: 'Каннабис и КБД не рекламируют' },
  messages: {
    offered: {
      en: '"{term}" offers cannabis or CBD, which carriers bar wherever it is legal. Take it out of mailings.',
      ru: '«{term}» предлагает каннабис или КБД: операторы запрещают такое даже там, где это законно. Уберите из рассылки.',
    },
  },
  triggers: topics.triggers(['cannabis']),
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Green Thumb: weed killer 20% off. Reply STOP to end' },
      { text: 'Ropeworks: hemp rope and tote bags on sale. Reply STOP to end' },
      { text: 'Blue Kettle: potted herbs and pot roast kits. Reply STOP to end' },
      { text: 'Ms. Edwards: piano lessons at 4:20. Reply STOP to end' },
    ],
    incorrect: [
      { text: 'Leaf & Co dispensary: 25% off pre-rolls. Reply STOP to end', message: 'offered' },
      { text: 'Calm Drops: CBD oil buy one get one. Reply STOP to end', message: 'offered' },
      { text: 'Delta-8 gummies are back at Nimbus. Reply STOP to end', message: 'offered' },
      { text: 'Aceites de CBD y cannabis con 20% de descuento', message: 'offered' },
    ],
  },
  check(subject, settings, { report }) {
    const hit = advertisedTopic(subject, settings, 'cannabis');
    if (hit !== undefined) report({ message: 'offered', range: hit.range, data: { term: hit.text } });
  },
});
