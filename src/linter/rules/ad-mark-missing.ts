import { quick } from '../../text/index.ts';
import { taxNumber } from '../lexicon/ru-terms.ts';
import { defineRule, type Rule } from '../rule.ts';

/** The mark itself, not `наружная реклама от 3 000 руб.`: a sentence, a label, or next to the advertiser or token. */
const mark: RegExp = quick(
  /(?:^|[.!?;:|•()\n"\]]|-|[^\p{L}\p{N}\p{P}\s]\u{fe0f}?) ?(?:\*|_|#)?реклам[аы](?:\*|_)?(?= ?(?:$|[.,!:;|•()\n[\]"-])| (?:ооо|ао|пао|оао|зао|ип|инн|erid|рекламодатель|сайт|18\+|0\+|"))|на правах рекламы|рекламодатель/u,
);
const token: RegExp = quick(/(?<!\p{L})erid\s?[:=-]?\s?[a-z0-9]{5,45}/u);

export const adMarkMissing: Rule<'missing'> = defineRule({
  id: 'ad-mark-missing',
  description: { en: 'Internet advertising carries the mark, the advertiser and erid', ru: 'В интернет-рекламе есть пометка, рекламодатель и erid' },
  messages: {
    missing: {
      en: 'Advertising in a messenger needs the word «Реклама», the advertiser with its tax number and erid; missing: {missing}. Add «Реклама. Name, ИНН …, erid: …».',
      ru: 'Реклама в мессенджере требует слова «Реклама», рекламодателя с ИНН и erid; не хватает: {missing}. Добавьте «Реклама. Наименование, ИНН …, erid: …».',
    },
  },
  sampleDefaults: { channel: 'max' },
  examples: {
    correct: [
      { text: 'Пицца 400 ₽ до 12.12. Реклама. ООО «Тесто», ИНН 7700000000, erid: 2VtzqTest1' },
      { text: 'Заказ 7 готов', kind: 'transactional' },
      { text: 'РЕКЛАМА ООО Тесто ИНН 7700000000 test.example/?erid=2VtzqTest1' },
      { text: 'Букет дня 900 ₽\nРеклама | ИП Лунин А. А., ИНН 770000000000 | еrid 2Vtzqabcd12' },
      { text: 'Каша 90 ₽. Реклама. АО Каша, ИНН 7700000001. erid 2SDnabc1' },
      { text: 'На правах рекламы: ООО Круг, ИНН 7700000002, erid: LdtCK1234. Шины' },
    ],
    incorrect: [
      { text: 'Пицца 400 ₽ до пятницы', message: 'missing' },
      { text: 'Реклама. Пицца 400 ₽', message: 'missing' },
      { text: 'Пицца 400 ₽. erid 2VtzqTest1', message: 'missing' },
      { text: 'Наружная реклама от 3 000 руб. ООО Щит, ИНН 7700000003, erid: 2VtzqTest2', message: 'missing' },
      { text: 'Реклама. ООО «Тесто», ИНН 7700000000. Пицца', message: 'missing' },
      { text: 'Реклама. ООО «Тесто». erid: 2VtzqTest1', message: 'missing' },
    ],
  },
  check({ kind, folded }, _settings, { report }) {
    if (kind !== 'marketing') return;
    const missing = [
      ...(mark.test(folded) ? [] : ['«Реклама»']),
      ...(taxNumber.test(folded) ? [] : ['ИНН']),
      ...(token.test(folded) ? [] : ['erid']),
    ];
    if (missing.length > 0) report({ message: 'missing', range: null, data: { missing: missing.join(', ') } });
  },
});
