import type { Range } from '../diagnostic.ts';
import { defineRule, type Rule, type Subject } from '../rule.ts';

const company =
  '(?:["«„“][^"»”“\\n]{2,30}["»”“]|(?:Ozon|Озон\\p{L}*|Wildberries|Вайлдберриз|Авито|Билайн\\p{L}*|Мегафон\\p{L}*|МТС|Теле2|Т2|Сбер\\p{L}*|Икеи?|ИКЕА|DNS|ДНС|М\\.?Видео|Яндекс\\p{L}*|Пят[её]рочк\\p{L}+|Магнит\\p{L}*|Леруа)|[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ\\d][а-яё\\d]*)?)';
const quotedOrKnown =
  '(?:["«„“][^"»”“\\n]{2,30}["»”“]|Ozon|Озон\\p{L}*|Wildberries|Вайлдберриз|Авито|Билайн\\p{L}*|Мегафон\\p{L}*|МТС|Теле2|Сбер\\p{L}*|ИКЕА|Икеи|DNS|ДНС|Яндекс\\p{L}*|Пят[её]рочк\\p{L}+|Магнит\\p{L}*|Леруа)';
const rival = '(?:конкурент\\p{L}*|сосед(?:и|ей|них|ний|нем|ском) (?:магазин|салон|кафе|клиник|пекарн|сервис)?\\p{L}*)';
const bad =
  '(?:обман\\p{L}*|обсчит\\p{L}*|подв[её]л\\p{L}*|врут|вр[её]т|лгут|жуль\\p{L}*|халтур\\p{L}*|тормоз\\p{L}*|падает|глюч\\p{L}*|ломается|просроч\\p{L}*|тухл\\p{L}*|гнил\\p{L}*|подделк\\p{L}*|пьян\\p{L}*|дер[её]т|дерут|надоел\\p{L}*|замучил\\p{L}*|разочаровал\\p{L}*|кинул\\p{L}*|ужасн\\p{L}*|плох\\p{L}*|хам\\p{L}*|грубят|трав\\p{L}+|завышает|накручивает|задирает|опаздывает|переплачива\\p{L}*|дорого|дороже|хуже|хуже,|устали|устал|отрав\\p{L}*|ворует|мухл\\p{L}*|портит|испортил\\p{L}*|сырой|ч[её]рств\\p{L}*|вялый|вялые|невкусн\\p{L}*|скрывает|сливает|тянет|бросил\\p{L}*)';

/** Shapes of a comparison that belittles a named rival. Matched on the original text, where names have capitals. */
const shapes: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})[Вв] отличие от (?:${company}|${rival}|банка ${company}|магазина ${company}|клиники ${company})`, 'u'),
  new RegExp(`(?<!\\p{L})[Нн]е то,? что (?:у|в|во|от) (?:банке |магазине |кафе |клинике )?(?:${company}|${rival})`, 'u'),
  new RegExp(
    `(?<!\\p{L})(?:[Нн]адоел\\p{L}*|[Уу]стал\\p{L}* от|[Зз]амучил\\p{L}*|[Дд]остал\\p{L}*|[Хх]ватит переплачивать|[Хх]ватит терпеть|[Хх]ватит кормить|[Хх]ватит \\p{L}+(?: \\p{L}+)? (?:в|у|из|от|на)(?= ?["«]))[^.!?\\n]{0,40}?${quotedOrKnown}`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(?:[Уу]стали?|[Нн]адоело|[Дд]остало),? (?:что|как) ${quotedOrKnown}`, 'u'),
  new RegExp(`(?<!\\p{L})не \\p{L}+[^.!?\\n]{0,20}, (?:как|чем) (?:у|в|во) (?:${company}|${rival})`, 'u'),
  new RegExp(`${quotedOrKnown}[^.!?\\n]{2,50}[,;—–-] ?а (?:у нас|мы|наш\\p{L}*)(?!\\p{L})`, 'u'),
  new RegExp(`${quotedOrKnown} (?:снова |опять |вечно |всегда |вас |тебя |уже )?${bad}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:[Уу]|[Вв]|[Вв]о) ${quotedOrKnown}[^.!?\\n]{0,30}? ${bad}(?!\\p{L})`, 'u'),
  new RegExp(`(?<!\\p{L})${bad} (?:\\p{L}+ ){0,2}(?:из|от|у|в) ${quotedOrKnown}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:лучше|дешевле|вкуснее|быстрее|над[её]жнее|честнее|выгоднее|свежее|качественнее),? чем (?:у|в|во) ${company}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:лучше|дешевле|вкуснее|быстрее|над[её]жнее|честнее|выгоднее|свежее|качественнее),? чем ${quotedOrKnown}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:пока|когда|а) (?:${quotedOrKnown}|${rival}) (?:спит|спят|дума\\p{L}+|${bad})`, 'u'),
  new RegExp(`(?<!\\p{L})${rival} ${bad}`, 'u'),
];

export const unfairComparison: Rule<'belittles'> = defineRule({
  id: 'unfair-comparison',
  description: {
    en: 'No denigrating or incorrect comparison with a named competitor',
    ru: 'Конкурента не порочат и некорректно с ним не сравнивают',
  },
  messages: {
    belittles: {
      en: 'This compares with a competitor in a way that belittles it or cannot be checked. Speak of your own goods, with figures and their source.',
      ru: 'Сравнение порочит конкурента или не поддаётся проверке. Говорите о своём товаре — с цифрами и источником.',
    },
  },
  triggers: [
    'в отличие',
    'не то',
    'надоел',
    'устал',
    'замучил',
    'достал',
    'хватит',
    'как у',
    'как в',
    'чем',
    'обман',
    'обсчит',
    'подвел',
    'врет',
    'врут',
    'лгут',
    'жуль',
    'халтур',
    'тормоз',
    'падает',
    'глюч',
    'лома',
    'просроч',
    'тухл',
    'гнил',
    'поддел',
    'пьян',
    'дерет',
    'дерут',
    'разочаров',
    'кинул',
    'ужасн',
    'плох',
    'хам',
    'груб',
    'трав',
    'завыша',
    'накручив',
    'задира',
    'опазды',
    'переплач',
    'дорог',
    'хуже',
    'ворует',
    'мухл',
    'порт',
    'сыр',
    'черств',
    'вял',
    'невкус',
    'скрыва',
    'слива',
    'тянет',
    'бросил',
    'пока',
    'конкурент',
  ],
  examples: {
    correct: [
      { text: 'Мастер приедет за 60 минут или скидка 300 руб.' },
      { text: 'Скорость 300 Мбит/с, доступность 99,5 % за 2025 год, отчёт net.example/sla' },
      { text: 'Переходите со своим номером: инструкция net.example/mnp' },
      { text: 'Колос теперь на «Озоне»: сушки 120 руб.' },
      { text: 'Чехол для «Самсунг А55», 490 руб.' },
      { text: 'Было 2 900, стало 1 900 руб.: пальто до пятницы' },
      { text: 'Надоела серая зима? Туры в Сочи от 19 000 руб.' },
      { text: 'Телефон тормозит? Почистим за час, сервис «Гайка»' },
      { text: 'Устали с дороги? Кафе «Привал» ждёт на 120-м километре' },
    ],
    incorrect: [
      { text: 'Надоел вечно пьяный мастер из "Сантех-Бис"? Звоните нам', message: 'belittles' },
      { text: 'Наш интернет не падает, как у "Кабель-7"', message: 'belittles' },
      { text: '"Мега-Шкаф" обманул? Мы нет', message: 'belittles' },
      { text: 'В отличие от «Пирог-Сити», у нас свежее тесто', message: 'belittles' },
      { text: 'У «Фитнес-Гуру» вечно грязно и дорого, приходите к нам', message: 'belittles' },
      { text: 'Пока конкуренты дерут втридорога, мы чиним за 500 руб.', message: 'belittles' },
      { text: 'Не то что в «Суши-Доме»: рыба у нас живая', message: 'belittles' },
      { text: 'Хватит переплачивать «Связь-Плюс», переходите', message: 'belittles' },
    ],
  },
  check(subject, _settings, { report }) {
    for (const shape of shapes) {
      const range = inAdvertising(subject, shape);
      if (range !== undefined) return report({ message: 'belittles', range });
    }
  },
});

function inAdvertising(subject: Subject, shape: RegExp): Range | undefined {
  const match = shape.exec(subject.text);
  if (match === null) return undefined;
  const range: Range = [match.index, match.index + match[0].length];
  const parts = subject.advertised.map(([start, end]) => subject.original(start, end));
  return parts.some(([start, end]) => range[0] >= start && range[0] < Math.max(end, start + 1)) || subject.kind === 'marketing' ? range : undefined;
}
