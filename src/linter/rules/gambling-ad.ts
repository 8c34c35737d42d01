import { firstClaim } from '../claims.ts';
import { russianGambling } from '../lexicon/ru-gambling.ts';
import type { TermLexicon } from '../lexicon/term-lexicon.ts';
import { topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { advertisedTopic, claimInRussian } from '../world/offers.ts';

const lexicons: readonly TermLexicon[] = [russianGambling];

export const gamblingAd: Rule<'gambling'> = defineRule({
  id: 'gambling-ad',
  description: { en: 'No advertising of betting and casinos by mailing', ru: 'В рассылке не рекламируют ставки и казино' },
  messages: {
    gambling: {
      en: '"{term}" advertises gambling, which this channel may not carry. Take the offer out; account notices to registered players stay possible.',
      ru: '«{term}» рекламирует азартную игру: рассылки нет среди дозволенных мест такой рекламы. Уберите предложение; служебные уведомления игрокам возможны.',
    },
  },
  triggers: [...lexicons.flatMap((lexicon) => lexicon.triggers), ...topics.triggers(['gambling'])],
  examples: {
    correct: [
      { text: 'Ставка НДС с января 22 %: вебинар бухгалтера, 900 руб., uchet.example/nds' },
      { text: 'Государственная лотерея: результаты тиража 118 на loto.example' },
      { text: 'Экспресс-доставка роз за 60 минут, 1 900 руб.' },
      { text: 'Фильм «Казино», 18+, показ в субботу в клубе Луч, билет 300 руб.' },
      { text: 'Есть свободные слоты для записи на завтра: 10:00 и 12:30', kind: 'transactional' },
      { text: 'Код для входа в БК Стадион: 4471', kind: 'auth' },
      { text: 'Ставь на зарядку меньше: аккумулятор 5000 мАч, 1 490 руб.' },
      { text: 'Better bread at Luna bakery, alphabet posters for kids', country: 'US' },
      { text: 'Ищем няню, ставка 350 руб. в час, жильё рядом' },
      { text: 'Детский клуб: игровые автоматы и батуты, для детей от 5 лет, билет 600 руб.' },
    ],
    incorrect: [
      { text: 'Ставь на хоккей, фрибет 500', message: 'gambling' },
      { text: 'Lucky Star casino: 50 free spins', country: 'US', message: 'gambling' },
      { text: 'Tigrinho: giros grátis hoje', country: 'BR', message: 'gambling' },
      { text: 'Спорт букмекер: бәс тігіңіз, бонус', country: 'KZ', message: 'gambling' },
      { text: 'Casinò Stella: giri gratis', country: 'IT', message: 'gambling' },
      { text: 'Казино Лис: 100 фриспинов новичкам', message: 'gambling' },
      { text: 'Прогнозы на матчи, заработок от 30 тысяч', message: 'gambling' },
      { text: 'Букмекерская контора Гол: бонус на первый депозит', message: 'gambling' },
      { text: 'Крути слоты и забирай джекпот', message: 'gambling' },
      { text: 'Твоё к*зино ждёт, заходи', message: 'gambling' },
      { text: 'Сделай ставку на финал, коэффициент 4.5', message: 'gambling' },
      { text: 'Заявка принята. Кстати, дарим 50 вращений за депозит!', kind: 'transactional', message: 'gambling' },
    ],
  },
  check(subject, settings, { report }) {
    if (isAbroad(subject, settings)) {
      const hit = advertisedTopic(subject, settings, 'gambling') ?? claimInRussian(subject, settings, russianGambling);
      if (hit !== undefined) report({ message: 'gambling', range: hit.range, data: { term: hit.text } });
      return;
    }
    for (const lexicon of lexicons) {
      const hit = firstClaim(subject, lexicon.pattern, lexicon.excused);
      if (hit !== undefined) return report({ message: 'gambling', range: hit.range, data: { term: hit.text } });
    }
  },
});
