import type { TrainingLanguage } from '../handbook/words.ts';

/** Every wording of the quiz. */
export interface QuizWords {
  readonly title: string;
  readonly intro: string;
  readonly question: (number: number, total: number) => string;
  readonly prompt: string;
  readonly nothing: string;
  readonly clean: (rule: string) => string;
  readonly basis: (acts: string) => string;
  readonly fine: (fine: string) => string;
  readonly consent: (place: string) => string;
  readonly optOut: (place: string) => string;
  readonly barred: (place: string) => string;
  readonly deadline: (place: string, duty: string) => string;
  readonly answer: string;
  readonly score: string;
  readonly open: string;
  readonly handIn: string;
}

export const quizWords: Readonly<Record<TrainingLanguage, QuizWords>> = {
  en: {
    title: 'Messages to customers: quiz',
    intro: 'Choose one answer each. The explanation opens with it; only the first choice counts.',
    question: (number, total) => `Question ${number} of ${total}`,
    prompt: 'Which rule does this message break?',
    nothing: 'None: it may go out as it is',
    clean: (rule) => `No rule is broken. It also keeps to the rule it was most likely to break: ${rule}.`,
    basis: (acts) => `Basis: ${acts}.`,
    fine: (fine) => `Fine: ${fine}.`,
    consent: (place) => `${place}: what does advertising need?`,
    optOut: (place) => `${place}: somebody says stop. By when must it hold?`,
    barred: (place) => `${place}: which channel is closed to advertising?`,
    deadline: (place, duty) => `${place}: how much time is there to ${duty}?`,
    answer: 'Answer and why',
    score: 'right:',
    open: 'not answered yet:',
    handIn: 'All answered. Hand in this line to have it recorded:',
  },
  ru: {
    title: 'Сообщения клиентам: проверка знаний',
    intro: 'Выберите по одному ответу. Вместе с ним откроется объяснение; засчитывается первый выбор.',
    question: (number, total) => `Вопрос ${number} из ${total}`,
    prompt: 'Какое правило здесь нарушено?',
    nothing: 'Никакое: сообщение можно отправлять',
    clean: (rule) => `Ничего не нарушено. Соблюдено и правило, которое нарушить было легче всего: ${rule}.`,
    basis: (acts) => `Основание: ${acts}.`,
    fine: (fine) => `Штраф: ${fine}.`,
    consent: (place) => `${place}: что нужно для рекламы?`,
    optOut: (place) => `${place}: человек просит прекратить. Когда отказ должен действовать?`,
    barred: (place) => `${place}: какой канал закрыт для рекламы?`,
    deadline: (place, duty) => `${place}: сколько времени есть, чтобы ${duty}?`,
    answer: 'Ответ и почему',
    score: 'верно:',
    open: 'осталось ответить:',
    handIn: 'Все ответы даны. Передайте эту строку, чтобы результат записали:',
  },
};
