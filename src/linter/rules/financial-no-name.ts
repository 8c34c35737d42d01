import { adText, firstClaim } from '../claims.ts';
import { creditOffer, creditTriggers } from '../credit-offer.ts';
import { defineRule, type Rule } from '../rule.ts';

const service: RegExp =
  /(?<!\p{L})(?:каско|осаго|дмс(?!\p{L})|(?:страхов(?:к|ани|ой полис|ые полис)|полис)\p{L}*|застрах\p{L}+|вклад(?:а|ы|у|ом|ов|е)?(?!\p{L})|накопительн\p{L}+ счет\p{L}*|(?:дебетов|кредитн|банковск|премиальн|зарплатн)\p{L}+ карт\p{L}*|карт\p{L}* (?:\p{L}+ )?с (?:кешбэк|кэшбэк|льготн|лимит)\p{L}*|кешбэк\p{L}* (?:\d ?% )?по карт\p{L}*|брокерск\p{L}+ (?:счет|обслуж)\p{L}*|инвестици\p{L}*|доверительн\p{L}+ управлени\p{L}*|пиф(?:ы|ов)?(?!\p{L})|иис(?!\p{L})|облигаци\p{L}*|лизинг\p{L}*|факторинг\p{L}*|расчетн\p{L}+ счет\p{L}*|рко(?!\p{L})|эквайринг\p{L}*|денежн\p{L}+ перевод\p{L}*|страховая|пенсионн\p{L}+ накоплени\p{L}*|негосударственн\p{L}+ пенси\p{L}*|ломбард\p{L}*)/gu;
const notService: RegExp =
  /(?<!\p{L})(?:вклад\p{L}* в (?:побед|дело|развит|будущ|здоров|общ|науч|красот|образован|семь)|(?:бонусн|клубн|подарочн|скидочн|накопительн|транспортн)\p{L}* карт|карт\p{L}* (?:лояльн|клуба|магазин|сети|гостя|покупател)|инвестици\p{L}* в (?:себя|здоров|знан|красот|образован|семь|будущ|внешн)|полис (?:омс|готов)|зарплатн\p{L}+ проект|в(?:о|) вкладк|страховочн|подстрахов|перестрах)\p{L}*/u;
/** A legal form with its name, or a bank or insurer by its own name. */
const provider: RegExp =
  /(?<!\p{L})(?:ооо|оао|зао|пао|нао|ао|нко|мкк|мфк|кпк|ип|ск|ук|нпф)\s+"?(?!с |в |на |от |до )[\p{L}]{2}|(?<!\p{L})банк\p{L}{0,2} "?(?!на |в |с |от |до |дает|дарит|выда|одобр|подтвер|предлаг|верн|партнер|за |и |по |для |или |без )[\p{L}]{3,}|[\p{L}-]{3,}[- ]?банк(?:е|а|ом|у)?(?!\p{L})|сбер(?:банк\p{L}*)?(?!\p{L})|втб(?!\p{L})|т-банк|озон банк|[\p{L}-]+страх(?:е|а|овани\p{L}+)?(?!\p{L})|страхов\p{L}+ (?:компани\p{L}+|дом\p{L}*|обществ\p{L}+) "?[\p{L}]/u;
const notProvider: RegExp =
  /(?<!\p{L})(?:любой|любого|любом|наш|нашем|нашего|этом|этот|каждый|свой|вашем|ваш|твой|в|из|без|онлайн|через|партнер|банк-партнер|фото|видео|пауэр|power|мульти|интернет)[- ]?банк(?:е|а|ом|у)?(?!\p{L})/u;

export const financialNoName: Rule<'missing'> = defineRule({
  id: 'financial-no-name',
  description: { en: 'A financial service is advertised with its provider’s name', ru: 'У финансовой услуги названо лицо, которое её оказывает' },
  messages: {
    missing: {
      en: '"{term}" advertises a financial service without the name of the bank, insurer or other provider. Add its legal name.',
      ru: '«{term}» — реклама финансовой услуги без наименования того, кто её оказывает. Добавьте наименование юридического лица.',
    },
  },
  triggers: [
    ...creditTriggers,
    'каско',
    'осаго',
    'дмс',
    'страх',
    'полис',
    'вклад',
    'накопительн',
    'карт',
    'кешбэк',
    'брокерск',
    'инвестиц',
    'доверительн',
    'пиф',
    'иис',
    'облигац',
    'лизинг',
    'факторинг',
    'расчетн',
    'рко',
    'эквайринг',
    'перевод',
    'пенси',
    'ломбард',
  ],
  examples: {
    correct: [
      { text: 'АО СК «Парус»: КАСКО, расчёт parus.example' },
      { text: 'ПАО Дельта: карта с кешбэком до 7 % баллами, условия delta.example/c' },
      { text: 'Вклад «Весна» в ПАО Дельта: 14 % на 6 месяцев' },
      { text: 'Внесите вклад в победу: сбор книг для музея' },
      { text: 'Бонусная карта магазина «Луч»: кешбэк 5 % баллами' },
      { text: 'Страховочная система для альпинистов 4 900 руб.' },
      { text: 'Банк Дельта: накопительный счёт, условия delta.example/n' },
      { text: 'Полис готов, заберите в офисе', kind: 'transactional' },
    ],
    incorrect: [
      { text: 'КАСКО дешевле на 20 %, оформи за минуту', message: 'missing' },
      { text: 'Карта с кешбэком 7 %', message: 'missing' },
      { text: 'Вклад 16 %, звоните', message: 'missing' },
      { text: 'Страховка квартиры за 900 руб. в год', message: 'missing' },
      { text: 'Откройте брокерский счёт и получите акцию в подарок', message: 'missing' },
      { text: 'Кредит наличными за час, звоните сейчас', message: 'missing' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '') return;
    const named = provider.exec(text);
    if (subject.kind !== 'marketing' && /bank|банк|mkk|mfo|strah|страх|insur|kredit|zaim/iu.test(subject.sender)) return;
    if (named !== null && !notProvider.test(named[0]) && !/^(?:в|из|любой|наш|от) /u.test(named[0])) return;
    const hit =
      creditOffer(subject) ??
      firstClaim(
        subject,
        service,
        ({ hit: found, before, after }) =>
          notService.test(before.slice(-15) + found.text + after.slice(0, 25)) ||
          (/^вклад/u.test(found.text) && !/\d ?%|открой|откры|процент|ставк|банк|доход|годовых/u.test(text)) ||
          (/^ломбард/u.test(found.text) && /"/u.test(after.slice(0, 3))),
      );
    if (hit !== undefined) report({ message: 'missing', range: hit.range, data: { term: hit.text } });
  },
});
