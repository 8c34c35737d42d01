import { firstClaim } from '../claims.ts';
import { medicalMention, medicalTriggers } from '../medical-context.ts';
import { defineRule, type Rule } from '../rule.ts';

const promise: RegExp =
  /(?<!\p{L})(?:(?:с )?гаранти\p{L}+(?! на )[^.!?\n]{0,40}|100 ?% (?:результат|эффект|излечен|выздоров|гарант|безопас|помо|избав|зрени|безболез)\p{L}*|стопроцентн\p{L}+ (?:результат|эффект)\p{L}*|без (?:побочн|риск|осложн)\p{L}*|абсолютно (?:безопасн|безвредн|безболезн)\p{L}*|полностью (?:безопасн|безвредн|излеч|вылеч|избав)\p{L}*|безвредн\p{L}*|не имеет (?:побочн|противопоказ)\p{L}*|нет побочн\p{L}*|(?:вылеч|излеч|исцел)\p{L}+ (?:за|навсегда|раз и навсегда|любо|люб)\p{L}*|навсегда (?:избав|забуд|вылеч|уйд|убер|реш)\p{L}*|(?:избав|вылеч|забуд|помог|реш)\p{L}+[^.!?\n]{0,40} навсегда|раз и навсегда|результат (?:гарант|обеспеч|навсегда|100|в \d+ ?% случаев)\p{L}*|обещаем (?:результат|выздоров|избав|здоров)\p{L}*|эффект (?:гарант|навсегда|обеспеч)\p{L}*|помогает (?:всем|каждому|в 100|всегда)|полное (?:выздоровлен|излечен|избавлен)\p{L}*|вернем зрение|поставим на ноги)/gu;

export const medicalGuarantee: Rule<'guaranteed'> = defineRule({
  id: 'medical-guarantee',
  description: { en: 'No guaranteed effect or safety of treatment', ru: 'Не гарантируют действие и безопасность лечения' },
  messages: {
    guaranteed: {
      en: '"{term}" guarantees the effect or the safety of a medicine or treatment. Take the promise out.',
      ru: '«{term}» — гарантия действия или безопасности лечения. Уберите обещание.',
    },
  },
  triggers: medicalTriggers,
  examples: {
    correct: [
      { text: 'Коронка из керамики, гарантия на работу 2 года. Имеются противопоказания, нужна консультация специалиста' },
      { text: 'Слуховой аппарат с гарантией 1 год. Имеются противопоказания, нужна консультация специалиста' },
      { text: 'Гарантированно приедем до 18:00: ремонт окон' },
      { text: 'Имплант 25 000 руб. Имеются противопоказания, проконсультируйтесь с врачом' },
      { text: 'Гарантия на телевизоры 3 года в «Луче»' },
      { text: 'УЗИ 900 руб., результат в день приёма. Имеются противопоказания, нужна консультация специалиста' },
    ],
    incorrect: [
      { text: 'Брекеты с гарантией ровной улыбки', message: 'guaranteed' },
      { text: 'Вылечим псориаз навсегда, клиника «Кожа»', message: 'guaranteed' },
      { text: 'Мазь от боли: 100% результат без побочных эффектов', message: 'guaranteed' },
      { text: 'Коррекция зрения, абсолютно безопасно', message: 'guaranteed' },
      { text: 'Кодирование от алкоголя, результат гарантируем', message: 'guaranteed' },
      { text: 'Ботокс без риска и осложнений. Имеются противопоказания, нужна консультация специалиста', message: 'guaranteed' },
    ],
  },
  check(subject, _settings, { report }) {
    if (medicalMention(subject) === undefined) return;
    const hit = firstClaim(subject, promise, ({ hit: found, before }) => {
      if (/не гарант|без гарант/u.test(before.slice(-12) + found.text)) return true;
      if (!/гаранти/u.test(found.text) || /^(?:100|результат|эффект)/u.test(found.text)) return false;
      if (/\d+ ?(?:лет|год|года|мес)|пожизненн\p{L}+ гаранти/u.test(before.slice(-14) + found.text)) return true;
      return !/результат|эффект|излеч|выздоров|безопас|безбол|улыбк|здоров|помощ|исцел|зрени|приживл|успех|гарантируем$|гарантирован$|гарантировано$/u.test(
        before.slice(-25) + found.text,
      );
    });
    if (hit !== undefined) report({ message: 'guaranteed', range: hit.range, data: { term: hit.text.trim() } });
  },
});
