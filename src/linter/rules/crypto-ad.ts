import { adText, firstClaim } from '../claims.ts';
import { defineRule, type Rule } from '../rule.ts';

const coin: RegExp =
  /(?<!\p{L})(?:биткоин\p{L}*|биткойн\p{L}*|bitcoin\p{L}*|btc(?!\p{L})|usdt(?!\p{L})|usdc(?!\p{L})|тезер\p{L}*|tether|эфириум\p{L}*|ethereum|eth(?!\p{L})|toncoin|тонкоин\p{L}*|догикоин\p{L}*|крипт(?:а|у|ы|ой|е)(?!\p{L})|криптовалют\p{L}*|крипто(?!\p{L}*граф)\p{L}*|цифров\p{L}+ (?:валют|монет)\p{L}*(?<!цифровой рубль)|токен(?:ы|а|ов|у|ом|ами|ах)?(?!\p{L})|альткоин\p{L}*|мемкоин\p{L}*|стейблкоин\p{L}*|майнинг\p{L}*|майнер\p{L}*|майнить|асик(?:и|ов|а|ами)?(?!\p{L})|asic|стейкинг\p{L}*|аирдроп\p{L}*|airdrop\p{L}*|nft(?!\p{L})|нфт(?!\p{L})|блокчейн-?(?:проект|инвест)\p{L}*|p2p|обменник\p{L}*|binance|бинанс\p{L}*|bybit|байбит|листинг\p{L}* (?:монет|токен)\p{L}*|(?:нов\p{L}+|наш\p{L}*|купи\p{L}*) (?:крипто)?монет\p{L}* (?:на старте|до листинга|вырастет)|trust ?wallet|web3)/gu;
const context: RegExp =
  /(?<!\p{L})(?:налог\p{L}*|семинар\p{L}*|лекци\p{L}*|закон\p{L}*|3-ндфл|деклараци\p{L}*|отчетност\p{L}*|новост\p{L}*|дайджест\p{L}*|безопасност\p{L}*|мошенник\p{L}*)/u;

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
      { text: 'Рутокен: токен для подписи отчётности, 1 900 руб.' },
      { text: 'Монета «Сочи», серебро, 4 900 руб.' },
      { text: 'Теплообменник для котла, криптограммы для детей 6+' },
      { text: 'Обменник книг в библиотеке, вход свободный' },
    ],
    incorrect: [
      { text: 'Обмен биткоина без процентов', message: 'crypto' },
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
      if (/^токен/u.test(found.text)) return /подпис|эцп|доступ|авториз|отчетност|usb|рутокен|jacarta|сессии|флешк|api/u.test(before + after);
      if (/^обменник/u.test(found.text))
        return (
          !/крипт|валют|usdt|usd|битко|курс|нал|доллар|евро/u.test(before + after) ||
          /книг|вещ|одежд|тепло/u.test(before + after) ||
          !/крипт|usdt|битко|btc/u.test(text)
        );
      if (/^крипто/u.test(found.text)) return /^крипто(?:грам|граф|про|тип|завр)/u.test(found.text);
      if (/^цифров/u.test(found.text)) return /рубл/u.test(found.text + after.slice(0, 12)) || /цифров\p{L}+ монет/u.test(found.text);
      return /^p2p/u.test(found.text) && !/крипт|обмен|usdt|бирж/u.test(text);
    });
    if (hit !== undefined) report({ message: 'crypto', range: hit.range, data: { term: hit.text } });
  },
});
