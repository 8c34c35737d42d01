import { adText, type Claim, firstClaim } from '../claims.ts';
import { disease, notSupplement, supplementCue, supplementEffect, supplementHealing, supplementTriggers } from '../lexicon/ru-supplement.ts';
import { defineRule, type Rule } from '../rule.ts';

export const badHealingClaim: Rule<'healing'> = defineRule({
  id: 'bad-healing-claim',
  description: { en: 'A supplement is not said to heal', ru: 'БАД не приписывают лечение' },
  messages: {
    healing: {
      en: '"{term}" makes a supplement look like a medicine: no healing, cure stories, thanks, studies, or replacing of food or treatment. Say what it contains.',
      ru: '«{term}» создаёт впечатление лекарства: нельзя лечить, благодарить, ссылаться на исцеление, исследования, замену еды или лечения. Скажите, что в составе.',
    },
  },
  triggers: supplementTriggers,
  examples: {
    correct: [
      { text: 'БАД Сердечко, источник магния. Не является лекарственным средством' },
      { text: 'Омега-3, 120 капсул, 890 руб. БАД. Не является лекарственным средством' },
      { text: 'Коллаген со вкусом вишни, дополнительный источник витамина C. БАД, не лекарство' },
      { text: 'Спасибо за покупку! Витамины ждут в пункте выдачи', kind: 'transactional' },
      { text: 'Чай от пекарни Колос, 90 руб.' },
      { text: 'Мультивитамины, 60 шт. Не является лекарством. От 390 руб.' },
    ],
    incorrect: [
      { text: 'БАД Сердечко снимает боль. Не является лекарственным средством', message: 'healing' },
      { text: 'Спасибо комплексу для суставов, я бросила таблетки - Нина', message: 'healing' },
      { text: 'Омега-3 снижает холестерин. БАД, не является лекарством', message: 'healing' },
      { text: 'Капсулы «Гибкость» от артроза. Не является лекарственным средством', message: 'healing' },
      { text: 'Магний вылечит бессонницу, 590 руб.', message: 'healing' },
      { text: '«Пью ваш магний, и изжога совсем прошла» - Ирина. БАД', message: 'healing' },
      { text: 'БАД «Корень» одолеет простатит', message: 'healing' },
      { text: 'Учёные доказали: коллаген восстанавливает суставы. Не лекарство', message: 'healing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || !supplementCue.test(text) || notSupplement.test(text)) return;
    const denied = ({ hit: found, before, after }: Claim): boolean =>
      /(?<!\p{L})(?:не|ни|без)(?: \p{L}{3,15} (?:и|или))? $/u.test(before) ||
      (/^(?:от|при|против) /u.test(found.text) && /не (?:лечит|помога\p{L}{1,30}|предназнач\p{L}{1,30})[^.!?]{0,15}$/u.test(before)) ||
      /(?:посовет|проконсульт|обратит|консультац)/u.test(after.slice(0, 40));
    const hit =
      firstClaim(subject, supplementHealing, denied) ??
      firstClaim(subject, supplementEffect, denied) ??
      firstClaim(
        subject,
        disease,
        (claim) => denied(claim) || /(?:не (?:лечит|предназнач|примен|являет)|противопоказ|осторожн|диабетик)/u.test(claim.before + claim.hit.text),
      );
    if (hit !== undefined) report({ message: 'healing', range: hit.range, data: { term: hit.text } });
  },
});
