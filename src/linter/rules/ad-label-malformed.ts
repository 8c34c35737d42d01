import { defineRule, type Rule } from '../rule.ts';
import { adLabel, alteredLabelRange } from '../world/ad-label.ts';

export const adLabelMalformed: Rule<'altered'> = defineRule({
  id: 'ad-label-malformed',
  description: { en: 'The advertising label is written exactly and stands first', ru: 'Пометка рекламы написана точно и стоит первой' },
  messages: {
    altered: {
      en: 'The label is altered or stands in the wrong place, which counts as evasion. Begin with exactly {label}.',
      ru: 'Пометка изменена или стоит не на месте, это считается обходом. Начните точно с {label}.',
    },
  },
  sampleDefaults: { country: 'KR', kind: 'marketing', sender: '15885555' },
  examples: {
    correct: [
      { text: '(광고)블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143' },
      { text: '[Web발신]\n(광고)블루케틀 20% 할인 무료수신거부 080-555-0143' },
      { text: '블루케틀 찻주전자 20% 할인 무료수신거부 080-555-0143' },
      { text: '블루케틀 광고 모델 선발대회! 무료수신거부 080-555-0143' },
    ],
    incorrect: [
      { text: '(광 고)블루케틀 20% 할인 무료수신거부 080-555-0143', message: 'altered' },
      { text: '[광고]블루케틀 20% 할인 무료수신거부 080-555-0143', message: 'altered' },
      { text: '(대출광고)블루금융 저금리 무료수신거부 080-555-0143', message: 'altered' },
      { text: '블루케틀 (광고) 20% 할인 무료수신거부 080-555-0143', message: 'altered' },
      { text: '(광/고)블루케틀 20% 할인', message: 'altered' },
      { text: '<광고>블루케틀 20% 할인', message: 'altered' },
    ],
  },
  check(subject, settings, { report }) {
    const label = typeof settings.label === 'string' ? settings.label : '(광고)';
    if (adLabel(subject.text, label) === 'altered') report({ message: 'altered', range: alteredLabelRange(subject.text, label), data: { label } });
  },
});
