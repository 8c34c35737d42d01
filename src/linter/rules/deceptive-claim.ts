import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { clausesOf } from '../world/clauses.ts';
import { occurs } from '../world/offers.ts';

export const deceptiveClaim: Rule<'deceives'> = defineRule({
  id: 'deceptive-claim',
  description: { en: 'No fake prizes and guaranteed gains', ru: 'Без мнимых призов и гарантированной выгоды' },
  messages: {
    deceives: {
      en: '"{term}" tells people they won or promises a sure gain. State the real offer and its terms.',
      ru: '«{term}» говорит о выигрыше или обещает верную выгоду. Назовите настоящее предложение и его условия.',
    },
  },
  triggers: topics.triggers(['deception']),
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Blue Kettle: enter our draw for a chance to win a teapot. Reply STOP to end' },
      { text: 'Money-back guarantee on all teapots at Blue Kettle. Reply STOP to end' },
      { text: 'You won the auction for lot 44, pay by Friday', kind: 'transactional' },
      { text: 'Delivery guaranteed by Friday at Blue Kettle. Reply STOP to end' },
      { text: 'Guadagna punti a ogni acquisto', country: 'IT' },
      { text: 'Du hast 20 Punkte gewonnen', country: 'DE' },
    ],
    incorrect: [
      { text: 'Congratulations! You have won an iPhone, claim your prize now. Reply STOP to end', message: 'deceives' },
      { text: 'Guaranteed profits of 30% a month with our bot. Reply STOP to end', message: 'deceives' },
      { text: 'Your number was selected to receive a $1000 gift card', message: 'deceives' },
      { text: 'Sie haben ein iPhone gewonnen! Jetzt abholen', country: 'DE', message: 'deceives' },
      { text: 'Vous avez gagné un voyage, réclamez votre lot', country: 'FR', message: 'deceives' },
      { text: '¡Has ganado un coche! Reclama tu premio', country: 'ES', message: 'deceives' },
      { text: 'Hai vinto un buono da 500€', country: 'IT', message: 'deceives' },
      { text: 'Você foi sorteado! Resgate seu prêmio', country: 'BR', message: 'deceives' },
      { text: 'Tebrikler, araba kazandınız!', country: 'TR', message: 'deceives' },
      { text: 'Gwarantowany zysk 20% miesięcznie', country: 'PL', message: 'deceives' },
      { text: 'مبروك لقد ربحت سيارة', country: 'AE', message: 'deceives' },
      { text: 'बधाई हो, आपने 5 लाख की लॉटरी जीती', country: 'IN', message: 'deceives' },
      { text: '(광고)블루 월 수익 보장 투자', country: 'KR', message: 'deceives' },
      { text: 'Сіз көлік ұтып алдыңыз', country: 'KZ', message: 'deceives' },
      { text: 'Siz avtomobil yutib oldingiz', country: 'UZ', message: 'deceives' },
      { text: 'Вы выиграли автомобиль, заберите приз', country: 'KZ', message: 'deceives' },
      { text: '当選しました!賞金をお受け取りください', country: 'JP', message: 'deceives' },
    ],
  },
  check(subject, settings, { report }) {
    const languages = languagesOf(settings);
    const claim = topics.pattern('deception', languages);
    if (claim === undefined) return;
    const honest = topics.pattern('deceptionHonest', languages);
    const clauses = clausesOf(subject.folded);
    for (const hit of subject.findAll(claim)) {
      const clause = clauses.find(([start, end]) => hit.index >= start && hit.index < end);
      if (clause !== undefined && occurs(honest, subject.folded.slice(clause[0], clause[1]))) continue;
      return report({ message: 'deceives', range: hit.range, data: { term: hit.text } });
    }
  },
});
