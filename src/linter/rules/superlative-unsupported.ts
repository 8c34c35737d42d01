import { defineRule, type Rule } from '../rule.ts';

const claim = /(?<!\p{L})(?:лучш(?:ий|ая|ее|ие|его|ей|их|им)|номер один|№ ?1(?!\d)|только у нас|единственн\p{L}+)(?!\p{L})/gu;

export const superlativeUnsupported: Rule<'unsupported'> = defineRule({
  id: 'superlative-unsupported',
  description: { en: 'Superiority is claimed with a criterion and a source', ru: 'Превосходство названо с критерием и источником' },
  messages: {
    unsupported: {
      en: 'The claim of superiority has no criterion and source next to it. Name both (rating, year, report), or say what the product is.',
      ru: 'Превосходство заявлено без критерия и источника. Назовите их рядом (рейтинг, год, отчёт) или скажите, каков товар.',
    },
  },
  triggers: ['лучш', 'номер один', '№', 'только у нас', 'единственн'],
  examples: {
    correct: [{ text: 'Пекарня Колос: хлеб из печи каждый час. Отписка: СТОП на 4455' }],
    incorrect: [{ text: 'Лучшая пекарня района ждёт вас', message: 'unsupported' }],
  },
  check(subject, _settings, { report }) {
    const hit = subject.findAdvertised(claim);
    if (hit !== undefined) report({ message: 'unsupported', range: hit.range });
  },
});
