import { quick } from '../text/index.ts';
import { adText, claimsOf, near } from './claims.ts';
import { literalsOf } from './lexicon/literals.ts';
import {
  askExpert,
  contraindications,
  dentistService,
  dentistWord,
  doubtfulMedicine,
  healthWord,
  medicalCue,
  notHuman,
} from './lexicon/ru-medical.ts';
import { prescriptionDrug, prescriptionTriggers } from './lexicon/ru-prescription.ts';
import { supplementCue } from './lexicon/ru-supplement.ts';
import type { Hit, Subject } from './rule.ts';

/** Words that the word finder looks for on behalf of the rules about medicine. */
export const medicalTriggers: readonly string[] = [...prescriptionTriggers, ...literalsOf(medicalCue.source), ...literalsOf(doubtfulMedicine.source)];

/** Papers without a visit are barred as such; nobody is treated. */
const falsePaper: RegExp = quick(
  /(?<!\p{L})(?:санкниж|медкниж|справк|медсправк|больничн|медкомисс|медосмотр)\p{L}{0,6}[^.!?\n]{0,45} (?:без (?:врач|анализ|сдач|осмотр|прохожд|посещ|явк|обход)|врач\p{L}{0,3} не )\p{L}{0,8}/u,
);

/** The first mention of a medicine, a medical service or a device for people inside advertising. */
export function medicalMention(subject: Subject): Hit | undefined {
  const text = adText(subject);
  if (text === '' || notHuman.test(text) || falsePaper.test(text)) return undefined;
  for (const { hit, before, after } of claimsOf(subject, medicalCue)) {
    if (isNamePart(hit.text, before, after)) continue;
    return hit;
  }
  for (const { hit, after } of claimsOf(subject, prescriptionDrug))
    if (!/^[^.!?]{0,3}(?:выкин|выброс|броси|отмен|больше не|не нуж)/u.test(after)) return hit;
  if (dentistWord.test(subject.folded)) for (const { hit } of claimsOf(subject, dentistService)) return hit;
  if (!near(text, doubtfulMedicine, healthWord, 30) || (supplementCue.test(text) && !/анализ|(?<!\p{L})кров/u.test(text))) return undefined;
  for (const { hit, after, before } of claimsOf(subject, doubtfulMedicine)) {
    if (near(before + hit.text + after, doubtfulMedicine, healthWord, 30)) return hit;
  }
  return undefined;
}

/** `доктор` in a brand, a specialist sought for work, a course for doctors. */
function isNamePart(word: string, before: string, after: string): boolean {
  if (
    /(?:ваканси\p{L}{0,30}|курс\p{L}{0,3} (?:английск|немецк|повыш|для)|английск\p{L}{1,3}|обучени\p{L} |подарок|сувенир\p{L}{0,3}|скидк\p{L}{1,2} для|ищем|требу\p{L}{1,30}|приглашаем на работу|халат\p{L}{0,30}|костюм\p{L}{0,30}|форма|одежд\p{L}{0,30}|обув\p{L}{0,30}|подарок|подарки|поздравл\p{L}{1,30}|с днем)[^.!?]{0,30}$/u.test(
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
  if (/^санатори/u.test(word))
    return (
      /без (?:процедур|лечени)/u.test(before + after) ||
      !/лечен|процедур|путевк|врач|оздоров|ванн|курс|диагност|програм|грязе|реабилит/u.test(before + after)
    );
  if (/^клиник/u.test(word)) return /^\p{L}{0,30} (?:обув|сумок|волос|окон)/u.test(after);
  return false;
}

/** True when the text carries the whole warning: contraindications and an expert or the instruction. */
export function hasMedicalWarning(text: string): boolean {
  return contraindications.test(text) && askExpert.test(text);
}
