import { quick } from '../../text/index.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { matchesOf } from '../matches.ts';
import { defineRule, type Rule } from '../rule.ts';
import { webAddress } from '../world/addresses.ts';
import { clausesOf } from '../world/clauses.ts';
import { occurs } from '../world/offers.ts';

const uzbekLetters = quick(/[oug]['ʻʼ‘’`]\p{L}|[ўҳ]|q(?!u)\p{L}|[қғ]/gu);
const uzbekWords = quick(
  /(?<!\p{L})(?:\p{L}{3,20}(?:lar(?:ga|ni|da|dan|ning|imiz|ingiz)|imizda|ingizga|ingizni|imizga|ларга|ларни|ларда|лардан|ларимиз)|\p{L}{2,20}[b-df-hjkmnp-tv-z]lar|endi|atigi|hozir\p{L}*|эндиликда|ҳозир\p{L}*|атиги|uchun|bilan|va|yoki|faqat|bugun|ertaga|yangi|eng|juda|ham|barcha|hamma|siz(?:ga|ni|ning)?|biz(?:da|ga|ning|dan)?|kun(?:i|lari|gacha)?|gacha|dan boshlab|chegirma\p{L}*|aksiya\p{L}*|narx\p{L}*|xarid\p{L}*|do.?kon\p{L}*|mahsulot\p{L}*|sotib|sotuv\p{L}*|yetkazib|bepul|tekin|keling|kutamiz|taklif\p{L}*|sovg.?a\p{L}*|hurmatli|mijoz\p{L}*|oling|so.?m(?:dan)?|ming|foiz\p{L}*|hafta\p{L}*|oy|yil|bo.?lib|to.?lov|mavsum\p{L}*|kiyim\p{L}*|ayollar|erkaklar|bolalar|choy|non|osh|taom\p{L}*|учун|билан|ва|ёки|фақат|бугун|эртага|янги|энг|жуда|ҳам|барча|сизга|сизни|бизда|кун|гача|чегирма\p{L}*|нарх\p{L}*|харид\p{L}*|дўкон\p{L}*|маҳсулот\p{L}*|сотиб|етказиб|бепул|келинг|кутамиз|таклиф\p{L}*|совға\p{L}*|ҳурматли|мижоз\p{L}*|олинг|сўм(?:дан)?|минг|фоиз)(?!\p{L})/gu,
);
const foreignWords = quick(
  /(?<!\p{L})(?:скидк\p{L}*|суп\p{L}*|цен\p{L}*|сум(?!м)|руб\p{L}*|отказ\p{L}*|откаж\p{L}*|отпис\p{L}*|открыт\p{L}*|приход\p{L}*|бесплат\p{L}*|подар\p{L}*|акци\p{L}*|распродаж\p{L}*|ресторан\p{L}*|кафе|салон\p{L}*|запис\p{L}*|курс\p{L}*|тур(?:ы|ов)?|ждём|у|по|из|за|вас|вам|наш\p{L}*|ваш\p{L}*|sale|deals?|now|our|you|from|this|weekend|free|day|на|для|только|сегодня|завтра|при|покупк\p{L}*|весь|всё|все|до|от|ждем|товар\p{L}*|магазин\p{L}*|бесплатн\p{L}*|доставк\p{L}*|новый|новая|новые|и|в|с|the|and|for|your|off|all|today|only|sale|free|with|get|new|shop)(?!\p{L})/gu,
);

/** Cyrillic letters without one Uzbek word or letter from which on a text is taken for Russian. */
const SHORTEST_RUSSIAN = 16;

export const stateLanguageMissing: Rule<'missing'> = defineRule({
  id: 'state-language-missing',
  description: {
    en: 'Advertising is written in the state language; translations may follow',
    ru: 'Реклама написана на государственном языке; перевод можно добавить',
  },
  messages: {
    missing: {
      en: 'The advertising has no Uzbek text. Put the Uzbek wording first; a translation may follow.',
      ru: 'В рекламе нет узбекского текста. Поставьте узбекский текст первым, перевод можно добавить.',
    },
  },
  sampleDefaults: { country: 'UZ', kind: 'marketing', sender: 'Choynak' },
  examples: {
    correct: [
      { text: 'Choynak: bugun barcha choynaklarga 20% chegirma. Rad etish: 1234 ga STOP yuboring' },
      { text: 'Choynak Shop: piyolalar endi atigi 90 000. Rad etish: 1234 ga STOP yuboring' },
      { text: 'Чойнак: бугун барча маҳсулотларга 20% чегирма. Рад этиш: 1234 га STOP' },
      { text: 'Choynak: yangi mavsum uchun chegirma. Скидка 20% на новый сезон. Rad etish: 1234 ga STOP' },
    ],
    incorrect: [
      { text: 'Чойнак: сегодня скидка 20% на все чайники. Отписка: STOP на 1234', message: 'missing' },
      { text: 'Choynak: 20% off all teapots today. To stop: STOP to 1234', message: 'missing' },
      { text: 'Choynak: скидка 20% на новые чайники до пятницы. Rad etish: 1234 ga STOP yuboring', message: 'missing' },
    ],
  },
  check(subject, settings, { report }) {
    const refusal = topics.pattern('refusal', languagesOf(settings));
    const body = clausesOf(subject.folded)
      .map(([start, end]) => subject.folded.slice(start, end))
      .filter((clause) => !occurs(refusal, clause))
      .join(' ')
      .replace(webAddress, '')
      .replace(/^[^:\n]{1,30}:/u, '');
    const native = new Set(matchesOf(body, uzbekWords).map((match) => match[0])).size;
    const letters = matchesOf(body, uzbekLetters).length;
    if (native + letters >= 2) return;
    const foreign = matchesOf(body, foreignWords).length + (/[ыщ]/u.test(body) ? 1 : 0);
    const cyrillic = body.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
    if (foreign === 0 && (native + letters > 0 || cyrillic < SHORTEST_RUSSIAN)) return;
    report({ message: 'missing', range: null });
  },
});
