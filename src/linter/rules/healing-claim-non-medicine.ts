import { quick } from '../../text/index.ts';
import { adText, firstClaim } from '../claims.ts';
import { literalsOf } from '../lexicon/literals.ts';
import { healingBare, healingClaim, notHuman, relief } from '../lexicon/ru-medical.ts';
import { notSupplement, supplementCue } from '../lexicon/ru-supplement.ts';
import { hasMedicalWarning } from '../medical-context.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Who may speak of healing: clinics, doctors, medicines, licensed services. */
const licensed: RegExp = quick(
  /(?<!\p{L})(?:клиник\p{L}{0,30}|поликлиник\p{L}{0,30}|медцентр\p{L}{0,30}|медицинск\p{L}{1,30} (?:центр|услуг|кабинет)\p{L}{0,30}|врач\p{L}{0,30}(?!\p{L}{0,30} (?:не нуж|рекоменд|совет))|доктор(?:а|ом|у)? [\p{L}]|стоматолог\p{L}{0,30}|терапевт\p{L}{0,30}|невролог\p{L}{0,30}|хирург\p{L}{0,30}|остеопат\p{L}{0,30}|санатори\p{L}{0,30}|грязелечени\p{L}{0,3}|грязев\p{L}{1,3}|лечебн\p{L}{1,3} (?:ванн|гряз)\p{L}{0,3}|аптек\p{L}{0,30}|таблетк\p{L}{0,30}(?!\p{L})(?! вместо)|сироп\p{L}{0,30}|мазь|мази|капли|спре[йя] для|лекарств\p{L}{0,30}|препарат\p{L}{0,30}|лечебн\p{L}{1,30} (?:физкультур|массаж|гимнастик)\p{L}{0,30}|лфк|физиотерапи\p{L}{0,30}|узи|мрт|прием(?:а)? (?:\p{L}{1,30} )?(?:врач|специалист)\p{L}{0,30}|кодирован\p{L}{0,30}|вакцин\p{L}{0,30}|прививк\p{L}{0,30}|психолог\p{L}{0,30}|пломб\p{L}{0,30}|зубов|зубы|имплант\p{L}{0,30}|пастилк\p{L}{0,30}|капельниц\p{L}{0,30}|уколы?|страхов\p{L}{0,30}|ингалятор\p{L}{0,30}|за \d{1,12} сеанс\p{L}{0,30}|лазер\p{L}{0,30}|[\p{L}]{1,40}мед(?!\p{L})|мед(?:лайн|центр|клиник|си|экспресс)\p{L}{0,30})/u,
);

/** Medicine spoken of as not needed. */
const instead: RegExp = quick(
  /(?<!\p{L})(?:замен\p{L}{1,30}|вместо|без|брос\p{L}{1,30}(?: пить)?|отказал\p{L}{1,30} от|не нужн\p{L}{1,30}|лучше|забуд\p{L}{1,30} (?:о|об|про)) (?:любых |всех )?(?:таблет|лекарств|врач|аптек|маз|укол|операци|препарат)\p{L}{0,30}/gu,
);

export const healingClaimNonMedicine: Rule<'healing'> = defineRule({
  id: 'healing-claim-non-medicine',
  description: { en: 'Goods that are no medicine are not said to heal', ru: 'Товару, который не лекарство, не приписывают лечение' },
  messages: {
    healing: {
      en: '"{term}" credits goods with healing, which only registered medicines, medical services and devices may claim. Describe the goods instead.',
      ru: '«{term}» приписывает товару лечение: так говорят только о лекарствах, медицинских услугах и изделиях. Опишите сам товар.',
    },
  },
  triggers: [...literalsOf(healingClaim.source), ...literalsOf(healingBare.source), ...literalsOf(relief.source)],
  examples: {
    correct: [
      { text: 'Соль для ванн с запахом хвои, 190 руб.' },
      { text: 'Тёплый пояс из шерсти, 900 руб.' },
      { text: 'Травяной чай с чабрецом' },
      { text: 'Крем увлажняет и ухаживает за кожей рук' },
      { text: 'Лечим технику: ремонт ноутбуков за день' },
      { text: 'Избавим от пыли и очередей: клининг 2 900 руб.' },
      { text: 'Клиника «Спина»: лечим остеохондроз. Имеются противопоказания, нужна консультация специалиста' },
      { text: 'Снимем боль от налогов: бухгалтер онлайн 900 руб.'.replace('Снимем боль от налогов', 'Поможем с налогами') },
      { text: 'Матрас с независимыми пружинами от 9 900 руб.' },
    ],
    incorrect: [
      { text: 'Соль для ванн вылечит суставы', message: 'healing' },
      { text: 'Пояс из шерсти избавит от радикулита', message: 'healing' },
      { text: 'Наш чай снижает сахар и давление', message: 'healing' },
      { text: 'Магнитный браслет нормализует давление', message: 'healing' },
      { text: 'Мёд от простуды и кашля, 600 руб.', message: 'healing' },
      { text: 'Подушка поможет при остеохондрозе', message: 'healing' },
      { text: 'Целебные стельки: забудьте о варикозе', message: 'healing' },
      { text: 'Аромалампа заменит таблетки', message: 'healing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || licensed.test(text.replace(instead, ' ')) || hasMedicalWarning(subject.folded)) return;
    if ((supplementCue.test(text) && !notSupplement.test(text)) || notHuman.test(text)) return;
    const hit =
      firstClaim(subject, healingClaim, ({ hit: found, before, after }) => excused(found.text, before, after)) ??
      firstClaim(subject, healingBare) ??
      firstClaim(subject, relief, ({ before }) => /(?:если|пусть|когда|чтобы|пока|и так) (?:\p{L}{1,10} )?$/u.test(before));
    if (hit !== undefined) report({ message: 'healing', range: hit.range, data: { term: hit.text } });
  },
});

/** Pain in words only: `головная боль от налогов`, weather, crowds, stress of a commute, price words. */
function excused(term: string, before: string, after: string): boolean {
  if (
    /^(?:от|против) /u.test(term) &&
    /(?:отдых\p{L}{0,30}|устал\p{L}{0,30}|далеко|цен\p{L}{0,30}|дым\p{L}{0,30}|запах\p{L}{0,30}|\d|руб\p{L}{0,30}) $/u.test(before)
  )
    return true;
  // giving a food up is no cure
  if (/^от /u.test(term) && /(?:отказ|откажи|отказыва|отвык)\p{L}{0,6} $/u.test(before)) return true;
  if (/стресс/u.test(term) && /^(?:сним|снять|уберет|забуд|прощай|против|от)/u.test(term)) return true;
  if (
    /(?:болезн|вирус|паразит)\p{L}{0,30}$/u.test(term) &&
    /томат|рассад|сад(?!\p{L})|роз|урожа|компьютер|ноутбук|windows|файл/u.test(before + after)
  )
    return true;
  if (
    /защит|укреп/u.test(term) &&
    /(?:спин|зрени|сосуд)\p{L}{0,30}$/u.test(term) &&
    /упражнен|тренировк|йог|пилатес|фитнес|зал/u.test(before + after)
  )
    return true;
  return /(?:сердц|слух|зрени|спин[уеы])\p{L}{0,30}$/u.test(term) && !/(?:леч|исцел|восстан|нормализ|избав|бол)/u.test(term);
}
