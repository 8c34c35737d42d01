import { russianAlcohol } from '../lexicon/ru-alcohol.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { advertisedTopic, claimInRussian, occurs } from '../world/offers.ts';

export const alcoholNoAgeGate: Rule<'ungated'> = defineRule({
  id: 'alcohol-no-age-gate',
  description: { en: 'Alcohol is offered only behind an age gate', ru: 'Алкоголь предлагают только за проверкой возраста' },
  messages: {
    ungated: {
      en: '"{term}" offers alcohol without an age gate. Name the age and lead to a page that asks the date of birth; where alcohol is barred, take it out.',
      ru: '«{term}» предлагает алкоголь без проверки возраста. Назовите возраст и ведите на страницу с датой рождения; где алкоголь запрещён, уберите.',
    },
  },
  triggers: [...topics.triggers(['alcohol']), ...russianAlcohol.triggers],
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Cask & Co: bourbon tasting Friday, 21+ only, ID at the door. Reply STOP to end' },
      { text: 'Blue Kettle: wine glasses 20% off. Reply STOP to end' },
      { text: 'Root beer floats at Dot’s Diner. Reply STOP to end' },
      { text: 'Rum raisin ice cream is back at Dot’s. Reply STOP to end' },
      { text: 'Cocktail dresses 30% off at Nora. Reply STOP to end' },
      { text: 'Vino tinto en oferta, solo mayores de 21' },
    ],
    incorrect: [
      { text: 'Cask & Co: bourbon 20% off this weekend. Reply STOP to end', message: 'ungated' },
      { text: 'Happy hour at Luna: two cocktails for $10. Reply STOP to end', message: 'ungated' },
      { text: 'Bodega Sol: vinos y cervezas 2x1. Responde ALTO para cancelar', message: 'ungated' },
    ],
  },
  check(subject, settings, { report }) {
    const gated = settings.ageGate !== false && occurs(topics.pattern('ageGate', languagesOf(settings)), subject.folded);
    if (gated) return;
    const hit = advertisedTopic(subject, settings, 'alcohol') ?? claimInRussian(subject, settings, russianAlcohol);
    if (hit !== undefined) report({ message: 'ungated', range: hit.range, data: { term: hit.text } });
  },
});
