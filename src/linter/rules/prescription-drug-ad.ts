import { adText, firstClaim } from '../claims.ts';
import { notHuman } from '../lexicon/ru-medical.ts';
import { prescriptionDrug as drug, prescriptionTriggers } from '../lexicon/ru-prescription.ts';
import { defineRule, type Rule } from '../rule.ts';

export const prescriptionDrugAd: Rule<'prescription'> = defineRule({
  id: 'prescription-drug-ad',
  description: { en: 'Prescription-only medicines are not advertised to the public', ru: 'Рецептурные лекарства не рекламируют публике' },
  messages: {
    prescription: {
      en: '"{term}" is sold on prescription: it may be advertised only in specialist media and events. Take it out.',
      ru: '«{term}» отпускается по рецепту: реклама — только в специальных изданиях и на мероприятиях. Уберите.',
    },
  },
  triggers: prescriptionTriggers,
  examples: {
    correct: [
      { text: 'Очки по рецепту врача за час, 2 900 руб. Имеются противопоказания, нужна консультация специалиста' },
      { text: 'Рецепт пирога и формы для выпечки от 390 руб.' },
      { text: 'Спрей для носа 190 руб. Имеются противопоказания, ознакомьтесь с инструкцией' },
      { text: 'Ваш рецепт на антибиотик продлён, аптека ждёт', kind: 'transactional' },
      { text: 'Вечер лирики: стихи поэтов, 12+, вход 300 руб.' },
      { text: 'Парацетамол 49 руб. Имеются противопоказания, ознакомьтесь с инструкцией' },
    ],
    incorrect: [
      { text: 'Антибиотики со скидкой 15 %, аптека «Ромашка»', message: 'prescription' },
      { text: 'Оземпик в наличии, доставим за час', message: 'prescription' },
      { text: 'Силденафил для мужчин, упаковка 390 руб.', message: 'prescription' },
      { text: 'Рецептурные препараты с доставкой на дом', message: 'prescription' },
      { text: 'Инсулин дешевле, чем летом. Имеются противопоказания, ознакомьтесь с инструкцией', message: 'prescription' },
      { text: 'Амоксициллин 120 руб., спешите', message: 'prescription' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || notHuman.test(text)) return;
    const hit = firstClaim(
      subject,
      drug,
      ({ before, after }) =>
        /(?:без|анализ\p{L}{0,30} на|чувствительност\p{L}{1,30} к|школ\p{L}{1,30} диабет\p{L}{0,30}|ручк\p{L}{1,30} для|чехл\p{L}{0,30} для|сумк\p{L}{1,30} для|не содерж\p{L}{1,30}) (?:\p{L}{1,30} )?$/u.test(
          before,
        ) ||
        /^[^.!?]{0,3}(?:выкин|выброс|броси|отмен|больше не|не нуж)/u.test(after) ||
        /^[- ]?(?:сумк|термо|резистент)/u.test(after),
    );
    if (hit !== undefined) report({ message: 'prescription', range: hit.range, data: { term: hit.text } });
  },
});
