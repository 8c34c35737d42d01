import { quick } from '../../text/index.ts';
import { translationsOf } from '../lexicon/foreign-words.ts';
import { defineRule, type Rule, type Subject } from '../rule.ts';

const phrase = quick(
  /(?<![\p{L}\p{N}@./_=?&%-])[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]{0,40}(?:(?: ?& ?|[ -])[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]{0,40}){0,8}(?![\p{L}\p{N}@/_=]|\.[a-z\d]|-?\d)/gu,
);
/** Latin words everybody uses as signs. */
const signs = new Set(
  'wi fi wifi qr vip sms e mail email url id pin otp gps usb hd uhd led lcd tv pc dvd nfc bluetooth android ios iphone ipad xs s m l xl xxl xxxl gb mb tb ghz usd eur rub max telegram whatsapp viber vk youtube google apple samsung xiaomi huawei app stop start ok o a b c d erid inn spa sup atv suv bmx dj'.split(
    ' ',
  ),
);
const nameBefore = quick(
  /(?:аптек|оптик|химчистк|мойк|автомойк|пекарн|кофейн|пиццери|клиник|стоматолог|лаборатори|ателье|мастерск|магазин|кафе|салон|бренд|марк|студи|клуб|сеть|сети|компани|ресторан|бар|отел|школ|центр|тц|трц|бутик|фирм|барбершоп|агентств|сервис|приложени|платформ|групп|концерт|альбом|игр|фильм|сериал|трек|модел|смартфон|телефон|ноутбук|планшет|часы|духи|парфюм|кроссовк|джинсы|куртк|шины|автомобил|авто|мотоцикл|телевизор|пылесос|наушник|товарн\p{L}{1,30} знак|лини[яию]|от|тариф|подписк|карт)\p{L}{0,30} ["«]?$/iu,
);
const codeBefore = quick(
  /(?:код\p{L}{0,30}|купон\p{L}{0,30}|слов\p{L}{1,30}|напиш\p{L}{1,30}|ответ\p{L}{0,30}|отправ\p{L}{1,30}|на имя|логин|ник)[ :]{0,40}["«]?$/iu,
);
const complexBefore = quick(/(?<!\p{L})(?:жк|жилом комплексе|жилой комплекс|кп|квартал\p{L}{0,30}|апарт-комплекс\p{L}{0,30}) ?["«]?$/iu);

export const foreignWordUntranslated: Rule<'untranslated' | 'housing'> = defineRule({
  id: 'foreign-word-untranslated',
  description: { en: 'Foreign wording stands with an equal Russian text', ru: 'Рядом с иностранными словами есть равный русский текст' },
  messages: {
    untranslated: {
      en: '"{term}" is foreign wording without the same in Russian. Say it in Russian, or give both with the same content; a trademark goes into `facts.brandWords`.',
      ru: '«{term}» — иностранные слова без такого же русского текста. Напишите по-русски или дайте оба варианта; товарный знак укажите в `facts.brandWords`.',
    },
    housing: {
      en: 'A new housing complex is to be named in Cyrillic letters. Write the name so.',
      ru: 'Название нового жилого комплекса пишется кириллицей. Исправьте название.',
    },
  },
  examples: {
    correct: [
      { text: 'Финальная распродажа до 12.12' },
      { text: 'Final sale (финальная распродажа) до 12.12' },
      { text: 'Новая коллекция Nika (товарный знак) уже в зале' },
      { text: 'iPhone 17 и память DDR5, Wi-Fi, QR-код, размеры XL, 128 GB' },
      { text: 'Кешбэк и бонусы онлайн, шопинг до полуночи' },
      { text: 'Скидка 10 % по промокоду SALE на kolos.example/new' },
      { text: 'Happy Pets: корм 990 руб.', sender: 'HappyPets' },
      { text: 'Кафе «Green Garden» приглашает на обед' },
      { text: 'Зимняя распродажа / Winter sale до 5 января' },
      { text: 'Black Friday, то есть чёрная пятница, 28.11' },
      { text: 'Code: 4471. New password', kind: 'auth' },
    ],
    incorrect: [
      { text: 'Final sale! До 12.12', message: 'untranslated' },
      { text: 'Happy weekend: второй кофе 99 руб.', message: 'untranslated' },
      { text: 'New collection уже в зале', message: 'untranslated' },
      { text: 'Только сегодня SALE на сапоги', message: 'untranslated' },
      { text: 'Приходите на Beauty day в субботу', message: 'untranslated' },
      { text: 'Black Friday в «Чайной Лавке»: чай по 99 руб.', message: 'untranslated' },
      { text: 'Квартиры в ЖК River Town от 5 млн руб.', message: 'housing' },
      { text: 'Hot price на пуховики', message: 'untranslated' },
    ],
  },
  check(subject, settings, { report }) {
    if (subject.advertised.length === 0 || !/[A-Za-z]/u.test(subject.text)) return;
    for (const match of subject.text.matchAll(phrase)) {
      const range = [match.index, match.index + match[0].length] as const;
      if (!isAdvertised(subject, match.index)) continue;
      const before = subject.text.slice(Math.max(0, match.index - 40), match.index);
      if (complexBefore.test(before)) {
        if (subject.on >= String(settings.housingNamesFrom ?? '2026-03-01')) return report({ message: 'housing', range });
        continue;
      }
      if (isForeign(subject, match[0], match.index, before))
        return report({ message: 'untranslated', range, data: { term: match[0] }, needs: ['brandWords'] });
    }
  },
});

function isAdvertised(subject: Subject, index: number): boolean {
  if (subject.kind === 'marketing') return true;
  return subject.advertised.some(([start, end]) => {
    const [from, to] = subject.original(start, end);
    return index >= from && index < to;
  });
}

function isForeign(subject: Subject, found: string, index: number, before: string): boolean {
  if (codeBefore.test(before) || isName(subject, found, index, before)) return false;
  if (
    /[A-Za-z]{2,20}[ -]\d{1,4}[a-z]{0,2} $/u.test(before) &&
    /^(?:pro|max|ultra|plus|mini|air|lite|edition|se|fe|turbo|sport|black|white)(?: |$)/iu.test(found)
  )
    return false;
  const words = found
    .toLowerCase()
    .split(/[ &'’-]{1,40}/u)
    .filter((word) => word !== '' && !signs.has(word));
  const known = words.map(translationsOf);
  if (!known.some((stems) => stems !== undefined && stems !== '')) return false;
  const after = subject.folded.slice(index + found.length, index + found.length + 50);
  if (/^ ?[(/"=-]{1,40} ?[а-я]/u.test(after) && /^[^)]{3,43}/u.test(after) && !/^ ?- ?\d/u.test(after) && /^ ?[(/=]/u.test(after)) return false;
  if (/^ ?\((?:товарн|тм)/u.test(after)) return false;
  if (/[а-я"] ?\($/u.test(before.toLowerCase())) return false;
  return !known.every(
    (stems) => stems === undefined || stems === '' || new RegExp(`(?<!\\p{L})(?:${stems.replace(/ё/gu, 'е')})`, 'u').test(subject.folded),
  );
}

/** A brand: in quotes, after a word for a house or a model, the sender's own name, the opening before a colon, or told by the host. */
function isName(subject: Subject, found: string, index: number, before: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-zа-я\d]/gu, '');
  const own = plain(found);
  const brands = [...(subject.facts.brandWords ?? []), subject.facts.advertiser?.name ?? ''].map(plain).filter((brand) => brand.length > 1);
  if (brands.some((brand) => own === brand || (own.includes(brand) && own.length - brand.length < 3) || brand.includes(own))) return true;
  const sender = plain(subject.sender);
  if (own.length > 2 && sender.length > 2 && (sender.includes(own) || (own.includes(sender) && own.length - sender.length < 3))) return true;
  if (/["«“„]$/u.test(before) && /^["»”“]/u.test(subject.text.slice(index + found.length))) return true;
  // `Аптека ON:` at the head of the message is its name
  if (nameBefore.test(before) && index < 30 && /^ ?[:.,—–-]/u.test(subject.text.slice(index + found.length))) return true;
  if (nameBefore.test(before) && /^[A-Z]/u.test(found) && found !== found.toUpperCase()) return true;
  return (
    /^[A-Z]/u.test(found) &&
    index <= 2 &&
    /^ ?:/u.test(subject.text.slice(index + found.length)) &&
    !/(?:sale|friday|weekend|day|offer|price|collection|discount)/iu.test(found)
  );
}
