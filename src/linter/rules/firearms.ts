import { topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { advertisedTopic } from '../world/offers.ts';

export const firearms: Rule<'offered'> = defineRule({
  id: 'firearms',
  description: { en: 'No advertising of firearms and ammunition', ru: 'Оружие и боеприпасы не рекламируют' },
  messages: {
    offered: {
      en: '"{term}" offers weapons or ammunition, which carriers bar. Take it out of mailings.',
      ru: '«{term}» предлагает оружие или боеприпасы: операторы это запрещают. Уберите из рассылки.',
    },
  },
  triggers: topics.triggers(['firearms']),
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'ToolBarn: glue gun and nail gun bundles 30% off. Reply STOP to end' },
      { text: 'Massage gun sale at FitHub. Reply STOP to end' },
      { text: 'Photo club: shooting tips for beginners. Reply STOP to end' },
      { text: 'Guns N Roses tribute night? No: jazz at Luna. Reply STOP to end', facts: { brandWords: ['Guns N Roses'] } },
      { text: 'Pistachio week at Nutty. Reply STOP to end' },
    ],
    incorrect: [
      { text: 'Ridge Arms: 9mm ammo back in stock, 20% off. Reply STOP to end', message: 'offered' },
      { text: 'New rifles and handguns this week at Ridge. Reply STOP to end', message: 'offered' },
      { text: 'Armería Sol: pistolas y munición con descuento', message: 'offered' },
      { text: 'AR-15 sale starts Friday at Ridge. Reply STOP to end', message: 'offered' },
    ],
  },
  check(subject, settings, { report }) {
    const brands = subject.facts.brandWords?.map((brand) => brand.toLowerCase()) ?? [];
    if (brands.some((brand) => /gun|arm|pistol/u.test(brand) && subject.folded.includes(brand))) return;
    const hit = advertisedTopic(subject, settings, 'firearms');
    if (hit !== undefined) report({ message: 'offered', range: hit.range, data: { term: hit.text } });
  },
});
