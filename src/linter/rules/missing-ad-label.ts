import { defineRule, type Rule } from '../rule.ts';
import { adLabel } from '../world/ad-label.ts';

export const missingAdLabel: Rule<'missing'> = defineRule({
  id: 'missing-ad-label',
  description: { en: 'Advertising begins with the label of the country', ru: 'Реклама начинается с пометки, принятой в стране' },
  messages: {
    missing: {
      en: 'Advertising must begin with exactly {label}. Put it first.',
      ru: 'Реклама должна начинаться точно с {label}. Поставьте пометку первой.',
    },
  },
  sampleDefaults: { country: 'KR', kind: 'marketing', sender: '15885555' },
  examples: {
    correct: [
      { text: '(광고)블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143' },
      { text: '[Web발신]\n(광고) 블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143' },
      { text: '[광고]블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143' },
    ],
    incorrect: [
      { text: '블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143', message: 'missing' },
      { text: '[블루케틀] 가을 세일 시작! 무료거부 0805550143', message: 'missing' },
      { text: 'Blue Kettle: 20% off teapots', message: 'missing' },
    ],
  },
  check(subject, settings, { report }) {
    const label = typeof settings.label === 'string' ? settings.label : '(광고)';
    if (adLabel(subject.text, label) === 'missing') report({ message: 'missing', range: null, data: { label }, fix: { range: [0, 0], text: label } });
  },
});
