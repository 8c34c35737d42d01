import { defineRule, type Rule } from '../rule.ts';
import { firstDisguise } from '../world/disguise.ts';

export const obfuscatedText: Rule<'disguised'> = defineRule({
  id: 'obfuscated-text',
  description: { en: 'Words are written plainly, not to pass filters', ru: 'Слова написаны прямо, без обхода фильтров' },
  messages: {
    disguised: {
      en: '"{term}" is written so as to pass filters. Write the word plainly; if filters stop it, do not send it.',
      ru: '«{term}» написано так, чтобы обойти фильтры. Пишите слово прямо; если фильтр его не пропускает, не отправляйте.',
    },
  },
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Blue Kettle: 2-for-1 teapots, code SAVE20. Reply STOP to end' },
      { text: 'B2B demo at 4pm, win11 laptops from $499. Reply STOP to end' },
      { text: 'Écoute-moi : -20 % sur les livres', country: 'FR' },
      { text: 'Kaspi-де жеңілдік, iPhone 15', country: 'KZ' },
      { text: 'Скидка на iPhone и Samsung, WhatsApp +7 700 000-00-01', country: 'KZ' },
      { text: 'Mail us at hello@kettle.example or DM @kettle_co' },
      { text: 'A$20 off, US$15 shipping at Kettle. Reply STOP to end' },
      { text: 'Ηλεκτρονικά: -20%', country: 'GR' },
      { text: 'Blue Kettle: Анна, teapots 20% off. Reply STOP to end' },
    ],
    incorrect: [
      { text: 'FR33 C4SH now at lucky.example. Reply STOP to end', message: 'disguised' },
      { text: 'V1agra and c1alis, no doctor. Reply STOP to end', message: 'disguised' },
      { text: 'Best c@sino bonus. Reply STOP to end', message: 'disguised' },
      { text: 'Frее lоan today. Reply STOP to end', message: 'disguised' },
      { text: 'Blue Kettle: ѕех shop. Reply STOP to end', message: 'disguised' },
      { text: 'C.A.S.I.N.O night. Reply STOP to end', message: 'disguised' },
      { text: 'Fr\u200bee mo\u200bney. Reply STOP to end', message: 'disguised' },
      { text: '𝐅𝐑𝐄𝐄 money today. Reply STOP to end', message: 'disguised' },
      { text: 'Ca$h l0ans today. Reply STOP to end', message: 'disguised' },
      { text: 'Kr3dit ohne Schufa', country: 'DE', message: 'disguised' },
    ],
  },
  check({ text }, settings, { report }) {
    const found = firstDisguise(text, settings);
    if (found !== undefined) report({ message: 'disguised', range: found, data: { term: text.slice(found[0], found[1]) } });
  },
});
