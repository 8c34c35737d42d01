import { adText, claimsOf, near } from './claims.ts';
import { askExpert, contraindications, doubtfulMedicine, healthWord, medicalCue, notHuman } from './lexicon/ru-medical.ts';
import { prescriptionDrug, prescriptionTriggers } from './lexicon/ru-prescription.ts';
import { supplementCue } from './lexicon/ru-supplement.ts';
import type { Hit, Subject } from './rule.ts';

/** Words that the word finder looks for on behalf of the rules about medicine. */
export const medicalTriggers: readonly string[] = [
  ...prescriptionTriggers,
  'избав',
  'снотвор',
  'противозач',
  'контрацеп',
  'гормональн',
  'слабит',
  'сорбент',
  'антигист',
  'антисепт',
  'пластыр',
  'средств',
  'термометр',
  'пульсокс',
  'коронк',
  'пульпит',
  'парод',
  'десн',
  'прикус',
  'all-on',
  'кодир',
  'губ',
  'нити',
  'лифтинг',
  'криолип',
  'вазект',
  'гирудо',
  'пиявк',
  'эхок',
  'холтер',
  'смад',
  'скрининг',
  'дуплекс',
  'доплер',
  'бариатр',
  'трансплант',
  'пересадк',
  'акушер',
  'дефектолог',
  'инфекционист',
  'реабилитац',
  'вылеч',
  'уберем',
  'удал',
  'снимем',
  'сним',
  'узи',
  'мрт',
  'кт ',
  'экг',
  'ээг',
  'рентген',
  'графи',
  'денсито',
  'скоп',
  'фгдс',
  'фгс',
  'томограф',
  'стомат',
  'ортодонт',
  'дантист',
  'олог',
  'окулист',
  'лор',
  'педиатр',
  'терап',
  'хирург',
  'ортопед',
  'психиатр',
  'остеопат',
  'мануальн',
  'иглоук',
  'имплант',
  'брекет',
  'элайнер',
  'винир',
  'протез',
  'кариес',
  'пломб',
  'зуб',
  'полости рта',
  'зрени',
  'чекап',
  'чек-ап',
  'check',
  'вакцин',
  'прививк',
  'ботокс',
  'ботул',
  'диспорт',
  'филлер',
  'биоревит',
  'плазмо',
  'контурн',
  'пластик',
  'липосакц',
  'эпиляц',
  'лечеб',
  'массаж',
  'озоно',
  'склеро',
  'ударно',
  'мед',
  'диспансер',
  'клиник',
  'врач',
  'прием',
  'консультац',
  'осмотр',
  'санатор',
  'кодирован',
  'запоя',
  'лечен',
  'лечим',
  'беременност',
  'эко ',
  'слухов',
  'тонометр',
  'глюкометр',
  'ингалятор',
  'небулайзер',
  'корсет',
  'лекарств',
  'антибиотик',
  'обезбол',
  'жаропон',
  'противовирус',
  'пастилк',
  'никотин',
  'ибупрофен',
  'парацетамол',
  'назальн',
  'спре',
  'таблет',
  'капл',
  'капел',
  'сироп',
  'маз',
  'гел',
  'анализ',
  'свеч',
  'порош',
  'бандаж',
  'укол',
  'инъекц',
  'процедур',
  'диагност',
  'обследован',
];

/** The first mention of a medicine, a medical service or a device for people inside advertising. */
export function medicalMention(subject: Subject): Hit | undefined {
  const text = adText(subject);
  if (text === '' || notHuman.test(text)) return undefined;
  for (const { hit, before, after } of claimsOf(subject, medicalCue)) {
    if (isNamePart(hit.text, before, after)) continue;
    return hit;
  }
  for (const { hit } of claimsOf(subject, prescriptionDrug)) return hit;
  if (!near(text, doubtfulMedicine, healthWord, 30) || (supplementCue.test(text) && !/анализ|(?<!\p{L})кров/u.test(text))) return undefined;
  for (const { hit, after, before } of claimsOf(subject, doubtfulMedicine)) {
    if (near(before + hit.text + after, doubtfulMedicine, healthWord, 30)) return hit;
  }
  return undefined;
}

/** `доктор` in a brand, a specialist sought for work, a course for doctors. */
function isNamePart(word: string, before: string, after: string): boolean {
  if (
    /(?:ваканси\p{L}{0,30}|ищем|требу\p{L}{1,30}|приглашаем на работу|халат\p{L}{0,30}|костюм\p{L}{0,30}|форма|одежд\p{L}{0,30}|обув\p{L}{0,30}|подарок|подарки|поздравл\p{L}{1,30}|с днем)[^.!?]{0,30}$/u.test(
      before,
    )
  )
    return true;
  if (
    /^врач/u.test(word) &&
    /(?:без|не заменя\p{L}{1,30}|рекоменд\p{L}{1,30}|посовет\p{L}{1,30}|обратит\p{L}{1,30} к|консультац\p{L}{1,30}|назначени\p{L}{0,30}) (?:\p{L}{1,30} )?$/u.test(
      before,
    )
  )
    return true;
  if (/^врач/u.test(word) && /(?:одобрен|рекомендован|признан|проверен)\p{L}{0,30} [^.!?]{0,40}$/u.test(before)) return true;
  if (/^(?:медицинск|лекарств)/u.test(word) && /не явля\p{L}{1,30} (?:\p{L}{1,30} )?$/u.test(before)) return true;
  if (/^клиник/u.test(word)) return /^\p{L}{0,30} (?:обув|сумок|волос|окон)/u.test(after);
  return false;
}

/** True when the text carries the whole warning: contraindications and an expert or the instruction. */
export function hasMedicalWarning(text: string): boolean {
  return contraindications.test(text) && askExpert.test(text);
}
