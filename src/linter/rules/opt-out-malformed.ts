import { defineRule, type Rule, type RuleSettings, type Subject } from '../rule.ts';
import { isAlphaSender, type OptOutRoutes, optOutRoutes } from '../world/opt-out-route.ts';

type Message = 'word' | 'shortNumber' | 'freeNumber' | 'paid';

export const optOutMalformed: Rule<Message> = defineRule({
  id: 'opt-out-malformed',
  description: {
    en: 'The refusal route has the form that operators and law accept',
    ru: 'Способ отказа имеет форму, которую принимают операторы и закон',
  },
  messages: {
    word: {
      en: 'People are told to send something other than STOP, which carriers do not handle. Write "Reply STOP to opt out".',
      ru: 'Людям предложено прислать не STOP, операторы такое не обрабатывают. Напишите «Reply STOP to opt out».',
    },
    shortNumber: {
      en: 'French operators take only STOP to a number 36xxx. Write "STOP 36xxx" with your number.',
      ru: 'Французские операторы принимают только STOP на номер 36xxx. Напишите «STOP 36xxx» со своим номером.',
    },
    freeNumber: {
      en: 'The refusal needs `무료수신거부` (or `무료거부`) with a free 080 number.',
      ru: 'Для отказа нужно `무료수신거부` (или `무료거부`) с бесплатным номером 080.',
    },
    paid: {
      en: 'Refusing must cost no more than the message itself. Give a number at the basic rate, or a link.',
      ru: 'Отказ не должен стоить дороже самого сообщения. Дайте номер по обычному тарифу или ссылку.',
    },
  },
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Blue Kettle: 20% off. Reply STOP to opt out' },
      { text: 'Blue Kettle: 20% off. Text STOP to end, HELP for help' },
      { text: 'Bouilloire : -20 %. STOP au 36180', country: 'FR', sender: 'Bouilloire' },
      { text: '(광고)블루케틀 할인 안내 무료수신거부 080-555-0143', country: 'KR', sender: '15885555' },
      { text: 'Teekanne: Rabatt. Abmelden: kanne.example/stop', country: 'DE' },
      { text: 'Blue Kettle: 20% off' },
      { text: 'TiffinBox: thalis at Rs 99. To stop these texts send STOP to 1909', country: 'IN', sender: '650012' },
      { text: 'Mavi: indirim. RET yazıp 3307’ye gönderin', country: 'TR', sender: 'MAVI' },
    ],
    incorrect: [
      { text: 'Blue Kettle: 20% off. Reply 9 to opt out', message: 'word' },
      { text: 'Blue Kettle: 20% off. To stop, text OUT to 62555', message: 'word' },
      { text: 'Bouilloire : -20 %. STOP au 12345', country: 'FR', sender: 'Bouilloire', message: 'shortNumber' },
      { text: '(광고)블루케틀 할인 안내 수신거부 1588-5555', country: 'KR', sender: '15885555', message: 'freeNumber' },
      { text: 'Teekanne: Rabatt. Abmelden unter 0900 5550143', country: 'DE', sender: 'Teekanne', message: 'paid' },
    ],
  },
  check(subject, settings, { report }) {
    const routes = optOutRoutes(subject, settings);
    const broken = fault(subject, routes, settings);
    if (broken !== undefined) report(broken);
  },
});

/** Premium lines of the countries whose numbers begin with a service prefix. Short numbers are none: who answers them shows in no digit. */
const premiumLine = /^(?:0?900\d{5,}|00?9\d{2}0\d{5,}|0?190\d{5,}|0?8(?:03|06|07)\d{6}|0?89\d{7,}|09\d{8,9})$/u;

/** Without settings the form is that of the message's country, so that the samples of one rule can show all forms. */
function fault(subject: Subject, routes: OptOutRoutes, settings: RuleSettings): { message: Message; range: readonly [number, number] } | undefined {
  const form = settings.form ?? { US: 'stop-word', FR: 'stop-36', KR: 'free-080' }[subject.input.country] ?? 'free';
  const place = routes.words[0]?.range ?? routes.numbers[0]?.range;
  if (form === 'free-080') return koreanFault(subject, routes);
  if (form === 'stop-word') {
    const bad = routes.words.length > 0 && routes.words.every((word) => !word.known) && !routes.other && routes.numbers.length === 0;
    const soleNumber = routes.words.some((word) => !word.known) && routes.words.every((word) => !word.known) && !routes.other;
    return bad || soleNumber ? { message: 'word', range: routes.words[0]!.range } : undefined;
  }
  if (form === 'stop-36') return frenchFault(subject, routes);
  if (place === undefined || routes.other) return undefined;
  const numbers = [...routes.numbers.map(({ digits }) => digits), ...routes.words.flatMap((word) => word.number ?? [])];
  const price =
    /(?:£|€|\$|eur|chf) ?\d+[.,]?\d*(?: ?(?:\/|per |pro |par |al |po )(?:sms|min|minute|text|call|msg|mess\p{L}*|appel|anruf|nachricht))|\d+[.,]\d+ ?(?:€|eur|£)(?: ?(?:\/|per |pro |par ) ?(?:sms|min\p{L}*|text|call|appel|anruf))/u;
  const premium = numbers.length > 0 && numbers.every((digits) => premiumLine.test(digits));
  return premium || (numbers.length > 0 && price.test(subject.folded) && !/(?:standard|free|gratis|kostenlos|0[.,]00)/u.test(subject.folded))
    ? { message: 'paid', range: place }
    : undefined;
}

function frenchFault(subject: Subject, routes: OptOutRoutes): { message: 'shortNumber'; range: readonly [number, number] } | undefined {
  if (routes.words.length === 0 && routes.numbers.length === 0 && !routes.other) return undefined;
  if (/(?<!\p{L})stop(?: ?(?:sms|pub|mms))?(?: ?(?:au|to|:|=|>|-|->|envoy[ée] au|par sms au))? ?(?:le )?3[68] ?\d{3}(?!\d)/u.test(subject.folded))
    return undefined;
  if (/stop[^.!?]{0,30}(?<!\d)36\d{3}(?!\d)/u.test(subject.folded)) return undefined;
  const replies = routes.words.some((word) => word.number === undefined);
  if (replies && (isAlphaSender(subject.sender) || /^3[68]\d{3}$/u.test(subject.sender))) return undefined;
  return { message: 'shortNumber', range: routes.words[0]?.range ?? routes.numbers[0]?.range ?? [0, subject.text.length] };
}

function koreanFault(subject: Subject, routes: OptOutRoutes): { message: 'freeNumber'; range: readonly [number, number] } | undefined {
  const spoken = /무료 ?수신 ?거부|무료 ?거부|수신 ?거부|거부/u.exec(subject.folded);
  if (spoken === null && routes.words.length === 0 && routes.numbers.length === 0 && !routes.other) return undefined;
  const free = /무료 ?(?:수신 ?)?거부[^\d]{0,12}080[- )]?\d{3,4}[- ]?\d{3,4}(?!\d)|080[- )]?\d{3,4}[- ]?\d{3,4}[^\d]{0,12}무료 ?(?:수신 ?)?거부/u;
  if (free.test(subject.folded)) return undefined;
  const noRoute =
    routes.numbers.length === 0 && routes.words.length === 0 && !routes.other && !/\d{3,}/u.test(subject.folded.slice(spoken?.index ?? 0));
  if (noRoute) return undefined;
  const at = spoken?.index ?? 0;
  return { message: 'freeNumber', range: spoken === null ? [0, subject.text.length] : subject.original(at, at + spoken[0].length) };
}
