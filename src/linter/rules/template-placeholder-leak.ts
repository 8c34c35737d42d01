import { quick } from '../../text/index.ts';
import { defineRule, type Rule } from '../rule.ts';

const names =
  '(?:first|last|full|user|customer|client|company|brand|product|order|card|shop|store)?[ _-]?(?:name|surname|code|otp|amount|sum|total|price|date|time|link|url|phone|number|id|city|address|discount|percent|item|product|vorname|nachname|nombre|apellido|pr[eé]nom|nome|imi[eę]|isim|ad|имя|фио|сумма|дата|ссылка|код|город)';
const marks: readonly RegExp[] = [
  quick(/\{\{[^{}\n]{0,60}\}\}/u),
  quick(/\{#[^#\n]{0,40}#\}/u),
  quick(/\{%[^%\n]{0,60}%\}|<%=?[^%\n]{0,60}%>/u),
  quick(/\$\{[^{}\n]{1,60}\}/u),
  quick(/(?<![\p{L}\p{N}{])\{[\p{L}_][\p{L}\p{N}_. -]{0,40}\}|\{\d{1,2}\}/u),
  quick(/%%?[\p{L}_][\p{L}\p{N}_]{1,40}%%?(?![\p{L}\p{N}])/u),
  quick(/(?<![\p{L}\p{N}%])%(?:\d\$)?[sd](?![\p{L}\p{N}])/u),
  quick(/\*\|[\p{L}\p{N}_:]{1,40}\|\*/u),
  quick(/\[\[[^[\]\n]{1,40}\]\]/u),
  quick(/(?<![\p{L}\p{N}#])#{1,2}[A-Z][A-Z_]{2,30}#{1,2}(?![\p{L}\p{N}])/u),
  quick(/(?<!\S)@[A-Z]{3,20}@/u),
  new RegExp(`\\[(?:insert |your |enter )?${names}(?: here)?\\]|<(?:insert |your )?${names}>`, 'iu'),
  quick(/\[[A-Z]{2,20}_[A-Z_]{2,20}\]|<[A-Z]{2,20}_[A-Z_]{2,20}>/u),
  quick(
    /(?<!\p{L})(?:hi|hello|hey|dear|hallo|liebe[r]?|bonjour|hola|ciao|ol[aá]|merhaba|sayın|здравствуйте|привет|witaj)[ ,]+(?:null|undefined|nan|none|n\/a|fname|firstname|first_name|\(null\)|nil)(?!\p{L})/iu,
  ),
  /\[object object\]/iu,
  quick(/(?<!\p{L})(?:null|undefined|NaN)(?= (?:has|is|your|will|off|usd|eur|gbp)|[!,.%])/u),
  quick(/(?<=[$€£₹]\s?)(?:null|undefined|NaN)(?!\p{L})/u),
  quick(/lorem ipsum|(?<![\p{L}\p{N}])XXXX?(?= (?:off|%))/iu),
];

/** Every mark has one of these signs or words. */
const sign = /[{%$*[#@<]/u;
const emptyValue = /null|undefined|n[ao]n|n\/a|f(?:irst_?)?name|nil|lorem|xxx/iu;

export const templatePlaceholderLeak: Rule<'leak'> = defineRule({
  id: 'template-placeholder-leak',
  description: { en: 'All variables of the template are filled', ru: 'Все переменные шаблона заполнены' },
  messages: {
    leak: {
      en: '"{term}" looks like an unfilled variable. Give it a value, or a fallback in the template.',
      ru: '«{term}» похоже на незаполненную переменную. Дайте значение или запасной вариант в шаблоне.',
    },
  },
  sampleDefaults: { country: 'GB', kind: 'transactional', sender: 'BlueKettle' },
  examples: {
    correct: [
      { text: 'Hi Ann, your teapot is ready. 20% off next week {not today}'.replace('{not today}', '(not today)') },
      { text: '[Web발신] 블루케틀 주문 완료', country: 'KR' },
      { text: 'Blue Kettle: order 44 shipped [Track order]' },
      { text: 'Save 20%-30% today, 100% cotton' },
      { text: 'Follow #BLUEKETTLE and win' },
      { text: 'Sofa <3 from us' },
      { text: 'Nan’s Kitchen: pies today' },
    ],
    incorrect: [
      { text: 'Hi {{1}}, your teapot is ready', message: 'leak' },
      { text: 'Dear {first_name}, your teapot is ready', message: 'leak' },
      { text: 'Hola %NOMBRE%, tu pedido está listo', country: 'ES', message: 'leak' },
      { text: 'Bonjour [PRENOM], votre commande est prête', country: 'FR', message: 'leak' },
      { text: 'Hi null, your teapot is ready', message: 'leak' },
      { text: 'Hallo ${name}, Ihre Kanne ist da', country: 'DE', message: 'leak' },
      { text: 'Merhaba *|FNAME|*, siparişiniz hazır', country: 'TR', message: 'leak' },
      { text: 'Your total is £undefined', message: 'leak' },
    ],
  },
  check({ text }, _settings, { report }) {
    if (!sign.test(text) && !emptyValue.test(text)) return;
    for (const mark of marks) {
      const match = mark.exec(text);
      if (match !== null) return report({ message: 'leak', range: [match.index, match.index + match[0].length], data: { term: match[0] } });
    }
  },
});
