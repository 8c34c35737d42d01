import { adText, appendFix, firstClaim } from '../claims.ts';
import { notSupplement, supplementCueAll } from '../lexicon/ru-supplement.ts';
import { hasMedicalWarning, medicalMention, medicalTriggers } from '../medical-context.ts';
import { defineRule, type Rule } from '../rule.ts';

export const medicalNoWarning: Rule<'missing'> = defineRule({
  id: 'medical-no-warning',
  description: { en: 'Medicine is advertised with the contraindication warning', ru: 'В рекламе медицины есть предупреждение о противопоказаниях' },
  messages: {
    missing: {
      en: '"{term}" advertises a medicine, medical service or device: the warning on contraindications and on asking an expert or reading the instruction is missing. Add it.',
      ru: '«{term}» — реклама лекарства, медицинской услуги или изделия: нет предупреждения о противопоказаниях и о консультации специалиста (инструкции). Добавьте.',
    },
  },
  triggers: medicalTriggers,
  examples: {
    correct: [
      { text: 'МРТ колена 3 900 руб. до 20.12. Имеются противопоказания, нужна консультация специалиста' },
      { text: 'Запись на 15.12 к ортодонту подтверждена', kind: 'transactional' },
      { text: 'Сироп от кашля 149 руб. Имеются противопоказания, ознакомьтесь с инструкцией' },
      { text: 'Ветклиника «Лапа»: УЗИ для кошек 900 руб.' },
      { text: 'Стрижка и расслабляющий массаж рук 1 500 руб.' },
      { text: 'Лечение старых яблонь и обрезка, 2 000 руб.' },
      { text: 'Кленовый сироп 390 руб., капли росы на открытке' },
      { text: 'Школа «Доктор Слово»: приём заявлений до мая' },
      { text: 'Анализ рынка для бизнеса, 9 900 руб.' },
    ],
    incorrect: [
      { text: 'МРТ колена 3 900 руб. до 20.12', message: 'missing' },
      { text: 'Брекеты с гарантией ровной улыбки', message: 'missing' },
      { text: 'Сироп от кашля по акции 149 руб.', message: 'missing' },
      { text: 'Отбеливание зубов -20 % до пятницы', message: 'missing' },
      { text: 'Чек-ап для мужчин 5 900 руб. Есть противопоказания', message: 'missing' },
      { text: 'Анализ крови на витамин D за 990 руб.', message: 'missing' },
      { text: 'Ботокс 250 руб. за единицу', message: 'missing' },
      { text: 'Тонометры в аптеке «Ромашка» от 1 900 руб.', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || hasMedicalWarning(subject.folded)) return;
    const hit = medicalMention(subject);
    if (hit === undefined) return;
    const supplement = firstClaim(subject, supplementCueAll);
    if (supplement !== undefined && !notSupplement.test(text) && /^(?:врач|лекарств|медицин)/u.test(hit.text)) return;
    report({
      message: 'missing',
      range: hit.range,
      data: { term: hit.text },
      fix: appendFix(subject, 'Имеются противопоказания, необходима консультация специалиста'),
    });
  },
});
