import { quick } from '../../text/index.ts';
import { adText, firstClaim } from '../claims.ts';
import { defineRule, type Rule } from '../rule.ts';

const coin: RegExp = quick(
  /(?<!\p{L})(?:биткоин\p{L}{0,30}|биткойн\p{L}{0,30}|bitcoin\p{L}{0,30}|btc(?!\p{L})|usdt(?!\p{L})|usdc(?!\p{L})|тезер\p{L}{0,30}|tether|эфириум\p{L}{0,30}|ethereum|eth(?!\p{L})|toncoin|тонкоин\p{L}{0,30}|догикоин\p{L}{0,30}|крипт(?:а|у|ы|ой|е)(?!\p{L})|криптовалют\p{L}{0,30}|крипто(?!\p{L}{0,30}граф)\p{L}{0,30}|цифров\p{L}{1,30} (?:валют|монет)\p{L}{0,30}(?<!цифровой рубль)|токен(?:ы|а|ов|у|ом|ами|ах)?(?!\p{L})|альткоин\p{L}{0,30}|мемкоин\p{L}{0,30}|стейблкоин\p{L}{0,30}|майнинг\p{L}{0,30}|майнер\p{L}{0,30}|майнить|асик(?:и|ов|а|ами)?(?!\p{L})|asic|стейкинг\p{L}{0,30}|аирдроп\p{L}{0,30}|airdrop\p{L}{0,30}|nft(?!\p{L})|нфт(?!\p{L})|блокчейн-?(?:проект|инвест)\p{L}{0,30}|p2p|обменник\p{L}{0,30}|binance|бинанс\p{L}{0,30}|bybit|байбит|листинг\p{L}{0,30} (?:монет|токен)\p{L}{0,30}|(?:нов\p{L}{1,30}|наш\p{L}{0,30}|купи\p{L}{0,30}) (?:крипто)?монет\p{L}{0,30} (?:на старте|до листинга|вырастет)|монет\p{L}{0,3}[^.!?\n]{0,30} (?:листинг|блокчейн|криптобирж)\p{L}{0,30}|trust ?wallet|web3)/gu,
);
const context: RegExp = quick(
  /(?<!\p{L})(?:налог\p{L}{0,30}|семинар\p{L}{0,30}|лекци\p{L}{0,30}|закон\p{L}{0,30}|3-ндфл|деклараци\p{L}{0,30}|отчетност\p{L}{0,30}|новост\p{L}{0,30}|дайджест\p{L}{0,30}|безопасност\p{L}{0,30}|мошенник\p{L}{0,30})/u,
);

export const cryptoAd: Rule<'crypto'> = defineRule({
  id: 'crypto-ad',
  description: { en: 'No advertising of digital currency and services around it', ru: 'Цифровую валюту и услуги вокруг неё не рекламируют' },
  messages: {
    crypto: {
      en: '"{term}" advertises digital currency or goods and services for it, which is barred. Take it out.',
      ru: '«{term}» — реклама цифровой валюты или товаров и услуг для её оборота: она запрещена. Уберите.',
    },
  },
  triggers: [
    'битко',
    'bitcoin',
    'btc',
    'usdt',
    'usdc',
    'тезер',
    'tether',
    'эфириум',
    'ethereum',
    'eth',
    'coin',
    'коин',
    'крипт',
    'цифров',
    'токен',
    'майн',
    'асик',
    'asic',
    'стейкинг',
    'аирдроп',
    'airdrop',
    'nft',
    'нфт',
    'блокчейн',
    'p2p',
    'обменник',
    'binance',
    'бинанс',
    'bybit',
    'байбит',
    'листинг',
    'монет',
    'wallet',
    'web3',
  ],
  examples: {
    correct: [
      { text: 'Семинар о налогах на майнинг, 18+' },
      { text: 'Карта памяти 128 ГБ 990 руб.' },
      { text: 'Вывод средств с брокерского счёта выполнен', kind: 'transactional' },
      { text: 'Реклама. ООО «Тесто», ИНН 7700000000, токен erid: 2VtzqTest1' },
      { text: 'Рутокен: токен для подписи отчётности, 1 900 руб.' },
      { text: 'Монета «Сочи», серебро, 4 900 руб.' },
      { text: 'Теплообменник для котла, криптограммы для детей 6+' },
      { text: 'Обменник книг в библиотеке, вход свободный' },
    ],
    incorrect: [
      { text: 'Обмен биткоина без процентов', message: 'crypto' },
      { text: 'Монета LUX до листинга на бирже, успейте', message: 'crypto' },
      { text: 'Купи токен на старте', message: 'crypto' },
      { text: 'Майнинг-ферма под ключ', message: 'crypto' },
      { text: 'USDT по лучшему курсу, наличные', message: 'crypto' },
      { text: 'Научим зарабатывать на крипте за неделю', message: 'crypto' },
      { text: 'Асики в наличии, доход в крипто', message: 'crypto' },
    ],
  },
  check(subject, _settings, { report }) {
    const text = adText(subject);
    if (text === '' || context.test(text)) return;
    const hit = firstClaim(subject, coin, ({ hit: found, before, after }) => {
      if (/^токен/u.test(found.text)) return /подпис|эцп|доступ|авториз|отчетност|usb|рутокен|jacarta|сессии|флешк|api|erid/u.test(before + after);
      if (/^обменник/u.test(found.text))
        return (
          !/крипт|валют|usdt|usd|битко|курс|нал|доллар|евро/u.test(before + after) ||
          /книг|вещ|одежд|тепло/u.test(before + after) ||
          !/крипт|usdt|битко|btc/u.test(text)
        );
      if (/^крипто/u.test(found.text)) return /^крипто(?:грам|граф|про|тип|завр)/u.test(found.text);
      if (/^цифров/u.test(found.text)) return /рубл/u.test(found.text + after.slice(0, 12)) || /цифров\p{L}{1,30} монет/u.test(found.text);
      return /^p2p/u.test(found.text) && !/крипт|обмен|usdt|бирж/u.test(text);
    });
    if (hit !== undefined) report({ message: 'crypto', range: hit.range, data: { term: hit.text } });
  },
});
